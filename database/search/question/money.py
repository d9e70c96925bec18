"""Sums as they are typed in either language: ``>100M EUR``, ``150 millió euró``, ``€2,5 mrd``."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from database.model.values import plain_number
from database.search.language import analysis
from database.search.question import span
from database.search.question.span import Span
from i18n import cldr
from i18n.locales import LOCALES

_WORDS = Path(__file__).with_suffix(".toml")
_SUM = re.compile(r"(?P<before>[^\d.,]*?)\s*(?P<figure>\d+(?:[.,'’\s]\d+)*)\s*(?P<after>.*)")
_ONE_GROUP = re.compile(r"\d{1,3}[.,]\d{3}")
# Scales that only Hungarian has; before them a comma begins the decimals.
_HUNGARIAN = frozenset(
    (
        "ezer",
        "millio",
        "milliot",
        "millios",
        "milliard",
        "milliardot",
        "milliardos",
        "mrd",
        "billio",
    )
)
# A hyphen between two sums: 30-70 million, €5 - €10.
_HYPHEN = re.compile(r"(?<=\w)(?:-|\s+-\s+)(?=[^\w\s-]?\d)")
# What may stand before a figure: a field and signs.
_BEFORE_FIGURE = re.compile(r"^(?:.*[:<>=≥≤])?\W*")
# What is about a sum is so much less or more at most.
_ABOUT_LESS, _ABOUT_MORE = Decimal("0.9"), Decimal("1.1")
# Longer numbers are no sums of money, and SQLite would round them.
_MOST_DIGITS = 15

# Figures are written in these scales, if two decimals are enough then.
_WRITTEN_IN = {
    "hu": ((10**9, " milliárd"), (10**6, " millió")),
    "en": ((10**9, "bn"), (10**6, "M")),
}


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in whole units of ``currency``, which is ``""`` where none was named."""

    amount: Decimal
    currency: str
    scale: int = 1

    @property
    def number(self) -> int | float:
        """Return the amount as SQLite compares it."""
        return plain_number(self.amount)

    def __str__(self) -> str:
        return f"{self.number} {self.currency}".strip()


@dataclass(frozen=True, slots=True)
class Sums:
    """What is between two sums of one currency; ``None`` is an open end."""

    low: Sum | None
    high: Sum | None
    span: Span

    @property
    def currency(self) -> str:
        """Return the ISO 4217 code in which to compare, ``""`` for any."""
        return next((end.currency for end in (self.high, self.low) if end and end.currency), "")

    @property
    def is_mixed(self) -> bool:
        """Tell whether the ends are of two currencies: nothing is between them."""
        return len({end.currency for end in (self.low, self.high) if end}) > 1


def read(text: str) -> Sums | None:
    """Read a comparison of sums, ``None`` where it is none.

    The first of two ends may leave to the second what they share: ``100..200M EUR``.
    """
    about = span.about(text)
    sums = _read(about or text)
    return _widened(sums) if sums and about else sums


def _widened(sums: Sums) -> Sums | None:
    """Return what is about as much as *sums*, ``None`` where an end is open."""
    if not (sums.low and sums.high):
        return None
    low = replace(sums.low, amount=sums.low.amount * _ABOUT_LESS)
    high = replace(sums.high, amount=sums.high.amount * _ABOUT_MORE)
    return Sums(low, high, Span(str(low), str(high)))


def _read(text: str) -> Sums | None:
    between = span.read(_HYPHEN.sub("..", text))
    if between is None:
        return None
    low, high = (_sum(end) for end in (between.low, between.high))
    if (low is None) != (not between.low) or (high is None) != (not between.high):
        return None
    if low and high:
        low, high = _sharing(low, high)
        if low.currency == high.currency and low.amount > high.amount:
            low, high = high, low
    return Sums(low, high, between)


def written(amount: Decimal, language: str) -> str:
    """Return an amount as a question may have it: ``100M``, ``1,5 milliárd``."""
    for scale, word in _WRITTEN_IN.get(language, _WRITTEN_IN["en"]):
        if amount >= scale and amount % (scale // 100) == 0:
            return _digits(amount / scale, language) + word
    return _digits(amount, language)


def span_written(low: Decimal, high: Decimal, language: str) -> str:
    """Return what is between two amounts as a question may have it: ``5M..1.5bn``."""
    first = written(low, language)
    # 5..10M would be millions at both ends.
    last = _digits(high, language) if first[-1].isdigit() else written(high, language)
    return f"{first}..{last}"


def unit(text: str) -> tuple[int, str] | None:
    """Return the scale and the currency of ``million €``; ``None`` where it is something else.

    The scale is 1, or the currency ``""``, where the text has none.
    """
    found = _scale_and_currency(text)
    return found and (_scales().get(found[0], 1), found[1])


def ends_in_currency(text: str) -> bool:
    """Tell whether *text* ends in a sum and its currency: who types ``65 million euro`` is done."""
    if not any(letter.isdecimal() for letter in text):
        return False  # sooner than the words of the file are read
    *before, last = text.split()
    if not before or analysis.folded(last) not in _currencies():
        return False
    figure = _BEFORE_FIGURE.sub("", before[-1])
    is_figure = figure[:1].isdecimal() and figure[-1].isdecimal()  # 5G is none
    return is_figure or analysis.folded(figure) in _scales()


def may_name_currency(text: str) -> bool:
    """Tell whether a word of *text* begins as the name of a currency does, or is a sign for one."""
    return any(_plain(word).startswith(_beginnings()) for word in text.split()) or any(
        unicodedata.category(sign) == "Sc" for sign in text
    )


def _digits(amount: Decimal, language: str) -> str:
    digits = f"{amount:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return digits.replace(".", ",") if language == "hu" else digits


def _sharing(low: Sum, high: Sum) -> tuple[Sum, Sum]:
    if low.scale == 1 and low.amount * high.scale <= high.amount:
        low = replace(low, amount=low.amount * high.scale)
    currency = low.currency or high.currency
    low = replace(low, currency=currency)
    return low, high if high.currency else replace(high, currency=currency)


def _sum(text: str) -> Sum | None:
    typed = _SUM.fullmatch(text.strip())
    if not typed:
        return None
    before, after = (_currency(typed["before"]), _scale_and_currency(typed["after"]))
    if before is None or after is None:
        return None
    word, currency = after
    if before and currency and before != currency:
        return None
    amount = _figure(typed["figure"], comma_is_decimal=word in _HUNGARIAN)
    scale = _scales().get(word, 1)
    return None if amount is None else Sum(amount * scale, before or currency, scale)


def _figure(typed: str, *, comma_is_decimal: bool) -> Decimal | None:
    """Read digits with marks: a mark is decimal if it stands once and is not before a group."""
    figure = re.sub(r"['’\s]", "", typed)
    if sum(map(str.isdigit, figure)) > _MOST_DIGITS:
        return None
    marks = [mark for mark in figure if mark in ".,"]
    decimal = marks[-1] if marks and figure.count(marks[-1]) == 1 else ""
    sure = len(set(marks)) > 1 or (comma_is_decimal and decimal == ",")
    if not sure and _ONE_GROUP.fullmatch(figure):
        decimal = ""
    whole, _mark, fraction = figure.partition(decimal) if decimal else (figure, "", "")
    return Decimal(f"{re.sub('[.,]', '', whole)}.{fraction or 0}")


def _scale_and_currency(text: str) -> tuple[str, str] | None:
    """Split ``millió euró`` and ``M€``; ``None`` where it is more than scale and currency."""
    currency = _currency(text)
    if currency is not None:
        return "", currency
    written = text.strip()
    for length in sorted({len(word) for word in _scales()}, reverse=True):
        word = _plain(written[:length])
        if word in _scales() and (currency := _currency(written[length:])) is not None:
            return word, currency
    return None


def _currency(text: str) -> str | None:
    """Return the code of a currency, ``""`` for no text, ``None`` for words of another kind."""
    written = text.strip().rstrip(".")
    if not written:
        return ""
    if known := _currencies().get(_plain(written)):
        return known
    # Three capitals are no currency that the world does not know: USA, AND.
    return written if written in cldr.of(LOCALES[0]).currencies else None


def _plain(text: str) -> str:
    return analysis.fold(text.strip().lower()).replace("-", " ")


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(_WORDS.read_text("utf-8"))


@cache
def _scales() -> Mapping[str, int]:
    return {word: int(scale) for scale, words in _words()["scales"].items() for word in words}


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(_currencies())


@cache
def _currencies() -> Mapping[str, str]:
    return {word: code for code, words in _words()["currencies"].items() for word in words}
