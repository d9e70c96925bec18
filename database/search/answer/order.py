"""Putting answers in an order other than relevance: by title, by date, by amount."""

import heapq
import json
import sqlite3
from array import array

from database.search.answer import records
from database.search.answer.records import Records
from database.search.request import Order

Key = tuple[object, ...]

# What each record is sorted by. Whatever has no date or no amount comes last, and equals stand in
# order of number. Amounts are never compared across currencies: one currency comes after the other,
# by their codes, and of a record with several the first one counts.
_TITLES = "SELECT number, sort_{language} AS what, NULL AS amount FROM record"
_DATES = "SELECT number, nullif(date, '') AS what, NULL AS amount FROM record"
_AMOUNTS = """
    SELECT number, currency AS what, max(amount) AS amount FROM record
    LEFT JOIN (SELECT record, min(currency) AS currency FROM amount GROUP BY record) AS first
        ON first.record = number
    LEFT JOIN amount USING (record, currency)
    GROUP BY number"""
_BACKWARDS = frozenset[Order]({"newest", "title-reversed"})
_LISTED = "SELECT value FROM json_each(?)"


class Orders:
    """Knows the place of every record in each order, once it was asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._places: dict[tuple[Order, str], array[int]] = {}

    def first(self, order: Order, language: str, within: Records, many: int) -> list[int]:
        """Return the first *many* records of *within*, by number, in an order of a request."""
        if (order, language) not in self._places:
            self._places[order, language] = self._ranks(order, language)
        place = self._places[order, language]
        return heapq.nsmallest(many, records.numbers(within), key=place.__getitem__)

    def keys(self, order: Order, language: str, numbers: list[int]) -> dict[int, Key]:
        """Return what some records are sorted by, the least first, to merge several dossiers."""
        sql = f"SELECT * FROM ({_what(order, language)}) WHERE number IN ({_LISTED})"
        rows = self._db.execute(sql, [json.dumps(numbers)])
        return {row["number"]: _key(order, row["what"], row["amount"]) for row in rows}

    def _ranks(self, order: Order, language: str) -> "array[int]":
        """Return the place of each record, by number."""
        down = "DESC" if order in _BACKWARDS else "ASC"
        amounts = "ASC" if order == "amount-ascending" else "DESC"
        rows = self._db.execute(
            f"""SELECT number FROM ({_what(order, language)})
                ORDER BY what IS NULL, what {down}, amount {amounts}, number"""
        ).fetchall()
        places = array("L", bytes(8 * (1 + max((row[0] for row in rows), default=0))))
        for place, row in enumerate(rows):
            places[row[0]] = place
        return places


def _what(order: Order, language: str) -> str:
    match order:
        case "newest" | "oldest":
            return _DATES
        case "amount" | "amount-ascending":
            return _AMOUNTS
        case _:
            return _TITLES.format(language=language)


def _key(order: Order, what: str | bytes | None, amount: float | None) -> Key:
    if what is None:
        return (1,)
    if order in _BACKWARDS:  # letter by letter; what is longer comes before its beginning
        letters = map(ord, what) if isinstance(what, str) else what
        return (0, (*(-letter for letter in letters), 1))
    return (0, what, (amount or 0.0) * (1 if order == "amount-ascending" else -1))
