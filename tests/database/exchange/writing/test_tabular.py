"""A table that a spreadsheet can be trusted with, and that loses nothing it does not tell."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import pytest

from database.exchange.writing import tabular
from database.exchange.writing.account import Account
from database.exchange.writing.selection import Selection
from database.model.reading import written_citation
from database.model.schema import Schema
from database.model.values import to_json
from i18n import formats
from i18n.locales import ENGLISH, HUNGARIAN

RAILWAY = "project/example-railway"
NASTY = Path(__file__).parents[5] / "shared/data/nasty"
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    """Read a table as Python's own module does, the mark at its beginning taken off."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=delimiter))


def row(selection: Selection) -> dict[str, str]:
    separator = formats.list_separator(selection.locale)
    (only,) = rows("".join(tabular.lines(selection, Account())), separator)
    return only


def payloads() -> list[str]:
    listed = NASTY / "csv-injection/payloadbox-csv-payload.txt"
    if not listed.exists():
        pytest.skip("the lists of nasty texts are not here")
    return [line for line in listed.read_text("utf-8").splitlines() if line]


def test_every_record_is_one_row_in_the_order_of_the_selection(real, written):
    selection = real()
    text, account = written(selection, "csv")
    assert [each["id"] for each in rows(text)] == list(selection.ids)
    assert account.written == len(selection.ids)


def test_a_row_has_texts_in_both_languages_and_values_for_machines(sample):
    railway = row(sample(RAILWAY))
    assert (railway["title_en"], railway["title_hu"]) == ("Example railway", "Mintavasút")
    assert railway["summary_hu"].count("\n\n") == 1
    assert (railway["names"], railway["names_language"]) == (
        "Primer-železnica | ER",
        "sr-Latn | en",
    )
    assert (railway["status"], railway["status_as_of"]) == ("agreed | in-use", "2016-10-05 | 2018")
    assert (railway["budget_amount"], railway["budget_currency"]) == (
        "12500000 | 11.7",
        "EUR | EUR",
    )
    assert (railway["budget_qualifier"], railway["budget_as_of"]) == ("about | ", "2016/2018 | ")
    assert (railway["duration_number"], railway["duration_unit"]) == ("3", "year")
    assert (railway["started"], railway["completed"]) == ("mid 2018", "")
    assert railway["notes_hu"] == "budget: a kivitelező szerint"
    assert (railway["country"], railway["contractor"]) == ("HU | RS", "actor/example-works")


def test_every_value_of_the_real_dossier_is_in_its_cell(real, written, schema):
    selection = real()
    text, _account = written(selection, "csv")
    for record, cells in zip(selection, rows(text), strict=True):
        for claim in record.claims:
            name, data = claim.field.replace("-", "_"), to_json(claim.value)
            parts = data.items() if isinstance(data, dict) else [("", data)]
            for key, value in parts:
                heading = name if key in {"", claim.field} else f"{name}_{key}"
                assert str(value) in cells[heading].removeprefix("'").split(tabular.BETWEEN)
        for relation in record.relations:
            targets = cells[relation.role.replace("-", "_")].split(tabular.BETWEEN)
            assert relation.target in targets
        for citation in record.citations():
            assert written_citation(citation) in cells["citations"].split(tabular.BETWEEN)


def test_the_columns_are_those_of_the_types_that_are_there(sample, schema: Schema):
    only_projects, all_types = sample(RAILWAY), sample()
    names = [c.name for c in tabular.columns_of(only_projects.types, schema)]
    assert "budget_amount" in names
    assert "event_kind" not in names
    every = [c.name for c in tabular.columns_of(all_types.types, schema)]
    assert set(names) < set(every)
    assert len(set(every)) == len(every)


def test_no_two_things_of_the_schema_share_a_column_by_accident(schema: Schema):
    fields = {field.id.replace("-", "_") for t in schema.types.values() for field in t.fields}
    roles = {role.replace("-", "_") for role in schema.roles}
    names = [c.name for c in tabular.columns_of(schema.types.values(), schema)]
    assert fields.isdisjoint(roles)
    assert roles <= set(names)
    assert {"type", "source_type"} <= set(names)


def test_hungarian_spreadsheets_get_semicolons(sample, written):
    text, _account = written(sample(RAILWAY, locale=HUNGARIAN), "csv")
    assert rows(text, ";")[0]["title_hu"] == "Mintavasút"
    assert written(sample(RAILWAY, locale=ENGLISH), "csv")[0].startswith("\ufeffid,type,")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", " ", "'", "''"])
def test_what_a_spreadsheet_would_calculate_becomes_text(sign: str, before: str):
    text = f"{before}{sign}1+1|' /C calc'!A0"
    assert tabular.safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "-11.7", "2016/..", "a=b", "'quoted'", "Đorđe", ""])
def test_what_is_harmless_stays_as_it_is(text: str):
    assert tabular.safe(text) == text


def test_known_attacks_by_formula_do_nothing_and_come_back_whole():
    def unescaped(cells: Iterable[str]) -> list[str]:
        return [cell[1:] if cell.startswith("'") else cell for cell in cells]

    attacks = payloads()
    table = io.StringIO(newline="")
    csv.writer(table).writerow([tabular.safe(text) for text in attacks])
    table.seek(0)
    (cells,) = csv.reader(table)
    assert not [cell for cell in cells if cell.lstrip()[:1] in SIGNS]
    assert unescaped(cells) == attacks


def test_only_what_has_no_column_is_reported_as_lost(sample, written):
    selection = sample(RAILWAY)
    _text, account = written(selection, "csv")
    told = {loss.label: loss.total for loss in account.losses(selection.wording())}
    assert told == {"Dates of relations": 2, "Which statement a citation belongs to": 15}
