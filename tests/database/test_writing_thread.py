"""Writing in a second thread: in turn, with its errors, and gone in the end."""

import sqlite3
import threading
from contextlib import closing

import pytest

from database.writing_thread import writing_thread


def test_what_was_started_is_written_when_it_has_been_waited_for() -> None:
    with closing(sqlite3.connect("", check_same_thread=False)) as connection:
        connection.execute("CREATE TABLE word (text TEXT)")
        with writing_thread() as writing:
            writing.start(lambda: _write(connection, "one"))
            writing.wait()
            assert connection.execute("SELECT text FROM word").fetchall() == [("one",)]
            writing.start(lambda: _write(connection, "two"))
        assert connection.execute("SELECT text FROM word").fetchall() == [("one",), ("two",)]


def test_an_error_of_the_thread_reaches_who_waits_for_it() -> None:
    before = threading.enumerate()
    with (
        closing(sqlite3.connect("", check_same_thread=False)) as connection,
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        writing_thread() as writing,
    ):
        writing.start(lambda: _write(connection, "one"))
    assert threading.enumerate() == before


def _write(connection: sqlite3.Connection, text: str) -> None:
    connection.execute("INSERT INTO word VALUES (?)", [text])
