"""``tukor tour``: the real window at work, step by step, as pictures."""

import os
from pathlib import Path

import click

from desktop_app import screen
from desktop_app.commands import console
from desktop_app.errors import FolderNotMade
from desktop_app.terminal import explaining
from i18n import messages
from i18n.locales import Locale
from i18n.messages import _


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""

    @click.command(
        "tour",
        cls=console.Command,
        help=_("Show the window at work and save a numbered picture of each step."),
        options_metavar=_("[OPTIONS]"),
    )
    @click.option(
        "--out",
        type=click.Path(path_type=Path),
        metavar=_("FOLDER"),
        default=Path("tukor-tour"),
        help=_("Folder for the pictures."),
    )
    @console.language_option(_("Language to begin in."))
    @console.dossier_option()
    @click.option("--dark", is_flag=True, help=_("Show the dark colours."))
    @click.pass_context
    def tour(context: click.Context, out: Path, lang: str | None, dark: bool) -> None:
        wanted = console.chosen(lang, locale)
        messages.activate(wanted)
        if not screen.named():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        with explaining(console.WRONG_USE):
            _make(out)
        with explaining(), screen.without_small_talk():
            from desktop_app.guided_tour import take

            for picture in take(console.dossiers(context), out, wanted, dark=dark):
                with explaining(console.WRONG_USE), console.printing():
                    click.echo(picture)

    return tour


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotMade(folder) from error
