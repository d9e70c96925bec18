"""``tukor`` on its own, or with files: the window."""

import sys
from pathlib import Path

import click

from desktop_app import opening
from desktop_app.commands import console
from i18n.locales import Locale
from i18n.messages import _


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""

    @click.command(
        "open",
        cls=console.Command,
        help=_("Open the window with these dossiers too; the word “open” may be left out."),
        short_help=_("Open the window with these dossiers too."),
        options_metavar=_("[OPTIONS]"),
    )
    @click.argument("files", nargs=-1, metavar=_("[FILES]"), type=click.Path(path_type=Path))
    @console.dossier_option()
    @console.language_option(_("Language of the window."))
    @click.pass_context
    def open_(context: click.Context, files: tuple[Path, ...], lang: str | None) -> None:
        asked = lang or context.find_root().params["lang"]
        sys.exit(opening.run(console.dossiers(context, files), asked))

    return open_
