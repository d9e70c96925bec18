"""Writing many rows into a table."""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any, Literal

# So many rows in a statement take less than half of the time that they take one by one.
_AT_ONCE = 32


def insert(
    connection: sqlite3.Connection,
    table: str,
    rows: Iterable[Sequence[Any]],
    or_else: Literal["FAIL", "IGNORE"] = "FAIL",
    at_once: int = _AT_ONCE,
) -> None:
    """Insert rows, all of one length, in their order: all of them, in a transaction.

    *table* may be followed by the names of columns, and a statement has *at_once* rows. *or_else*
    says what becomes of a row whose key the table has. FAIL leaves the way back to the transaction.
    For a way back out of half a statement, which is the usual one of SQLite, FTS5 would have to
    write out at once all that it gathers in memory.
    """
    waiting = iter(rows)
    for first in waiting:
        several = [first, *islice(waiting, at_once - 1)]
        row = f"({', '.join('?' * len(first))})"
        every = ", ".join([row] * len(several))
        statement = f"INSERT OR {or_else} INTO {table} VALUES {every}"
        connection.execute(statement, list(chain.from_iterable(several)))
