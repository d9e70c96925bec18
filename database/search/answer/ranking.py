"""Putting hits in order.

Each word that was asked for counts once (``worth``). To that comes how much of a name is asked for,
the more of the question the record has, and whether several words stand together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from database.model.values import LANGUAGES
from database.search.answer.documents import Forms, written
from database.search.answer.said import Said
from database.search.answer.unit import PhraseForms, Rule, Unit, every_form, has
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


# A candidate by its place; beside it once more where this is only the best place it can have.
_Waiting = tuple[tuple[bool, float, float, int], Ranked, Candidate | None]


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
        _place, ranked, candidate = heappop(waiting)
        if candidate is None:
            yield ranked
        else:
            heappush(waiting, judge.exactly(candidate, ranked.said))


class _Judge:
    """Tells what a record is worth to one question.

    Most candidates say the same few forms, so what some forms tell is found out once.
    """

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self._units = units
        # A word that is only written otherwise is the same: ``hua wei``.
        self._same = every_form(map(_written_otherwise, units))
        self._ways = cache(partial(_ways, units))
        # In an object of its own: caching one's own methods would make a reference cycle.
        worth = Worth(units)
        self._are_enough = cache(worth.are_enough)
        self._worth = cache(worth.of)
        self._worth_at_best = cache(worth.at_best)

    def at_best(self, candidate: Candidate, said: Said) -> _Waiting:
        """Return the best place that a candidate can have, whatever is in its text."""
        names = said.names
        zones = (names,) if self._are_enough(names) else (names, said.subjects)
        at_best, is_sure = self._worth_at_best(zones)
        return self._placed(candidate, said, at_best, is_sure=is_sure)

    def exactly(self, candidate: Candidate, said: Said) -> _Waiting:
        """Return the place of a candidate, of which *said* tells what it has."""
        zones = (said.names, said.subjects, said.text)
        found = self._worth(zones)
        if not found.complete and (begun := self._begun(said)):
            found = self._worth(zones, begun)
        return self._placed(candidate, said, found, is_sure=True)

    def _placed(self, candidate: Candidate, said: Said, found: Sum, *, is_sure: bool) -> _Waiting:
        worth, weakest, has_all, share = found
        complete = has_all and candidate.is_whole
        # A name tells little of a question of which the record has little besides.
        named = share * self._named(said)
        if complete and weakest is not None and len(self._units) > 1:
            named += _TOGETHER * IN_NAMES[weakest] * self._together(said)
        score = candidate.weight * (worth + named)
        ranked = Ranked(candidate.number, score, weakest, complete, said)
        place = (not complete, -score, -candidate.nearness, candidate.number)
        return place, ranked, None if is_sure else candidate

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

    def _together(self, said: Said) -> float:
        """Return from 0 to 1 whether a record is called or said to be what several words tell."""
        asked = self._ways(said.names | said.subjects)
        if not all(asked):
            return 0.0
        for here, zone in ((said.names, said.forms.names), (said.subjects, said.forms.subjects)):
            if _tells(here, asked):
                for statement in zone.each:
                    if _tells(statement, asked):
                        return 1.0
        return _STREWN


def _written_otherwise(unit: Unit) -> Unit:
    """Return a word with nothing beside it but other ways to write it."""
    ways = {phrase: rule for phrase, rule in unit.alternatives.items() if rule <= Rule.STEMMED}
    return replace(unit, alternatives=ways)


def _ways(units: tuple[Unit, ...], telling: frozenset[str]) -> list[list[PhraseForms]]:
    """Return for each word the ways to say it for which *telling* has all forms."""
    several = []
    for unit in units:
        ways = [phrase for phrase in unit.alternatives if has(telling, phrase)]
        here = telling.intersection(unit.forms)
        several.append([(here,), *ways] if here else ways)
    return several


def _tells(statement: Iterable[str], asked: list[list[PhraseForms]]) -> bool:
    """Tell whether *statement* says each of several words in one of its ways.

    Asked hundreds of times a question, so without the generators of all() and any().
    """
    for ways in asked:
        for way in ways:
            if has(statement, way):
                break
        else:
            return False
    return True


def _begins(forms: Forms, unit: Unit) -> bool:
    """Serve prefixes so short that their forms were not all listed."""
    beginning = fold(unit.word.form)
    return any(fold(form).startswith(beginning) for form in forms.every)
