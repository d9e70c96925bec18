"""Which of many answers to look at first, before they are ranked with care.

A record may be found by a word of its text, but what is *named* so comes first: those named exactly
as asked, then those with the words in their names, then the others. Of what was asked for by its
properties, whatever has one of the words comes first. Among such as these, the types of record that
weigh most come first.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property, reduce
from itertools import chain, islice
from operator import or_

from database.search.answer import records
from database.search.answer.compiler import CompiledQuestion
from database.search.answer.gather import Gatherer
from database.search.answer.in_names import all_in_names, in_names
from database.search.answer.records import Records
from database.search.answer.unit import Rule, Unit
from database.search.language import analysis
from database.search.language.folding import bounds
from database.search.question.tree import Word, leaves, words

# So many are ranked with care at a time; a screen shows about ten.
AT_A_TIME = 30
# So many names that begin as the question does are looked at, the shortest first.
_MOST_NAMES = 200
# So many of those with names that answer are looked at first; a page has seldom more.
_GLIMPSE = 100
# Forms under rules surer than this name a record as it was asked for.
_SURE = Rule.PREFIX


class Picker:
    """Picks from the answers to a question. Use it from one thread at a time."""

    def __init__(
        self, connection: sqlite3.Connection, gatherer: Gatherer, weights: Mapping[str, float]
    ) -> None:
        self._db = connection
        self._gatherer = gatherer
        self._weights = weights

    def picks(self, question: CompiledQuestion, within: Records) -> Iterator[int]:
        """Yield every record of *within* once, by its number, the likeliest answers first."""
        if not question.units:
            surely = self._gatherer.surely(question) & within
            return chain(records.numbers(surely), records.numbers(within & ~surely))
        if records.size(within) <= AT_A_TIME:
            return records.numbers(within)
        return self._each_once(self._by_name(question, within), within)

    def missing_some(self, question: CompiledQuestion, within: Records) -> Iterator[int]:
        """Yield every record of *within* once, those with the most telling words first."""
        return self._each_once(self._by_words(question), within)

    def _by_words(self, question: CompiledQuestion) -> Iterator[int]:
        for units, found in self._gatherer.partial(question):
            if found:
                yield from self._so_named(all_in_names(units, found), found)
            yield from self._weightiest_first(found)

    def _by_name(self, question: CompiledQuestion, within: Records) -> Iterator[int]:
        yield from self._wholly(question)
        if not question.wanted:
            having = map(self._gatherer.having, question.units)
            yield from self._weightiest_first(reduce(or_, having, records.NONE))
            return
        surely = tuple(map(_sure, question.units))
        if all(unit.forms for unit in surely):
            yield from self._so_named(all_in_names(surely, within), within)
        yield from self._so_named(in_names(question.wanted, question.by_word, within), within)

    def _so_named(self, match: str, within: Records) -> Iterator[int]:
        """Yield the records of *within* with names that answer, the weightiest first."""
        if not match:
            return
        span = self._gatherer.span(within)
        found = self._gatherer.named(match, span, _GLIMPSE)
        if records.size(found) == _GLIMPSE:
            # Most of those that weigh most have low numbers (``database.compile.build``).
            heaviest = next(filter(None, (within & some for some in self._by_weight)))
            yield from records.numbers(found & heaviest)
            found = self._gatherer.named(match, span)
        yield from self._weightiest_first(found & within)

    def _wholly(self, question: CompiledQuestion) -> list[int]:
        """Return the records that have a name made of just the words asked for, in their order."""
        asked = [word for leaf in leaves(question.tree) for word in words(leaf)]
        if not asked or any(word.pattern for word in asked):
            return []
        key = " ".join(analysis.fold(word.form) for word in asked)
        _first, beyond = bounds(key) if asked[-1].prefix else (key, f"{key}\0")
        rows = self._db.execute(
            """SELECT record FROM headword WHERE fold >= ? AND fold < ?
               ORDER BY fold, record LIMIT ?""",
            [key, beyond, _MOST_NAMES],
        )
        return [row[0] for row in rows]

    def _each_once(self, several: Iterator[int], within: Records) -> Iterator[int]:
        """Yield those of *several* that are *within*, each once, then the rest of it."""
        seen: set[int] = set()
        packed = records.packed(within)
        for number in several:
            if number not in seen and records.has(packed, number):
                seen.add(number)
                yield number
        yield from self._weightiest_first(within & ~records.of(seen))

    def _weightiest_first(self, several: Records) -> Iterator[int]:
        for same_weight in self._by_weight:
            yield from records.numbers(several & same_weight)

    @cached_property
    def _by_weight(self) -> list[Records]:
        """The records of each weight."""
        found: dict[float, Records] = defaultdict(int)
        for row in self._db.execute("SELECT value, records FROM tally WHERE name = 'type'"):
            found[self._weights[row[0]]] |= records.unpacked(row[1])
        return [found[weight] for weight in sorted(found, reverse=True)]


def _sure(unit: Unit) -> Unit:
    """Return *unit* with nothing but the forms that are surely meant, or the likeliest guess."""
    forms = {form: rule for form, rule in unit.forms.items() if rule < _SURE}
    likeliest = dict(islice(unit.forms.items(), 1))
    if not forms and Rule.FUZZY in likeliest.values():
        forms = likeliest
    word = Word(unit.word.form)
    return replace(unit, word=word, forms=forms, alternatives={}, known={})
