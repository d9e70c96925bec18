"""Understanding what was typed: a small tree of our own comes out.

Any text is a question. What the parser cannot make sense of is read as plain words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from database.search.language import analysis
from database.search.question import money, signs
from database.search.question.loose_ends import joined_once, loose_ends, without_words
from database.search.question.plain_words import MOST_WORDS, prefix_of, words_of
from database.search.question.stop_words import is_stop_word, without_stop_words
from database.search.question.tree import (
    All,
    Any,
    InField,
    InNames,
    Node,
    Phrase,
    Related,
    Required,
    Word,
    group,
    is_chinese,
    is_empty,
    without,
)
from database.search.question.tree import fields as fields_of
from database.search.question.understanding import (
    Understood,
    ends_in_decimal,
    exclusions,
    shapes,
    told_as_typed,
    typed_forms,
)

if TYPE_CHECKING:
    from database.search.question.fields import Fields

# Longer input is cut.
MOST_CHARACTERS = 500
# Longer stop words are whole as a rule: in Hungarian many stand last, a Huawei ellen.
_LONGEST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a question, ``NOTHING`` where it asks for nothing, and how it came about.

    ``typed`` is how its forms were typed, where they were typed otherwise. ``required`` are the
    parts with a plus, and all words where AND is written between any of them:
    they must be there even when little is found. ``fields`` are the wanted ones, as typed.
    """

    tree: Node
    required: tuple[Node, ...] = ()
    understood: tuple[Understood, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[str, ...] = ()


def read(
    text: str,
    *,
    unfinished: bool = False,
    fields: "Fields | None" = None,
    goes_on: Callable[[Sequence[str]], bool] = lambda _forms: False,
) -> Parsed:
    """Read a question; without *fields*, ``year:2019`` is two words.

    With *unfinished*, the last word counts as a prefix unless a blank follows it. What could be a
    stop word does only if a name *goes on* so: the *sa* of Novi Sad.
    """
    typed = signs.put_right(text[:MOST_CHARACTERS].replace("\x00", " "))
    told: list[Understood] = []
    grows = unfinished and _may_grow(typed)
    if grows and signs.are_absent(typed) and _is_begun(analysis.forms(typed), goes_on):
        tree: Node | None = _words(typed, last=prefix_of)
    else:
        tree = _tree(joined_once(typed), fields, told)
    if tree is None:
        told = [Understood(typed.strip(), "plain-words", tuple(analysis.forms(typed)))]
        tree = without_stop_words(words_of(typed), typed)
    elif is_empty(tree) and not told and (nothing := without_words(typed)):
        told = [nothing]
        tree = without_stop_words(words_of(typed), typed)
    else:
        told += loose_ends(typed)
    told += shapes(tree)
    asked = tuple(dict.fromkeys(fields_of(tree)))
    if grows:
        tree = _open_end(tree, analysis.forms(typed)[-1:])
    top = tree.parts if isinstance(tree, All) else (tree,)
    required = tuple(_looked_up(part.part) for part in top if isinstance(part, Required))
    shown = typed_forms(typed)
    understood = dict.fromkeys(told_as_typed(part, shown) for part in exclusions(told, asked))
    return Parsed(_looked_up(tree), required, tuple(understood), shown, asked)


def _may_grow(typed: str) -> bool:
    """Tell whether the last word could be the beginning of another."""
    is_open = typed[-1:].isalnum() and not ends_in_decimal(typed)
    return is_open and not money.ends_in_currency(typed)


def _tree(text: str, fields: "Fields | None", told: list[Understood]) -> Node | None:
    if signs.are_absent(text):
        return _words(text)
    from database.search.question import parser  # Whoosh, which takes longest of all to load

    return parser.tree_of(text, fields, told)


def _words(text: str, last: Callable[[str], Node] = words_of) -> Node:
    """Return the words of a text without signs, the *last* of which may be read otherwise."""
    *before, end = text.split() or [""]
    return without_stop_words(group(All, [*map(words_of, before), last(end)], MOST_WORDS), text)


def _is_begun(forms: Sequence[str], goes_on: Callable[[Sequence[str]], bool]) -> bool:
    """Tell whether the last of *forms* may be a stop word, but is the beginning of a longer one."""
    if not forms or len(forms[-1]) > _LONGEST_BEGINNING or not is_stop_word(forms[-1]):
        return False
    lengths = range(2, min(len(forms), analysis.LONGEST_LABEL) + 1)
    return any(goes_on(forms[-length:]) for length in lengths)


def _looked_up(node: Node) -> Node:
    """Return *node* without what only tells how it was written."""
    return without(node, Required, InField)


def _open_end(node: Node, last: list[str]) -> Node:
    """Make a prefix of the last word, if it is the one that was typed last."""
    match node:
        case Word() if [node.form] == last and not analysis.is_character(node.form):
            return Word(node.form, prefix=True)
        case Word(pattern=True) if last and node.form.endswith(last[0]):
            return replace(node, form=f"{node.form}*")
        case Phrase() if [node.forms[-1]] == last and not is_chinese(node):
            return replace(node, forms=(*node.forms[:-1], f"{node.forms[-1]}*"))
        case All() | Any() if node.parts:
            return type(node)((*node.parts[:-1], _open_end(node.parts[-1], last)))
        case Required() | InNames():
            return type(node)(_open_end(node.part, last))
        case Related() | InField():
            return replace(node, part=_open_end(node.part, last))
        case _:
            return node
