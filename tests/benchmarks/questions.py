"""Questions drawn from records: who asks them wants the record that they were drawn from."""

import random
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from database.compile.content import Content
from database.model.record import Record
from tests.benchmarks.words import snowball

KINDS = (
    "rare word", "common word", "two words", "phrase", "2 letters", "3 letters", "4 letters",
    "fuzzy", "field and range", "cross-language",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{4,}")
_PAIR = re.compile(r"([^\W\d_]{4,}) ([^\W\d_]{4,})")
# The shares of records, at least and at most, that have a word of each kind.
_RARE, _MIDDLING, _COMMON = (0, 1 / 2_000), (1 / 200, 1 / 5), (1 / 20, 1 / 3)


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader looks for: ``words`` under a field and within years, if those are named.

    ``wanted`` is the number of the record that the question was drawn from.
    """

    kind: str
    words: tuple[str, ...]
    wanted: int
    type: str = ""
    years: tuple[int, int] | None = None

    @property
    def is_prefix(self) -> bool:
        """Tell whether the last word is still being typed."""
        return self.kind.endswith("letters")


class Drawer:
    """Draws questions from the records of a dossier; ``fts5`` counts how many have a word."""

    def __init__(self, content: Content, fts5: sqlite3.Connection, seed: int) -> None:
        self._content = content
        self._db = fts5
        self._chance = random.Random(seed)
        self._ids = list(content.records)
        self._draw: dict[str, Callable[[int, Record], Question | None]] = {
            "rare word": lambda n, r: self._one("rare word", n, r, _RARE),
            "common word": lambda n, r: self._one("common word", n, r, _COMMON),
            "two words": self._two,
            "phrase": self._phrase,
            **{f"{k} letters": lambda n, r, k=k: self._prefix(n, r, k) for k in (2, 3, 4)},
            "fuzzy": self._misspelt,
            "field and range": self._fielded,
            "cross-language": self._cross,
        }

    def questions(self, count: int) -> list[Question]:
        """Return *count* questions of each kind (fewer where records are few), in any order."""
        several = []
        for kind in KINDS:
            drawn = dict.fromkeys(self._drawn(kind, count))
            several += drawn
        self._chance.shuffle(several)
        return several

    def _drawn(self, kind: str, count: int) -> Iterator[Question]:
        found: set[tuple[str, ...]] = set()
        for _try in range(400 * count):
            number = self._chance.randrange(len(self._ids))
            record = self._content.records[self._ids[number]]
            question = self._draw[kind](number + 1, record)
            if question and question.words not in found:
                found.add(question.words)
                yield question
            if len(found) == count:
                return

    def _one(self, kind: str, number: int, record: Record, share) -> Question | None:
        word = self._word(record, share)
        return Question(kind, (self._otherwise(word),), number) if word else None

    def _two(self, number: int, record: Record) -> Question | None:
        lines = _lines(record)
        self._chance.shuffle(lines)
        words = [w for w in _WORD.findall(lines[0]) if self._share_is(w, _MIDDLING)]
        words = list(dict.fromkeys(words))
        if len(words) < 2:
            return None
        two = tuple(map(self._otherwise, self._chance.sample(words, 2)))
        return Question("two words", two, number)

    def _phrase(self, number: int, record: Record) -> Question | None:
        pairs = [p for line in _lines(record) for p in _PAIR.findall(line)]
        pairs = [p for p in pairs if all(self._share_is(w, (0, 1 / 5)) for w in p)]
        return Question("phrase", self._chance.choice(pairs), number) if pairs else None

    def _prefix(self, number: int, record: Record, letters: int) -> Question | None:
        words = [w for title in record.title for w in _WORD.findall(title) if len(w) > letters + 1]
        if not words:
            return None
        prefix = self._chance.choice(words)[:letters].lower()
        return Question(f"{letters} letters", (prefix,), number)

    def _misspelt(self, number: int, record: Record) -> Question | None:
        word = self._word(record, (0, 1 / 20))
        if not word or len(word) < 6:
            return None
        at = self._chance.randrange(1, len(word))
        letter = self._chance.choice("aeiorstnlk")
        wrong = self._chance.choice(
            (word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1 :])
        )
        return Question("fuzzy", (wrong.lower(),), number) if wrong != word else None

    def _fielded(self, number: int, record: Record) -> Question | None:
        years = [year for date in record.dates() for year in date.years()]
        word = self._word(record, _COMMON)
        if not years or not word:
            return None
        span = (years[0] - 1, years[0] + 1)
        return Question("field and range", (self._otherwise(word),), number, record.type, span)

    def _cross(self, number: int, record: Record) -> Question | None:
        """Draw a question in one language for a record whose text is in the other one only."""
        told = record.description
        languages = [language for language in ("en", "hu") if told.has(language)]
        if len(languages) != 1:
            return None
        (here,) = languages
        other = {"en": "hu", "hu": "en"}[here]
        text = f" {record.summary[0].text.within(here)} " if record.summary else ""
        for term in self._content.terms.values():
            written, asked = term.labels.get(here), term.labels.get(other)
            if written and asked and f" {written[0]} " in text and asked[0] not in text:
                words = tuple(re.findall(r"\w+", asked[0]))
                return Question("cross-language", words, number)
        return None

    def _word(self, record: Record, share: tuple[float, float]) -> str | None:
        words = [w for line in _lines(record) for w in _WORD.findall(line)]
        self._chance.shuffle(words)
        return next((w for w in words[:40] if self._share_is(w, share)), None)

    def _share_is(self, word: str, share: tuple[float, float]) -> bool:
        sql = "SELECT doc FROM vocabulary WHERE term = ?"
        row = self._db.execute(sql, [unaccented(word).lower()]).fetchone()
        least, most = (part * len(self._ids) for part in share)
        return row is not None and least <= row[0] <= max(2, most)

    def _otherwise(self, word: str) -> str:
        """Return *word* as it stands, without accents, or in another form: one as often as any."""
        way = self._chance.randrange(3)
        if way == 1:
            return unaccented(word)
        others = [w for w in _other_forms().get(word.lower(), ()) if w != word.lower()]
        return self._chance.choice(others) if way == 2 and others else word


def _lines(record: Record) -> list[str]:
    texts = [record.title, *(passage.text for passage in record.summary)]
    return [line for text in texts for line in text if line]


def unaccented(word: str) -> str:
    """Return *word* as somebody types it who has no accents on the keyboard."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def _other_forms() -> dict[str, tuple[str, ...]]:
    """Return all forms of each word, by any of them, as the makers of Snowball have it."""
    known = {}
    for language in ("english", "hungarian"):
        classes = defaultdict(list)
        for word, stem in snowball(language):
            classes[stem].append(word)
        known |= {word: tuple(forms) for forms in classes.values() for word in forms}
    return known
