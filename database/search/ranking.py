"""Putting hits in order.

Each word that was asked for counts once, by the surest rule under which the record has it and by
where: names above subjects, subjects above other text. What an exact word adds always exceeds what
a folded one adds, and so on down to guesses.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from database.search.vocabulary import Rule, Unit

# What a word is worth by rule, in the names of a record, its subjects and its text. Chosen on the
# gold queries of ``tests/database/search``; only the order within a column and the gap between
# names and text matter.
_IN_NAMES = {
    Rule.EXACT: 1.0,
    Rule.FOLDED: 0.97,
    Rule.STEMMED: 0.92,
    Rule.PREFIX: 0.80,
    Rule.THESAURUS: 0.55,
    Rule.FUZZY: 0.50,
}
_IN_SUBJECTS = {
    Rule.EXACT: 0.60,
    Rule.FOLDED: 0.58,
    Rule.STEMMED: 0.55,
    Rule.PREFIX: 0.30,
    Rule.THESAURUS: 0.25,
    Rule.FUZZY: 0.20,
}
_IN_TEXT = {
    Rule.EXACT: 0.45,
    Rule.FOLDED: 0.43,
    Rule.STEMMED: 0.40,
    Rule.PREFIX: 0.25,
    Rule.THESAURUS: 0.20,
    Rule.FUZZY: 0.15,
}
# A name made of nothing but the words asked for is what the reader meant.
_WHOLE_NAME = 0.35
# How much the frequency rank (BM25, as SQLite counts it) may add: less than any two rules differ
# by.
_FREQUENCY = 0.019


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be shown: its forms, and its BM25 score (higher is better).

    ``names`` are the forms of all its names together, ``each_name`` those of one name at a time.
    """

    number: int
    weight: float
    frequency: float
    names: frozenset[str]
    subjects: frozenset[str]
    text: frozenset[str]
    each_name: tuple[frozenset[str], ...] = ()


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
    asked = frozenset(form for unit in units for form in unit.forms)
    ranked = [_rank(candidate, units, asked, top) for candidate in several]
    return sorted(ranked, key=lambda r: (not r.complete, -r.score, r.number))


def _rank(
    candidate: Candidate, units: tuple[Unit, ...], asked: frozenset[str], top: float
) -> Ranked:
    total = sum(unit.weight for unit in units) or 1.0
    found = [(unit, *_best(candidate, unit)) for unit in units]
    worth = sum(unit.weight * value for unit, value, _rule in found) / total
    rules = [rule for _unit, _value, rule in found if rule is not None]
    shares = [len(asked & name) / max(1, len(name)) for name in candidate.each_name]
    whole = _WHOLE_NAME * max(shares, default=0.0)
    frequency = _FREQUENCY * candidate.frequency / top
    return Ranked(
        number=candidate.number,
        score=candidate.weight * (worth + whole + frequency),
        rule=max(rules, default=None),
        complete=len(rules) == len(units),
    )


def _best(candidate: Candidate, unit: Unit) -> tuple[float, Rule | None]:
    best: tuple[float, Rule | None] = (0.0, None)
    for worth, place in (
        (_IN_NAMES, candidate.names),
        (_IN_SUBJECTS, candidate.subjects),
        (_IN_TEXT, candidate.text),
    ):
        rules = [unit.forms[form] for form in place & unit.forms.keys()]
        if not rules and unit.alternatives and _says_it_otherwise(place, unit):
            rules = [Rule.THESAURUS]
        if rules and worth[min(rules)] > best[0]:
            best = (worth[min(rules)], min(rules))
    if best[1] is None and unit.word.prefix and _begins(candidate, unit):
        return _IN_TEXT[Rule.PREFIX], Rule.PREFIX
    return best


def _says_it_otherwise(place: frozenset[str], unit: Unit) -> bool:
    return any(all(place & forms for forms in phrase) for phrase in unit.alternatives)


def _begins(candidate: Candidate, unit: Unit) -> bool:
    """Serve prefixes so short that their forms were not all listed."""
    return any(form.startswith(unit.word.form) for form in candidate.names | candidate.text)
