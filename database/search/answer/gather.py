"""Which records answer: what SQLite finds, as sets that are cut and joined in memory."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import chain, combinations
from operator import and_, or_

from database.search.answer import records
from database.search.answer.compiler import CompiledQuestion
from database.search.answer.match import RECORDS, expression, phrases, related, terms, written
from database.search.answer.records import Records
from database.search.answer.unit import Unit
from database.search.language import analysis
from database.search.question.tree import (
    All,
    Any,
    Condition,
    InField,
    InNames,
    Node,
    Not,
    Parameter,
    Phrase,
    Related,
    Required,
    Word,
)

# How many answers to parts of questions are kept: a reader adds words to those that stay.
_KEPT = 256
# For each record it finds, FTS5 looks at all parts of an expression; so few at a time are quickest.
_TOGETHER = 6
# A beginning that no more words have than these is looked up word by word: of so many some are kept
# as sets, and FTS5 finds the others sooner than all that begin so.
_FEW_BEGUN = 160
# How much of a question a record must have to follow, by number or by weight of its words: of three
# words the telling one will do, of two any.
_BY_NUMBER, _BY_WEIGHT = 0.5, 0.4
# Of more words than this, the rarest ones are those that must not all be missing.
_MOST_WORDS = 8

_NAMED = "SELECT rowid FROM named WHERE named MATCH ?"
_ASKED_OFTEN = "SELECT json_group_array(asked) FROM often"
_ALL = -1  # as a LIMIT of SQLite
_BETWEEN = " AND rowid BETWEEN ? AND ?"
_OFTEN = "SELECT records FROM often WHERE asked IN (SELECT value FROM json_each(?))"

# The first and the last number of some records.
Span = tuple[int, int]


class Gatherer:
    """Finds the sets of records that answer. Use it from one thread at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._kept: dict[tuple[str, tuple[Parameter, ...]], Records] = {}

    @cached_property
    def every(self) -> Records:
        """All records of the dossier."""
        return records.every(self._db)

    @cached_property
    def _often(self) -> frozenset[str]:
        """The terms whose records the dossier keeps as sets (``database.compile.often``)."""
        return frozenset(json.loads(self._db.execute(_ASKED_OFTEN).fetchone()[0]))

    def complete(self, question: CompiledQuestion) -> Records:
        """Return the records that answer to the whole question."""
        allowed = self._allowed(question)
        span = self.span(allowed)
        return allowed & self._joined(question.wanted, question.by_word, and_, self.every, span)

    def span(self, within: Records) -> Span | None:
        """Return between which numbers the records of *within* are, if that leaves many others out.

        Those of one type stand next to each other, and FTS5 need not look at the others then.
        """
        first, last = records.lowest(within), records.highest(within)
        return (first, last) if last - first < records.highest(self.every) // 2 else None

    def named(self, match: str, span: Span | None = None, most: int = _ALL) -> Records:
        """Return the records with names that answer to an FTS5 expression, those of a *span*.

        Of more than *most* these are the ones with the lowest numbers.
        """
        sql = f"{_NAMED}{_BETWEEN * bool(span)} ORDER BY rowid LIMIT ?"
        return self._select(sql, (match, *(span or ()), most))

    def matching(self, match: str, span: Span | None = None) -> Records:
        """Return the records that answer to an FTS5 expression, at least those of a *span*."""
        return self._select(RECORDS + _BETWEEN * bool(span), (match, *(span or ())))

    def having(self, unit: Unit, span: Span | None = None) -> Records:
        """Return the records that have a word, or anything that answers to it.

        At least those of a *span* are found.
        """
        several = self._terms(unit)
        often = [term for term in several if term in self._often]
        seldom = [written(term) for term in several if term not in self._often]
        found = self._select(_OFTEN, (json.dumps(often),), packed=True) if often else records.NONE
        asked = phrases(unit, [words for words in unit.alternatives if words not in unit.known])
        runs = chain.from_iterable(map(_runs, (seldom, *asked)))
        sets = (*unit.known.values(), *(self.matching(" OR ".join(run), span) for run in runs))
        return reduce(or_, sets, found)

    def _terms(self, unit: Unit) -> Sequence[str]:
        """Return the terms of a word; its beginning as the words that have it, if they are few.

        That is of use where many records have one of them: FTS5 need not read those.
        """
        several = terms(unit)
        if not unit.word.prefix or unit.begins_more or several[-1] in self._often:
            return several
        beginning = several[-1].removesuffix("*")
        folds = {fold for fold in map(analysis.fold, unit.forms) if fold.startswith(beginning)}
        if len(folds) > _FEW_BEGUN or folds.isdisjoint(self._often):
            return several
        return [*several[:-1], *sorted(folds)]

    def partial(self, question: CompiledQuestion) -> list[tuple[tuple[Unit, ...], Records]]:
        """Return the records that have the most telling words of a question.

        Each set comes with the words it has: half of all words that any record has, or more, or
        rarer ones of the same weight; where no record has so much, any one of them. The weightiest
        choice of words comes first, so a record with three of four stands before one with two.
        """
        within = self._allowed(question)
        span = self.span(within)
        sets = {unit.word: self.having(unit, span) & within for unit in question.units}
        known = (unit for unit in question.units if sets[unit.word])
        units = sorted(known, key=lambda unit: -unit.weight)[:_MOST_WORDS]
        found = [
            (choice, reduce(and_, (sets[unit.word] for unit in choice)))
            for choice in _telling(units)
        ]
        if any(having for _choice, having in found):
            return found
        return [((unit,), sets[unit.word]) for unit in units]

    def surely(self, question: CompiledQuestion) -> Records:
        """Return the records that fulfil all conditions beyond doubt, none if none is in doubt."""
        doubtful = [c for c in question.conditions if isinstance(c, Condition) and c.surely]
        several = (self._select(c.surely, c.parameters) for c in doubtful)
        return reduce(and_, several) if doubtful else records.NONE

    def _allowed(self, question: CompiledQuestion) -> Records:
        """Return the records that a question does not rule out."""
        units = question.by_word
        parts = (*question.conditions, *question.required)
        found = self._joined(parts, units, and_, self.every)
        return found & ~self._joined(question.excluded, units, or_, records.NONE)

    def _evaluated(self, node: Node, units: Mapping[Word, Unit], span: Span | None) -> Records:
        match node:
            case Word():
                return self.having(units[node], span)
            case Phrase() | InNames():
                asked = expression(node, units)
                return self.matching(asked, span) if asked else self.every
            case Required() | InField():
                return self._evaluated(node.part, units, span)
            case Not():
                return self.every & ~self._evaluated(node.part, units, span)
            case All() | Any():
                joint, otherwise = (
                    (and_, self.every) if isinstance(node, All) else (or_, records.NONE)
                )
                return self._joined(node.parts, units, joint, otherwise, span)
            case Related():
                selected = related(node, units)
                return self._evaluated(selected, units, span) if selected else records.NONE
            case Condition():
                return self._select(node.sql, node.parameters, packed=node.packed)

    def _joined(
        self,
        parts: Iterable[Node],
        units: Mapping[Word, Unit],
        joint: Callable[[Records, Records], Records],
        otherwise: Records,
        span: Span | None = None,
    ) -> Records:
        several = [self._evaluated(part, units, span) for part in parts]
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
            found = records.selected(self._db, sql, parameters)
        self._kept[key] = found
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return found


def _runs(several: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield *several*, a few at a time."""
    return (several[at : at + _TOGETHER] for at in range(0, len(several), _TOGETHER))


def _telling(units: Sequence[Unit]) -> list[tuple[Unit, ...]]:
    """Return the choices of words that tell enough, the weightiest first."""
    total = sum(unit.weight for unit in units)
    sizes = range(1, len(units) + 1)
    weighed = [
        (sum(unit.weight for unit in choice), choice)
        for choice in chain.from_iterable(combinations(units, size) for size in sizes)
    ]
    enough = [
        (weight, choice)
        for weight, choice in weighed
        if weight >= _BY_WEIGHT * total or len(choice) >= _BY_NUMBER * len(units)
    ]
    return [choice for _weight, choice in sorted(enough, key=lambda entry: -entry[0])]
