"""Dates as they are typed in either language, as first and last day: ``2020. szept. 15.``."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple, Self

from database.model.values import StatedDate
from database.search.language import analysis
from database.search.question import span
from database.search.question.span import Span
from i18n import cldr
from i18n.dates import PartialDate, UnreadableDate
from i18n.locales import LOCALES

# ISO 8601, also with the full stops of Hungarian figures.
_FIGURES = re.compile(r"(\d{4})(?:[-./]\s*(\d{1,2})(?:[-./]\s*(\d{1,2}))?)?\.?")
# Day first and month first, as others write it, would be told apart in no way: 4/9/2020 is no date.
_FIGURES_LAST = re.compile(r"(?:(\d{1,2})\.\s*)?(\d{1,2})[./]\s*(\d{4})\.?")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})\.?\s*(?P<month>[^\W\d]+)\.?(?:\s*(?P<day>\d{1,2})\.?)?")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR_LAST = re.compile(rf"(?:{_DAY}\s+)?(?P<month>[^\W\d]+)\.?,?\s+(?P<year>\d{{4}})")
_MONTH_FIRST = re.compile(rf"(?P<month>[^\W\d]+)\.?\s+{_DAY},?\s+(?P<year>\d{{4}})")
# What a month may end in: 2020 szeptemberében, szeptembere óta.
_ENDING = re.compile(r"j?[ae](?:i|b[ae]n)?|b[ae]n|i")
# Sep is September, though CLDR has Sept for it.
_SHORTEST_MONTH = 3
# A rough date is in one third of its year or month, where it is sorted, too.
_THIRDS = ("early", "mid", "late")
# How it is typed.
_ROUGHLY = tuple(
    (modifier, span.in_words(before, after))
    for modifier, before, after in (
        ("early", "early(?: in)?|(?:the )?(?:beginning|start) of|početkom", "eleje|elején|elejei"),
        ("mid", "mid|(?:the )?middle of|sredinom", "közepe|közepén|közepi"),
        ("late", "late(?: in)?|(?:the )?end of|krajem", "vége|végén|végi"),
    )
)
# No month has four figures, and none is the 20th: 2017-2020, 2017-20.
_TWO_YEARS = re.compile(r"\s*((\d\d)\d\d)\s*-\s*(\d{4}|1[3-9]|[2-9]\d)\s*")


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days from ``first`` to ``last`` in ISO 8601, and how that was written."""

    first: str
    last: str
    span: Span


class _Stretch(NamedTuple):
    """The days that one date may mean, and how it is written: ``2020-10``, ``late 2020``."""

    first: date
    last: date
    written: str

    @classmethod
    def of(cls, stated: StatedDate) -> Self:
        """Return the days of a date or of a span."""
        first, last = _ends(stated)
        return cls(first.first_day(), _last_day(last), str(stated))


def days(text: str) -> Days | None:
    """Read a date or a comparison of dates; ``None`` where it is none."""
    between = span.read(_two_years(text))
    if between is None:
        return None
    low, high = (_date(end) for end in (between.low, between.high))
    if (low is None) != (not between.low) or (high is None) != (not between.high):
        return None
    if low and high and low.first > high.first:
        low, high = high, low
    written = [end.written if end else "" for end in (low, high)]
    first, last = _bounds(low, high, strict=between.strict)
    return (
        Days(first, last, Span(written[0], written[1], between.strict)) if first <= last else None
    )


def _two_years(text: str) -> str:
    """Return ``2017-2020`` and ``2017-20`` as ``2017..2020``, anything else as it is."""
    found = _TWO_YEARS.fullmatch(text)
    if not found:
        return text
    first, century, last = found.groups()
    if len(last) == len(first):
        return f"{first}..{last}"
    return f"{first}..{century}{last}" if century + last > first else text


def years(text: str) -> Span | None:
    """Read a year or a comparison of years; ``None`` where it is none."""
    read = days(text)
    ends = [end for end in (read.span.low, read.span.high) if end] if read else []
    return read.span if read and ends and all(len(end) == len("2020") for end in ends) else None


def stated_days(stated: StatedDate) -> tuple[str, str]:
    """Return the first and the last day that a date of the dossier may mean.

    As in the facet of years, a span without end counts as its beginning.
    """
    days = _Stretch.of(stated)
    return days.first.isoformat(), days.last.isoformat()


def _ends(stated: StatedDate) -> tuple[PartialDate, PartialDate]:
    """Return the first and the last date that may be meant, of a rough one those of its third."""
    start = stated.start
    if stated.end or start.day or stated.modifier not in _THIRDS:
        return start, stated.end or start
    year, month, third = start.year, start.month, _THIRDS.index(stated.modifier)
    if month is None:
        return PartialDate(year, 4 * third + 1), PartialDate(year, 4 * third + 4)
    last = start if stated.modifier == "late" else PartialDate(year, month, 10 * third + 10)
    return PartialDate(year, month, 10 * third + 1), last


def _bounds(low: _Stretch | None, high: _Stretch | None, *, strict: bool) -> tuple[str, str]:
    """Return the first and last day between two dates, without their own days if *strict*."""
    first = low.first if low else date.min
    last = high.last if high else date.max
    if strict and low:
        first = date.fromordinal(min(low.last.toordinal() + 1, date.max.toordinal()))
    if strict and high:
        last = date.fromordinal(max(high.first.toordinal() - 1, 1))
    return first.isoformat(), last.isoformat()


def _last_day(when: PartialDate) -> date:
    month = when.month or 12
    return date(when.year, month, when.day or monthrange(when.year, month)[1])


def _date(text: str) -> _Stretch | None:
    for modifier, words in _ROUGHLY:
        if found := words.fullmatch(text.strip()):
            whole = _exact_date(found[1] or found[2])
            if whole is None or whole.day:
                return None
            return _Stretch.of(StatedDate(whole, modifier=modifier))
    exact = _exact_date(text)
    return _Stretch.of(StatedDate(exact)) if exact else None


def _exact_date(text: str) -> PartialDate | None:
    figures, last = _FIGURES.fullmatch(text.strip()), _FIGURES_LAST.fullmatch(text.strip())
    try:
        if figures:
            year, month, day = figures.groups()
        elif last:
            day, month, year = last.groups()
        else:
            return _in_words(text.strip())
        return PartialDate(int(year), int(month) if month else None, int(day) if day else None)
    except UnreadableDate:
        return None


def _in_words(text: str) -> PartialDate | None:
    ways = (way.fullmatch(text) for way in (_YEAR_FIRST, _YEAR_LAST, _MONTH_FIRST))
    written = next(filter(None, ways), None)
    month = written and _month(analysis.fold(written["month"].lower()))
    if not written or not month:
        return None
    return PartialDate(int(written["year"]), month, int(written["day"]) if written["day"] else None)


def _month(folded: str) -> int | None:
    """Return the number of a month, which may have a Hungarian ending."""
    known = _months()
    names = (name for name in known if folded.startswith(name))
    whole = (name for name in names if _ENDING.fullmatch(folded[len(name) :]))
    return known.get(folded) or known.get(next(whole, ""))


@cache
def _months() -> Mapping[str, int]:
    """Return the number of each month by its names, long, short and shortest, in every language."""
    names = [
        (analysis.fold(name.lower().rstrip(".")), number)
        for locale in LOCALES
        for width in ("wide", "abbreviated")
        for number, name in cldr.of(locale).months["format"][width].items()
    ]
    return {name[:_SHORTEST_MONTH]: number for name, number in names} | dict(names)
