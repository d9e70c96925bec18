"""What hits are in order by, in words: a list by date or by amount shows the date or the amount."""

import json
import sqlite3
from collections.abc import Mapping
from decimal import Decimal

from database.model.schema import Schema
from database.model.values import BadValue, StatedDate
from database.model.wording import Wording
from database.search.answer.order import Key
from database.search.request import Order
from i18n import formats
from i18n.locales import Locale
from i18n.messages import PN_, of

# A record keeps the place of its first date among others, which is a day even for *mid 2018*: the
# date itself is one of those that the record states.
_STATED = """
    WITH wanted AS (SELECT value FROM json_each(?))
    SELECT record AS number, date AS stated FROM claim WHERE record IN wanted AND date <> ''
    UNION ALL SELECT record, json_extract(value, '$') FROM claim
        WHERE record IN wanted AND json_type(value) = 'text'
    UNION ALL SELECT record, date FROM relation WHERE record IN wanted AND date <> ''
    UNION ALL SELECT number, atom FROM record, json_tree(attributes)
        WHERE number IN wanted AND json_tree.type = 'text'"""
_FIRST = "SELECT number, date FROM record WHERE number IN (SELECT value FROM json_each(?))"
_NO_AMOUNT = PN_("search", "no amount stated")
_NO_DATE = PN_("search", "no date stated")


def sorted_by(
    connection: sqlite3.Connection,
    order: Order,
    places: Mapping[int, Key],
    schema: Schema,
    locale: Locale,
) -> dict[int, str]:
    """Return what records are in order by, by their numbers; nothing where their titles show it.

    ``places`` are those of ``Orders.keys``.
    """
    match order:
        case "amount" | "amount-ascending":
            sign = 1 if order == "amount-ascending" else -1
            found = {n: _amount(place, sign, locale) for n, place in places.items()}
            missing = of(locale).pgettext(*_NO_AMOUNT)
        case "newest" | "oldest":
            found = _dates(connection, [*places], schema, locale)
            missing = of(locale).pgettext(*_NO_DATE)
        case _:
            return {}
    return {number: found.get(number) or missing for number in places}


def led_by(first: str, facts: tuple[str, ...]) -> tuple[str, ...]:
    """Return *facts* with what a record is in order by, if anything, as the *first*, told once."""
    return tuple(dict.fromkeys((first, *facts))) if first else facts


def _amount(place: Key, sign: int, locale: Locale) -> str:
    """Return the amount of a place, in which the largest one is the least if it comes first."""
    if len(place) == 1:
        return ""
    _stated, currency, amount = place
    return formats.money(sign * Decimal(str(amount)), str(currency), locale)


def _dates(
    connection: sqlite3.Connection, numbers: list[int], schema: Schema, locale: Locale
) -> dict[int, str]:
    """Return the first date of each record that has one."""
    wanted, modifiers = json.dumps(numbers), schema.codes("date-modifier")
    first = dict(connection.execute(_FIRST, [wanted]).fetchall())
    wording, found = Wording(locale, schema, {}, {}), dict[int, str]()
    for number, stated in connection.execute(_STATED, [wanted]):
        if number in found:
            continue
        try:
            date = StatedDate.parse(stated, modifiers)
        except BadValue:
            continue  # the record says something else there
        if date.sort_key() == first[number]:
            found[number] = wording.date(date)
    return found
