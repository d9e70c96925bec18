"""What to ask instead when nothing was found: close spellings, broader terms, fewer words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from typing import Literal

from database.search.answer.compiler import Question
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis
from database.search.question.tree import Leaf, Word, is_chinese, leaves, words
from database.search.results import Suggestion

_MOST = 6
_CLOSE = 3
# Some of these are only other forms of one word.
_CONSIDERED = 10
# So many questions of each kind are tried: a whole page pasted in would have hundreds.
_MOST_TRIED = 6
# In a longer question no concept is looked for.
_LONGEST_WITH_CONCEPTS = 12

# Tells how many records answer to a text.
Count = Callable[[str], int]


def suggestions(
    question: Question, vocabulary: Vocabulary, count: Count, language: str
) -> tuple[Suggestion, ...]:
    """Return questions that have an answer, spellings first; none of them was asked already.

    Words of the dossier are written as it writes them; broader terms are in *language*.
    """
    asked = list(dict.fromkeys(chain.from_iterable(map(_asked, leaves(question.tree)))))
    near = {form: _close(form, vocabulary) for form in asked}
    known = [form for form in asked if _is_known(form, vocabulary)]
    shown = {form: vocabulary.as_written(form) for form in known}
    found: dict[str, Suggestion] = {}
    ways: dict[Literal["spelling", "broader", "fewer"], Iterator[str]] = {
        "spelling": _respelt(near, shown),
        "broader": _broader(asked, shown, partial(vocabulary.broader, language=language), count),
        "fewer": _fewer([shown[form] for form in known]),
    }
    for kind, texts in ways.items():
        for text in islice(texts, _MOST_TRIED):
            if len(found) < _MOST and text not in found and (total := count(text)):
                found[text] = Suggestion(text, total, kind)
    return tuple(found.values())


def _asked(leaf: Leaf) -> Iterator[str]:
    """Yield the words of a question; Chinese characters that belong together are one."""
    if is_chinese(leaf):
        yield analysis.joined(word.form for word in words(leaf))
    else:
        yield from (word.form for word in words(leaf) if not word.pattern)


def _is_known(form: str, vocabulary: Vocabulary) -> bool:
    return all(vocabulary.forms(Word(part)) for part in analysis.forms(form))


def _respelt(near: dict[str, list[str]], shown: dict[str, str]) -> Iterator[str]:
    """Yield the whole with every unknown word in its likeliest spelling, then single spellings."""
    if any(near.values()):
        yield " ".join((close or [shown.get(form, form)])[0] for form, close in near.items())
    for close in near.values():
        yield from close


def _broader(
    asked: Sequence[str],
    shown: Mapping[str, str],
    above: Callable[[tuple[str, ...]], list[str]],
    count: Count,
) -> Iterator[str]:
    """Yield the whole with a broader term for words that find nothing, then that term alone."""
    several = [shown.get(form, form) for form in asked]
    left = set(range(len(asked))) if len(asked) <= _LONGEST_WITH_CONCEPTS else set()
    for length in range(min(len(asked), analysis.LONGEST_LABEL), 0, -1):
        for start in range(len(asked) - length + 1):
            run = range(start, start + length)
            terms = above(tuple(asked[start : run.stop])) if left.issuperset(run) else []
            if not terms or count(" ".join(several[start : run.stop])):
                continue
            left.difference_update(run)
            for term in terms:
                yield " ".join((*several[:start], term, *several[run.stop :]))
                yield term


def _close(form: str, vocabulary: Vocabulary) -> list[str]:
    """Return close spellings as the dossier writes them, one form of each word."""
    if _is_known(form, vocabulary):
        return []
    close: list[str] = []
    told: set[str] = set()
    for fold in vocabulary.similar(form, _CONSIDERED, loose=True):
        usual = vocabulary.written(fold)
        keys = analysis.keys(usual) | analysis.keys(fold)
        if told.isdisjoint(keys):
            told |= keys
            close.append(vocabulary.as_written(usual))
    return close[:_CLOSE]


def _fewer(known: list[str]) -> Iterator[str]:
    """Yield the words that the dossier has, without any signs between them, then each alone."""
    if known:
        yield " ".join(known)
    if len(known) > 2:
        yield from (" ".join(known[:n] + known[n + 1 :]) for n in range(len(known)))
    yield from known
