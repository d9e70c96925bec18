"""Writing the question that a form means, in the operators and fields of one language."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from database.search.form.form import (
    CHOSEN,
    HAS,
    Bounds,
    QueryForm,
    Trouble,
    WrittenForm,
)
from database.search.question import money, signs, when
from database.search.question.field_words import FieldWords
from database.search.question.query import MOST_CHARACTERS

_TOKEN = re.compile(r'"([^"]*)"?|(\S+)')
_OPERATORS = frozenset(chain.from_iterable(signs.OPERATORS.values()))
_SIGNS = re.compile(r'^[+\-−(]+|[():"]|(?<=\w)[)]+$')


def write(form: QueryForm, several: Sequence[FieldWords]) -> WrittenForm:
    """Write the question that *form* means; an empty form makes an empty question.

    *several* have the words of one language in each dossier, which may lack a value of another.
    """
    troubles: list[Trouble] = []
    words = several[0]
    parts = [form.rest.strip(), *_words(form, words), *_choices(form, several)]
    parts += [_years(form, words, troubles), _amounts(form, words, troubles)]
    text = " ".join(filter(None, parts))
    if len(text) > MOST_CHARACTERS:
        troubles.append("too-long")
    return WrittenForm(text, tuple(troubles))


def _words(form: QueryForm, words: FieldWords) -> Iterator[str]:
    """Yield the parts that ask for words.

    A plus makes each of several words necessary: plain words may be missing if little is found.
    """
    _and, either, not_ = words.operators
    every, several = list(_tokens(form.all_words)), list(_tokens(form.any_words))
    if len(several) == 1:  # one is no choice
        every, several = [*every, *several], []
    alone = len(every) == 1 and not form.rest.strip()
    yield from every if alone else (f"+{token}" for token in every)
    if phrase := " ".join(_tokens(form.phrase)).replace('"', ""):
        yield f'"{phrase}"'
    if several:
        yield f"({f' {either} '.join(several)})"
    yield from (f"{not_} {token}" for token in _tokens(form.none_words))


def _tokens(text: str) -> Iterator[str]:
    """Yield the words of an entry, without signs that would make something else of them."""
    for quoted, word in _TOKEN.findall(signs.put_right(text)):
        if quoted.strip():
            yield f'"{" ".join(quoted.split())}"'
        elif plain := _SIGNS.sub("", word):
            yield plain.lower() if plain in _OPERATORS else plain


def _choices(form: QueryForm, several: Sequence[FieldWords]) -> Iterator[str]:
    for field_id in CHOSEN:
        if codes := form.chosen.get(field_id):
            yield _any_of(codes, field_id, several)
    yield from (_any_of([code], HAS, several) for code in form.chosen.get(HAS, ()))


def _any_of(codes: Sequence[str], field_id: str, several: Sequence[FieldWords]) -> str:
    """Return what asks for any of some codes: ``típus:(projekt VAGY esemény)``."""
    alone = len(codes) == 1
    values = [_value(code, field_id, several, alone=alone) for code in codes]
    joined = f" {several[0].operators[1]} ".join(values)
    return _asked(field_id, joined if alone else f"({joined})", several[0])


def _value(code: str, field_id: str, several: Sequence[FieldWords], *, alone: bool) -> str:
    """Return the value of a code as the first dossier that has it calls it."""
    for words in several:
        field = words.fields.by_id(field_id)
        if field and code in dict(words.values(field)):
            return words.value(field, code) if alone else words.one_of_several(field, code)
    return code


def _years(form: QueryForm, words: FieldWords, troubles: list[Trouble]) -> str:
    low, high = _ends(form.years)
    if any(end and not _is_year(end) for end in (low, high)):
        troubles.append("year")
        return ""
    if low and high and low > high:
        troubles.append("years-reversed")
        return ""
    return _compared("year", Bounds(form.years.how, low, high), "", words)


def _ends(bounds: Bounds) -> tuple[str, str]:
    """Return the figures that count."""
    return bounds.first.strip(), bounds.last.strip() if bounds.how == "between" else ""


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}", text)) and when.years(text) is not None


def _amounts(form: QueryForm, words: FieldWords, troubles: list[Trouble]) -> str:
    typed = _ends(form.amounts)
    low, high = (_sum(end) for end in typed)
    if any(end and read is None for end, read in zip(typed, (low, high), strict=True)):
        troubles.append("amount")
        return ""
    if low is not None and high is not None and low > high:
        troubles.append("amounts-reversed")
        return ""
    if low is not None and high is not None and low < high:
        value = money.span_written(low, high, words.locale.code)
        return _asked("amount", f"{value} {form.currency}".strip(), words)
    first, last = ("" if x is None else money.written(x, words.locale.code) for x in (low, high))
    return _compared("amount", Bounds(form.amounts.how, first, last), form.currency, words)


def _sum(typed: str) -> Decimal | None:
    """Read an amount without a currency, which is chosen beside it."""
    read = money.read(typed)
    alone = read and read.low and read.low == read.high and not read.currency
    return read.low.amount if read and read.low and alone else None


def _compared(field_id: str, bounds: Bounds, unit: str, words: FieldWords) -> str:
    span = bounds.span
    if not (span.low or span.high):
        return ""
    return _asked(field_id, f"{span} {unit}".strip(), words)


def _asked(field_id: str, value: str, words: FieldWords) -> str:
    field = words.fields.by_id(field_id)
    return f"{words.name(field)}:{value}" if field else ""
