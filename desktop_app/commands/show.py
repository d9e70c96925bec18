"""``tukor show``: one record without the window."""

import click

from database.exchange.writing.record_data import RecordData
from database.library import Library
from database.model import schema as schema_files
from database.model.errors import KnownError
from desktop_app.commands import console
from desktop_app.presentation.page import page
from desktop_app.presentation.page_text import lines
from desktop_app.terminal import explaining
from i18n import messages
from i18n.locales import Locale
from i18n.messages import _


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""

    @click.command(
        "show",
        cls=console.Command,
        help=_("Print one record with everything that is stated and cited."),
        options_metavar=_("[OPTIONS]"),
    )
    @click.argument("record_id", metavar=_("ID"), shell_complete=_ids)
    @console.language_option(_("Language of the answer."))
    @console.dossier_option()
    @console.json_option()
    @click.pass_context
    def show(context: click.Context, record_id: str, lang: str | None, as_json: bool) -> None:
        wanted = console.chosen(lang, locale)
        messages.activate(wanted)
        with explaining(console.WRONG_USE):
            library = Library.open(console.sound_dossiers(context), schema_files.load())
        with explaining(console.NOTHING_FOUND):
            record = library.record(record_id)
        with explaining(console.WRONG_USE), console.printing():
            if as_json:
                console.print_json(RecordData(library).of(record))
            else:
                click.echo("\n".join(lines(page(record, library, wanted))))

    return show


def _ids(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Return the ids that begin like this one, for the shell; none if there is no dossier."""
    try:
        library = Library.open(console.dossiers(context), schema_files.load())
    except KnownError:
        return []
    return [record_id for record_id in library.titles if record_id.startswith(begun)]
