"""The kinds of value a claim or an attribute can have, and how each is read from TOML and JSON."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from database.model.text import Text
from i18n.dates import PartialDate

LANGUAGES = ("en", "hu")
_DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_STATED_DATE = re.compile(
    rf"(?:(?P<modifier>[a-z]+) )?(?P<start>{_DATE})(?:/(?P<end>\.\.|{_DATE}))?"
)
# A number with more digits before its point is nobody's sum, and JSON would round it.
_MOST_DIGITS = 15

# Where a rough date stands: after the last day of the month named, or on that day of its month.
_WITHIN_A_YEAR = {"early": (2, 99), "mid": (6, 99), "late": (11, 99), "after": (13, 0)}
_WITHIN_A_MONTH = {"early": 5, "mid": 15, "late": 25, "after": 99}


class BadValue(ValueError):
    """A value is not of its kind; the message says how to write it."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date or span with the precision that the source gives it.

    ``modifier`` is a code of the vocabulary ``date-modifier``, as in ``mid 2018``.
    ``end`` is ``None`` for a single date and for an open span; ``open_end`` tells the two apart.
    Written as ISO 8601 with reduced precision, spans as ``2005/2019`` and ``2012/..`` (ISO 8601-2).
    """

    start: PartialDate
    end: PartialDate | None = None
    open_end: bool = False
    modifier: str = ""

    @classmethod
    def parse(cls, text: str, modifiers: frozenset[str]) -> "StatedDate":
        """Read the written form.

        Raises:
            BadValue: the text has another form, an unknown modifier, or runs backwards.
        """
        match = _STATED_DATE.fullmatch(text)
        if not match or (match["modifier"] or "") not in modifiers | {""}:
            raise BadValue("write 2016, 2016-10, 2016-10-05, mid 2018, 2005/2019 or 2012/..")
        try:
            start = PartialDate.parse(match["start"])
            open_end = match["end"] == ".."
            end = PartialDate.parse(match["end"]) if match["end"] and not open_end else None
        except ValueError as error:
            raise BadValue("there is no such day in the calendar") from error
        if end is not None and end.isoformat() < start.isoformat():
            raise BadValue("put the earlier date first")
        return cls(start, end, open_end, match["modifier"] or "")

    def years(self) -> range:
        """Return the years that the date covers; an open span counts as its first year."""
        return range(self.start.year, (self.end or self.start).year + 1)

    def sort_key(self) -> str:
        """Order dates by their beginning; a rough one stands about where it would fall."""
        year, month, day = self.start.year, self.start.month or 0, self.start.day or 0
        if self.modifier == "before":
            return f"{self.start.isoformat()}--"  # which sorts before any month or day of it
        if self.start.month is None:
            month, day = _WITHIN_A_YEAR.get(self.modifier, (0, 0))
        elif self.start.day is None:
            day = _WITHIN_A_MONTH.get(self.modifier, 0)
        return f"{year:04}-{month:02}-{day:02}"

    def __str__(self) -> str:
        span = "/.." if self.open_end else f"/{self.end.isoformat()}" if self.end else ""
        return f"{self.modifier} {self.start.isoformat()}{span}".strip()


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole units of ``currency`` (ISO 4217), as stated: never converted."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something; ``unit`` is a code of the vocabulary ``unit``."""

    number: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a closed list."""

    vocabulary: str
    code: str


@dataclass(frozen=True, slots=True)
class Stance:
    """What an actor thinks of another record; codes of ``stance`` and ``ground``."""

    stance: str
    about: str
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Plain:
    """A string that is the same in every language.

    ``kind`` says what it is: ``name``, ``url``, ``language``, ``country`` or ``place``.
    """

    kind: str
    text: str


Value = Text | StatedDate | Money | Quantity | Code | Stance | Plain


def number(raw: Any) -> Decimal:
    """Read a number from TOML or JSON without a detour through binary fractions."""
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        raise BadValue("write a number, such as 150_000_000 or 11.7")
    try:
        read = Decimal(str(raw))
    except InvalidOperation as error:
        raise BadValue("write a number, such as 150_000_000 or 11.7") from error
    if not read.is_finite():
        raise BadValue("write a number, such as 150_000_000 or 11.7")
    if read.adjusted() >= _MOST_DIGITS:
        raise BadValue(f"write a number of {_MOST_DIGITS} digits at most before the point")
    return read


def plain_number(value: Decimal) -> int | float:
    """Return *value* as JSON writes it best: whole numbers without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def to_json(value: Value) -> Any:
    """Return the JSON form of a value, the one in which it stands in TOML and in a dossier."""
    match value:
        case Text():
            return dict(value.by_language)
        case Money():
            return {"amount": plain_number(value.amount), "currency": value.currency}
        case Quantity():
            return {"number": plain_number(value.number), "unit": value.unit}
        case Code():
            return value.code
        case Stance():
            shape = {"stance": value.stance, "about": value.about, "ground": value.ground}
            return {key: part for key, part in shape.items() if part}
        case StatedDate():
            return str(value)
        case Plain():
            return value.text
