"""``tukor show``: one record without the window."""

import json

import click

from database.catalog import Catalog
from database.model import schema as schema_files
from database.model.errors import KnownError
from database.model.wording import Wording
from desktop_app.commands import console
from desktop_app.presentation.page import page
from desktop_app.presentation.page_text import lines
from desktop_app.presentation.record_data import RecordData
from i18n import messages
from i18n.locales import Locale
from i18n.messages import _


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""

    @click.command(
        "show",
        help=_("Print one record with everything that is stated and cited."),
        options_metavar=_("[OPTIONS]"),
    )
    @click.argument("record_id", metavar=_("ID"))
    @console.language_option(_("Language of the answer."))
    @console.json_option()
    def show(record_id: str, lang: str | None, as_json: bool) -> None:
        wanted = console.chosen(lang, locale)
        messages.activate(wanted)
        try:
            click.echo(_as_json(record_id) if as_json else _as_text(record_id, wanted))
        except KnownError as error:
            console.fail(error)

    return show


def _as_json(record_id: str) -> str:
    schema = schema_files.load()
    catalog = Catalog.open(console.dossier(), schema)
    data = RecordData(catalog, schema).of(catalog.record(record_id))
    return json.dumps(data, ensure_ascii=False, indent=2)


def _as_text(record_id: str, locale: Locale) -> str:
    schema = schema_files.load()
    catalog = Catalog.open(console.dossier(), schema)
    wording = Wording(locale, schema, catalog.titles, catalog.places)
    return "\n".join(lines(page(catalog.record(record_id), catalog, wording)))
