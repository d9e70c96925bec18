"""Runs of words in a question: what may be a label, or a number that is written out."""

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from database.search.language import analysis
from database.search.question.tree import (
    All,
    Node,
    Not,
    Phrase,
    Related,
    Word,
    is_chinese,
    parts,
)


def runs(tree: Node) -> Iterator[tuple[Word, ...]]:
    """Yield every run of neighbouring words that could be a label, the longest first."""
    together = _at_top(tree)
    for length in range(analysis.LONGEST_LABEL, 0, -1):
        for start in range(len(together) - length + 1):
            run = tuple(filter(_is_plain, together[start : start + length]))
            if len(run) == length:
                yield run
    for part in together:
        if isinstance(part, Phrase) and _is_chinese_label(part):  # others were quoted: just so
            yield tuple(map(Word, part.forms))
        elif not isinstance(part, Word | Phrase | Not | Related):
            for inner in parts(part):
                yield from runs(inner)


def plain_words(tree: Node) -> list[Word]:
    """Return the words at the top of *tree* that stand for themselves, in order."""
    return [part for part in _at_top(tree) if _is_plain(part)]


def as_typed(run: tuple[Word, ...]) -> Iterable[tuple[str, ...]]:
    """Return the words of *run* alone, then with the stop words between and right before them."""
    first, *others = run
    alone = tuple(word.form for word in run)
    between = (first.form, *(form for w in others for form in (*w.led_by.split(), w.form)))
    before = first.led_by.split()
    led = ((*before[n:], *between) for n in range(len(before) + 1))
    return dict.fromkeys((alone, *led))


def _at_top(tree: Node) -> tuple[Node, ...]:
    return tree.parts if isinstance(tree, All) else (tree,)


def _is_chinese_label(phrase: Phrase) -> bool:
    return len(phrase.forms) <= analysis.LONGEST_LABEL and is_chinese(phrase)


def _is_plain(node: Node) -> TypeGuard[Word]:
    return isinstance(node, Word) and not node.pattern and not node.slips
