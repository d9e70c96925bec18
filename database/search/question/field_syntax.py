"""Where a field and its value begin and end in a question.

``type:project``, ``amount:>100 millió EUR``, ``country:"North Macedonia"``, ``sector:(5G OR
oktatás)``. The longest run of words that the field can read is its value.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from database.search.language import analysis
from database.search.question import signs, wildcards
from database.search.question.field_values import ChoiceReader, NameReader, Reader, Reading, plain
from database.search.question.fields import WORD, Fields, QueryField
from database.search.question.plain_words import MOST_WORDS
from database.search.question.tree import NOTHING, All, Any, InField, Node, Not, group
from database.search.question.understanding import Understood

# A sum has up to six words (``100 .. 200 millió amerikai dollár``), a name may have some more.
_MOST_PIECES = 10
_PIECE = re.compile(r'[^\s()"]+')
_BLANKS = re.compile(r"\s*")
_SIGNED = re.compile(r'[+-](?=[^\W\d]|["(])')
_EITHER = re.compile(rf"\s+(?:{signs.OR})\s+|\s*[,;|]\s*")
_BOTH = re.compile(rf"\s+(?:{signs.AND})\s+")
# What parts values in brackets.
BETWEEN = re.compile(f"{_EITHER.pattern}|{_BOTH.pattern}")
# A value that must not be there: country:-Serbia, country:!Serbia, country:NOT Serbia.
EXCEPT = re.compile(rf'(?:!|[-−](?!\d)|(?:{signs.NOT})\s+)(?=[^\W_]|"|$)')
# What joins a value to words after it, and what is left of one of several that is not typed yet.
_JOINS = re.compile(rf"(?:{signs.AND}|{signs.NOT})(?!\S)")
_HALF = re.compile(rf"\s+(?:{signs.OR}|{signs.AND}|{signs.NOT})$")
_QUOTATION = re.compile(r'"[^"]*"?')
# All values in brackets, some of which may be quoted: (17+1) is one of them there.
_LISTED = re.compile(r'\((?:"[^"]*"|[^")])*')
_BEGINS_FIELD = re.compile(rf"{WORD}:")
_TRAILING = ",;!?"
# What is shorter may be anything; what is longer may have two slips.
_SHORT, _LONG = 2, 5


class _Value(NamedTuple):
    text: str
    end: int


def take(text: str, at: int, fields: Fields, told: list[Understood]) -> tuple[Node, int] | None:
    """Read the field that begins at *at*; ``None`` where there is none.

    What was understood, rightly or not, is added to *told*.
    """
    named, field = fields.named(text, at)
    if not named:
        return None
    if field is None:
        if named["colon"]:
            _tell_unknown(text, named, fields, told)
        return None
    start = _start(text, named.end(), field)
    if start is None:
        return None
    is_unwanted = EXCEPT.match(text, start)
    values = [*_values(text, is_unwanted.end() if is_unwanted else start, field)]
    unheard = _unheard(values, field)
    for value in takewhile(lambda value: value != unheard, values):
        if readings := _readings(field, value.text):
            part = text[at : value.end]
            joint = All if _BOTH.search(value.text) else Any
            told.extend(_meanings(part, field, readings, joint))
            node = InField(group(joint, [r.node for r in readings], MOST_WORDS), part)
            return Not(node) if is_unwanted else node, value.end
    return _as_words(text, at, start, unheard or (values[-1] if values else None), field, told)


def _start(text: str, colon: int, field: QueryField) -> int | None:
    """Return where the value begins; a blank may stand before it where it cannot mislead."""
    if colon == len(text):
        return colon
    start = _after_blanks(text, colon)
    if start == colon:
        return start
    if start == len(text):
        return start
    values = _values(text, start, field)
    if not field.reader.free:
        return start if any(_readings(field, value.text) for value in values) else None
    return start if any(_is_name(field.reader, value.text) for value in values) else None


def _values(text: str, start: int, field: QueryField) -> Iterator[_Value]:
    """Yield what may be the value, the longest first."""
    if quoted := _QUOTATION.match(text, start):
        inner = quoted[0].strip('"')  # a free reader keeps such words together
        yield _Value(f'"{inner}"' if field.reader.free else inner, quoted.end())
        return
    if listed := _LISTED.match(text, start):
        end = listed.end() if text[listed.end() :].startswith(")") else len(text)
        inner = text[start + 1 : end]
        yield _Value(_HALF.sub("", inner.rstrip()), min(end + 1, len(text)))
        return
    ends = [piece.end() for piece in islice(_pieces(text, start), _MOST_PIECES)]
    values = [_Value(text[start:end].rstrip(_TRAILING), end) for end in ends]
    yield from (v for v in reversed(values[1:]) if _may_have_blanks(field.reader, v.text))
    yield from values[:1]


def _may_have_blanks(reader: Reader, value: str) -> bool:
    return reader.spaced or _is_name(reader, value)


def _is_name(reader: Reader, value: str) -> bool:
    return isinstance(reader, NameReader) and reader.is_name(value)


def _pieces(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield the words from *start* on that only blanks divide, up to a sign or another field."""
    at = start
    while piece := _PIECE.match(text, at):
        yield piece
        at = _after_blanks(text, piece.end())
        is_end = at == piece.end() or _SIGNED.match(text, at) or _JOINS.match(text, at)
        if is_end or _begins_field(text, at):
            return


def _begins_field(text: str, at: int) -> bool:
    return _BEGINS_FIELD.match(text, at) is not None


def _after_blanks(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def _readings(field: QueryField, value: str) -> list[Reading]:
    """Return what *value* asks for, each of several values by itself; nothing if unreadable."""
    is_one = _QUOTATION.fullmatch(value)
    between = _BOTH if _BOTH.search(value) else _EITHER
    parts = [value] if is_one else [p for p in between.split(value) if p.strip()]
    together = len(parts) < 2 or not field.reader.free  # which would take all of it for one
    if together and (whole := field.reader.read(value)):
        return [whole]
    several = [field.reader.read(part) for part in parts]
    return [reading for reading in several if reading] if all(several) else []


def _meanings(
    part: str, field: QueryField, readings: list[Reading], joint: type[All | Any]
) -> Iterator[Understood]:
    alike = joint is Any and {reading.meaning for reading in readings} == {"field"}
    if alike:
        words = tuple(dict.fromkeys(word for reading in readings for word in reading.words))
        yield Understood(part, "field", words, field.id)
    for reading in readings:
        if not alike:
            yield Understood(part, reading.meaning, reading.words, field.id)
        for meaning, words in reading.notes:
            yield Understood(part, meaning, words, field.id)


def _unheard(values: Sequence[_Value], field: QueryField) -> _Value | None:
    """Return what names something that no record has: New Zealand, no place that begins with New.

    After a value that some have other words may follow: Belgrade city hall.
    """
    reader = field.reader
    if not isinstance(reader, ChoiceReader) or any(reader.has(value.text) for value in values):
        return None
    return next((value for value in values if reader.names_another(value.text)), None)


def _as_words(
    text: str, at: int, start: int, value: _Value | None, field: QueryField, told: list[Understood]
) -> tuple[Node, int]:
    """Search a *value* that the field does not know as words."""
    if value is None or not analysis.forms(value.text):
        end = value.end if value else start
        told.append(Understood(text[at:end], "no-value", (), field.id))
        return NOTHING, max(end, at + 1)
    part, unread = text[at : value.end], value.text.strip('" ')
    meant = _meant(field.reader, unread) if isinstance(field.reader, ChoiceReader) else ()
    told.append(Understood(part, field.reader.trouble, (unread, *meant), field.id))
    return wildcards.words_of(value.text), value.end


def _meant(reader: ChoiceReader, unread: str) -> tuple[str, ...]:
    """Return the code of the one value that may be misspelt: projct, Hungry."""
    near = _closest(plain(unread), [*reader.known])
    meant = {choice.value for choice in reader.known[near]} if near else set()
    return tuple(meant) if len(meant) == 1 else ()


def _closest(name: str, known: Iterable[str]) -> str:
    """Return what *name* may be a slip of, ``""`` if of nothing."""
    most = 1 + (len(name) > _LONG)
    near = process.extractOne(name, known, scorer=OSA.distance, score_cutoff=most)
    return near[0] if near and len(name) > _SHORT else ""


def _tell_unknown(text: str, named: re.Match[str], fields: Fields, told: list[Understood]) -> None:
    """Tell that there is no such field, and which one may have been meant."""
    piece = _PIECE.match(text, named.end())
    if piece is None or piece[0].startswith(("//", ":")):
        return
    near = _closest(plain(named["name"]), fields.names)
    meant = fields.find(near) if near else None
    part, name = text[named.start() : piece.end()], named["name"]
    told.append(Understood(part, "unknown-field", (name,), meant.id if meant else ""))
