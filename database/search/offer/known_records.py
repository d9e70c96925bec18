"""Records found by the beginning of the words of their titles and names."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from database.model.record import RecordId
from database.search.language import analysis
from database.search.language.folding import bounds
from i18n.locales import ENGLISH, Locale

# So many records are compared to find the ones that fit best.
_CANDIDATES = 30
_SHORTEST = 2

BEGINNING = """
    SELECT number, id, title_en, title_hu FROM headword JOIN record ON number = headword.record
    WHERE fold >= ? AND fold < ? AND ? IN ('', type) LIMIT ?"""
WITHIN = """
    SELECT number, id, title_en, title_hu FROM named JOIN record ON number = named.rowid
    WHERE named MATCH ? AND ? IN ('', type) LIMIT ?"""
NAMES = "SELECT text FROM name WHERE record = ? ORDER BY position"

# Number, id, and the title in each language.
_Row = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """A record with its title; ``name`` is what was typed where the title is something else.

    ``distance`` is how far it is from what was typed: the longer the more is left to type.
    """

    id: RecordId
    title: str
    name: str
    distance: int


class KnownRecords:
    """The titles and names of one dossier."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def find(self, text: str, locale: Locale, limit: int, type_id: str = "") -> list[KnownRecord]:
        """Return records that have the words of *text* in a name, the last word perhaps begun.

        Short titles that begin like that come first. With *type_id*, only records of that type are
        found.
        """
        typed = _Typed(_folds(text))
        if not typed.tells_enough:
            return []
        rows = dict.fromkeys(self._rows(typed, type_id))
        found = (self._known(row, typed, locale) for row in rows)
        return sorted((r for r in found if r), key=attrgetter("distance"))[:limit]

    def _rows(self, typed: "_Typed", type_id: str) -> Iterator[_Row]:
        begun, most = " ".join(typed.folds), (type_id, _CANDIDATES)
        yield from map(tuple, self._db.execute(BEGINNING, [*bounds(begun), *most]))
        if typed.expression:
            yield from map(tuple, self._db.execute(WITHIN, [typed.expression, *most]))

    def _known(self, row: _Row, typed: "_Typed", locale: Locale) -> KnownRecord | None:
        """Return the record, unless its words stand in several of its names only."""
        number, record_id, *titles = row
        title, *others = filter(None, titles if locale == ENGLISH else reversed(titles))
        if typed.stand_in(title):
            return KnownRecord(record_id, title, "", typed.distance(title))
        others += (name for (name,) in self._db.execute(NAMES, [number]))
        name = next(filter(typed.stand_in, others), None)
        if not name:
            return None
        return KnownRecord(record_id, title, name, typed.distance(name) + len(title))


@dataclass(frozen=True, slots=True)
class _Typed:
    """The words of a question, folded; the last of them may go on."""

    folds: tuple[str, ...]

    @property
    def tells_enough(self) -> bool:
        letters = "".join(self.folds)
        return len(letters) >= _SHORTEST or analysis.is_character(letters)

    @property
    def expression(self) -> str:
        """What FTS5 finds it by: every word whole, the last one begun.

        A last word of one letter is left out, since half of the index begins with it.
        """
        *whole, last = self.folds
        parts = [f'"{fold}"' for fold in whole]
        if len(last) >= _SHORTEST or analysis.is_character(last):
            parts.append(f'"{last}" *')
        return " AND ".join(parts)

    def stand_in(self, name: str) -> bool:
        """Tell whether a name has all the words."""
        *whole, last = self.folds
        here = _folds(name)
        return set(whole) <= set(here) and any(fold.startswith(last) for fold in here)

    def distance(self, name: str) -> int:
        """Return how far a name is from what was typed, farther if it begins otherwise."""
        begins = " ".join(_folds(name)).startswith(" ".join(self.folds))
        return len(name) * (1 if begins else 2)


@lru_cache(maxsize=1 << 11)
def _folds(text: str) -> tuple[str, ...]:
    return tuple(analysis.folds(text))
