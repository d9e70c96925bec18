"""Compounds, which are written as one word or as several: ``okosváros`` and ``okos város``.

One that no record has is searched by its head: ``légszennyezés`` by ``szennyezés``.
"""

from collections.abc import Iterable, Iterator, Sequence

from database.search.answer.alternative import Alternative
from database.search.answer.unit import Rule
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis
from database.search.question.stop_words import is_stop_word
from database.search.question.tree import Word

_SHORTEST_PART, _SHORTEST_COMPOUND, _SHORTEST_HEAD = 3, 6, 7
_MOST_SPLITS = 2
# What ends adjectives, and is no head: drótnélküli, kormányellenes.
_NO_HEADS = frozenset({"nelkuli", "ellenes"})
# All forms of a word begin alike, but for a few: *foot* and *feet*. The index keeps beginnings of
# two letters, so they tell at once that most words are no compounds.
_ALIKE = 2


def rejoined(run: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[Alternative]:
    """Yield how a run of words is written as one, or its only word as two, if some record does."""
    if any(analysis.is_character(word.form) for word in run):
        return
    if len(run) > 1:
        yield from _together([word.form for word in run], vocabulary, prefix=run[-1].prefix)
        return
    yield from _apart(run[0], vocabulary)
    if run[0].preverb:
        yield from _together([run[0].preverb, run[0].form], vocabulary)


def _together(
    several: Sequence[str], vocabulary: Vocabulary, *, prefix: bool = False
) -> Iterator[Alternative]:
    """Yield how *several* words are written as one."""
    joined = Word("".join(several), prefix)
    if len(joined.form) < _SHORTEST_COMPOUND - 1:
        return
    before = len(joined.form) - len(several[-1])
    beginning = analysis.fold(joined.form[: before + _SHORTEST_PART])
    if not vocabulary.has_beginning(beginning):
        return
    forms = {
        form: rule
        for form, rule in vocabulary.forms(joined).items()
        if analysis.fold(form).startswith(beginning)
    }
    apart = [" ".join(map(analysis.fold, several))]
    folds = sorted(set(map(analysis.fold, forms)))
    if folds and vocabulary.phrases.stand(*([fold] for fold in folds), without=apart):
        label = min(forms, key=lambda form: (forms[form], len(form), form))
        yield Alternative(" ".join(several), label, "compound", (frozenset(forms),))


def _apart(word: Word, vocabulary: Vocabulary) -> Iterator[Alternative]:
    """Yield how *word* is written as two words, if some record has it so and not as one."""
    folded = analysis.fold(word.form)
    if len(folded) < _SHORTEST_COMPOUND:
        return
    places = range(_SHORTEST_PART, len(folded) - _SHORTEST_PART + 1)
    together = set(map(analysis.fold, vocabulary.forms(word)))
    # What tells nothing begins no compound: *forrás* is no ras “for”. Nor does the word itself, as
    # no record has that and not the word: *Szerbiában* is no ban on Serbia.
    likely = (folded[:n] for n in places if not is_stop_word(folded[:n]))
    beginnings = vocabulary.has([begin for begin in likely if begin not in together])
    told = 0
    for n in reversed(places):
        if folded[:n] not in beginnings or told == _MOST_SPLITS:
            continue
        if not vocabulary.phrases.begin(folded[:n], folded[n : n + _ALIKE]):
            continue
        forms = vocabulary.forms(Word(folded[n:]))
        ends = sorted({analysis.fold(form) for form, rule in forms.items() if rule < Rule.PREFIX})
        if follow := _following(folded[:n], ends, vocabulary, together):
            told += 1
            begin = frozenset(vocabulary.forms(Word(folded[:n])))
            label = f"{vocabulary.written(folded[:n])} {vocabulary.written(follow[0])}"
            end = frozenset(form for form in forms if analysis.fold(form) in follow)
            yield Alternative(word.form, label, "compound", (begin, end))


def _following(
    begin: str, ends: list[str], vocabulary: Vocabulary, without: Iterable[str]
) -> list[str]:
    """Return those of *ends* that follow *begin* in some record, which has none of *without*.

    Mostly none does, and to ask for all at once takes hardly longer than to ask for one.
    """
    phrases = [(begin, end) for end in ends]
    if not phrases or not vocabulary.phrases.stand(*phrases):
        return []
    return [both[1] for both in phrases if vocabulary.phrases.stand(both, without=without)]


def by_its_head(word: Word, vocabulary: Vocabulary) -> Iterator[Alternative]:
    """Yield the longest end of a Hungarian compound that no record has, in which it is broader."""
    if vocabulary.forms(word) or vocabulary.unit(word, frozenset()).forms:
        return
    is_hungarian = bool(analysis.language_of(word.form))
    for n in range(_SHORTEST_PART, len(word.form) - _SHORTEST_HEAD + 1):
        head = word.form[n:]
        if analysis.fold(head) in _NO_HEADS:
            return
        known = vocabulary.forms(Word(head), "hu")
        begins = analysis.fold(head[: _SHORTEST_HEAD - 1])
        forms = frozenset(
            form
            for form in known
            if (is_hungarian or analysis.language_of(form))
            and analysis.fold(form).startswith(begins)
        )
        if forms:
            label = min(forms, key=lambda form: (known[form], len(form), form))
            yield Alternative(word.form, label, "broader", (forms,))
            return
