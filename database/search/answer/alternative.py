"""Other words for some that were asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from database.search.answer import labels
from database.search.answer.records import Records
from database.search.answer.thesaurus import Label
from database.search.answer.unit import PhraseForms
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other words for some that were ``asked`` for; ``label`` is how to show them.

    ``records`` have them, where that is known.
    """

    asked: str
    label: str
    rule: Literal["thesaurus", "broader", "compound"]
    words: PhraseForms
    records: Records | None = None


def told(
    forms: tuple[str, ...], several: Sequence[Label], vocabulary: Vocabulary
) -> Iterator[Alternative]:
    """Yield those of *several* labels that say the same as *forms* and that some record has."""
    for (_language, label), known in labels.known(several, vocabulary).items():
        yield Alternative(analysis.joined(forms), label, "thesaurus", known.words, known.records)
