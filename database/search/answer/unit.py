"""One word of a question, with everything that answers to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import chain

from database.search.answer.records import Records
from database.search.question.tree import Word


class Rule(IntEnum):
    """Why a form of the dossier answers to a word that was asked for; the surest rule first."""

    EXACT = 0
    FOLDED = 1
    STEMMED = 2
    PREFIX = 3
    THESAURUS = 4
    BROADER = 5
    FUZZY = 6


# What each rule is called in results.
RULE_NAMES = {rule: rule.name.lower() for rule in Rule}

# For each word of a phrase, the forms that it may have.
PhraseForms = tuple[frozenset[str], ...]
# A phrase is looked for in so many combinations of these forms.
MOST_COMBINATIONS = 32
# Beyond this many forms a prefix is too short to tell anything; the index still finds them all.
MOST_BEGUN = 400


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One word asked for in one question, with everything that answers to it.

    ``forms`` tells the rule by which each form of the dossier answers. ``alternatives`` are phrases
    that answer too, the surest first: by ``STEMMED`` what is only written otherwise (``smart city``
    for ``smartcity``), by ``THESAURUS`` what says the same, by ``BROADER`` what says less.
    ``known`` are the records that have one of them, where they need not be looked for.
    ``weight`` is high for rare words (inverse document frequency).
    """

    word: Word
    forms: dict[str, Rule]
    weight: float
    alternatives: Mapping[PhraseForms, Rule] = field(default_factory=dict)
    known: Mapping[PhraseForms, Records] = field(default_factory=dict)

    @property
    def begins_more(self) -> bool:
        """Tell whether so many forms begin so that they are not all among ``forms``."""
        return self.word.prefix and len(self.forms) >= MOST_BEGUN


def has(forms: Iterable[str], phrase: PhraseForms) -> bool:
    """Tell whether every word of *phrase* has one of its forms among *forms*."""
    for part in phrase:  # noqa: SIM110  # asked thousands of times a question; all() is slower
        if part.isdisjoint(forms):
            return False
    return True


def every_form(units: Iterable[Unit]) -> frozenset[str]:
    """Return all forms that answer to several words, those of other words for them too."""
    every: set[str] = set()
    for unit in units:
        every.update(unit.forms, *chain.from_iterable(unit.alternatives))
    return frozenset(every)
