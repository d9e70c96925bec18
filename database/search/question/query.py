"""Understanding what was typed: Whoosh's parser reads it, and a small tree of our own comes out.

Any text is a question. What the parser cannot make sense of is read as plain words.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from whoosh import query as whoosh_query
from whoosh.lang.stopwords import stoplists
from whoosh.qparser import QueryParser, plugins

from database.search.language import analysis
from database.search.question import field_syntax, signs
from database.search.question.fields import Fields
from database.search.question.loose_ends import joined_once, loose_ends, without_words
from database.search.question.plain_words import MOST_WORDS, phrase_of, prefix_of, words_of
from database.search.question.tree import (
    NOTHING,
    All,
    Any,
    InNames,
    Leaf,
    Node,
    Not,
    Phrase,
    Related,
    Required,
    Word,
    depth,
    group,
    leaves,
    without_signs,
)
from database.search.question.understanding import Understood, shapes, told_as_typed, typed_forms

__all__ = [
    "MOST_CHARACTERS", "MOST_WORDS", "NOTHING", "All", "Any", "Node", "Not", "Parsed", "Phrase",
    "Word", "leaves", "parse", "read",
]  # fmt: skip

# Longer input is cut.
MOST_CHARACTERS = 500
# SQLite's parsers of SQL and of FTS5 expressions do not go much deeper than this.
_DEEPEST = 12
_MOST_SLIPS = 2
_MOST_STARS = 3
_PATTERN = re.compile(r"[^\W_*?]*[*?][\w*?]*|[^\W_]+")

_OPERATORS = plugins.OperatorsPlugin(
    And=rf"(?<![^\s()])({signs.AND})(?![^\s()])",
    Or=rf"(?<![^\s()])({signs.OR})(?![^\s()])",
    Not=rf"(?<![^\s()])({signs.NOT})(?![^\s()])",
    AndNot=None,
    AndMaybe=None,
    Require=None,
)
_PLUGINS = (
    plugins.WhitespacePlugin,
    plugins.PhrasePlugin,
    plugins.GroupPlugin,
    plugins.FuzzyTermPlugin,
    signs.WildcardPlugin,
    signs.SignPlugin,
    signs.PlainWordPlugin,
)
# Whoosh's lists, with the letters of its Hungarian one put right.
_LISTED = {word.replace("õ", "ő").replace("û", "ű") for word in stoplists["hu"]}
# What only makes a question of a question, and endings that a hyphen parts from a name: 5G-től.
_ASKING = (
    "who whom whose what which when where why how much many does did "
    "ki kik kit kiket kinek mit miért mikor hol hova hogyan mekkora mennyi mennyit hány melyik "
    "ban ben ból ből ról ről tól től nak nek val vel hoz hez höz nál nél"
)
# What joins Serbian words; no word of the other languages that anybody would look for.
_SERBIAN = "u na i za od do sa iz o po je su se da"
# What stands before a Hungarian verb, or after it as a word of its own.
_PREVERBS = "el meg ki be le fel föl át össze vissza rá elő szét"
_OURS = " ".join((_ASKING, _SERBIAN, _PREVERBS))
_STOP_WORDS = frozenset(stoplists["en"]) | _LISTED | set(_OURS.split())


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a question, ``NOTHING`` where it asks for nothing, and how it came about.

    ``typed`` is how its forms were typed, where they were typed otherwise. ``required`` are the
    parts with a plus, and all words where AND is written between any of them:
    they must be there even when little is found.
    """

    tree: Node
    required: tuple[Node, ...] = ()
    understood: tuple[Understood, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)


def parse(text: str, *, unfinished: bool = False, fields: Fields | None = None) -> Node:
    """Return the tree of a question; see ``read``."""
    return read(text, unfinished=unfinished, fields=fields).tree


def read(text: str, *, unfinished: bool = False, fields: Fields | None = None) -> Parsed:
    """Read a question; without *fields*, ``year:2019`` is two words.

    With *unfinished*, the last word counts as a prefix unless a blank follows it.
    """
    typed = text[:MOST_CHARACTERS].replace("\x00", " ").translate(signs.TYPED)
    told: list[Understood] = []
    tree = _tree(joined_once(typed), fields, told)
    if tree is None:
        told = [Understood(typed.strip(), "plain-words", tuple(analysis.forms(typed)))]
        tree = _without_stop_words(words_of(typed))
    elif _is_empty(tree) and not told and (nothing := without_words(typed)):
        told = [nothing]
        tree = _without_stop_words(words_of(typed))
    else:
        told += loose_ends(typed)
    told += shapes(tree)
    if unfinished and typed[-1:].isalnum():
        tree = _open_end(tree, analysis.forms(typed)[-1:])
    top = tree.parts if isinstance(tree, All) else (tree,)
    required = tuple(without_signs(part.part) for part in top if isinstance(part, Required))
    shown = typed_forms(typed)
    understood = dict.fromkeys(told_as_typed(part, shown) for part in told)
    return Parsed(without_signs(tree), required, tuple(understood), shown)


def _tree(text: str, fields: Fields | None, told: list[Understood]) -> Node | None:
    several = [plugin() for plugin in _PLUGINS]
    parser = QueryParser("text", schema=None, plugins=several, group=signs.BesideGroup)
    parser.add_plugin(_OPERATORS)
    if fields is not None:
        known = fields
        parser.add_plugin(
            signs.FieldPlugin(lambda text, at: field_syntax.take(text, at, known, told))
        )
    try:
        parsed = parser.parse(text, normalize=False)
        tree = _node(parsed)
    except (IndexError, RecursionError):  # 2.7.4 stumbles over ``NOT (AND`` and deep brackets
        return None
    if depth(tree) > _DEEPEST:
        return None
    tree = _without_stop_words(tree)
    return _with_every_word(tree) if _joins(parsed) else tree


def _joins(tree: object) -> bool:
    """Tell whether AND was written at the top of a question; brackets do not hide it.

    Words that stand beside its operands belong to them: ``safe city AND loan``.
    """
    match tree:
        case signs.Beside():
            return any(map(_joins, tree.subqueries))
        case _:
            return isinstance(tree, whoosh_query.And)


def _with_every_word(node: Node) -> Node:
    """Require the words that could be missing otherwise if little is found."""
    if not isinstance(node, All):
        return node
    return All(tuple(Required(p) if isinstance(p, Leaf) else p for p in node.parts))


def _node(tree: object) -> Node:
    match tree:
        case whoosh_query.And():
            return group(All, [_node(part) for part in tree.subqueries], MOST_WORDS)
        case whoosh_query.Or():
            return group(Any, [_node(part) for part in tree.subqueries], MOST_WORDS)
        case whoosh_query.Not():
            part = _node(tree.query)
            return NOTHING if _is_empty(part) else Not(part)
        case signs.Must():
            part = _node(tree.query)
            return NOTHING if _is_empty(part) else Required(_without_stop_words(part))
        case signs.Given():
            return tree.node
        case _:
            return _leaf(tree)


def _leaf(tree: object) -> Node:
    match tree:
        case whoosh_query.Wildcard() | whoosh_query.Prefix():
            star = "*" if isinstance(tree, whoosh_query.Prefix) else ""
            return _pattern(tree.text + star)
        case whoosh_query.FuzzyTerm():
            return _fuzzy(tree.text, tree.maxdist)
        case whoosh_query.Phrase():
            return phrase_of(" ".join(tree.words), tree.slop - 1)
        case whoosh_query.Term():
            return words_of(str(tree.text))
        case _:
            return NOTHING


def _is_empty(node: Node) -> bool:
    return node in (NOTHING, Any(()))


def _pattern(text: str) -> Node:
    """Read wildcards; a lone asterisk asks for nothing, one at the end makes a prefix."""
    nodes: list[Node] = []
    for piece in _PATTERN.findall(unicodedata.normalize("NFC", text)):
        if piece.endswith("*") and not re.search(r"[*?]", piece.rstrip("*")):
            nodes.append(prefix_of(piece))
        elif re.search(r"[*?]", piece) and piece.count("*") <= _MOST_STARS:
            form = analysis.latin(re.sub(r"\*+", "*", piece.replace("_", "").lower()))
            nodes.append(Word(form, pattern=True) if form.strip("*?") else NOTHING)
        else:
            nodes.append(words_of(piece.replace("*", " ")))
    return group(All, nodes, MOST_WORDS)


def _fuzzy(text: str, slips: int) -> Node:
    forms = analysis.forms(text)
    most = min(max(slips, 1), _MOST_SLIPS)
    return group(All, [*map(Word, forms[:-1]), *(Word(f, slips=most) for f in forms[-1:])],
                 MOST_WORDS)  # fmt: skip


def _without_stop_words(node: Node) -> Node:
    """Drop ``the``, ``és`` and their like, unless nothing else was asked for."""
    if not isinstance(node, All):
        return node
    kept = [part for part in _with_preverbs(node.parts) if not _is_stop_word(part)]
    return group(All, kept, MOST_WORDS) if any(map(_tells_something, kept)) else node


def _with_preverbs(several: Sequence[Node]) -> Iterator[Node]:
    """Yield all parts; a word before a preverb learns of it."""
    for part, after in zip_longest(several, several[1:]):
        verb = part if isinstance(part, Word) and not _is_stop_word(part) else None
        if verb and isinstance(after, Word) and after.form in _PREVERBS.split():
            yield replace(verb, preverb=after.form)
        else:
            yield part


def _tells_something(node: Node) -> bool:
    return not isinstance(node, Not)


def _is_stop_word(node: Node) -> bool:
    return isinstance(node, Word) and node == Word(node.form) and node.form in _STOP_WORDS


def _open_end(node: Node, last: list[str]) -> Node:
    """Make a prefix of the last word, if it is the one that was typed last."""
    match node:
        case Word() if [node.form] == last and not analysis.is_character(node.form):
            return Word(node.form, prefix=True)
        case All() | Any() if node.parts:
            return type(node)((*node.parts[:-1], _open_end(node.parts[-1], last)))
        case Required() | InNames():
            return type(node)(_open_end(node.part, last))
        case Related():
            return replace(node, part=_open_end(node.part, last))
        case _:
            return node
