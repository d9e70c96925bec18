"""CSV: one row a record, its columns those that the schema gives to its type.

Headings and codes are the same in every language; texts have a column for each. Several values of
one field share a cell, parted by `` | ``; in the columns of one field they keep the same order.
Dates are ISO 8601 with the precision they have, numbers have a decimal point and no grouping.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from database.exchange.writing.account import Account, Item, contents, part
from database.exchange.writing.selection import Selection
from database.model.reading import written_citation
from database.model.record import Claim, Record
from database.model.schema import Field, RecordType, Schema
from database.model.text import Text
from database.model.values import LANGUAGES, Value, to_json
from i18n import formats

BYTE_ORDER_MARK = "\ufeff"  # without which Excel takes UTF-8 for an old encoding
BETWEEN = " | "

# The columns of a value of several parts, by its kind: the keys of ``to_json``.
_KEYS = {
    "text": LANGUAGES,
    "money": ("amount", "currency"),
    "quantity": ("number", "unit"),
    "stance": ("stance", "about", "ground"),
}
# The kinds of claims whose qualifier, and whose day, have a column too; the rest is accounted for.
_QUALIFIED = {"money", "quantity"}
_DATED = {*_QUALIFIED, "code", "stance"}
_NOT_CARRIED = ("relation-date", "office", "attribution")

# What a spreadsheet would take for a formula (CWE-1236; OWASP, CSV Injection), also with blanks or
# with our own escape before it; but a plain number is one.
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

Cell = Callable[[Record], str]


class Column(NamedTuple):
    """A column: its heading, and what a record has there."""

    name: str
    cell: Cell


class _Line:
    """What a ``csv.writer`` writes to, to get the line back instead."""

    def write(self, line: str) -> str:
        return line


def lines(selection: Selection, account: Account) -> Iterator[str]:
    """Yield the headings, then a line for each record.

    They are separated as the spreadsheets in the reader's language want it.
    """
    columns = columns_of(selection.types, selection.library.schema)
    write = csv.writer(_Line(), delimiter=formats.list_separator(selection.locale)).writerow
    yield BYTE_ORDER_MARK + write([column.name for column in columns])
    for record in selection:
        account.enter(record, _carried(record, selection.library.schema))
        yield write([safe(column.cell(record)) for column in columns])


def safe(text: str) -> str:
    """Keep a spreadsheet from calculating a text: ``=1+1`` becomes ``'=1+1``."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def columns_of(types: Iterable[RecordType], schema: Schema) -> tuple[Column, ...]:
    """Return the columns for records of some *types*; fields of the same name share theirs."""
    columns = {column.name: column for column in _BEFORE_FIELDS}
    taken = frozenset(columns)
    for record_type in types:
        for field in record_type.fields:
            name = field.id.replace("-", "_")
            named = f"{record_type.id}_{name}" if name in taken else name
            columns |= {column.name: column for column in _of_field(field, named)}
    for role in schema.roles.values():
        if any(record_type.id in role.sources for record_type in types):
            columns[role.id] = _of_role(role.id)
    return (*columns.values(), *_AFTER_FIELDS)


def _text(
    of: Callable[[Record], Iterable[Text]], language: str, between: str, record: Record
) -> str:
    return between.join(text.by_language[language] for text in of(record) if text.has(language))


def _notes(language: str, record: Record) -> str:
    notes = [(claim.field, claim.note.within(language)) for claim in record.claims if claim.note]
    return _several(f"{field}: {note}" for field, note in notes)


def _names(attribute: str, record: Record) -> str:
    return _several(getattr(name, attribute) for name in record.names)


def _citations(record: Record) -> str:
    return _several(dict.fromkeys(map(written_citation, record.citations())))


def _several(texts: Iterable[str]) -> str:
    """Return the texts of one cell; nothing at all where all of them are empty."""
    each = list(texts)
    return BETWEEN.join(each) if any(each) else ""


_BEFORE_FIELDS = (
    Column("id", lambda record: record.id),
    Column("type", lambda record: record.type),
    *(
        Column(f"{name}_{language}", partial(_text, of, language, "\n\n"))
        for name, of in (
            ("title", lambda record: [record.title]),
            ("description", lambda record: [record.description]),
            ("summary", lambda record: [passage.text for passage in record.summary]),
        )
        for language in LANGUAGES
    ),
    Column("names", partial(_names, "text")),
    Column("names_language", partial(_names, "language")),
    Column("names_kind", partial(_names, "kind")),
)
_AFTER_FIELDS = (
    *(Column(f"notes_{language}", partial(_notes, language)) for language in LANGUAGES),
    Column("citations", _citations),
)


def _of_field(field: Field, name: str) -> Iterator[Column]:
    for key in _KEYS.get(field.kind, ("",)):
        heading = name if key in {"", field.id} else f"{name}_{key}"
        yield Column(heading, partial(_values, field.id, key))
    if field.claimed and field.kind in _QUALIFIED:
        yield Column(f"{name}_qualifier", partial(_about, field.id, lambda c: c.qualifier))
    if field.claimed and field.kind in _DATED:
        yield Column(f"{name}_as_of", partial(_about, field.id, lambda c: str(c.date or "")))


def _values(field_id: str, key: str, record: Record) -> str:
    claimed = [claim.value for claim in record.claimed(field_id)]
    values = (*claimed, *record.attributes.get(field_id, ()))
    return _several(_written(value, key) for value in values)


def _written(value: Value, key: str) -> str:
    data = to_json(value)
    return str(data.get(key, "")) if isinstance(data, dict) else str(data)


def _about(field_id: str, of: Callable[[Claim], str], record: Record) -> str:
    return _several(of(claim) for claim in record.claimed(field_id))


def _of_role(role: str) -> Column:
    def targets(record: Record) -> str:
        return _several(each.target for each in record.relations if each.role == role)

    return Column(role.replace("-", "_"), targets)


def _carried(record: Record, schema: Schema) -> Counter[Item]:
    """Return what of a record there is a column for."""
    carried = contents(record)
    for name in _NOT_CARRIED:
        del carried[part(name)]
    kinds = {field.id: field.kind for field in schema.types[record.type].fields}
    claims = [(claim, kinds[claim.field]) for claim in record.claims]
    carried[part("qualifier")] = sum(
        bool(claim.qualifier) for claim, kind in claims if kind in _QUALIFIED
    )
    carried[part("as-of")] = sum(bool(claim.date) for claim, kind in claims if kind in _DATED)
    return carried
