"""Putting hits in order.

Each word that was asked for counts once (``worth``). To that comes how much of a name is asked for,
the more of the question the record has, and whether several words stand together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from database.model.values import LANGUAGES
from database.search.answer.documents import Forms, written
from database.search.answer.said import Said
from database.search.answer.shorthand import SILENT, Shorthand
from database.search.answer.unit import Rule, Unit, every_form
from database.search.answer.worth import IN_NAMES, Sum, Worth
from database.search.language.folding import fold
from database.search.question.stop_words import STOP_WORDS

# A name made of nothing but the words asked for is what the reader meant. Of equals the one with a
# word in its title comes first, which adds less than any two rules differ by.
_WHOLE_NAME, _TITLE = 0.35, 0.019
# A part of any other name tells half as much as one of the title: *steel* friendship, steel *mill*.
_PART_OF_ANOTHER = 0.5
# Several words that one name or statement has tell more than words strewn over the text; such a
# share of that where they are strewn over names and subjects.
_TOGETHER, _STREWN = 0.35, 0.3


class Candidate(NamedTuple):
    """A record that may be shown: its forms, and the weight of its type.

    ``is_whole`` tells whether it answers to the whole question; it may have all words of a label
    and not next to each other. ``nearness`` tells how well words fit that only name a related
    record, or whether it fulfils conditions beyond doubt.
    """

    number: int
    weight: float
    forms: Forms
    is_whole: bool = True
    nearness: float = 0.0


class Ranked(NamedTuple):
    """A candidate with its place in the order, the weakest rule it needed, and what it says."""

    number: int
    score: float
    rule: Rule | None
    complete: bool
    said: Said


class _Bonus(NamedTuple):
    """What a record has beside its words, whatever its text: see ``_Judge``."""

    named: float
    together: float


# A candidate by its place; with what ``_Judge.exactly`` wants where this is only the best place it
# can have.
_Waiting = tuple[tuple[bool, float, float, int], Ranked, tuple[Candidate, _Bonus] | None]


def rank(candidates: Iterable[Candidate], units: tuple[Unit, ...]) -> Iterator[Ranked]:
    """Yield the candidates best first, those with every word before those with some.

    Of equals the nearer ones come first, and lower numbers. What is in a text is looked up only
    when it may be the text of the next one: the others stand below it even if they had every word
    in theirs.
    """
    asked, judge = written(every_form(units)), _Judge(units)
    waiting = [judge.at_best(one, Said(one.forms, asked)) for one in candidates]
    heapify(waiting)
    while waiting:
        _place, ranked, unsure = heappop(waiting)
        if unsure is None:
            yield ranked
        else:
            heappush(waiting, judge.exactly(*unsure, ranked.said))


class _Judge:
    """Tells what a record is worth to one question.

    Most candidates say the same few forms, so what some forms tell is found out once.
    """

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self._units = units
        # A word that is only written otherwise is the same: ``hua wei``.
        self._same = every_form(map(_written_otherwise, units))
        shorthand = Shorthand(units)
        self._bits = cache(shorthand.of)
        self._taken_down = shorthand.of
        # In an object of its own: caching one's own methods would make a reference cycle.
        worth = Worth(units, shorthand)
        self._are_all_said = cache(worth.are_all_said)
        self._are_enough = cache(worth.are_enough)
        self._worth = cache(worth.of)
        self._worth_at_best = cache(worth.at_best)

    def at_best(self, candidate: Candidate, said: Said) -> _Waiting:
        """Return the best place that a candidate can have, whatever is in its text."""
        names, subjects = self._bits(said.names), SILENT
        if not self._are_enough(names):
            subjects = self._bits(said.subjects)
        at_best, is_sure = self._worth_at_best(names, subjects)
        bonus = _Bonus(self._named(said), self._together(candidate, said))
        return self._placed(candidate, said, bonus, at_best, is_sure=is_sure)

    def exactly(self, candidate: Candidate, bonus: _Bonus, said: Said) -> _Waiting:
        """Return the place of a candidate, of which *said* tells what it has."""
        zones = self._bits(said.names), self._bits(said.subjects), self._bits(said.text)
        found = self._worth(zones)
        if not found.complete and (begun := self._begun(said)):
            found = self._worth(zones, begun)
        return self._placed(candidate, said, bonus, found, is_sure=True)

    def _placed(
        self, candidate: Candidate, said: Said, bonus: _Bonus, found: Sum, *, is_sure: bool
    ) -> _Waiting:
        worth, weakest, has_all, share = found
        complete = has_all and candidate.is_whole
        # A name tells little of a question of which the record has little besides.
        added = share * bonus.named
        if complete and weakest is not None:
            added += _TOGETHER * IN_NAMES[weakest] * bonus.together
        score = candidate.weight * (worth + added)
        ranked = Ranked(candidate.number, score, weakest, complete, said)
        place = (not complete, -score, -candidate.nearness, candidate.number)
        return place, ranked, None if is_sure else (candidate, bonus)

    def _begun(self, said: Said) -> frozenset[int]:
        """Return the numbers of the words that a record has, if not in a form that was listed."""
        units = enumerate(self._units)
        return frozenset(n for n, unit in units if unit.begins_more and _begins(said.forms, unit))

    def _named(self, said: Said) -> float:
        """Return what it adds how much of a name is asked for, of the name asked for most."""
        if self._same.isdisjoint(said.names):
            return 0.0
        most, in_title = 0.0, False
        for n, name in enumerate(said.forms.names.each):
            share = self._share(name)
            if n < len(LANGUAGES):
                in_title = in_title or share > 0
            elif share < 1:
                share *= _PART_OF_ANOTHER
            most = max(most, share)
        return _WHOLE_NAME * most + _TITLE * in_title

    def _share(self, name: Iterable[str]) -> float:
        """Return how much of a name is asked for; “of” and its like count for nothing."""
        asked = self._same.intersection(name)
        if not asked:
            return 0.0
        telling = frozenset(name) - STOP_WORDS or frozenset(name)
        return len(asked & telling) / len(telling)

    def _together(self, candidate: Candidate, said: Said) -> float:
        """Return from 0 to 1 whether a record is called or said to be what several words tell."""
        if len(self._units) == 1 or not candidate.is_whole:
            return 0.0
        names, subjects = self._bits(said.names), self._bits(said.subjects)
        if not self._are_all_said(names | subjects):
            return 0.0
        for here, zone in ((names, said.forms.names), (subjects, said.forms.subjects)):
            if self._are_all_said(here):
                for statement in zone.each:
                    if self._are_all_said(self._taken_down(statement)):
                        return 1.0
        return _STREWN


def _written_otherwise(unit: Unit) -> Unit:
    """Return a word with nothing beside it but other ways to write it."""
    ways = {phrase: rule for phrase, rule in unit.alternatives.items() if rule <= Rule.STEMMED}
    return replace(unit, alternatives=ways)


def _begins(forms: Forms, unit: Unit) -> bool:
    """Serve prefixes so short that their forms were not all listed."""
    beginning = fold(unit.word.form)
    return any(fold(form).startswith(beginning) for form in forms.every)
