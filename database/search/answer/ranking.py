"""Putting hits in order.

Each word that was asked for counts once, by the surest rule under which the record has it and by
where: names above subjects, subjects above other text. What an exact word adds always exceeds what
a folded one adds, and so on down to guesses.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from database.search.answer.documents import Forms
from database.search.answer.vocabulary import Rule, Unit, Wording
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
# A name made of nothing but the words asked for is what the reader meant.
_WHOLE_NAME = 0.35
# Several words that one name or statement has tell more than words strewn over the text; such a
# share of that where they are strewn over names and subjects.
_TOGETHER, _STREWN = 0.35, 0.3
# How much the frequency rank (BM25, as SQLite counts it) may add: less than any two rules differ
# by.
_FREQUENCY = 0.019
# What a word is worth in a record, and by which rule.
_Found = tuple[float, Rule | None]
_NOWHERE: _Found = (0.0, None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be shown: its forms, and its BM25 score (higher is better).

    ``weight`` is that of its type.
    """

    number: int
    weight: float
    frequency: float
    forms: Forms


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its place in the order and the weakest rule it needed."""

    number: int
    score: float
    rule: Rule | None
    complete: bool


def rank(candidates: Iterable[Candidate], units: tuple[Unit, ...]) -> list[Ranked]:
    """Return the candidates best first, those with every word before those with some.

    Equals stand in order of number.
    """
    several = list(candidates)
    top = max((c.frequency for c in several), default=0.0) or 1.0
    asked = frozenset(form for unit in units for form in _every_form(unit))
    ranked = [_rank(candidate, units, asked, top) for candidate in several]
    return sorted(ranked, key=lambda r: (not r.complete, -r.score, r.number))


def _every_form(unit: Unit) -> Iterator[str]:
    """Yield the forms of a word, also where it is only written otherwise: ``hua wei``."""
    yield from unit.forms
    for phrase in unit.compounds:
        for forms in phrase:
            yield from forms


def _rank(
    candidate: Candidate, units: tuple[Unit, ...], asked: frozenset[str], top: float
) -> Ranked:
    worth = total = 0.0
    rules = []
    for unit in units:
        value, rule = _best(candidate.forms, unit)
        worth += unit.weight * value
        total += unit.weight
        if rule is not None:
            rules.append(rule)
    named = _WHOLE_NAME * _whole(candidate.forms, asked)
    complete = len(rules) == len(units)
    if complete and len(units) > 1:
        named += _TOGETHER * _IN_NAMES[max(rules)] * _together(candidate.forms, units)
    frequency = _FREQUENCY * candidate.frequency / top
    return Ranked(
        number=candidate.number,
        score=candidate.weight * (worth / (total or 1.0) + named + frequency),
        rule=max(rules, default=None),
        complete=complete,
    )


def _whole(forms: Forms, asked: frozenset[str]) -> float:
    """Return how much of a name is asked for, of the name that is asked for most."""
    if not forms.names.among(asked):
        return 0.0
    return max(len(asked & name) / len(name) for name in forms.names.each)


def _together(forms: Forms, units: tuple[Unit, ...]) -> float:
    """Return from 0 to 1 whether a record is called or said to be what several words tell."""
    telling = forms.names.every | forms.subjects.every
    said = []
    for unit in units:
        if not (ways := _ways(telling, unit)):
            return 0.0
        said.append(ways)
    for statement in (*forms.names.each, *forms.subjects.each):
        if all(any(_has(statement, way) for way in ways) for ways in said):
            return 1.0
    return _STREWN


def _ways(telling: frozenset[str], unit: Unit) -> list[Wording]:
    """Return the ways to say a word for which *telling* has all forms."""
    ways = [phrase for phrase in unit.alternatives if _has(telling, phrase)]
    here = telling & unit.forms.keys()
    return [(here,), *ways] if here else ways


def _has(statement: frozenset[str], phrase: Wording) -> bool:
    for part in phrase:  # noqa: SIM110  # asked thousands of times a question; all() is slower
        if statement.isdisjoint(part):
            return False
    return True


def _best(forms: Forms, unit: Unit) -> _Found:
    """Return what a word is worth in a record, and by which rule; nothing where it is not there."""
    asked, best = unit.forms, _NOWHERE
    for zone, table in (
        (forms.names, _IN_NAMES),
        (forms.subjects, _IN_SUBJECTS),
        (forms.text, _IN_TEXT),
    ):
        if best[0] < table[Rule.EXACT] and (here := zone.among(asked.keys())):
            rule = min([asked[form] for form in here])
            best = max(best, (table[rule], rule), key=_worth)
    otherwise = Rule.STEMMED if unit.compounds else Rule.THESAURUS
    if unit.alternatives and best[0] < _IN_NAMES[otherwise]:
        best = max(best, _otherwise(forms, unit), key=_worth)
    if best[1] is None and unit.word.prefix and _begins(forms, unit):
        return _IN_TEXT[Rule.PREFIX], Rule.PREFIX
    return best


def _worth(found: _Found) -> float:
    return found[0]


def _otherwise(forms: Forms, unit: Unit) -> _Found:
    """Return what it is worth that a record says the same in other words."""
    for table, among in (
        (_IN_NAMES, forms.names.among),
        (_IN_SUBJECTS, forms.subjects.among),
        (_IN_TEXT, forms.among),
    ):
        for rule, phrases in ((Rule.STEMMED, unit.compounds), (Rule.THESAURUS, unit.alternatives)):
            if any(all(among(part) for part in phrase) for phrase in phrases):
                return table[rule], rule
    return _NOWHERE


def _begins(forms: Forms, unit: Unit) -> bool:
    """Serve prefixes so short that their forms were not all listed."""
    beginning = fold(unit.word.form)
    return any(fold(form).startswith(beginning) for form in forms.every)
