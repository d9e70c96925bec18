"""What to ask instead when nothing was found: close spellings, other values, fewer words."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice

from database.search.answer.compiler import CompiledQuestion
from database.search.answer.otherwise import unheard_names
from database.search.answer.slips import SHORTEST
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis
from database.search.question import signs
from database.search.question.tree import All, Leaf, Phrase, Word, is_chinese, leaves, words
from database.search.results import MOST_SUGGESTIONS, Suggestion, SuggestionKind

_CLOSE = 3
# Some of these are only other forms of one word.
_CONSIDERED = 10
# So many questions of each kind are tried: a whole page pasted in would have hundreds.
_MOST_TRIED = 6
# In a longer question no concept is looked for.
_LONGEST_WITH_CONCEPTS = 12
# A phrase that is asked for, with no sign before it and in no field.
_NO_EXCLUSION = "".join(f"(?<!{word} )" for word in signs.NOT.split("|"))
_QUOTED = re.compile(rf'(?<!\S){_NO_EXCLUSION}"([^"]*)"(?!\S)')
_SIGN_AFTER_NAME = re.compile(r"[:=<>≥≤]+")

# Tells how many records the reader would find for a text, 0 if none has all of it.
Count = Callable[[str], int]


def suggestions(
    text: str,
    question: CompiledQuestion,
    vocabulary: Vocabulary,
    nearby: Iterator[str],
    count: Count,
) -> tuple[Suggestion, ...]:
    """Return questions that have an answer, spellings first; none of them was asked already.

    *text* is what was asked. Words of the dossier are written as it writes them. *nearby* are the
    same question with other values in its fields.
    """
    asked = list(dict.fromkeys(chain.from_iterable(map(_asked, leaves(question.tree)))))
    concepts = _concepts(asked, vocabulary)
    near = {form: [] if form in concepts else _close(form, vocabulary) for form in asked}
    names = unheard_names(All(tuple(map(Word, asked))), vocabulary)
    unheard = {word.form for name in names for word in name}
    known = [form for form in asked if form not in unheard and _is_known(form, vocabulary)]
    shown = {form: vocabulary.as_written(form) for form in known}
    likely = {form: (near[form] or [shown.get(form, form)])[0] for form in asked}
    ways: Mapping[SuggestionKind, Iterator[str]] = {
        "spelling": _respelt(near, likely, question.fields),
        "unquoted": iter(()) if any(near.values()) else _without_quotes(text, question),
        "nearby": nearby,
        "fewer": _fewer(question.fields, shown),
    }
    if offered := _answered(ways, count):
        return offered
    # Words that no record has fall away now. A short slip may be any word: a gold medal is no good.
    meant = {form: close[0] for form, close in near.items() if close and len(form) >= SHORTEST}
    return _answered({"fewer": _fewer(question.fields, shown | meant)}, count)


def _answered(ways: Mapping[SuggestionKind, Iterator[str]], count: Count) -> tuple[Suggestion, ...]:
    """Return the questions that have an answer, each once."""
    found: dict[str, Suggestion] = {}  # by their words, whatever their capitals
    for kind, texts in ways.items():
        for other in islice(texts, _MOST_TRIED):
            is_new = len(found) < MOST_SUGGESTIONS and other.lower() not in found
            if is_new and (total := count(other)):
                found[other.lower()] = Suggestion(other, total, kind)
    return tuple(found.values())


def unquoted(text: str, question: CompiledQuestion, few: int, count: Count) -> Iterator[Suggestion]:
    """Yield the question *text* without quotation marks, where *few* records answer with them.

    Those answer without them too, and as a rule more do. How many is looked up only where filters
    let none of the few pass, for it takes as long as to ask.
    """
    for other in _without_quotes(text, question):
        if total := few or count(other):
            yield Suggestion(other, total, "unquoted")


def _without_quotes(text: str, question: CompiledQuestion) -> Iterator[str]:
    """Yield *text* with its phrases as mere words: no other words stand for a phrase."""
    phrases = [leaf for leaf in leaves(question.tree) if isinstance(leaf, Phrase)]
    if not all(map(is_chinese, phrases)):
        put_right = " ".join(signs.put_right(text).split())
        if (loose := _QUOTED.sub(r"\1", put_right)) != put_right:
            yield loose


def _asked(leaf: Leaf) -> Iterator[str]:
    """Yield the words of a question; Chinese characters that belong together are one."""
    if is_chinese(leaf):
        yield analysis.joined(word.form for word in words(leaf))
    else:
        yield from (word.form for word in words(leaf) if not word.pattern)


def _is_known(form: str, vocabulary: Vocabulary) -> bool:
    return all(vocabulary.forms(Word(part)) for part in analysis.forms(form))


def _respelt(
    near: Mapping[str, list[str]], likely: Mapping[str, str], fields: Sequence[str]
) -> Iterator[str]:
    """Yield the whole with every unknown word in its likeliest spelling, then one in the others."""
    if any(near.values()):
        yield " ".join(_beside(fields, likely))
    for form, close in near.items():
        yield from (" ".join(_beside(fields, {**likely, form: other})) for other in close[1:])


def _beside(fields: Sequence[str], words: Mapping[str, str]) -> list[str]:
    """Return the words that stand in none of the fields, and the fields."""
    told = {form for field in fields for form in analysis.forms(field)}
    return [*(word for form, word in words.items() if form not in told), *fields]


def _concepts(asked: Sequence[str], vocabulary: Vocabulary) -> set[str]:
    """Return the words that the thesaurus has, alone or together: those are no slips."""
    found: set[str] = set()
    slips = frozenset(filter(vocabulary.is_misread, asked))
    for run in _runs(asked):
        words = asked[run.start : run.stop]
        if not slips.isdisjoint(words):
            continue
        if not found.issuperset(words) and vocabulary.thesaurus.same_meaning(tuple(words)):
            found.update(words)
    return found


def _runs(asked: Sequence[str]) -> Iterator[range]:
    """Yield where the label of a concept may stand in a question, the longest first."""
    if len(asked) > _LONGEST_WITH_CONCEPTS:
        return
    for length in range(min(len(asked), analysis.LONGEST_LABEL), 0, -1):
        for start in range(len(asked) - length + 1):
            yield range(start, start + length)


def _close(form: str, vocabulary: Vocabulary) -> list[str]:
    """Return close spellings as the dossier writes them, one form of each word.

    Figures have none: who asks for 2010 does not mean 2019.
    """
    if form.isdecimal() or _is_known(form, vocabulary) or vocabulary.thesaurus.begins_label(form):
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


def _fewer(fields: Sequence[str], shown: Mapping[str, str]) -> Iterator[str]:
    """Yield the words that the dossier has and the fields, without any signs between them.

    First together, then all but one, then each alone; of a single field its value, as words.
    """
    several = _beside(fields, shown)
    if several:
        yield " ".join(several)
    if len(several) > 2:
        yield from (" ".join(several[:n] + several[n + 1 :]) for n in range(len(several)))
    yield from several
    if len(several) == 1 and fields:
        yield _SIGN_AFTER_NAME.split(fields[0], maxsplit=1)[-1].strip('"() ')
    yield from shown.values()
