"""What records are counted under: each value of each facet, and which records have it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlite_utils import Database

from database.model.record import Record
from database.model.schema import Schema
from database.model.values import to_json
from database.search.answer import records
from database.search.request import Filter

_INSERT = "INSERT INTO tally (name, value, records) VALUES (?, ?, ?)"


def facets(record: Record, number: int, schema: Schema) -> Iterator[dict[str, str | int]]:
    """Yield what the record is counted under; of several claims the last one written stands."""
    values = {("type", record.type)}
    values |= {("year", str(year)) for date in record.dates() for year in date.years()}
    for field in schema.types[record.type].fields:
        if field.facet:
            stated = [claim.value for claim in record.claimed(field.id)][-1:]
            several = [*record.attributes.get(field.id, ()), *stated]
            values |= {(field.id, str(to_json(value))) for value in several}
    for name, value in sorted(values):
        yield {"name": name, "value": value, "record": number}


def write(db: Database) -> None:
    """Write the records of each value as one set; the table ``facet`` has them one by one."""
    rows = db.execute("SELECT name, value, record FROM facet ORDER BY name, value, record")
    grouped = groupby(rows, key=lambda row: (row[0], row[1]))
    sets = [(*key, records.packed(records.of(row[2] for row in rows))) for key, rows in grouped]
    db.conn.executemany(_INSERT, sets)


def rewrite(db: Database, changed: Iterable[Filter]) -> None:
    """Write the sets of some values afresh."""
    for name, value in changed:
        rows = db.execute("SELECT record FROM facet WHERE name = ? AND value = ?", [name, value])
        found = records.of(row[0] for row in rows)
        db.execute("DELETE FROM tally WHERE name = ? AND value = ?", [name, value])
        if found:
            db.execute(_INSERT, [name, value, records.packed(found)])
