"""``tukor check``: whether a dossier is as it was published."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from database import seal
from desktop_app.commands import console
from desktop_app.presentation import edition
from desktop_app.terminal import FAILURE, explaining
from i18n import messages
from i18n.locales import Locale
from i18n.messages import _


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""

    @click.command(
        "check",
        cls=console.Command,
        help=_("Compare dossiers with their checksum and signature."),
        options_metavar=_("[OPTIONS]"),
    )
    @click.argument("files", nargs=-1, metavar=_("[FILES]"), type=click.Path(path_type=Path))
    @console.language_option(_("Language of the answer."))
    @click.pass_context
    def check(context: click.Context, files: tuple[Path, ...], lang: str | None) -> None:
        wanted = console.chosen(lang, locale)
        messages.activate(wanted)
        sound = True
        for path in files or console.dossiers(context):
            with explaining(console.WRONG_USE), console.printing():
                found = seal.examine(path)
                click.echo("\n".join(_lines(found, wanted)))
            sound = sound and not found.broken
        sys.exit(0 if sound else FAILURE)

    return check


def _lines(found: seal.Seal, locale: Locale) -> Iterator[str]:
    title = edition.in_language(found.about, "title", locale)
    number = found.about.get("edition", "")
    yield _("{title} · edition {edition}").format(title=title, edition=number)
    yield f"  {found.path}"
    yield "  " + _("SHA-256 {checksum}").format(checksum=found.checksum)
    yield f"  {edition.checksum_sentence(found)}"
    yield f"  {edition.signature_sentence(found)}"
    if other := edition.index_sentence(found.about):
        yield f"  {other}"
