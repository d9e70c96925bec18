"""Dates as they are typed in either language, as first and last day: ``2020. szept. 15.``."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from database.model.values import StatedDate
from database.search.language import analysis
from database.search.question import span
from database.search.question.span import Span
from i18n import cldr
from i18n.dates import PartialDate, UnreadableDate
from i18n.locales import LOCALES

# ISO 8601, also with the full stops of Hungarian figures.
_FIGURES = re.compile(r"(\d{4})(?:[-./]\s*(\d{1,2})(?:[-./]\s*(\d{1,2}))?)?\.?")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})\.?\s*(?P<month>[^\W\d]+)\.?(?:\s*(?P<day>\d{1,2})\.?)?")
_YEAR_LAST = re.compile(r"(?:(?P<day>\d{1,2})\.?\s+)?(?P<month>[^\W\d]+)\.?,?\s+(?P<year>\d{4})")
# No month has four figures.
_TWO_YEARS = re.compile(r"^\s*(\d{4})\s*-\s*(\d{4})\s*$")


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days from ``first`` to ``last`` in ISO 8601, and how that was written."""

    first: str
    last: str
    span: Span


def days(text: str) -> Days | None:
    """Read a date or a comparison of dates; ``None`` where it is none."""
    between = span.read(_TWO_YEARS.sub(r"\1..\2", text))
    if between is None:
        return None
    low, high = (_date(end) for end in (between.low, between.high))
    if (low is None) != (not between.low) or (high is None) != (not between.high):
        return None
    if low and high and low.first_day() > high.first_day():
        low, high = high, low
    written = Span(low.isoformat() if low else "", high.isoformat() if high else "", between.strict)
    first, last = _bounds(low, high, strict=between.strict)
    return Days(first, last, written) if first <= last else None


def years(text: str) -> Span | None:
    """Read a year or a comparison of years; ``None`` where it is none."""
    read = days(text)
    ends = [end for end in (read.span.low, read.span.high) if end] if read else []
    return read.span if read and ends and all(len(end) == len("2020") for end in ends) else None


def stated_days(stated: StatedDate) -> tuple[str, str]:
    """Return the first and the last day that a date of the dossier may mean.

    As in the facet of years, a span without end counts as its beginning.
    """
    last = _last_day(stated.end or stated.start)
    return stated.start.first_day().isoformat(), last.isoformat()


def _bounds(low: PartialDate | None, high: PartialDate | None, *, strict: bool) -> tuple[str, str]:
    """Return the first and last day between two dates, without their own days if *strict*."""
    first = low.first_day() if low else date.min
    last = _last_day(high) if high else date.max
    if strict and low:
        first = date.fromordinal(min(_last_day(low).toordinal() + 1, date.max.toordinal()))
    if strict and high:
        last = date.fromordinal(max(high.first_day().toordinal() - 1, 1))
    return first.isoformat(), last.isoformat()


def _last_day(when: PartialDate) -> date:
    month = when.month or 12
    return date(when.year, month, when.day or monthrange(when.year, month)[1])


def _date(text: str) -> PartialDate | None:
    figures = _FIGURES.fullmatch(text.strip())
    try:
        if figures:
            return PartialDate(*(int(part) if part else None for part in figures.groups()))  # type: ignore[arg-type]  # the year is always there
        return _in_words(text.strip())
    except UnreadableDate:
        return None


def _in_words(text: str) -> PartialDate | None:
    written = _YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text)
    month = written and _months().get(analysis.fold(written["month"].lower()))
    if not written or not month:
        return None
    return PartialDate(int(written["year"]), month, int(written["day"]) if written["day"] else None)


@cache
def _months() -> Mapping[str, int]:
    """Return the number of each month by its names, long and short, in every language."""
    return {
        analysis.fold(name.lower().rstrip(".")): number
        for locale in LOCALES
        for width in ("wide", "abbreviated")
        for number, name in cldr.of(locale).months["format"][width].items()
    }
