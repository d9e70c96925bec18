"""What records are counted under: each value of each facet, and which records have it."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter

from sqlite_utils import Database

from database import rows
from database.model.record import Record
from database.model.schema import Schema
from database.model.values import to_json
from database.search.answer import records
from database.search.request import Filter


def facets(record: Record, schema: Schema) -> list[Filter]:
    """Return what the record is counted under; of several claims the last one written stands."""
    values = {("type", record.type)}
    for date in record.dates():
        values.update(("year", str(year)) for year in date.years())
    stated = {claim.field: claim.value for claim in record.claims}
    for field in schema.types[record.type].fields:
        if field.facet:
            several = record.attributes.get(field.id, ())
            values.update((field.id, str(to_json(value))) for value in several)
            if field.id in stated:
                values.add((field.id, str(to_json(stated[field.id]))))
    return sorted(values)


class Tally:
    """Collects which records have each value, to be written when all are known.

    The table ``facet`` has them one by one, ``tally`` as one set for each value.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._numbers: defaultdict[Filter, array[int]] = defaultdict(lambda: array("I"))

    def add(self, record: Record, number: int) -> None:
        """Count a record; numbers only grow."""
        for value in facets(record, self._schema):
            self._numbers[value].append(number)

    def write(self, db: Database) -> None:
        """Write both tables, which are empty."""
        rows.insert(db.conn, "facet", self._rows())
        several = sorted(self._numbers.items(), key=itemgetter(0))
        sets = ((*value, records.packed(records.of(numbers))) for value, numbers in several)
        rows.insert(db.conn, "tally", sets)

    def _rows(self) -> Iterator[tuple[str, str, int]]:
        for value in sorted(self._numbers):
            yield from ((*value, number) for number in self._numbers[value])


def rewrite(db: Database, record: Record, number: int, schema: Schema) -> None:
    """Count one record afresh, which has changed."""
    of_record = "SELECT name, value FROM facet WHERE record = ?"
    before = {(row[0], row[1]) for row in db.execute(of_record, [number])}
    after = set(facets(record, schema))
    for value in sorted(before - after):
        db.execute(
            "DELETE FROM facet WHERE name = ? AND value = ? AND record = ?", [*value, number]
        )
    rows.insert(db.conn, "facet", [(*value, number) for value in sorted(after - before)])
    _rewrite_sets(db, sorted(before ^ after))


def _rewrite_sets(db: Database, changed: Iterable[Filter]) -> None:
    for name, value in changed:
        having = db.execute("SELECT record FROM facet WHERE name = ? AND value = ?", [name, value])
        found = records.of(row[0] for row in having)
        db.execute("DELETE FROM tally WHERE name = ? AND value = ?", [name, value])
        if found:
            rows.insert(db.conn, "tally", [(name, value, records.packed(found))])
