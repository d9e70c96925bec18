"""Many rows are written at once, in their order, whatever their number."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from database import rows


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("CREATE TABLE letter (number INTEGER PRIMARY KEY, written TEXT)")
        yield opened


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 100])
def test_all_rows_come_in(connection: sqlite3.Connection, count: int) -> None:
    letters = [(number, chr(number)) for number in range(count)]
    rows.insert(connection, "letter", iter(letters))
    assert connection.execute("SELECT * FROM letter ORDER BY rowid").fetchall() == letters


def test_what_is_there_already_is_an_error_or_stays(connection: sqlite3.Connection) -> None:
    rows.insert(connection, "letter", [(7, "a")])
    several = [(number, "b") for number in range(40)]
    with pytest.raises(sqlite3.IntegrityError):
        rows.insert(connection, "letter", several)
    connection.rollback()
    rows.insert(connection, "letter", [(7, "a")])
    rows.insert(connection, "letter", several, "IGNORE")
    found = connection.execute("SELECT written, count(*) FROM letter GROUP BY 1").fetchall()
    assert found == [("a", 1), ("b", 39)]
