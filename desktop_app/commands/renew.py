"""``tukor renew``: a dossier of an older program is compiled anew from its own records."""

from functools import partial
from pathlib import Path

import click

from database import seal
from database.model import schema as schema_files
from database.search.language.version import shortfall
from desktop_app.commands import console
from desktop_app.commands.progress_line import progress_line
from desktop_app.terminal import explaining
from i18n import messages
from i18n.locales import Locale
from i18n.messages import _


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""

    @click.command(
        "renew",
        cls=console.Command,
        help=_(
            "Index a dossier anew that an older version of the program made."
            " Nothing that it states changes."
        ),
        short_help=_("Index a dossier of an older version anew."),
        options_metavar=_("[OPTIONS]"),
    )
    @click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
    @click.option(
        "--out",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar=_("DOSSIER"),
        help=_("Write to this file; the dossier stays as it is."),
    )
    @click.option("--force", is_flag=True, help=_("Replace a file that is there already."))
    @console.language_option(_("Language of the answer."))
    def renew(file: Path, out: Path | None, lang: str | None, force: bool) -> None:
        messages.activate(console.chosen(lang, locale))
        with explaining(console.WRONG_USE):
            done = _("The dossier is up to date: {path}")
            if out or shortfall(file, seal.examine(file).about):
                _renew(file, out, force=force)
                done = _("Dossier renewed: {path}")
            with console.printing():
                click.echo(done.format(path=out or file))

    return renew


def _renew(file: Path, out: Path | None, *, force: bool) -> None:
    """Renew with a line of progress on a terminal; Ctrl+C leaves everything as it was."""
    from database.renewal import renew  # the compiler, which takes a moment to load

    with progress_line() as show:
        report = partial(show, _("Renewing"))
        renew(file, schema_files.load(), out, replace=force, report=report)
