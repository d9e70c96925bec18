"""Words as the dossier writes them: “Serbia”, where the index keeps small letters only."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator

from database.search.language import analysis

# At most so many records are read; fewer once so many places within sentences are seen, or enough
# in small letters to settle it.
_MOST_READ, _ENOUGH = 20, 24
# Capitals after these, or at the beginning of a text, tell nothing about the word.
_ENDS = frozenset("\n.!?:")
_MARKS = " \"'“”„‘’»«("
_SO_FAR_BACK = 4
# Titles give any word a capital; one that so many of all its places give none is not a name.
_SMALL = 1 / 8


def as_written(connection: sqlite3.Connection, form: str) -> str:
    """Return *form* as the records write it within their sentences; a name has a capital.

    A form that stands in no text, such as one that is in Cyrillic letters there, stays as it is.
    """
    word = re.escape(form)
    # What stands before it is looked at last: for an expression that begins so, Python finds a
    # word many times as fast.
    outside_addresses = re.compile(rf"{word}(?<![\w./@]{word})(?![\w/@]|\.\w)")
    within: Counter[str] = Counter()
    beginning: Counter[str] = Counter()
    for text in _texts(connection, analysis.fold(form)):
        for found in outside_addresses.finditer(_small(text)):
            before = text[max(0, found.start() - _SO_FAR_BACK) : found.start()].rstrip(_MARKS)
            begins = before == "" or before[-1] in _ENDS
            (beginning if begins else within)[text[slice(*found.span())]] += 1
        if within[form] >= _SMALL * _ENOUGH or within.total() >= _ENOUGH:
            break
    shapes = within or beginning
    if shapes[form] >= _SMALL * shapes.total():
        return form
    return shapes.most_common(1)[0][0]


def _small(text: str) -> str:
    """Return *text* in small letters, each where the capital was: one capital becomes two."""
    return text.replace("İ", "I").lower()


def _texts(connection: sqlite3.Connection, fold: str) -> Iterator[str]:
    """Yield texts, titles and names of some of the records that have *fold*."""
    rows = connection.execute(
        """SELECT en, hu, title_en, title_hu,
                  (SELECT group_concat(text, char(10)) FROM name WHERE name.record = number)
           FROM record JOIN pieces ON pieces.record = number
           WHERE number IN (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)""",
        [f'"{fold}"', _MOST_READ],
    )
    for row in rows:
        yield from filter(None, row)
