"""Numbers of several words, each of which is one figure: 11,7 milliós, six hundred million.

Where some record has the figure, its words mean nothing else: the 7 of 11,7 is no page 7.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from database.search.answer import labels
from database.search.answer.alternative import Alternative, are_forms_of_each_other, told
from database.search.answer.runs import as_typed, plain_words
from database.search.answer.unit import PhraseForms, Rule, Unit
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis
from database.search.question import number_words
from database.search.question.tree import Node, Word


@dataclass(frozen=True, slots=True)
class Figure:
    """A ``run`` of words that are a number.

    ``own`` is how they were typed, in forms that some record has, by their rules; ``others`` are
    other ways to write it. Where both are empty, no record has the number.
    """

    run: tuple[Word, ...]
    own: Mapping[PhraseForms, Rule]
    others: tuple[Alternative, ...]

    @property
    def is_one(self) -> bool:
        """Tell whether the words mean nothing but the figure: a *mil* may become a mile."""
        last = self.run[-1]
        is_open = last.prefix and number_words.may_grow(last.form)
        return len(self.run) > 1 and bool(self.own or self.others) and not is_open


def figures(tree: Node, vocabulary: Vocabulary) -> Iterator[Figure]:
    """Yield the longest runs of words that are a number."""
    words = plain_words(tree)
    after = 0
    for start, word in enumerate(words):
        if start < after or not number_words.may_begin(word.form):
            continue
        for length in range(min(number_words.MOST_WORDS, len(words) - start), 0, -1):
            run = tuple(words[start : start + length])
            *_others, forms = as_typed(run)
            if several := number_words.in_figures(forms):
                after = start + length
                yield _figure(run, forms, told(forms, several, vocabulary), vocabulary)
                break


def as_one(several: Iterable[Figure], units: Mapping[Word, Unit]) -> dict[Word, Unit]:
    """Return the words of figures as units that answer to the whole only.

    Together they weigh as much as the rarest of them.
    """
    return {
        word: replace(
            units[word],
            word=replace(word, prefix=False),
            forms={},
            alternatives=figure.own,
            weight=max(units[one].weight for one in figure.run) / len(figure.run),
        )
        for figure in several
        if figure.is_one
        for word in figure.run
    }


def _figure(
    run: tuple[Word, ...],
    forms: tuple[str, ...],
    others: Iterable[Alternative],
    vocabulary: Vocabulary,
) -> Figure:
    inflected = labels.inflected(forms, analysis.ANY_LANGUAGE, vocabulary)
    if len(run) < 2 or not labels.stand(inflected, vocabulary):
        return Figure(run, {}, tuple(others))
    exactly = tuple(frozenset([form]) for form in forms)
    own = {exactly: Rule.EXACT}
    own.setdefault(inflected, Rule.STEMMED)
    return Figure(
        run, own, tuple(o for o in others if not are_forms_of_each_other(o.words, inflected))
    )
