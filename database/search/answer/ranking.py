"""Putting hits in order.

Each word that was asked for counts once, by the surest rule under which the record has it and by
where: names above subjects, subjects above other text. What an exact word adds always exceeds what
a folded one adds, and so on down to guesses.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from database.model.values import LANGUAGES
from database.search.answer.documents import Forms
from database.search.answer.unit import Rule, Unit, Wording, every_form, has
from database.search.language.folding import fold

# What a word is worth by rule, in the order of ``Rule``: in the names of a record, its subjects and
# its text. Chosen on the gold queries of ``tests/database/search``; only the order within a column
# and the gap between names and text matter.
_IN_NAMES = (
    1.0,
    0.97,
    0.92,
    0.80,
    0.55,
    0.50,
)
_IN_SUBJECTS = (
    0.60,
    0.58,
    0.55,
    0.30,
    0.25,
    0.20,
)
_IN_TEXT = (
    0.45,
    0.43,
    0.40,
    0.25,
    0.20,
    0.15,
)
# A name made of nothing but the words asked for is what the reader meant. Of equals the one with a
# word in its title comes first, which adds less than any two rules differ by.
_WHOLE_NAME, _TITLE = 0.35, 0.019
# Several words that one name or statement has tell more than words strewn over the text; such a
# share of that where they are strewn over names and subjects.
_TOGETHER, _STREWN = 0.35, 0.3
# What a word is worth in a record, and by which rule.
_Found = tuple[float, Rule | None]
_NOWHERE: _Found = (0.0, None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be shown: its forms, and the weight of its type."""

    number: int
    weight: float
    forms: Forms


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its place in the order and the weakest rule it needed."""

    number: int
    score: float
    rule: Rule | None
    complete: bool


class _Said:
    """What a record has of everything that answers to a question, looked up as it is needed."""

    def __init__(self, forms: Forms, asked: Set[str], words: Set[str]) -> None:
        self.forms = forms
        self._asked = asked
        self._words = words
        self.names = forms.names.among(asked)

    @cached_property
    def subjects(self) -> Set[str]:
        return self.forms.subjects.among(self._asked)

    @cached_property
    def text(self) -> Set[str]:
        """Of the words themselves: there are few, which can be looked for one by one."""
        return self.forms.text.among(self._words)

    @cached_property
    def every(self) -> Set[str]:
        return self.names | self.forms.text.among(self._asked)


# Where to look for a word, the most telling first, and for other words.
_ZONES = (("names", _IN_NAMES), ("subjects", _IN_SUBJECTS), ("text", _IN_TEXT))
_OTHERWISE = (*_ZONES[:2], ("every", _IN_TEXT))


def rank(candidates: Iterable[Candidate], units: tuple[Unit, ...]) -> list[Ranked]:
    """Return the candidates best first, those with every word before those with some.

    Equals stand in order of number.
    """
    asked = every_form(units)
    words = frozenset[str]().union(*(unit.forms for unit in units))
    # A word that is only written otherwise is the same: ``hua wei``.
    compounds = (phrase for unit in units for phrase in unit.compounds)
    same = words.union(*chain.from_iterable(compounds))
    ranked = [_rank(one, _Said(one.forms, asked, words), units, same) for one in candidates]
    return sorted(ranked, key=lambda r: (not r.complete, -r.score, r.number))


def _rank(
    candidate: Candidate, said: _Said, units: tuple[Unit, ...], same: frozenset[str]
) -> Ranked:
    worth = total = 0.0
    rules = []
    for unit in units:
        value, rule = _best(said, unit)
        worth += unit.weight * value
        total += unit.weight
        if rule is not None:
            rules.append(rule)
    named = _named(said, same)
    complete = len(rules) == len(units)
    if complete and len(units) > 1:
        named += _TOGETHER * _IN_NAMES[max(rules)] * _together(said, units)
    return Ranked(
        number=candidate.number,
        score=candidate.weight * (worth / (total or 1.0) + named),
        rule=max(rules, default=None),
        complete=complete,
    )


def _named(said: _Said, same: frozenset[str]) -> float:
    """Return what it adds how much of a name is asked for, of the name asked for most."""
    if same.isdisjoint(said.names):
        return 0.0
    shares = [len(same.intersection(name)) / len(name) for name in said.forms.names.each]
    return _WHOLE_NAME * max(shares) + _TITLE * any(shares[: len(LANGUAGES)])


def _together(said: _Said, units: tuple[Unit, ...]) -> float:
    """Return from 0 to 1 whether a record is called or said to be what several words tell."""
    telling = said.names | said.subjects
    asked = []
    for unit in units:
        if not (ways := _ways(telling, unit)):
            return 0.0
        asked.append(ways)
    for here, zone in ((said.names, said.forms.names), (said.subjects, said.forms.subjects)):
        if _tells(here, asked) and any(_tells(statement, asked) for statement in zone.each):
            return 1.0
    return _STREWN


def _tells(statement: Iterable[str], asked: list[list[Wording]]) -> bool:
    """Tell whether *statement* says each of several words in one of its ways."""
    return all(any(has(statement, way) for way in ways) for ways in asked)


def _ways(telling: Set[str], unit: Unit) -> list[Wording]:
    """Return the ways to say a word for which *telling* has all forms."""
    ways = [phrase for phrase in unit.alternatives if has(telling, phrase)]
    here = frozenset(unit.forms.keys() & telling)
    return [(here,), *ways] if here else ways


def _best(said: _Said, unit: Unit) -> _Found:
    """Return what a word is worth in a record, and by which rule; nothing where it is not there."""
    asked, best = unit.forms, _NOWHERE
    for zone, table in _ZONES:
        if best[0] >= table[Rule.EXACT]:
            break
        rules = [asked[form] for form in getattr(said, zone) if form in asked]
        if rules and table[min(rules)] > best[0]:
            best = table[min(rules)], min(rules)
    if unit.alternatives:
        best = _otherwise(said, unit, best)
    if best[1] is None and unit.word.prefix and _begins(said.forms, unit):
        return _IN_TEXT[Rule.PREFIX], Rule.PREFIX
    return best


def _otherwise(said: _Said, unit: Unit, best: _Found) -> _Found:
    """Return what it is worth that a record says the same in other words, if more than *best*."""
    surest = Rule.STEMMED if unit.compounds else Rule.THESAURUS
    for zone, table in _OTHERWISE:
        if table[surest] <= best[0]:
            break
        here = getattr(said, zone)
        for rule, phrases in ((Rule.STEMMED, unit.compounds), (Rule.THESAURUS, unit.alternatives)):
            if any(has(here, phrase) for phrase in phrases):
                return max(best, (table[rule], rule), key=_worth)
    return best


def _worth(found: _Found) -> float:
    return found[0]


def _begins(forms: Forms, unit: Unit) -> bool:
    """Serve prefixes so short that their forms were not all listed."""
    beginning = fold(unit.word.form)
    return any(fold(form).startswith(beginning) for form in forms.every)
