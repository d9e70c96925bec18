"""What the engine reads of records again and again, kept in memory for those met last.

While a reader types, the same records answer letter after letter.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from database.model.text import Text
from database.model.values import LANGUAGES
from database.search.answer.snippet import Piece
from database.search.index.entries import NAME_SEPARATOR
from database.search.index.pieces import FACT_SEPARATOR

T = TypeVar("T")
# A candidate takes about 20 kB, a hit with its texts about 40 kB.
_KEPT_FORMS, _KEPT_TEXTS = 1000, 250
# So many forms are looked for one by one; for more, all forms of a record are told apart first.
_FEW = 12


@dataclass(frozen=True)
class Forms:
    """The distinct forms of a record: all of them, and those in its names and its subjects.

    ``each_name`` has those of one name at a time. Many a record is judged by its names alone, so
    the others wait in ``rest``, each with a blank before and after it, until somebody asks.
    """

    type: str
    names: frozenset[str]
    subjects: frozenset[str]
    each_name: tuple[frozenset[str], ...]
    rest: str = ""

    @cached_property
    def every(self) -> frozenset[str]:
        """All forms of the record."""
        return self.names.union(self.subjects, self.rest.split())

    def among(self, asked: Set[str]) -> Set[str]:
        """Return those of *asked* that the record has."""
        if len(asked) > _FEW:
            return self.every & asked
        rest, sure = self.rest, self.names | self.subjects
        return {form for form in asked if form in sure or f" {form} " in rest}


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a record; ``facts`` are the words of its headline by language."""

    id: str
    type: str
    title: Text
    facts: Mapping[str, tuple[str, ...]]
    pieces: tuple[Piece, ...]


class _Recent(Generic[T]):
    """Remembers what was loaded, and forgets what was not asked for the longest."""

    def __init__(self, load: Callable[[list[int]], Mapping[int, T]], most: int) -> None:
        self._load = load
        self._most = most
        self._kept: dict[int, T] = {}

    def get(self, numbers: Iterable[int]) -> dict[int, T]:
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._kept]
        if missing:
            self._kept |= self._load(missing)
        found = {number: self._kept.pop(number) for number in wanted}
        self._kept |= found
        for number in list(self._kept)[: max(0, len(self._kept) - self._most)]:
            del self._kept[number]
        return found


class Documents:
    """Reads forms and texts of records by their numbers."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._forms = _Recent(self._load_forms, _KEPT_FORMS)
        self._texts = _Recent(self._load_texts, _KEPT_TEXTS)

    def forms(self, numbers: Iterable[int]) -> dict[int, Forms]:
        """Return the forms of several records, in the order asked for."""
        return self._forms.get(numbers)

    def texts(self, numbers: Iterable[int]) -> dict[int, Texts]:
        """Return the texts of several records, in the order asked for."""
        return self._texts.get(numbers)

    def _load_forms(self, numbers: list[int]) -> dict[int, Forms]:
        rows = self._db.execute(
            """SELECT forms.record, record.type, forms.title, forms.subject, forms.text FROM forms
               JOIN record ON record.number = forms.record
               WHERE forms.record IN (SELECT value FROM json_each(?))""",
            [json.dumps(numbers)],
        )
        return {
            number: Forms(
                type_id,
                frozenset(names.split()),
                frozenset(subject.split()),
                tuple(frozenset(name.split()) for name in names.split(NAME_SEPARATOR)),
                f" {text} ",
            )
            for number, type_id, names, subject, text in rows
        }

    def _load_texts(self, numbers: list[int]) -> dict[int, Texts]:
        rows = self._db.execute(
            """SELECT number, id, type, title_en, title_hu, pieces FROM record
               JOIN pieces ON pieces.record = number
               WHERE number IN (SELECT value FROM json_each(?))""",
            [json.dumps(numbers)],
        )
        return {row["number"]: _texts(row) for row in rows}


def _texts(row: sqlite3.Row) -> Texts:
    headline, *others = (Piece(*piece) for piece in json.loads(row["pieces"]))
    facts = {
        language: tuple(fact for fact in words.split(FACT_SEPARATOR) if fact)
        for language, words in headline.texts.items()
    }
    title = Text({language: row[f"title_{language}"] for language in LANGUAGES})
    return Texts(row["id"], row["type"], title, facts, tuple(others))
