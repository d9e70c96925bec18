"""Putting hits in order.

Each word that was asked for counts once, by the surest rule under which the record has it and by
where: names above subjects, subjects above other text. What an exact word adds always exceeds what
a folded one adds, and so on down to guesses.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from heapq import heapify, heappop, heappush
from operator import itemgetter
from typing import NamedTuple

from database.model.values import LANGUAGES
from database.search.answer.documents import Forms, written
from database.search.answer.said import Said
from database.search.answer.unit import PhraseForms, Rule, Unit, every_form, has
from database.search.language.folding import fold
from database.search.question.stop_words import STOP_WORDS

# What a word is worth by rule, in the order of ``Rule``: in the names of a record, its subjects and
# its text. Chosen on the gold queries of ``tests/database/search``; only the order within a column
# and the gap between names and text matter.
_IN_NAMES = (
    1.0,
    0.97,
    0.92,
    0.80,
    0.55,
    0.52,
    0.50,
)
_IN_SUBJECTS = (
    0.60,
    0.58,
    0.55,
    0.30,
    0.25,
    0.22,
    0.20,
)
_IN_TEXT = (
    0.45,
    0.43,
    0.40,
    0.25,
    0.20,
    0.18,
    0.15,
)
# A name made of nothing but the words asked for is what the reader meant. Of equals the one with a
# word in its title comes first, which adds less than any two rules differ by.
_WHOLE_NAME, _TITLE = 0.35, 0.019
# A part of any other name tells half as much as one of the title: *steel* friendship, steel *mill*.
_PART_OF_ANOTHER = 0.5
# Several words that one name or statement has tell more than words strewn over the text; such a
# share of that where they are strewn over names and subjects.
_TOGETHER, _STREWN = 0.35, 0.3
# What a word is worth in a record, and by which rule.
_Found = tuple[float, Rule | None]
_NOWHERE: _Found = (0.0, None)
_EXACTLY_IN_TEXT: _Found = (_IN_TEXT[Rule.EXACT], Rule.EXACT)
# What is said in the names of a record, its subjects and its text; the first of them if they do.
_Zones = tuple[frozenset[str], ...]
_TABLES = (_IN_NAMES, _IN_SUBJECTS, _IN_TEXT)


class Candidate(NamedTuple):
    """A record that may be shown: its forms, and the weight of its type.

    ``nearness`` tells how well words fit that only name a related record.
    """

    number: int
    weight: float
    forms: Forms
    nearness: float = 0.0


class Ranked(NamedTuple):
    """A candidate with its place in the order, the weakest rule it needed, and what it says."""

    number: int
    score: float
    rule: Rule | None
    complete: bool
    said: Said


class _Sum(NamedTuple):
    """What all words are worth in a record, and the weakest rule that was needed."""

    worth: float
    weakest: Rule | None
    complete: bool


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
        worth = _Worth(units)  # apart: who remembers his own methods holds himself in memory
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

    def _placed(self, candidate: Candidate, said: Said, found: _Sum, *, is_sure: bool) -> _Waiting:
        worth, weakest, complete = found
        named = self._named(said)
        if complete and weakest is not None and len(self._units) > 1:
            named += _TOGETHER * _IN_NAMES[weakest] * self._together(said)
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


class _Worth:
    """Tells what the words of a question are worth by where a record has them."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self._units = units
        self._total = sum(unit.weight for unit in units) or 1.0
        self._directly = cache(partial(_direct_rules, units))
        self._otherwise = cache(partial(_other_rules, units))

    def are_enough(self, names: frozenset[str]) -> bool:
        """Tell whether a record is named by all words so surely that no text adds to it."""
        return all(rule is not None and rule <= Rule.PREFIX for rule in self._directly(names))

    def of(self, zones: _Zones, begun: frozenset[int] = frozenset()) -> _Sum:
        """Return what all words are worth in a record; it has those *begun* in its text."""
        found = [self._best(zones, n) for n in range(len(self._units))]
        for n in begun:
            if found[n][1] is None:
                found[n] = _IN_TEXT[Rule.PREFIX], Rule.PREFIX
        return self._added(found)

    def at_best(self, zones: _Zones) -> tuple[_Sum, bool]:
        """Return the same as if the text had every word, and whether that makes no difference."""
        found = [self._best(zones, n) for n in range(len(self._units))]
        at_best = [max(one, _EXACTLY_IN_TEXT, key=itemgetter(0)) for one in found]
        return self._added(at_best), at_best == found

    def _added(self, found: list[_Found]) -> _Sum:
        worths = (unit.weight * worth for unit, (worth, _) in zip(self._units, found, strict=True))
        rules = [rule for _worth, rule in found if rule is not None]
        return _Sum(sum(worths) / self._total, max(rules, default=None), len(rules) == len(found))

    def _best(self, zones: _Zones, n: int) -> _Found:
        """Return what the word of number *n* is worth in a record, and by which rule."""
        best = _NOWHERE
        for here, table in zip(zones, _TABLES, strict=False):
            if best[0] >= table[0]:
                break
            rule = self._directly(here)[n]
            if rule is not None and table[rule] > best[0]:
                best = table[rule], rule
        return self._in_other_words(zones, n, best) if self._units[n].alternatives else best

    def _in_other_words(self, zones: _Zones, n: int, best: _Found) -> _Found:
        """Return what it is worth that a record says the same otherwise, if more than *best*."""
        surest = next(iter(self._units[n].alternatives.values()))
        # Words of a phrase that are strewn over names and text count as in the text.
        for here, table in zip((*zones[:2], frozenset().union(*zones)), _TABLES, strict=False):
            if table[surest] <= best[0]:
                break
            rule = self._otherwise(here)[n]
            if rule is not None:
                return best if best[0] >= table[rule] else (table[rule], rule)
        return best


def _written_otherwise(unit: Unit) -> Unit:
    """Return a word with nothing beside it but other ways to write it."""
    ways = {phrase: rule for phrase, rule in unit.alternatives.items() if rule <= Rule.STEMMED}
    return replace(unit, alternatives=ways)


def _direct_rules(units: tuple[Unit, ...], here: frozenset[str]) -> list[Rule | None]:
    """Return the surest rule under which each word itself is among some forms, if it is."""
    return [
        min((unit.forms[form] for form in here if form in unit.forms), default=None)
        for unit in units
    ]


def _other_rules(units: tuple[Unit, ...], here: frozenset[str]) -> list[Rule | None]:
    """Return the surest rule under which some forms say each word in other words."""
    return [_surest(unit, here) for unit in units]


def _surest(unit: Unit, here: frozenset[str]) -> Rule | None:
    for phrase, rule in unit.alternatives.items():
        if has(here, phrase):
            return rule
    return None


def _ways(units: tuple[Unit, ...], telling: frozenset[str]) -> list[list[PhraseForms]]:
    """Return for each word the ways to say it for which *telling* has all forms."""
    several = []
    for unit in units:
        ways = [phrase for phrase in unit.alternatives if has(telling, phrase)]
        here = telling.intersection(unit.forms)
        several.append([(here,), *ways] if here else ways)
    return several


def _tells(statement: Iterable[str], asked: list[list[PhraseForms]]) -> bool:
    """Tell whether *statement* says each of several words in one of its ways."""
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
