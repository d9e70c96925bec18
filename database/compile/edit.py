"""Changing one record of a dossier that may be written to: all tables and the index, or nothing.

The record can be found as it is now as soon as the call returns; who has the dossier open and asks
again sees it, once their engine is opened anew.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from database.catalog import Catalog
from database.compile import label_forms, often, orders, pointing, tally, writer
from database.model.errors import UnknownRecord
from database.model.record import Record, RecordId
from database.model.schema import Schema
from database.model.text import Text
from database.model.wording import Wording
from database.search.index import entries as index
from database.search.index import names
from database.search.index.entries import Entry
from database.search.language.version import shortfall
from database.search.question import statements
from i18n.locales import LOCALES


def put(connection: sqlite3.Connection, schema: Schema, record: Record) -> None:
    """Add *record* to the dossier, or put it in the place of the one with the same id.

    Records that name it are indexed anew where its title has changed. The seal of the dossier is
    taken off.

    Raises:
        DossierError: another version of the program made the dossier; ``renewal`` comes first.
        UnknownRecord: it cites or points to a record that the dossier does not have.
        sqlite3.Error: the file cannot be written to; it is as it was before.
    """
    catalog = Catalog(connection, schema, _file(connection))
    if other := shortfall(catalog.path, catalog.about):  # two kinds of keys in one index
        raise other
    changed = _Changed.by(record, catalog, connection, schema)
    known = pointing.known(connection, changed.mentioned)
    for target in pointing.ends(record) - known.keys() - {record.id}:
        raise UnknownRecord(target)
    numbers = {record_id: number for record_id, (number, _title) in known.items()}
    number = numbers.setdefault(record.id, _next(connection))
    titles = {record_id: title for record_id, (_number, title) in known.items()}
    before = _wordings(catalog, schema, titles)
    after = _wordings(catalog, schema, {**titles, record.id: record.title})
    removed = {numbers[r.id]: Entry.of(r, schema, before) for r in changed.before}
    added = {numbers[r.id]: Entry.of(r, schema, after) for r in changed.after}
    db = Database(connection)
    with db.atomic():
        for at, entry in removed.items():
            entry.remove(db, at)
        statements.remove(db, number)
        writer.remove_record(db, number)
        writer.write_records(db, {number: record})
        writer.write_parts(db, {number: record}, numbers)
        statements.write(db, {number: record})
        index.insert(db, added)
        index.merge_a_little(db)
        tally.rewrite(db, record, number, schema)
        for at in removed.keys() | added.keys():
            often.rewrite(db, at, _folds(removed.get(at)), _folds(added.get(at)))
        index.count_forms(db, _change(removed.values(), added.values()))
        db.execute("DELETE FROM label WHERE term = ?", [record.id])
        index.write_terms(db, names.of_records([record], schema))
        label_forms.forget(db)
        orders.forget(db)
        db.execute("DELETE FROM about WHERE key = 'checksum'")


@dataclass(frozen=True, slots=True)
class _Changed:
    """The records whose index changes, as they are before and after."""

    before: tuple[Record, ...]
    after: tuple[Record, ...]

    @classmethod
    def by(
        cls, record: Record, catalog: Catalog, connection: sqlite3.Connection, schema: Schema
    ) -> "_Changed":
        try:
            old = catalog.record(record.id)
        except UnknownRecord:
            return cls((), (record,))
        if old.title == record.title:
            return cls((old,), (record,))
        naming = catalog.records(_naming(connection, schema, record.id))
        others = tuple(other for other in naming if other.id != record.id)
        return cls((old, *others), (record, *others))

    @property
    def mentioned(self) -> set[RecordId]:
        """Return the ids of all records that these are, name or cite."""
        return pointing.mentioned((*self.before, *self.after))


def _file(connection: sqlite3.Connection) -> Path:
    (_number, _name, file) = connection.execute("PRAGMA database_list").fetchone()
    return Path(file)


def _next(connection: sqlite3.Connection) -> int:
    return 1 + int(connection.execute("SELECT ifnull(max(number), 0) FROM record").fetchone()[0])


def _naming(connection: sqlite3.Connection, schema: Schema, record_id: RecordId) -> list[RecordId]:
    """Return the records that have the title of another one among their words.

    Only relations and stances point to records; few have a stance, so few claims are looked into.
    """
    stances = sorted({field.id for field in schema.fields() if field.kind == "stance"})
    rows = connection.execute(
        """SELECT id FROM record WHERE number IN (
               SELECT record FROM relation
               WHERE target = (SELECT number FROM record WHERE id = :id))
           OR number IN (
               SELECT record FROM claim WHERE instr(value, :id) AND record IN (
                   SELECT record FROM stated
                   WHERE field IN (SELECT value FROM json_each(:stances))))""",
        {"id": record_id, "stances": json.dumps(stances)},
    )
    return [row[0] for row in rows]


def _wordings(
    catalog: Catalog, schema: Schema, titles: Mapping[RecordId, Text]
) -> dict[str, Wording]:
    return {locale.code: Wording(locale, schema, titles, catalog.places) for locale in LOCALES}


def _change(removed: Iterable[Entry], added: Iterable[Entry]) -> Counter[str]:
    """Return by how many records each form has become more or less frequent."""
    change: Counter[str] = Counter()
    for entry in added:
        change.update(entry.forms)
    for entry in removed:
        change.subtract(entry.forms)
    return change


def _folds(entry: Entry | None) -> set[str]:
    return {*entry.title.split(), *entry.text.split()} if entry else set()
