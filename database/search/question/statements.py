"""What records state, in tables of their own: fields of a question look into them.

They stand in the dossier beside the full-text index and are written with it:

* ``amount``: every sum of money that is claimed, in its own currency;
* ``dated``: every date, as its first and last day (ISO 8601); ``field`` is ``""`` for the date of a
  claim or relation;
* ``stated``: which fields a record has; ``value`` is folded, ``""`` for prose, sums and dates.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from database import rows
from database.model.record import Claim, Record, Relation
from database.model.values import Code, Money, Plain, StatedDate, Value
from database.search.language import analysis
from database.search.question import when

if TYPE_CHECKING:  # only writing needs it, and its import takes a tenth of a second
    from sqlite_utils import Database

Row = tuple[str | int | float, ...]

TABLES = {
    "amount": """(currency TEXT, amount REAL, record INTEGER, field TEXT,
        PRIMARY KEY (currency, amount, record, field)) WITHOUT ROWID""",
    "dated": """(field TEXT, first TEXT, last TEXT, record INTEGER,
        PRIMARY KEY (field, first, last, record)) WITHOUT ROWID""",
    "stated": """(field TEXT, value TEXT, record INTEGER,
        PRIMARY KEY (field, value, record)) WITHOUT ROWID""",
}


def create_tables(db: "Database") -> None:
    """Create the empty tables."""
    for table, columns in TABLES.items():
        db.execute(f"CREATE TABLE {table} {columns}")


def create_indexes(db: "Database") -> None:
    """Create what it takes to replace the rows of one record; it is quicker with the rows there."""
    for table in TABLES:
        db.execute(f"CREATE INDEX {table}_by_record ON {table} (record)")


def write(db: "Database", records: Mapping[int, Record]) -> None:
    """Write the rows of some records, by their numbers."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for number, record in records.items():
        for table, row in _rows(record, number):
            found[table].append(row)
    for table, several in found.items():
        rows.insert(db.conn, table, sorted(several), "IGNORE")


def remove(db: "Database", number: int) -> None:
    """Take out the rows of one record."""
    for table in TABLES:
        db.execute(f"DELETE FROM {table} WHERE record = ?", [number])


def _rows(record: Record, number: int) -> Iterator[tuple[str, Row]]:
    for claim in record.claims:
        yield from _value_rows(claim.field, claim.value, number)
    for field, group in record.attributes.items():
        for value in group:
            yield from _value_rows(field, value, number)
    parts: tuple[Claim | Relation, ...] = (*record.claims, *record.relations)
    for date in (part.date for part in parts):
        if date:
            yield "dated", ("", *when.stated_days(date), number)


def _value_rows(field: str, value: Value, number: int) -> Iterator[tuple[str, Row]]:
    stated = ""
    match value:
        case Code():
            stated = value.code
        case Plain(kind="name" | "url"):
            stated = folded(value.text)
        case Plain():
            stated = value.text
        case Money():
            yield "amount", (value.currency, float(value.amount), number, field)
        case StatedDate():
            yield "dated", (field, *when.stated_days(value), number)
    yield "stated", (field, stated, number)


def folded(text: str) -> str:
    """Return the words of *text* without accents, with a blank before and after each."""
    return " ".join(["", *analysis.folds(text), ""])
