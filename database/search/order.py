"""Putting answers in an order other than relevance: by title, by date, by amount."""

import heapq
import sqlite3
from array import array

from database.search import records
from database.search.records import Records

# One row a record: its number, in order. Whatever has no date or no amount comes last, and equals
# stand in order of number. Amounts are never compared across currencies: the currency that most
# records of the dossier have comes first.
_BY_TITLE = "SELECT number FROM record ORDER BY sort_{language}, number"
_BY_DATE = "SELECT number FROM record ORDER BY date = '', date {way}, number"
_BY_AMOUNT = """
    WITH currencies AS (
        SELECT currency, row_number() OVER (ORDER BY count(DISTINCT record) DESC, currency) AS place
        FROM amount GROUP BY currency),
    largest AS (
        SELECT record, place, max(amount) AS amount FROM amount JOIN currencies USING (currency)
        GROUP BY record, place),
    first AS (SELECT record, min(place) AS place FROM largest GROUP BY record)
    SELECT number FROM record
    LEFT JOIN first ON first.record = number
    LEFT JOIN largest ON largest.record = number AND largest.place = first.place
    ORDER BY first.place IS NULL, first.place, largest.amount DESC, number"""


class Orders:
    """Knows the place of every record in each order, once it was asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._places: dict[str, array[int]] = {}

    def first(self, order: str, language: str, within: Records, many: int) -> list[int]:
        """Return the first *many* records of *within*, by number, in an order of a request."""
        sql = _sql(order, language)
        if sql not in self._places:
            self._places[sql] = self._ranks(sql)
        place = self._places[sql]
        return heapq.nsmallest(many, records.numbers(within), key=place.__getitem__)

    def _ranks(self, sql: str) -> "array[int]":
        """Return the place of each record, by number."""
        rows = self._db.execute(sql).fetchall()
        places = array("L", bytes(8 * (1 + max((row[0] for row in rows), default=0))))
        for place, row in enumerate(rows):
            places[row[0]] = place
        return places


def _sql(order: str, language: str) -> str:
    match order:
        case "newest" | "oldest":
            return _BY_DATE.format(way="DESC" if order == "newest" else "ASC")
        case "amount":
            return _BY_AMOUNT
        case _:
            return _BY_TITLE.format(language=language)
