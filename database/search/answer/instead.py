"""What to ask instead when nothing was found: close spellings, and fewer of the words."""

from collections.abc import Callable, Iterator
from itertools import islice

from database.search.answer.compiler import Question
from database.search.answer.vocabulary import Vocabulary
from database.search.question.tree import Word, leaves, words
from database.search.results import Suggestion

_MOST = 6
_CLOSE = 3
# So many questions of each kind are tried: a whole page pasted in would have hundreds.
_MOST_TRIED = 6

# Tells how many records answer to a text.
Count = Callable[[str], int]


def suggestions(question: Question, vocabulary: Vocabulary, count: Count) -> tuple[Suggestion, ...]:
    """Return questions that have an answer, spellings first; none of them was asked already."""
    asked = [word for leaf in leaves(question.tree) for word in words(leaf)]
    forms = list(dict.fromkeys(word.form for word in asked if not word.pattern))
    found: dict[str, Suggestion] = {}
    for kind, texts in (
        ("spelling", _respelt(forms, vocabulary)),
        ("fewer", _fewer([form for form in forms if vocabulary.forms(Word(form))])),
    ):
        for text in islice(texts, _MOST_TRIED):
            if len(found) < _MOST and text not in found and (total := count(text)):
                found[text] = Suggestion(text, total, "spelling" if kind == "spelling" else "fewer")
    return tuple(found.values())


def _respelt(forms: list[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the whole with every unknown word in its likeliest spelling, then single spellings."""
    near = {form: _close(form, vocabulary) for form in forms}
    if any(near.values()):
        yield " ".join((near[form] or [form])[0] for form in forms)
    for close in near.values():
        yield from close


def _close(form: str, vocabulary: Vocabulary) -> list[str]:
    if vocabulary.forms(Word(form)):
        return []
    return [vocabulary.written(fold) for fold in vocabulary.similar(form, _CLOSE, loose=True)]


def _fewer(forms: list[str]) -> Iterator[str]:
    """Yield the words that the dossier has, without any signs between them, then each alone."""
    if forms:
        yield " ".join(forms)
    if len(forms) > 2:
        yield from (" ".join(forms[:n] + forms[n + 1 :]) for n in range(len(forms)))
    yield from forms
