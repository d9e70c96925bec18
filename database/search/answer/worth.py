"""What the words of a question are worth in a record.

Each counts once, by the surest rule under which the record has it and by where: names above
subjects, subjects above other text. What an exact word adds always exceeds what a folded one adds,
and so on down to guesses.
"""

from functools import cache, partial
from operator import itemgetter
from typing import NamedTuple

from database.search.answer.unit import Rule, Unit, has

# What a word is worth by rule, in the order of ``Rule``: in the names of a record, its subjects and
# its text. Chosen on the gold queries of ``tests/database/search``; only the order within a column
# and the gap between names and text matter.
IN_NAMES = (
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
_TABLES = (IN_NAMES, _IN_SUBJECTS, _IN_TEXT)
# What a word is worth in a record, and by which rule.
_Found = tuple[float, Rule | None]
_NOWHERE: _Found = (0.0, None)
_EXACTLY_IN_TEXT: _Found = (_IN_TEXT[Rule.EXACT], Rule.EXACT)
# What is said in the names of a record, its subjects and its text; the first of them if they do.
Zones = tuple[frozenset[str], ...]


class Sum(NamedTuple):
    """What all words are worth in a record, and the weakest rule that was needed.

    ``share`` is how much of the question it has, from 0 to 1, by the weight of the words.
    """

    worth: float
    weakest: Rule | None
    complete: bool
    share: float


class Worth:
    """Tells what the words of a question are worth by where a record has them."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self._units = units
        self._total = sum(unit.weight for unit in units) or 1.0
        self._directly = cache(partial(_direct_rules, units))
        self._otherwise = cache(partial(_other_rules, units))

    def are_enough(self, names: frozenset[str]) -> bool:
        """Tell whether a record is named by all words so surely that no text adds to it."""
        return all(rule is not None and rule <= Rule.PREFIX for rule in self._directly(names))

    def of(self, zones: Zones, begun: frozenset[int] = frozenset()) -> Sum:
        """Return what all words are worth in a record; it has those *begun* in its text."""
        found = [self._best(zones, n) for n in range(len(self._units))]
        for n in begun:
            if found[n][1] is None:
                found[n] = _IN_TEXT[Rule.PREFIX], Rule.PREFIX
        return self._added(found)

    def at_best(self, zones: Zones) -> tuple[Sum, bool]:
        """Return the same as if the text had every word, and whether that makes no difference."""
        found = [self._best(zones, n) for n in range(len(self._units))]
        at_best = [max(one, _EXACTLY_IN_TEXT, key=itemgetter(0)) for one in found]
        return self._added(at_best), at_best == found

    def _added(self, found: list[_Found]) -> Sum:
        worth = share = 0.0
        for unit, (its_worth, rule) in zip(self._units, found, strict=True):
            worth += unit.weight * its_worth
            share += unit.weight * (rule is not None)
        rules = [rule for _worth, rule in found if rule is not None]
        is_complete = len(rules) == len(found)
        total = self._total
        return Sum(worth / total, max(rules, default=None), is_complete, share / total)

    def _best(self, zones: Zones, n: int) -> _Found:
        """Return what the word of number *n* is worth in a record, and by which rule."""
        best = _NOWHERE
        for here, table in zip(zones, _TABLES, strict=False):
            if best[0] >= table[0]:
                break
            rule = self._directly(here)[n]
            if rule is not None and table[rule] > best[0]:
                best = table[rule], rule
        return self._in_other_words(zones, n, best) if self._units[n].alternatives else best

    def _in_other_words(self, zones: Zones, n: int, best: _Found) -> _Found:
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
    """Return the rule of the first of the other words that is here; the surest ones come first."""
    for phrase, rule in unit.alternatives.items():
        if has(here, phrase):
            return rule
    return None
