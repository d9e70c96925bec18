"""A question of mere words as a form: *projects in 2019* are those of that type and year.

To the words of a text a year is a word as any other, and so it finds whatever mentions it. Who is
offered fields instead must be able to trust them, so what is not understood for sure is left alone.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Generic, TypeVar

from database.search.form.form import Bounds, QueryForm
from database.search.language.analysis import folded
from database.search.question import money, signs, when
from database.search.question.field_values import plain
from database.search.question.field_words import FieldWords
from database.search.question.query import MOST_CHARACTERS
from database.search.question.span import Span
from database.search.question.stop_words import is_stop_word
from i18n import labels
from i18n.locales import LOCALES

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_WORDS = Path(__file__).with_suffix(".toml")
_FIGURE, _YEAR = re.compile(r"\d"), re.compile(r"\d{4}")
# A year before a sum is no part of it: 2014 100 million euro.
_TWO_FIGURES = re.compile(r"\d{4}\s+\d")
# So long are *between 10 and 20 million US dollars*; a page pasted in is no such question.
_LONGEST, _MOST_WORDS = 8, 20
_PUNCTUATION = "?!,;"
# Types whose name in the singular may mean something else: open *source*.
_PLURAL_ONLY = frozenset({"actor", "concern", "source"})
_KILOMETRES = "km"  # no convertible marks of Bosnia


@dataclass(frozen=True, slots=True)
class _Run(Generic[T_co]):
    """Words from number ``start`` to before ``end``, and what they are read as."""

    start: int
    end: int
    read: T_co


def read(text: str, words: FieldWords) -> QueryForm | None:
    """Return the form that asks by fields for the years, dates and sums that *text* has in words.

    So is a type of record beside them, and what else there is stays as it is. ``None`` stands for:
    there are none, or something beside them is not understood, or there are signs, and who writes
    those knows how to ask. Figures and fields are written as in the language of *words*.
    """
    if len(text) > MOST_CHARACTERS or not _FIGURE.search(text):
        return None
    if signs.are_meant(text):
        return None
    typed = [word.rstrip(_PUNCTUATION) for word in text.split()]
    if len(typed) > _MOST_WORDS:
        return None
    sums = [*_runs(typed, _sums)] if money.may_name_currency(text) else []
    days = [*_runs(typed, _days(words), sums)]
    left = _besides(typed, [*sums, *days])
    if not _is_sure(typed, sums, days, left):
        return None
    spans = _as_one(typed, days)
    if spans is None or not (sums or spans):
        return None
    chosen, left = _type(left, words)
    told = _told("worth") if sums else frozenset[str]()
    telling = [word for word in left if not is_stop_word(word.lower()) and folded(word) not in told]
    form = QueryForm(rest=" ".join(telling), chosen=chosen)
    if spans:
        form = _with_days(form, spans, words)
    return _with_sums(form, sums[0].read, words.locale.code) if sums else form


def _runs(
    typed: Sequence[str], read: Callable[[str], T | None], taken: Sequence[_Run[money.Sums]] = ()
) -> Iterator[_Run[T]]:
    """Yield the runs of words with a figure that can be read, the longest first, none in another.

    Nor has any a word of those *taken* already.
    """
    free = [True] * len(typed)
    for one in taken:
        free[one.start : one.end] = [False] * (one.end - one.start)
    for length in range(min(len(typed), _LONGEST), 0, -1):
        for start in range(len(typed) - length + 1):
            end = start + length
            if all(free[start:end]) and any(map(_FIGURE.search, typed[start:end])):
                found = read(" ".join(typed[start:end]))
                if found:
                    free[start:end] = [False] * length
                    yield _Run(start, end, found)


def _besides(typed: Sequence[str], runs: Sequence[_Run[object]]) -> list[str]:
    taken = {n for run in runs for n in range(run.start, run.end)}
    return [word for n, word in enumerate(typed) if n not in taken]


def _sums(text: str) -> money.Sums | None:
    """Read sums of one currency, which tells that money is meant: 100 million may be people."""
    if _TWO_FIGURES.search(text) or _KILOMETRES in text.split():
        return None
    sums = money.read(text)
    if sums is None or not sums.currency or sums.is_mixed:
        return None
    ends = [end for end in (sums.low, sums.high) if end]
    # Less than a whole one is no sum of a loan, and 2019 euro is a year beside a currency.
    is_sure = all(
        end.amount == end.amount.to_integral_value()
        and not (end.scale == 1 and _YEAR.fullmatch(str(end.number)))
        for end in ends
    )
    return sums if is_sure else None


def _days(words: FieldWords) -> Callable[[str], Span | None]:
    """Return what reads dates; a figure alone is a year if the dossier has years about it."""
    field = words.fields.by_id("year")
    years = sorted(words.fields.having(field)) if field else []

    def read(text: str) -> Span | None:
        days = when.days(text) if _YEAR.search(text) else None
        if days is None or (_YEAR.fullmatch(text) and not years[:1] <= [text] <= years[-1:]):
            return None
        span = days.span
        # Such as *early 2020* are written as they were typed, in the language of the reader.
        rough = any(" " in end for end in (span.low, span.high))
        return Span(f'"{text}"', f'"{text}"') if rough else span

    return read


def _is_sure(
    typed: Sequence[str],
    sums: Sequence[_Run[money.Sums]],
    days: Sequence[_Run[Span]],
    left: Sequence[str],
) -> bool:
    """Tell whether the words beside figures, and within what was read, change nothing of it."""
    if len(sums) > 1 or any(_is_unread(word) for word in left):
        return False
    every: Sequence[tuple[_Run[object], str]] = [
        *((run, "of_times") for run in sums),
        *((run, "of_sums") for run in days),
    ]
    for run, foreign in every:
        if not _told(foreign).isdisjoint(map(folded, typed[run.start : run.end])):
            return False
        before, after = typed[: run.start][-1:], typed[run.end :][:1]
        if any(
            is_stop_word(word.lower()) and folded(word) not in _told("harmless") for word in before
        ):
            return False
        if any(when.days(f"2000 {word}") for word in after):
            return False
    return True


def _is_unread(word: str) -> bool:
    """Tell whether a word may turn figures into something else: *not*, *later*, *January*."""
    if folded(word) in _told("negating") | _told("comparing"):
        return True
    month = when.days(f"{word} 2000")
    return month is not None and month.span.low == month.span.high


def _as_one(typed: Sequence[str], days: Sequence[_Run[Span]]) -> Sequence[Span] | None:
    """Return what all dates together ask for: one span, or several of which any will do.

    *from* 2013 *until* 2016 is one. ``None`` stands for: it cannot be told.
    """
    in_order = sorted(days, key=lambda run: run.start)
    spans = [*dict.fromkeys(run.read for run in in_order)]
    between = (typed[one.end : other.start] for one, other in pairwise(in_order))
    if not all(_told("joining").issuperset(map(folded, words)) for words in between):
        return None
    if (
        len(spans) == 1
        and not spans[0].high
        and folded(typed[in_order[0].start]) in _told("unclear")
    ):
        return None
    if len(spans) == 2 and not spans[0].high and not spans[1].low:
        first, last = spans
        is_forward = first.low <= last.high and not (first.strict or last.strict)
        return [Span(first.low, last.high)] if is_forward else None
    if len(spans) > 1 and any(span.low != span.high for span in spans):
        return None
    return spans


def _type(
    several: Sequence[str], words: FieldWords
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Return the types of record that some words name, any of which will do, and the others."""
    named = _types(words)
    codes = dict.fromkeys(named[plain(word)] for word in several if plain(word) in named)
    left = [word for word in several if plain(word) not in named]
    return ({"type": tuple(codes)} if codes else {}), left


def _types(words: FieldWords) -> dict[str, str]:
    """Return the code of each type by the words for it, as ``plain`` has them."""
    return {
        plain(labels.schema_label(word, locale)): code
        for code, each in words.fields.schema.types.items()
        for word in (each.plural, *(() if code in _PLURAL_ONLY else (each.label,)))
        for locale in LOCALES
    }


def _with_days(form: QueryForm, spans: Sequence[Span], words: FieldWords) -> QueryForm:
    """Return a form with years, or with what it has no place for: a date, or one of several."""
    ends = [end for span in spans for end in (span.low, span.high) if end]
    name = "year" if all(map(_YEAR.fullmatch, ends)) else "date"
    left = [word for word in form.rest.split() if not _names(word, name, words)]
    form = replace(form, rest=" ".join(left))
    if name == "year" and len(spans) == 1:
        return replace(form, years=Bounds.of(spans[0]))
    field = words.fields.by_id(name)
    either = f" {words.operators[1]} ".join(sorted(map(str, spans)))
    asked = f"({either})" if len(spans) > 1 else either
    written = f"{words.name(field)}:{asked}" if field else ""
    return replace(form, rest=f"{form.rest} {written}".strip())


def _names(word: str, name: str, words: FieldWords) -> bool:
    """Tell whether a word says what figures are: 2019. *évi* szerződések."""
    field = words.fields.find(word)
    return field is not None and field.id == name


def _with_sums(form: QueryForm, sums: money.Sums, language: str) -> QueryForm:
    low, high = (
        money.written(end.amount, language) if end else "" for end in (sums.low, sums.high)
    )
    amounts = Bounds.of(replace(sums.span, low=low, high=high))
    return replace(form, amounts=amounts, currency=sums.currency)


def _told(what: str) -> frozenset[str]:
    """Return one of the lists of ``in_fields.toml``, folded."""
    return _lists()[what]


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    listed: dict[str, list[str]] = tomllib.loads(_WORDS.read_text("utf-8"))
    return {name: frozenset(map(folded, several)) for name, several in listed.items()}
