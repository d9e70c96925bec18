"""A question of mere words as a form: *projects in 2019* are those of that type and year.

To the words of a text a year is a word as any other, and so it finds whatever mentions it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from database.search.form.form import COMPARISONS, Bounds, QueryForm
from database.search.question import money, signs, when
from database.search.question.field_values import ChoiceReader, plain
from database.search.question.field_words import FieldWords
from database.search.question.span import Span
from database.search.question.stop_words import is_stop_word

T = TypeVar("T")

_FIGURE, _YEAR = re.compile(r"\d"), re.compile(r"\d{4}")
# So long are *between 10 and 20 million US dollars*; a page pasted in is no such question.
_LONGEST, _MOST_WORDS = 8, 20
_PUNCTUATION = "?!,;"


def read(text: str, words: FieldWords) -> QueryForm | None:
    """Return the form that asks by fields for the years, dates and sums that *text* has in words.

    So is a type of record beside them, and what else there is stays as it is. ``None`` stands for:
    there are none, or there are signs, and who writes those knows how to ask. Amounts are written
    as in the language of *words*.
    """
    if not _FIGURE.search(text) or signs.are_there(text):
        return None
    left = [word.rstrip(_PUNCTUATION) for word in text.split()]
    if len(left) > _MOST_WORDS:
        return None
    sums, left = _each_taken(left, _sums)
    several, left = _each_taken(left, when.days)
    spans = _as_one([days.span for days in several])
    if not (sums or spans) or len(sums) > 1 or any(map(_tells_when, left)):
        return None
    if len(spans) > 1 and not all(span.low == span.high for span in spans):
        return None
    chosen, left = _type(left, words)
    telling = [word for word in left if not is_stop_word(word.lower())]
    form = QueryForm(rest=" ".join(telling), chosen=chosen)
    if spans:
        form = _with_days(form, spans, words)
    return _with_sums(form, sums[0], words.locale.code) if sums else form


def _taken(several: Sequence[str], read: Callable[[str], T | None]) -> tuple[T | None, list[str]]:
    """Return what the longest run of words with a figure is read as, and the words besides."""
    for length in range(min(len(several), _LONGEST), 0, -1):
        for start in range(len(several) - length + 1):
            run = " ".join(several[start : start + length])
            found = read(run) if _FIGURE.search(run) else None
            if found:
                return found, [*several[:start], *several[start + length :]]
    return None, [*several]


def _each_taken(
    several: Sequence[str], read: Callable[[str], T | None]
) -> tuple[list[T], list[str]]:
    """Return all that runs of words are read as, the longest first, and the words besides."""
    found: list[T] = []
    left = [*several]
    while True:
        one, left = _taken(left, read)
        if one is None:
            return found, left
        found.append(one)


def _as_one(spans: Sequence[Span]) -> Sequence[Span]:
    """Return two spans with one open end each as what is between: *from* 2013 *until* 2016."""
    lows = [span for span in spans if not span.high and not span.strict]
    highs = [span for span in spans if not span.low and not span.strict]
    if len(spans) == 2 and len(lows) == len(highs) == 1:
        return [Span(lows[0].low, highs[0].high)]
    return spans


def _tells_when(word: str) -> bool:
    """Tell whether a word beside a year would say more of it, as *January* does, and *before*."""
    return any(when.days(text) for text in (f"{word} 2000", f"2000 {word}"))


def _sums(text: str) -> money.Sums | None:
    """Read sums of one currency, which tells that money is meant: 100 million may be people."""
    sums = money.read(text)
    return sums if sums and sums.currency and not sums.is_mixed else None


def _type(
    several: Sequence[str], words: FieldWords
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Return the type of record that one of some words names, and the others."""
    field = words.fields.by_id("type")
    known = field.reader.known if field and isinstance(field.reader, ChoiceReader) else {}
    for n, word in enumerate(several):
        if choices := known.get(plain(word)):
            codes = tuple(choice.value for choice in choices)
            return {"type": codes}, [*several[:n], *several[n + 1 :]]
    return {}, [*several]


def _with_days(form: QueryForm, spans: Sequence[Span], words: FieldWords) -> QueryForm:
    """Return a form with years, or with what it has no place for: a date, or one of several."""
    ends = [end for span in spans for end in (span.low, span.high) if end]
    name = "year" if all(map(_YEAR.fullmatch, ends)) else "date"
    left = [word for word in form.rest.split() if not _names(word, name, words)]
    form = replace(form, rest=" ".join(left))
    if name == "year" and len(spans) == 1:
        return replace(form, years=_bounds(spans[0], spans[0].low, spans[0].high))
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
        money.written(Decimal(str(end.amount)), language) if end else ""
        for end in (sums.low, sums.high)
    )
    return replace(form, amounts=_bounds(sums.span, low, high), currency=sums.currency)


def _bounds(span: Span, low: str, high: str) -> Bounds:
    return Bounds(COMPARISONS[span.meaning], low or high, high if low else "")
