"""Putting answers in an order other than relevance: by title, by date, by amount.

A dossier keeps its records by title and by date (``database.compile.orders``).
"""

import heapq
import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from itertools import islice

from database.search.answer import records
from database.search.answer.records import Records
from database.search.request import Order
from i18n.locales import LOCALES

Key = tuple[object, ...]

# What records are sorted by, of those that have it. Amounts are never compared across currencies:
# one currency comes after the other, by their codes, and of a record with several the first one
# counts.
_TITLES = "SELECT number, sort_{language} AS what, NULL AS amount FROM record WHERE {wanted}"
_DATES = "SELECT number, date AS what, NULL AS amount FROM record WHERE date <> '' AND {wanted}"
_AMOUNTS = """
    SELECT record AS number, currency AS what, max(amount) AS amount FROM amount JOIN (
        SELECT record, min(currency) AS currency FROM amount WHERE {wanted} GROUP BY record
    ) USING (record, currency) GROUP BY record"""
# The orders that a dossier keeps, by language; the others are these backwards, or soon found.
KEPT: Sequence[tuple[Order, str]] = [("oldest", ""), *(("title", x.code) for x in LOCALES)]
_BACKWARDS = frozenset[Order]({"newest", "title-reversed"})
_EVERY = "TRUE"
_LISTED = "{column} IN (SELECT value FROM json_each(?))"
_KEEPS = "SELECT 1 FROM sqlite_master WHERE name = 'ordered'"
_KEPT = "SELECT numbers FROM ordered WHERE name = ? AND language = ?"


class Orders:
    """Knows the place of every record in each order, once it was asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._ordered: dict[tuple[Order, str], _Ordered] = {}

    def first(self, order: Order, language: str, within: Records, many: int) -> list[int]:
        """Return the first *many* records of *within*, by number, in an order of a request.

        Whatever has no date or no amount comes last, in order of number.
        """
        if (order, language) not in self._ordered:
            self._ordered[order, language] = _Ordered(self._numbers(order, language))
        ordered = self._ordered[order, language]
        first = ordered.first(within, many)
        others = within & ~ordered.every if len(first) < many else records.NONE
        return [*first, *islice(records.numbers(others), many - len(first))]

    def keys(self, order: Order, language: str, numbers: list[int]) -> dict[int, Key]:
        """Return what some records are sorted by, the least first, to merge several dossiers."""
        rows = self._db.execute(_what(order, language, _LISTED), [json.dumps(numbers)])
        keys = {row["number"]: _key(order, row["what"], row["amount"]) for row in rows}
        return {number: keys.get(number, (1,)) for number in numbers}

    def _numbers(self, order: Order, language: str) -> Iterable[int]:
        match order:
            case "amount" | "amount-ascending":
                return in_order(self._db, order, language)
            case "newest" | "oldest":
                several = self._kept("oldest", "")
            case _:
                several = self._kept("title", language)
        return reversed(several) if order in _BACKWARDS else several

    def _kept(self, order: Order, language: str) -> list[int]:
        """Return an order that the dossier keeps; one that was changed has to find it anew."""
        kept = None
        if self._db.execute(_KEEPS).fetchone():
            kept = self._db.execute(_KEPT, [order, language]).fetchone()
        return json.loads(kept[0]) if kept else in_order(self._db, order, language)


def in_order(connection: sqlite3.Connection, order: Order, language: str) -> list[int]:
    """Return the records by their numbers, those alone that have what an *order* goes by.

    Equals stand in order of number.
    """
    amounts = "ASC" if order == "amount-ascending" else "DESC"
    what = _what(order, language, _EVERY)
    by = f"SELECT number FROM ({what}) ORDER BY what, amount {amounts}, number"
    return [row[0] for row in connection.execute(by)]


class _Ordered:
    """Records in their order."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._numbers = array("L", numbers)
        self.every = records.of(self._numbers)
        self._places = array("L", bytes(self._numbers.itemsize * (self.every.bit_length() + 1)))
        for place, number in enumerate(self._numbers):
            self._places[number] = place

    def first(self, within: Records, many: int) -> list[int]:
        """Return the first *many* records of *within* by number, as far as they are known here."""
        found = within & self.every
        size = records.size(found)
        # Either all records are passed by until there are enough, or all that are found are sorted.
        if size * size < many * len(self._numbers):
            return heapq.nsmallest(many, records.numbers(found), key=self._places.__getitem__)
        packed = records.packed(found)
        passing = (number for number in self._numbers if records.has(packed, number))
        return [*islice(passing, min(many, size))]


def _what(order: Order, language: str, wanted: str) -> str:
    match order:
        case "newest" | "oldest":
            return _DATES.format(wanted=wanted.format(column="number"))
        case "amount" | "amount-ascending":
            return _AMOUNTS.format(wanted=wanted.format(column="record"))
        case _:
            return _TITLES.format(language=language, wanted=wanted.format(column="number"))


def _key(order: Order, what: str | bytes, amount: float | None) -> Key:
    if order in _BACKWARDS:  # letter by letter; what is longer comes before its beginning
        letters = map(ord, what) if isinstance(what, str) else what
        return (0, (*(-letter for letter in letters), 1))
    return (0, what, (amount or 0.0) * (1 if order == "amount-ascending" else -1))
