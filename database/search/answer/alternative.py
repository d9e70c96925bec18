"""Other words for some that were asked for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from database.search.answer import labels
from database.search.answer.records import Records
from database.search.answer.thesaurus import Label
from database.search.answer.unit import PhraseForms
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis

OtherRule = Literal["thesaurus", "broader", "compound"]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other words for some that were ``asked`` for; ``label`` is how to show them.

    ``records`` have them, where that is known; ``language`` is that of the label, if it has one.
    """

    asked: str
    label: str
    rule: OtherRule
    words: PhraseForms
    records: Records | None = None
    language: str = ""


def told(
    forms: tuple[str, ...],
    several: Sequence[Label],
    vocabulary: Vocabulary,
    rule: OtherRule = "thesaurus",
) -> Iterator[Alternative]:
    """Yield those of *several* labels that some record has, as other words for *forms*."""
    asked = analysis.joined(forms)
    for (language, label), known in labels.known(several, vocabulary).items():
        yield Alternative(asked, label, rule, known.words, known.records, language)


def each_once(several: Iterable[Alternative]) -> list[Alternative]:
    """Return *several*, the first of those that only differ in endings or script for all of them.

    Who takes *smart city* off means *smart cities*, too.
    """
    found: list[Alternative] = []
    for other in several:
        at = next((n for n, one in enumerate(found) if _are_one(one, other)), None)
        if at is None:
            found.append(other)
        else:
            found[at] = _both(found[at], other)
    return found


def are_forms_of_each_other(one: PhraseForms, other: PhraseForms) -> bool:
    """Tell whether two phrases only differ in endings or script: 11,7 millió and 11,7 milliós."""
    return len(one) == len(other) and not any(map(frozenset.isdisjoint, _folds(one), _folds(other)))


def _folds(words: PhraseForms) -> PhraseForms:
    return tuple([frozenset(map(analysis.fold, forms)) for forms in words])


def _are_one(one: Alternative, other: Alternative) -> bool:
    is_alike = (one.rule, one.language) == (other.rule, other.language)
    return is_alike and are_forms_of_each_other(one.words, other.words)


def _both(one: Alternative, other: Alternative) -> Alternative:
    words = tuple(map(frozenset.union, one.words, other.words))
    if one.records is None or other.records is None:
        return replace(one, words=words, records=None)
    return replace(one, words=words, records=one.records | other.records)
