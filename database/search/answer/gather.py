"""Which records answer: what SQLite finds, as sets that are cut and joined in memory."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, reduce
from operator import and_, or_

from database.search.answer import records
from database.search.answer.compiler import Question
from database.search.answer.match import expression, related, unit_match
from database.search.answer.records import Records
from database.search.answer.vocabulary import Unit
from database.search.question.tree import (
    All,
    Any,
    Condition,
    InNames,
    Node,
    Not,
    Parameter,
    Related,
    Required,
    Word,
)

# How many answers to parts of questions are kept: a reader adds words to fields that stay.
_KEPT = 32
# How much of a question, by number or by weight of its words, a record must have to follow.
_MOST = 0.5
# Of more words than this, the rarest ones are those that must not all be missing.
_MOST_WORDS = 8

_MATCH = "SELECT rowid FROM search WHERE search MATCH ?"
_NAMED = "SELECT rowid FROM named WHERE named MATCH ?"


class Gatherer:
    """Finds the sets of records that answer. Use it from one thread at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._kept: dict[tuple[str, tuple[Parameter, ...]], Records] = {}
        self._counted: tuple[str, int] = ("", 0)

    @cached_property
    def every(self) -> Records:
        """All records of the dossier."""
        count, highest = self._db.execute("SELECT count(*), max(number) FROM record").fetchone()
        if count == highest:  # no number is missing
            return records.up_to(highest)
        return self._select("SELECT number FROM record", ())

    def complete(self, question: Question) -> Records:
        """Return the records that answer to the whole question."""
        found = self.matching(question.match) if question.match else self.every
        return found & self._allowed(question)

    def count(self, question: Question) -> int:
        """Return how many records answer to the whole question, without listing them if possible.

        Counting takes a fraction of the time of listing.
        """
        if not question.match or question.restricts:
            return records.size(self.complete(question))
        return self.count_matching(question.match)

    def count_matching(self, match: str) -> int:
        """Return how many records answer to an FTS5 expression."""
        if self._counted[0] != match:
            sql = "SELECT count(*) FROM search WHERE search MATCH ?"
            self._counted = (match, self._db.execute(sql, [match]).fetchone()[0])
        return self._counted[1]

    def named(self, match: str) -> Records:
        """Return the records with names that answer to an FTS5 expression."""
        return self._select(_NAMED, (match,))

    def matching(self, match: str) -> Records:
        """Return the records that answer to an FTS5 expression."""
        return self._select(_MATCH, (match,))

    def partial(self, question: Question) -> list[tuple[tuple[Unit, ...], Records]]:
        """Return the records that have the most telling words of a question.

        Each set comes with the words it has: half of all words, or rarer ones of the same weight;
        the weightiest choice of words comes first, and no choice holds another one.
        """
        units = sorted(question.units, key=lambda unit: -unit.weight)[:_MOST_WORDS]
        within = self._allowed(question)
        sets = {unit.word: self.matching(unit_match(unit)) & within for unit in units}
        return [
            (choice, reduce(and_, (sets[unit.word] for unit in choice)))
            for choice in _telling(units)
        ]

    def _allowed(self, question: Question) -> Records:
        """Return the records that a question does not rule out."""
        parts = (*question.conditions, *question.required)
        found = self._joined(parts, question.by_word, and_, self.every)
        return found & ~self.matching(question.excluded) if question.excluded else found

    def _evaluated(self, node: Node, units: Mapping[Word, Unit]) -> Records:
        written = expression(node, units)
        if written is not None:
            return self.matching(written) if written else self.every
        match node:
            case Condition():
                return self._select(node.sql, node.parameters, packed=node.packed)
            case Related():
                selected = related(node, units)
                return self._evaluated(selected, units) if selected else records.NONE
            case Not():
                return self.every & ~self._evaluated(node.part, units)
            case All():
                return self._joined(node.parts, units, and_, self.every)
            case Any():
                return self._joined(node.parts, units, or_, records.NONE)
            case Required() | InNames():
                return self._evaluated(node.part, units)
            case _:
                return self.every

    def _joined(
        self,
        parts: Iterable[Node],
        units: Mapping[Word, Unit],
        joint: Callable[[Records, Records], Records],
        otherwise: Records,
    ) -> Records:
        several = [self._evaluated(part, units) for part in parts]
        return reduce(joint, several) if several else otherwise

    def _select(
        self, sql: str, parameters: tuple[Parameter, ...], *, packed: bool = False
    ) -> Records:
        """Return the records that SQL selects, from memory if it was asked lately."""
        key = (sql, parameters)
        found = self._kept.pop(key, None)
        if found is None and packed:
            sets = (records.unpacked(row[0]) for row in self._db.execute(sql, parameters))
            found = reduce(or_, sets, records.NONE)
        elif found is None:
            # One row of JSON comes over faster than many rows of one number.
            listed = f"WITH found(number) AS ({sql}) SELECT json_group_array(number) FROM found"
            found = records.of(json.loads(self._db.execute(listed, parameters).fetchone()[0]))
        self._kept[key] = found
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return found


def _telling(units: Sequence[Unit]) -> list[tuple[Unit, ...]]:
    """Return the smallest choices of words that tell enough, the weightiest first."""
    total = sum(unit.weight for unit in units) or 1.0
    enough: list[tuple[float, int]] = []
    for choice in sorted(range(1, 1 << len(units)), key=int.bit_count):
        weight = sum(unit.weight for n, unit in enumerate(units) if choice >> n & 1)
        tells = weight >= _MOST * total or choice.bit_count() >= _MOST * len(units)
        if tells and not any(known & choice == known for _weight, known in enough):
            enough.append((weight, choice))
    ordered = sorted(enough, key=lambda entry: (-entry[0], entry[1]))
    return [
        tuple(unit for n, unit in enumerate(units) if choice >> n & 1)
        for _weight, choice in ordered
    ]
