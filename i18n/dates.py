"""Dates as precise as they are known, and spans between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Self

from i18n import cldr
from i18n.messages import of

if TYPE_CHECKING:
    from i18n.locales import Locale

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

#: CLDR skeletons of spans, by what is known of both dates: the year; the month too; the day too.
_SKELETONS = ("y", "yMMM", "yMMMd")


class UnreadableDate(ValueError):
    """The text is no date in ISO 8601, or no day of the calendar."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which only the year, or the year and the month, may be known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise UnreadableDate(f"day {self.day} of {self.year} has no month")
        try:
            self.first_day()
        except ValueError as error:
            raise UnreadableDate(f"{self.isoformat()!r} is not in the calendar: {error}") from error

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ISO 8601 of any precision: ``2016``, ``2016-10``, ``2016-10-05``.

        Raises:
            UnreadableDate: it is anything else, or there is no such day.
        """
        match = _ISO.fullmatch(text)
        if match is None:
            raise UnreadableDate(f"{text!r} is not a date such as 2016, 2016-10 or 2016-10-05")
        return cls(*(None if part is None else int(part) for part in match.groups()))  # type: ignore[arg-type]

    @property
    def precision(self) -> int:
        """Return how many of year, month and day are known: 1, 2 or 3."""
        return 1 + (self.month is not None) + (self.day is not None)

    def first_day(self) -> date:
        """Return the first day it can mean."""
        month, day = (1 if part is None else part for part in (self.month, self.day))
        return date(self.year, month, day)

    def isoformat(self) -> str:
        """Return it in ISO 8601, no more precise than it is."""
        rest = (part for part in (self.month, self.day) if part is not None)
        return "-".join((f"{self.year:04}", *(f"{part:02}" for part in rest)))


@lru_cache(maxsize=1 << 12)
def format_date(when: PartialDate, locale: Locale) -> str:
    """Write a date in words: ``5 October 2016``, ``2016. október``, ``2016``."""
    return _write(when, _pattern(when.precision, locale), locale)


@lru_cache(maxsize=1 << 12)
def span(start: PartialDate, end: PartialDate | None, locale: Locale) -> str:
    """Write a span in words: ``2005–2019``, ``2020. szeptember 15–18.``, ``since 2012``.

    What both dates share is written once, as in CLDR's intervals, but with months in full and with
    ordinary spaces. Dates that are not equally precise are both written out.
    """
    if end is None:
        since = of(locale).pgettext("date", "since {date}")
        return since.format(date=format_date(start, locale))
    if start == end:
        return format_date(start, locale)
    first, last = _interval_patterns(start, end, locale)
    return _write(start, first, locale) + _write(end, last, locale)


def format_moment(when: datetime, locale: Locale) -> str:
    """Write a day and its time to the minute: ``5 October 2016, 14:03``, as *when* has them."""
    from babel import dates  # here, since it takes 10-35 ms to import

    known = cldr.of(locale)
    day = format_date(PartialDate(when.year, when.month, when.day), locale)
    time = dates.format_time(when.time(), "short", locale=known)
    return str(known.datetime_formats["long"]).format(time, day)


def _write(when: PartialDate, pattern: str, locale: Locale) -> str:
    from babel import dates  # here, since it takes 10-35 ms to import

    return dates.format_date(when.first_day(), pattern, locale=cldr.of(locale))


def _pattern(precision: int, locale: Locale) -> str:
    """Return the CLDR pattern of one date, given how many of its parts are known."""
    if precision == 1:
        return "y"
    known = cldr.of(locale)
    return str(
        (
            known.datetime_skeletons["yMMMM"] if precision == 2 else known.date_formats["long"]
        ).pattern
    )


def _interval_patterns(start: PartialDate, end: PartialDate, locale: Locale) -> tuple[str, str]:
    """Return the CLDR patterns of both halves of a span; the dash belongs to the first."""
    if start.precision == end.precision:
        shared = cldr.of(locale).interval_formats.get(_SKELETONS[start.precision - 1], {})
        if pair := shared.get(_difference(start, end)):
            return _in_full(pair[0]), _in_full(pair[1])
    return f"{_pattern(start.precision, locale)} – ", _pattern(end.precision, locale)


def _difference(start: PartialDate, end: PartialDate) -> str:
    """Return the pattern letter of the largest part in which two dates differ."""
    if start.year != end.year:
        return "y"
    return "M" if start.month != end.month else "d"


def _in_full(pattern: str) -> str:
    return pattern.replace("MMM", "MMMM").replace("\u2009", " ")
