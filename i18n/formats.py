"""How values are written in a language: all that is written is found here.

Every function takes the language to write in, so that two can be shown side by side. What Babel
costs to import is paid at the first call.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from i18n import cldr
from i18n.dates import format_date, format_moment, span
from i18n.locales import ENGLISH, Locale
from i18n.messages import of
from i18n.numerals import exact, number, percent, plural_count

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "country_name", "format_date", "format_moment", "is_country", "language_name", "list_of",
    "list_separator", "money", "number", "percent", "span",
]  # fmt: skip

#: Currencies whose CLDR name nobody writes in running text, by language and code.
_USUAL_NAMES = {("hu", "HUF"): "forint"}

#: What CLDR has besides countries: the euro area, outlying islands, the United Nations, what tests
#: are written in, and the unknown.
_NO_COUNTRIES = frozenset(("EZ", "QO", "UN", "XA", "XB", "ZZ"))

#: An amount is written in these if it then needs no more than ``_SCALE_DECIMALS`` decimals. A
#: thousand billion stays that: trillion is billió in Hungarian, which is easily taken for billion.
_BILLION, _MILLION = Decimal(10**9), Decimal(10**6)
_SCALE_DECIMALS = 3


@lru_cache(maxsize=1 << 12)
def money(amount: Decimal | float, currency: str, locale: Locale) -> str:
    """Write a sum in running text: ``EUR 11.7 million``, ``11,7 millió euró``, ``EUR 12,500``.

    The amount is in whole units of *currency* (ISO 4217) and is never rounded: a sum that is not
    round enough for millions is written in figures. English has the currency's code (EU
    Interinstitutional Style Guide, 7.3.3), other languages the name CLDR gives it in running text.
    A code that CLDR does not know is written as it is, and ``""`` not at all: ``1 billion``.
    """
    sum_, scale = _scaled(exact(amount))
    pattern = _money_pattern(scale, plural_count(sum_), locale)
    word = _currency_word(currency, sum_, locale) if currency else ""
    return pattern.format(amount=number(sum_, locale), currency=word).strip()


def list_of(texts: Sequence[str], locale: Locale) -> str:
    """Write an enumeration: ``a, b and c``, ``a, b és c``."""
    from babel.lists import format_list

    return format_list(texts, locale=cldr.of(locale))


def list_separator(locale: Locale) -> str:
    """Return what parts the columns of a CSV file for the spreadsheets of readers of *locale*.

    It is a semicolon where the comma is the decimal sign, as in Excel's reading of such files.
    """
    decimal = cldr.of(locale).number_symbols["latn"]["decimal"]
    return ";" if decimal == "," else ","


@lru_cache(maxsize=1 << 10)
def language_name(tag: str, locale: Locale) -> str:
    """Return the name of a language by its BCP 47 tag, such as ``sr-Latn``; unknown, the tag."""
    from babel import UnknownLocaleError

    names, key = cldr.of(locale).languages, tag.replace("-", "_")
    if key in names:
        return str(names[key])
    try:
        return cldr.tagged(key).get_display_name(cldr.of(locale)) or tag
    except (UnknownLocaleError, ValueError):
        return tag


@lru_cache(maxsize=1 << 10)
def country_name(code: str, locale: Locale) -> str:
    """Return the name of a country by its ISO 3166 code, such as ``RS``; unknown, the code."""
    return str(cldr.of(locale).territories.get(code, code))


def language_names(locale: Locale) -> list[str]:
    """Return the names of all languages that CLDR knows, in no order."""
    return [*map(str, cldr.of(locale).languages.values())]


def country_names(locale: Locale) -> list[str]:
    """Return the names of all countries and regions that CLDR knows, in no order."""
    return [*map(str, cldr.of(locale).territories.values())]


def is_country(code: str) -> bool:
    """Tell whether CLDR knows a country by this code, or the European Union as ``EU``.

    ``XK`` is the one in use for Kosovo.
    """
    is_region = code.isdigit() or code in _NO_COUNTRIES
    return code in cldr.of(ENGLISH).territories and not is_region


def _scaled(amount: Decimal) -> tuple[Decimal, Decimal]:
    """Return the figure to write and the scale to write it in, 1 if it is written in full."""
    for scale in (_BILLION, _MILLION):
        if abs(amount) >= scale:
            figure = amount / scale
            return (
                (figure, scale)
                if figure == round(figure, _SCALE_DECIMALS)
                else (amount, Decimal(1))
            )
    return amount, Decimal(1)


def _money_pattern(scale: Decimal, count: int, locale: Locale) -> str:
    words = of(locale)
    if scale == _BILLION:
        return words.npgettext(
            "money", "{currency} {amount} billion", "{currency} {amount} billion", count
        )
    if scale == _MILLION:
        return words.npgettext(
            "money", "{currency} {amount} million", "{currency} {amount} million", count
        )
    return words.npgettext("money", "{currency} {amount}", "{currency} {amount}", count)


def _currency_word(code: str, amount: Decimal, locale: Locale) -> str:
    """Return what a currency is called after a number."""
    if locale == ENGLISH:
        return code
    from babel.numbers import get_currency_name

    usual = _USUAL_NAMES.get((locale.code, code))
    return usual or get_currency_name(code, amount, locale=cldr.of(locale))
