"""Labels as the records of a dossier have them: in which forms, and in which records.

It takes several statements to find that out for a label, and a question may meet dozens. So a
dossier keeps it for all labels of its thesaurus (``database.compile.label_forms``), until a record
of it changes.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from database.search.answer.thesaurus import KnownLabel, Label
from database.search.answer.unit import MOST_COMBINATIONS, PhraseForms, Rule
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis
from database.search.question.tree import Word

_ROUNDING = 1e-9  # the fifth root of 32 is 2, or a little less for a computer


def known(labels: Sequence[Label], vocabulary: Vocabulary) -> dict[Label, KnownLabel]:
    """Return those of *labels* that some record has, in their order."""
    kept = vocabulary.thesaurus.kept(tuple(labels))
    every = {label: kept[label] if label in kept else _found(label, vocabulary) for label in labels}
    return {label: one for label, one in every.items() if one}


def _found(label: Label, vocabulary: Vocabulary) -> KnownLabel | None:
    language, text = label
    words = inflected(analysis.forms(text), language, vocabulary)
    return KnownLabel(words) if stand(words, vocabulary) else None


def inflected(label: Sequence[str], language: str, vocabulary: Vocabulary) -> PhraseForms:
    """Return the forms of each word of a label; in Hungarian the last one alone has endings.

    Of one with several words these are the surest and most frequent, as many as can be combined.
    """
    return tuple(_inflected(label, language, vocabulary))


def _inflected(
    label: Sequence[str], language: str, vocabulary: Vocabulary
) -> Iterator[frozenset[str]]:
    most = int(MOST_COMBINATIONS ** (1 / len(label)) + _ROUNDING) if len(label) > 1 else None
    for left, form in enumerate(label, 1 - len(label)):
        forms = vocabulary.forms(Word(form), language)
        surely = language == "hu" and left < 0
        several = [f for f in forms if forms[f] <= Rule.FOLDED or not surely]
        yield frozenset(sorted(several, key=lambda form: forms[form])[:most])


def stand(words: PhraseForms, vocabulary: Vocabulary) -> bool:
    """Tell whether some record has these words next to each other."""
    if len(words) == 1 or not all(words):
        return all(words)
    return vocabulary.phrases.stand(*in_folds(words))


def in_folds(words: PhraseForms) -> Iterator[tuple[str, ...]]:
    """Yield the phrases of folds that say these words."""
    return product(*(sorted(set(map(analysis.fold, part))) for part in words))
