"""How a question was understood, and why a record answers; ``explain`` puts it into words."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from database.search.language import analysis
from database.search.question.tree import (
    All,
    Any,
    InField,
    Leaf,
    Node,
    Not,
    Phrase,
    Required,
    Word,
    is_chinese,
    leaves,
    parts,
    without,
)

Zone = Literal["name", "text"]

# The analyser reads 9,5 and 9,5m as two words, 2.500.000 as three. 2019,2020 are two years.
_MARKED = re.compile(r"(?<![\w.,])\d+(?:[.,]\d{1,3})+(?P<unit>[^\W\d_]*)(?![.,]?\w)")
_MARK = re.compile("[.,]")
# What a field asks for; everything else that is told of one holds for an excluded one, too.
_COMPARISONS = frozenset({"between", "at-least", "at-most", "more-than", "less-than"})
_ASKING = _COMPARISONS | {"field", "has", "related"}
_WORD_OR_MARKED = re.compile(r"\b\d+(?: \d+)+[^\W\d_]*\b|\w+")


@dataclass(frozen=True, slots=True)
class Understood:
    """One part of a question and what was made of it.

    ``part`` is as typed, or nearly so. ``meaning`` is a code: see ``explain``. ``words`` are what
    the sentence needs: values, words or a currency; ``field`` is the id of the field, if any. What
    a field asks for may be ``excluded``.
    """

    part: str
    meaning: str
    words: tuple[str, ...] = ()
    field: str = ""
    excluded: bool = False


class Why(NamedTuple):
    """One word that was asked for, and as what the record has it.

    ``found`` is a form of the record, several with blanks between them for a phrase. ``rule`` is
    the name of a ``Rule`` in small letters, or ``compound``. ``language`` is that of the text, if
    the texts in the reader's own do not have it.
    """

    asked: str
    found: str
    zone: Zone
    rule: str
    language: str = ""


def typed_forms(text: str) -> dict[str, str]:
    """Return how the forms of *text* were typed, those that were typed otherwise: ``Huawei``.

    Those of a number with marks stand together: ``9 5`` was typed ``9,5``.
    """
    words = reversed(analysis.words(text))  # what was typed first counts
    typed = {word.form: text[word.start : word.end] for word in words}
    marked = (found[0] for found in _MARKED.finditer(text))
    typed |= {_MARK.sub(" ", number).lower(): number for number in marked}
    return {form: written for form, written in typed.items() if form != written}


def ends_in_decimal(text: str) -> bool:
    """Tell whether the last figures of *text* stand after a mark: they begin no word."""
    last = [number.end() for number in _MARKED.finditer(text) if not number["unit"]]
    return last[-1:] == [len(text)]


def as_typed(words: str, typed: Mapping[str, str]) -> str:
    """Return *words* with every form as it was ``typed``."""
    if not typed:
        return words
    return _WORD_OR_MARKED.sub(lambda form: typed.get(form[0], form[0]), words)


def told_as_typed(told: Understood, typed: Mapping[str, str]) -> Understood:
    """Return *told* with the reader's own words; the values of a field stay as they are."""
    if told.field:
        return told
    words = tuple(as_typed(word, typed) for word in told.words)
    return replace(told, part=as_typed(told.part, typed), words=words)


def shapes(node: Node) -> Iterator[Understood]:
    """Yield what the signs of the query language were taken for, in order."""
    match node:
        case Word() | Phrase():
            yield from _leaf(node)
        case Not() | Required():
            meaning = "excluded" if isinstance(node, Not) else "required"
            yield Understood(written(node), meaning, (_unsigned(node.part),))
        case Any():
            several = tuple(without(part, Required) for part in node.parts)
            choices = tuple(dict.fromkeys(choice for part in several for choice in _choices(part)))
            if len(choices) > 1:
                yield Understood(written(node), "any-of", choices)
            chosen = (part for part in several if not isinstance(part, Not))
            yield from (shape for part in chosen for shape in shapes(part))
        case All():
            yield from _all_of(node)
        case InField():  # it has been told already
            return
        case _:
            yield from (shape for part in parts(node) for shape in shapes(part))


def exclusions(told: Sequence[Understood], wanted: Collection[str]) -> Iterator[Understood]:
    """Yield *told* with every field that is not *wanted* as an excluded one.

    Those that are excluded together with others are told with them.
    """
    excluded = {part.words[0] for part in told if part.meaning == "excluded"}.difference(wanted)
    alone = {part.part for part in told if part.field and part.part in excluded}
    for part in told:
        if part.field and part.meaning in _ASKING and part.part not in wanted:
            if part.part in alone:
                yield replace(part, excluded=True)
        elif part.meaning != "excluded" or alone.isdisjoint(part.words):
            yield part


def _all_of(node: All) -> Iterator[Understood]:
    """Tell of several words that must be there in one sentence."""
    needed = dict.fromkeys(leaf for part in node.parts if (leaf := _needed(part)))
    if len(needed) > 1:
        yield Understood(written(node), "all-of", tuple(map(written, needed)))
    for part in node.parts:
        leaf = _needed(part) if len(needed) > 1 else None
        yield from shapes(leaf or part)


def _needed(node: Node) -> Leaf | None:
    match node:
        case Required(part=Word() | Phrase() as leaf):
            return leaf
        case _:
            return None


def _choices(part: Node) -> list[str]:
    """Return what can be chosen for one alternative: its words, or all of it in one."""
    if isinstance(part, InField | All | Not):
        return [written(part)]
    return [written(leaf) for leaf in leaves(part)]


def _leaf(leaf: Leaf) -> Iterator[Understood]:
    match leaf:
        case Phrase() if not is_chinese(leaf):  # its characters are one word
            meaning = "near" if leaf.apart else "phrase"
            number = (str(leaf.apart),) if leaf.apart else ()
            yield Understood(written(leaf), meaning, (analysis.joined(leaf.forms), *number))
        case Word(pattern=True):
            yield Understood(leaf.form, "pattern", (leaf.form,))
        case Word(slips=slips) if slips:
            yield Understood(written(leaf), "fuzzy", (leaf.form, str(slips)))


def written(node: Node) -> str:
    """Return *node* as it could have been typed."""
    match node:
        case Word():
            fuzzy = f"~{node.slips}" if node.slips > 1 else "~" * node.slips
            return f"{node.form}{'*' * node.prefix}{fuzzy}"
        case Phrase():
            return f'"{analysis.joined(node.forms)}"' + (f"~{node.apart}" if node.apart else "")
        case InField():
            return node.written
        case Not():
            return f"-{written(node.part)}"
        case Required():
            return f"+{written(node.part)}"
        case All() | Any():
            joint = " " if isinstance(node, All) else " OR "
            return "(" + joint.join(filter(None, map(written, node.parts))) + ")"
        case _:
            return " ".join(written(part) for part in parts(node))


def _unsigned(node: Node) -> str:
    """Return *node* as it could have been typed, words next to each other without their marks."""
    is_phrase = isinstance(node, Phrase) and not node.apart
    return written(node).strip('"') if is_phrase else written(node)
