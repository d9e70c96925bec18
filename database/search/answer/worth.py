"""What the words of a question are worth in a record.

Each counts once, where and by which rule it is worth most: in names more than in subjects, there
more than in other text. In one place what an exact word adds always exceeds what a folded one adds,
and so on down to guesses.
"""

from collections.abc import Sequence
from functools import cache, partial
from itertools import repeat
from typing import NamedTuple

from database.search.answer.shorthand import UNSAID, Bits, Shorthand
from database.search.answer.unit import Rule, Unit

# What a word is worth by rule, in the order of ``Rule``: in the names of a record, its subjects and
# its text. Chosen on the gold queries of ``tests/database/search``. What matters is their order
# within a column and across columns, and the gap between names and text.
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
_RULES = tuple(Rule)
_TABLES = (IN_NAMES, _IN_SUBJECTS, _IN_TEXT)
# Whatever a word can be worth, by which rule: the least first, of equals the surer rule last.
_SCALE = sorted(
    {(0.0, UNSAID), *(found for table in _TABLES for found in zip(table, Rule, strict=True))},
    key=lambda found: (found[0], -found[1]),
)
# A grade is a place on that scale. Those of the rules in names, subjects and text:
_GRADES = tuple(
    (*(_SCALE.index(found) for found in zip(table, Rule, strict=True)), 0) for table in _TABLES
)
_BEGUN_IN_NAMES, _BEGUN_IN_TEXT = _GRADES[0][Rule.PREFIX], _GRADES[2][Rule.PREFIX]
_EXACTLY_IN_TEXT = _GRADES[2][Rule.EXACT]
# What the names of a record say, its subjects and its text.
Zones = tuple[Bits, Bits, Bits]


class Sum(NamedTuple):
    """What all words are worth in a record, and the weakest rule that was needed.

    ``share`` is how much of the question it has, from 0 to 1, by the weight of the words.
    """

    worth: float
    weakest: Rule | None
    complete: bool
    share: float


class Worth:
    """Tells what the words of a question are worth by what a record says."""

    def __init__(self, units: Sequence[Unit], shorthand: Shorthand) -> None:
        self._weights = [unit.weight for unit in units]
        self._total = sum(self._weights) or 1.0
        self._in_names, self._in_subjects, self._in_text = (
            cache(partial(_graded, shorthand, grades)) for grades in _GRADES
        )

    def are_enough(self, names: Bits) -> bool:
        """Tell whether a record is named by all words so surely that no text adds to it."""
        return all(grade >= _BEGUN_IN_NAMES for grade in self._in_names(names))

    def are_all_said(self, bits: Bits) -> bool:
        """Tell whether these bits say all words."""
        return all(self._in_names(bits))

    def of(self, zones: Zones, begun: frozenset[int] = frozenset()) -> Sum:
        """Return what all words are worth in a record; it has those *begun* in its text."""
        names, subjects, text = zones
        # Words of a phrase that are strewn over names and text count as in the text.
        every = self._in_text(names | subjects | text)
        grades = [*map(max, self._in_names(names), self._in_subjects(subjects), every)]
        for n in begun:
            grades[n] = grades[n] or _BEGUN_IN_TEXT
        return self._added(grades)

    def at_best(self, names: Bits, subjects: Bits) -> tuple[Sum, bool]:
        """Return the same as if the text had every word, and whether that makes no difference."""
        found = [*map(max, self._in_names(names), self._in_subjects(subjects))]
        is_sure = all(grade > _EXACTLY_IN_TEXT for grade in found)
        return self._added([*map(max, found, repeat(_EXACTLY_IN_TEXT))]), is_sure

    def _added(self, grades: Sequence[int]) -> Sum:
        worth = share = 0.0
        rules = []
        for weight, grade in zip(self._weights, grades, strict=True):
            its_worth, rule = _SCALE[grade]
            worth += weight * its_worth
            if grade:
                share += weight
                rules.append(rule)
        weakest = _RULES[max(rules)] if rules else None
        return Sum(worth / self._total, weakest, all(grades), share / self._total)


def _graded(shorthand: Shorthand, grades: Sequence[int], bits: Bits) -> list[int]:
    return [grades[rule] for rule in shorthand.rules(bits)]
