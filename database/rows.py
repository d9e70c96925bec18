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
) -> None:
    """Insert rows, all of one length, in their order: all of them, in a transaction.

    *or_else* says what becomes of a row whose key the table has. FAIL leaves the way back to the
    transaction. For a way back out of half a statement, which is the usual one of SQLite, FTS5
    would have to write out at once all that it gathers in memory.
    """
    waiting = iter(rows)
    while several := list(islice(waiting, _AT_ONCE)):
        row = f"({', '.join('?' * len(several[0]))})"
        written = f"INSERT OR {or_else} INTO {table} VALUES {row}"
        if len(several) == _AT_ONCE:
            every = f", {row}" * (_AT_ONCE - 1)
            connection.execute(written + every, list(chain.from_iterable(several)))
        else:
            connection.executemany(written, several)
