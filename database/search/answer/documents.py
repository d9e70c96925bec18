"""What the engine reads of records again and again, kept in memory for those met last.

While a reader types, the same records answer letter after letter.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Generic, TypeVar

from database.model.record import RecordId
from database.model.text import Text
from database.model.values import LANGUAGES
from database.search.answer.places import stands
from database.search.answer.snippet import Passages
from database.search.answer.unit import PhraseForms
from database.search.index.entries import SEPARATOR
from database.search.index.pieces import FACT_SEPARATOR

T = TypeVar("T")
# A candidate takes about 20 kB, a hit with its texts about 40 kB.
_KEPT_FORMS, _KEPT_TEXTS = 300, 250
# So many forms are looked for one by one; for more, those of a record are told apart first.
_FEW = 8
_SEPARATOR = SEPARATOR.encode()
# Forms that were asked for, by how the file writes them.
Asked = Mapping[bytes, str]


def written(forms: Iterable[str]) -> Asked:
    """Return forms by how the file writes them."""
    return {form.encode(): form for form in forms}


class Zone:
    """The distinct forms of one part of a record, as the file writes them, parted by blanks.

    The forms of one name, or of one statement, stand apart from the others by ``SEPARATOR``. Most
    are only looked through, which takes half of the time while they are bytes.
    """

    def __init__(self, forms: bytes) -> None:
        self._forms = forms
        self._words: frozenset[bytes] | None = None
        self._each: tuple[list[str], ...] | None = None
        self._is_known = False

    @property
    def every(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self._forms.decode().split())

    @property
    def each(self) -> tuple[list[str], ...]:
        """The forms of each name or statement.

        Of names the titles come first, one for each language, some of which may be missing.
        """
        if self._each is None:
            several = self._forms.decode().split(SEPARATOR)
            self._each = tuple([said.split() for said in several])
        return self._each

    def among(self, asked: Asked) -> frozenset[str]:
        """Return those of *asked* that stand here."""
        return frozenset([asked[form] for form in self._have(asked)])

    def _have(self, asked: Asked) -> Iterable[bytes]:
        if self._words is None and len(asked) <= _FEW:
            forms = b" %b " % self._forms.replace(_SEPARATOR, b" ")
            return [form for form in asked if b" %b " % form in forms]
        if self._words is None and self._is_known:
            # A set takes longer to make, and pays from the second time on.
            self._words = frozenset(self._forms.split())
        self._is_known = True
        return asked.keys() & (self._forms.split() if self._words is None else self._words)


class Forms:
    """The distinct forms of a record: in its names, its subjects, and its text.

    The text has what the subjects have, too.
    """

    def __init__(self, type_id: str, names: bytes, subjects: bytes, text: bytes) -> None:
        self.type = type_id
        self.names = Zone(names)
        self.subjects = Zone(subjects)
        self.text = Zone(text)

    @cached_property
    def every(self) -> frozenset[str]:
        """All forms of the record."""
        return self.names.every | self.text.every


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a record; ``facts`` are the words of its headline by language."""

    id: str
    type: str
    title: Text
    facts: Mapping[str, tuple[str, ...]]
    passages: Passages

    def say(self, form: str, language: str) -> bool:
        """Tell whether *form* stands in the title or in a text in *language*."""
        return self.title_says(form, language) or self.passages.have(form, language)

    def title_says(self, form: str, language: str) -> bool:
        """Tell whether *form* stands in the title in *language*."""
        return stands(form, self.title.by_language.get(language) or "")

    def written(self, phrase: PhraseForms, language: str) -> tuple[str, str]:
        """Return *phrase* as a text has it, and the language of that; *language* comes first."""
        several = (language, *(one for one in self.passages.languages if one != language))
        found = ((self.passages.phrase(phrase, one), one) for one in several)
        return next(filter(itemgetter(0), found), ("", ""))


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

    def ids(self, numbers: list[int]) -> list[RecordId]:
        """Return the ids of any number of records, in the order asked for."""
        rows = self._db.execute(
            "SELECT number, id FROM record WHERE number IN (SELECT value FROM json_each(?))",
            [json.dumps(numbers)],
        )
        named = dict(map(tuple, rows))
        return [named[number] for number in numbers]

    def _load_forms(self, numbers: list[int]) -> dict[int, Forms]:
        rows = self._db.execute(
            """SELECT record, type, CAST(title AS BLOB), CAST(subject AS BLOB), CAST(text AS BLOB)
               FROM forms WHERE record IN (SELECT value FROM json_each(?))""",
            [json.dumps(numbers)],
        )
        return {number: Forms(*forms) for number, *forms in rows}

    def _load_texts(self, numbers: list[int]) -> dict[int, Texts]:
        rows = self._db.execute(
            """SELECT number, id, type, title_en, title_hu, pieces.* FROM record
               JOIN pieces ON pieces.record = number
               WHERE number IN (SELECT value FROM json_each(?))""",
            [json.dumps(numbers)],
        )
        return {row["number"]: _texts(row) for row in rows}


def _texts(row: sqlite3.Row) -> Texts:
    facts, lines = {}, {}
    for language in LANGUAGES:
        headline, _end, lines[language] = row[language].partition("\n")
        facts[language] = tuple(filter(None, headline.split(FACT_SEPARATOR)))
    title = Text({language: row[f"title_{language}"] for language in LANGUAGES})
    return Texts(row["id"], row["type"], title, facts, Passages(row["kinds"], lines))
