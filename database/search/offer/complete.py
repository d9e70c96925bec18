"""Completing the names and values of fields where the cursor stands in a question."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from database.search.offer.offer import Offer
from database.search.question.field_figures import DateReader, MoneyReader, YearReader
from database.search.question.field_syntax import BETWEEN, EXCEPT
from database.search.question.field_values import plain
from database.search.question.field_words import FieldWords, field_label
from database.search.question.fields import QueryField
from i18n.collation import sort_key
from i18n.messages import of

# A name is offered from so many letters on, so that every word does not seem to be a field.
_FEWEST_LETTERS = 2
_FEWEST_OF_ANOTHER = 3
_BEFORE_NAME = re.compile(r"(?:^|[\s(])[+-]?$")
_NAME_BEGINS = re.compile(r"(?:^|(?<=[\s(]))[+-]?(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_][\w-]*$")
_WORDS_BEFORE = re.compile(r"\S\s+\S")
_REST = re.compile(r'[^\s()":]*')


class Slot(NamedTuple):
    """Where a value is being written: from ``start`` to the cursor, beginning with ``typed``.

    It may be one of several after the ``colon``.
    """

    field: QueryField
    colon: int
    start: int
    typed: str


def complete(text: str, cursor: int, words: FieldWords, limit: int = 8) -> tuple[Offer, ...]:
    """Return how the field that is being written at *cursor* could go on, likeliest first.

    Names come in the language of *words*, then as they were begun if that is another language.
    Nothing is offered within a quotation.
    """
    if slot := value_at(text, cursor, words):
        values = tuple(islice(_values(text, cursor, slot, words), limit))
        # After a value that may have blanks in it another field may begin: country:Serbia ty.
        if values or not _WORDS_BEFORE.search(slot.typed):
            return values
    if text[:cursor].count('"') % 2:
        return ()
    return tuple(islice(_names(text, cursor, words), limit))


def value_at(text: str, cursor: int, words: FieldWords) -> Slot | None:
    """Return the value that the cursor is in, ``None`` if it is in no value."""
    before = text[:cursor]
    several = (words.fields.named(before, word.end()) for word in _NAME_BEGINS.finditer(before))
    found = [(named.end(), -named.start(), field) for named, field in several if named and field]
    if not found:
        return None
    start, _name, field = max(found, key=itemgetter(0, 1))  # the last one, with its whole name
    return _open_value(before, start, field)


def _open_value(before: str, colon: int, field: QueryField) -> Slot | None:
    """Return what has been written of a value that is not ended yet."""
    unwanted = EXCEPT.match(before, colon)
    start = unwanted.end() if unwanted else colon
    value = before[start:]
    if value.startswith('"'):
        return None if '"' in value[1:] else Slot(field, colon, start, value[1:])
    if value.startswith("("):
        if ")" in value:
            return None
        last = start + max((part.end() for part in BETWEEN.finditer(value)), default=1)
        return Slot(field, colon, last, before[last:].lstrip('"'))
    if re.search(r'[()"]', value) or (re.search(r"\s", value) and not field.reader.spaced):
        return None
    return Slot(field, colon, start, value)


def _values(text: str, cursor: int, slot: Slot, words: FieldWords) -> Iterator[Offer]:
    """Yield values that begin as typed; for figures, examples as long as nothing is typed.

    Until then the values that most records have come first, then the order of the alphabet counts.
    """
    if not slot.typed.strip():
        for example, meaning in _examples(slot.field, words):
            yield put(text, slot.start, cursor, example, detail=meaning)
    typed = plain(slot.typed)
    by_word = words.values(slot.field)

    def is_other(word: str) -> bool:
        return not plain(word).startswith(typed)

    having = words.fields.having(slot.field) if by_word and not typed else {}

    def place(value: tuple[str, str]) -> tuple[bool, int, bytes]:
        code, word = value
        return is_other(word), -having.get(code, 0), sort_key(word, words.locale)

    is_listed = "(" in text[slot.colon : slot.start]
    written = words.one_of_several if is_listed else words.value
    for code, word in sorted(by_word, key=place):
        if any(name.startswith(typed) for name in words.spellings(slot.field, code)):
            value = written(slot.field, code)
            if typed not in (plain(word), plain(value)):
                its_place = place((code, word))
                yield put(text, slot.start, cursor, value, shown=word, place=its_place)


def put(
    text: str,
    start: int,
    cursor: int,
    value: str,
    *,
    shown: str = "",
    detail: str = "",
    place: tuple[object, ...] = (),
) -> Offer:
    """Return the question with *value* in the place of what was begun, and a blank after it."""
    rest = _REST.match(text, cursor)
    after = text[rest.end() if rest else cursor :].removeprefix('"')
    blank = "" if after[:1] in (" ", ")") else " "
    whole = f"{text[:start]}{value}{blank}{after}"
    end = start + len(value)
    at = end if after[:1] == ")" else end + 1
    return Offer("value", shown or value, detail, whole, at, place=place)


def _examples(field: QueryField, words: FieldWords) -> Iterable[tuple[str, str]]:
    """Return what a figure can look like, each with what it asks for."""
    say = of(words.locale)
    million = " millió EUR" if words.locale.code == "hu" else "M EUR"
    match field.reader:
        case YearReader() | DateReader():
            return (
                ("2017", say.pgettext("search example", "that year")),
                ("2017..2020", say.pgettext("search example", "between the two")),
                (">2018", say.pgettext("search example", "later")),
                ("<2018", say.pgettext("search example", "earlier")),
            )
        case MoneyReader():
            return (
                (f">100{million}", say.pgettext("search example", "more than that")),
                (f"10..100{million}", say.pgettext("search example", "between the two")),
                (f"<10{million}", say.pgettext("search example", "less than that")),
            )
        case _:
            return ()


def _names(text: str, cursor: int, words: FieldWords) -> Iterator[Offer]:
    """Yield the fields whose name begins with the word before the cursor."""
    typed = _WORD.search(text[:cursor])
    if not typed or len(typed[0]) < _FEWEST_LETTERS:
        return
    if not _BEFORE_NAME.search(text[: typed.start()]) or re.match(r"[\w:]", text[cursor:]):
        return
    follows = bool(text[: typed.start()].strip())
    told: set[str] = set()
    for name, field in _names_beginning(typed[0], words):
        # "smart city" is no question about a field, though one is called so; "smart cit" may be.
        whole = follows and words.fields.find(typed[0]) is not None
        if name not in told and not whole:
            told.add(name)
            written = f"{text[: typed.start()]}{name}:"
            detail = field_label(field, words.locale)
            yield Offer("field", f"{name}:", detail, written + text[cursor:], len(written))


def _names_beginning(typed: str, words: FieldWords) -> Iterator[tuple[str, QueryField]]:
    """Yield names of fields that begin as typed: those of the fields themselves before others."""
    wanted = plain(typed)
    own = [(name, field) for field, name, _names in words.names if plain(name).startswith(wanted)]
    yield from own
    for field, name, names in words.names if len(typed) >= _FEWEST_OF_ANOTHER else ():
        begun = [other for spelling, other in names.items() if spelling.startswith(wanted)]
        if begun and (name, field) not in own:
            yield name, field
            yield "-".join(begun[0].split()), field
