"""Which of many answers to look at first, before they are ranked with care.

A record may be found by a word of its text, but what is *named* so comes first. Few answers are
all put in order of frequency (BM25); many are not counted through: those named exactly as asked
come first, then those with the words in their names, then the others in order of number.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from database.search import analysis, records
from database.search.compiler import Question
from database.search.gather import Gatherer
from database.search.match import unit_match
from database.search.records import Records
from database.search.tree import Word, leaves, words
from database.search.vocabulary import Rule, Unit

Pick = tuple[int, float]

# So many answers are put in order of frequency: scoring takes about a microsecond for each, and
# some more for every record that has any of the words.
FEW = 2_000
# So many names that begin as the question does are looked at, the shortest first.
_MOST_NAMES = 300
# Forms under rules surer than this name a record as it was asked for.
_SURE = Rule.PREFIX
# BM25 weights of the columns ``title`` and ``text``.
_BM25 = "bm25(search, 8.0, 1.0)"


class Picker:
    """Picks from sets of answers. Use it from one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, gatherer: Gatherer) -> None:
        self._db = connection
        self._gatherer = gatherer

    def picks(self, question: Question, within: Records) -> Iterator[Pick]:
        """Yield every record of *within* once, the likeliest first, with its BM25 score.

        The score, higher being better, is 0.0 where records are too many to be scored.
        """
        ways = self._by_name(question, within)
        if question.match and records.size(self._gatherer.complete(question)) <= FEW:
            ways = self._by_frequency(question.match)
        yield from _each_once(ways, within)

    def missing_some(self, question: Question, within: Records) -> Iterator[Pick]:
        """Yield every record of *within* once, those with the most telling words first."""
        yield from _each_once(self._by_words(question, within), within)

    def _by_words(self, question: Question, within: Records) -> Iterator[Pick]:
        for units, _found in self._gatherer.partial(question):
            yield from self._by_number(_in_names(units), within)
            yield from self._by_number(_joined(units), within)

    def _by_frequency(self, match: str) -> Iterator[Pick]:
        sql = f"SELECT rowid, -{_BM25} FROM search WHERE search MATCH ? ORDER BY 2 DESC, 1"
        for row in self._db.execute(sql, [match]).fetchall():
            yield row[0], row[1]

    def _by_number(self, match: str, within: Records) -> Iterator[Pick]:
        for number in records.numbers(self._gatherer.matching(match) & within):
            yield number, 0.0

    def _by_name(self, question: Question, within: Records) -> Iterator[Pick]:
        for number in self._wholly(question):
            yield number, 0.0
        if not question.match:
            if question.preferred:
                yield from self._by_number(question.preferred, within)
            return
        surely = tuple(map(_sure, question.units))
        if all(unit.forms for unit in surely):
            match = _in_names(surely)
            if records.size(self._gatherer.matching(match)) <= FEW:
                yield from self._by_frequency(match)
            else:
                yield from self._by_number(match, within)
        yield from self._by_number(f"title : ({question.match})", within)

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


def _each_once(ways: Iterator[Pick], within: Records) -> Iterator[Pick]:
    """Yield the picks that are within a set, each once, and then the rest of the set."""
    left = within
    for number, score in ways:
        if records.has(left, number):
            left ^= 1 << number
            yield number, score
    for number in records.numbers(left):
        yield number, 0.0


def _sure(unit: Unit) -> Unit:
    """Return *unit* with nothing but the forms that are surely meant."""
    forms = {form: rule for form, rule in unit.forms.items() if rule < _SURE}
    word = Word(unit.word.form)
    return replace(unit, word=word, forms=forms, alternatives=(), compounds=())


def _joined(units: tuple[Unit, ...]) -> str:
    return " AND ".join(f"({unit_match(unit)})" for unit in units)


def _in_names(units: tuple[Unit, ...]) -> str:
    return f"title : ({_joined(units)})"
