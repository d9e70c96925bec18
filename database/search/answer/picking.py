"""Which of many answers to look at first, before they are ranked with care.

A record may be found by a word of its text, but what is *named* so comes first. Few answers are
all put in order of frequency (BM25); of many, those named exactly as asked come first, then those
with the words in their names, then the others in order of number.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from database.search.answer import records
from database.search.answer.compiler import Question
from database.search.answer.gather import Gatherer
from database.search.answer.match import unit_match
from database.search.answer.records import Records
from database.search.answer.vocabulary import Rule, Unit
from database.search.language import analysis
from database.search.question.tree import Word, leaves, words

Pick = tuple[int, float]

# So many answers are put in order of frequency: SQLite takes some microseconds to score each.
FEW = 500
# So many names that begin as the question does are looked at, the shortest first.
_MOST_NAMES = 200
# Forms under rules surer than this name a record as it was asked for.
_SURE = Rule.PREFIX
# BM25 weights of the columns ``title`` and ``text``.
_BM25 = "bm25(search, 8.0, 1.0)"


class Picker:
    """Picks from the answers to a question. Use it from one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, gatherer: Gatherer) -> None:
        self._db = connection
        self._gatherer = gatherer

    def picks(self, question: Question, within: Records) -> Iterator[Pick]:
        """Yield every record of *within* once, the likeliest answers first, with its BM25 score.

        The score, higher being better, is 0.0 where answers are too many to be scored.
        """
        few = question.match and records.size(self._gatherer.wanted(question)) <= FEW
        ways = self._by_frequency(question.match) if few else self._by_name(question, within)
        return _each_once(ways, within)

    def missing_some(self, question: Question, within: Records) -> Iterator[Pick]:
        """Yield every record of *within* once, those with the most telling words first."""
        return _each_once(self._by_words(question), within)

    def _by_words(self, question: Question) -> Iterator[Pick]:
        for units, found in self._gatherer.partial(question):
            yield from _unscored(self._gatherer.named(_joined(units)))
            yield from _unscored(found)

    def _by_frequency(self, match: str) -> Iterator[Pick]:
        sql = f"SELECT rowid, -{_BM25} FROM search WHERE search MATCH ? ORDER BY 2 DESC, 1"
        for row in self._db.execute(sql, [match]).fetchall():
            yield row[0], row[1]

    def _by_name(self, question: Question, within: Records) -> Iterator[Pick]:
        for number in self._wholly(question):
            yield number, 0.0
        if not question.match:
            if question.preferred:
                yield from _unscored(self._gatherer.matching(question.preferred))
            return
        surely = tuple(map(_sure, question.units))
        for match in (
            _joined(surely) if all(unit.forms for unit in surely) else "",
            question.match,
        ):
            if match:
                yield from _unscored(self._gatherer.named(match) & within)

    def _wholly(self, question: Question) -> list[int]:
        """Return the records that have a name made of just the words asked for, in their order."""
        asked = [word for leaf in leaves(question.tree) for word in words(leaf)]
        if not asked or any(word.pattern for word in asked):
            return []
        key = " ".join(analysis.fold(word.form) for word in asked)
        upper = f"{key}\U0010ffff" if asked[-1].prefix else f"{key}\0"
        rows = self._db.execute(
            """SELECT record FROM headword WHERE fold >= ? AND fold < ?
               ORDER BY fold, record LIMIT ?""",
            [key, upper, _MOST_NAMES],
        )
        return [row[0] for row in rows]


def _unscored(several: Records) -> Iterator[Pick]:
    return ((number, 0.0) for number in records.numbers(several))


def _each_once(ways: Iterator[Pick], within: Records) -> Iterator[Pick]:
    """Yield picks that are *within*, each once, then the rest of it."""
    seen: set[int] = set()
    packed = records.packed(within)
    for number, score in ways:
        if number not in seen and records.has(packed, number):
            seen.add(number)
            yield number, score
    yield from _unscored(within & ~records.of(seen))


def _sure(unit: Unit) -> Unit:
    """Return *unit* with nothing but the forms that are surely meant."""
    forms = {form: rule for form, rule in unit.forms.items() if rule < _SURE}
    word = Word(unit.word.form)
    return replace(unit, word=word, forms=forms, alternatives=(), compounds=())


def _joined(units: tuple[Unit, ...]) -> str:
    return " AND ".join(f"({unit_match(unit)})" for unit in units)
