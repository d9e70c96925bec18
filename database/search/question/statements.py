"""What records state, in tables of their own: fields of a question look into them.

They stand in the dossier beside the full-text index and are written with it:

* ``amount``: every sum of money that is claimed, in its own currency;
* ``dated``: every date, as its first and last day (ISO 8601); ``field`` is ``""`` for the date of a
  claim or relation;
* ``stated``: which fields a record has; ``value`` is folded, ``""`` for prose, sums and dates.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from database.model.record import Claim, Record, RecordId, Relation
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
    """Create the empty tables, with what it takes to replace the rows of one record."""
    for table, columns in TABLES.items():
        db.execute(f"CREATE TABLE {table} {columns}")
        db.execute(f"CREATE INDEX {table}_by_record ON {table} (record)")


def write(db: "Database", records: Iterable[Record], numbers: Mapping[RecordId, int]) -> None:
    """Write the rows of *records*; ``numbers`` are their rows in the table ``record``."""
    several = list(records)
    for table, rows, columns in (
        ("amount", _amounts, 4),
        ("dated", _dates, 4),
        ("stated", _stated, 3),
    ):
        db.conn.executemany(
            f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * columns)})",
            [row for record in several for row in rows(record, numbers[record.id])],
        )


def remove(db: "Database", number: int) -> None:
    """Take out the rows of one record."""
    for table in TABLES:
        db.execute(f"DELETE FROM {table} WHERE record = ?", [number])


def _values(record: Record) -> Iterator[tuple[str, Value]]:
    yield from ((claim.field, claim.value) for claim in record.claims)
    yield from ((field, value) for field, group in record.attributes.items() for value in group)


def _amounts(record: Record, number: int) -> Iterator[Row]:
    for field, value in _values(record):
        if isinstance(value, Money):
            yield value.currency, float(value.amount), number, field


def _dates(record: Record, number: int) -> Iterator[Row]:
    for field, value in _values(record):
        if isinstance(value, StatedDate):
            yield field, *when.stated_days(value), number
    parts: tuple[Claim | Relation, ...] = (*record.claims, *record.relations)
    for date in (part.date for part in parts):
        if date:
            yield "", *when.stated_days(date), number


def _stated(record: Record, number: int) -> Iterator[Row]:
    for field, value in _values(record):
        match value:
            case Code():
                yield field, value.code, number
            case Plain(kind="name" | "url"):
                yield field, folded(value.text), number
            case Plain():
                yield field, value.text, number
            case _:
                yield field, "", number


def folded(text: str) -> str:
    """Return the words of *text* without accents, with a blank before and after each."""
    return " ".join(["", *map(analysis.fold, analysis.forms(text)), ""])
