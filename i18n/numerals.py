"""Numbers in figures: written as the language groups them, read when they mean one thing."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from i18n import cldr
from i18n.locales import HUNGARIAN, Locale

#: Spaces that people and programs put between groups: plain, no-break, narrow no-break, thin.
_SPACES = " \u00a0\u202f\u2009"
_MINUS = "\u2212"

#: Below this no language groups digits, and a whole number is its figures.
_GROUPED_FROM = 1000

#: Where Hungarian text begins to group digits (A magyar helyesírás szabályai, 12th edition, 289).
_HUNGARIAN_GROUPS_FROM = 10_000


class UnreadableNumber(ValueError):
    """The text is no number, or may be one or another: is ``1.234`` more than a thousand?"""


def number(value: Decimal | float, locale: Locale, *, column: bool = False) -> str:
    """Write a number in figures, with every digit it has: ``1,234.5``, ``1234,5``, ``12 345,5``.

    Groups are parted by a no-break space where the language uses a space. In a *column* Hungarian
    groups four digits too, so that figures line up. A float is taken at 15 significant digits.
    """
    if isinstance(value, int) and abs(value) < _GROUPED_FROM:  # most are; the window starts on them
        return str(value).replace("-", _MINUS)
    from babel.numbers import format_decimal

    figure = exact(value)
    grouped = column or locale != HUNGARIAN or abs(figure) >= _HUNGARIAN_GROUPS_FROM
    written = format_decimal(
        figure, locale=cldr.of(locale), decimal_quantization=False, group_separator=grouped
    )
    return written.replace("-", _MINUS)


def percent(value: Decimal | float, locale: Locale) -> str:
    """Write a share stated in hundredths: 12.5 is ``12.5%``."""
    pattern = cldr.of(locale).percent_formats[None]
    return f"{number(value, locale)}{pattern.suffix[0]}"


def parse_number(text: str, locale: Locale) -> Decimal:
    """Read a number as people type it, with any space or the language's mark between groups.

    Raises:
        UnreadableNumber: it is not written in figures, or its marks are not this language's.
    """
    typed = text.strip().replace(_MINUS, "-")
    match = _grammar(locale).fullmatch(typed)
    if match is None:
        raise UnreadableNumber(f"{text!r} is not a number that can be read in one way only")
    whole = match["sign"] + re.sub(r"[^0-9]", "", match["whole"])
    return Decimal(f"{whole}.{match['fraction']}" if match["fraction"] else whole)


def exact(value: Decimal | float) -> Decimal:
    """Return a number as a decimal, without the noise that binary fractions have."""
    if isinstance(value, float) and not value.is_integer():
        return Decimal(f"{value:.15g}")
    return Decimal(value)


def plural_count(value: Decimal | float) -> int:
    """Return the whole number whose plural form suits a number: gettext knows no others.

    A fraction goes with many: 1.5 years.
    """
    figure = exact(value)
    return int(figure) if figure == int(figure) else 2


@cache
def _grammar(locale: Locale) -> re.Pattern[str]:
    """Return what a number looks like: sign, digits or groups of three with one mark, fraction."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    mark = f"[{re.escape(_SPACES + get_group_symbol(cldr.of(locale)))}]"
    decimal = re.escape(get_decimal_symbol(cldr.of(locale)))
    grouped = rf"[0-9]{{1,3}}(?P<mark>{mark})[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*"
    return re.compile(
        rf"(?P<sign>[+-]?)(?P<whole>{grouped}|[0-9]+)(?:{decimal}(?P<fraction>[0-9]+))?"
    )
