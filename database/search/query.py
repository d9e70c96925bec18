"""Understanding what was typed: Whoosh's parser reads it, and a small tree of our own comes out.

Any text is a question. What the parser cannot make sense of is read as plain words.
"""

from dataclasses import dataclass

from whoosh import query as whoosh_query
from whoosh.lang.stopwords import stoplists
from whoosh.qparser import QueryParser, plugins

from database.search import analysis

# Longer input is cut: nobody reads more words back than this, and every word costs a look-up.
MOST_CHARACTERS = 500
MOST_WORDS = 24

_OPERATORS = plugins.OperatorsPlugin(
    And=r"(?<=\s)(AND|ÉS)(?=\s)",
    Or=r"(?<=\s)(OR|VAGY)(?=\s)",
    Not=r"(^|(?<=(\s|[()])))(NOT|NEM)(?=\s)",
    AndNot=None,
    AndMaybe=None,
    Require=None,
)
_PLUGINS = (
    plugins.WhitespacePlugin,
    plugins.PhrasePlugin,
    plugins.GroupPlugin,
    plugins.PrefixPlugin,
)
# A sign counts at the beginning of a word only: a hyphen joins (smart-city, 5G-hálózat).
_SIGNS = plugins.PlusMinusPlugin(
    plusexpr=r"(?<![^\s(])\+(?=[\w\"(])", minusexpr=r"(?<![^\s(])-(?=[\w\"(])"
)
# Whoosh's lists, with the letters of its Hungarian one put right.
_STOP_WORDS = frozenset(stoplists["en"]) | {
    word.replace("õ", "ő").replace("û", "ű") for word in stoplists["hu"]
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word; a ``prefix`` stands for every word that begins with it."""

    form: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand next to each other in this order."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be there."""

    part: "Node"


Node = Word | Phrase | All | Any | Not
NOTHING = All(())


def parse(text: str, *, unfinished: bool = False) -> Node:
    """Return the tree of a question; ``NOTHING`` where it holds no word at all.

    With *unfinished*, the last word counts as a prefix unless a blank follows it.
    """
    text = text[:MOST_CHARACTERS].replace("\x00", " ")
    parser = QueryParser("text", schema=None, plugins=[p() for p in _PLUGINS])
    parser.add_plugins([_OPERATORS, _SIGNS])
    try:
        tree = _node(parser.parse(text))
    except (IndexError, RecursionError):  # 2.7.4 stumbles over ``NOT AND a`` and deep brackets
        tree = _words(text)
    tree = _without_stop_words(tree)
    return _open_end(tree) if unfinished and text[-1:].isalnum() else tree


def leaves(node: Node) -> list[Word | Phrase]:
    """Return the words and phrases that are asked for, in order; excluded ones are left out."""
    match node:
        case Word() | Phrase():
            return [node]
        case All() | Any():
            return [leaf for part in node.parts for leaf in leaves(part)]
        case Not():
            return []


def _node(tree: object) -> Node:
    match tree:
        case whoosh_query.And():
            return _group(All, [_node(part) for part in tree.subqueries])
        case whoosh_query.Or():
            return _group(Any, [_node(part) for part in tree.subqueries])
        case whoosh_query.Not():
            part = _node(tree.query)
            return Not(part) if leaves(part) else NOTHING
        case whoosh_query.AndNot():
            return _group(All, [_node(tree.a), Not(_node(tree.b))])
        case whoosh_query.AndMaybe():  # every word is required here, with a + or without
            return _group(All, [_node(tree.a), _node(tree.b)])
        case _:
            return _leaf(tree)


def _leaf(tree: object) -> Node:
    match tree:
        case whoosh_query.Prefix():
            return _prefix(tree.text)
        case whoosh_query.Phrase():
            return _phrase(" ".join(tree.words))
        case whoosh_query.Term():
            return _words(str(tree.text))
        case _:
            return NOTHING


def _group(kind: type[All] | type[Any], parts: list[Node]) -> Node:
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else [part]
    useful = [part for part in flat if part != NOTHING and part != Any(())][:MOST_WORDS]
    return useful[0] if len(useful) == 1 else kind(tuple(useful))


def _words(text: str) -> Node:
    return _group(All, [Word(form) for form in analysis.forms(text)])


def _prefix(text: str) -> Node:
    forms = analysis.forms(text)
    if not forms:
        return NOTHING
    return _group(All, [*map(Word, forms[:-1]), Word(forms[-1], prefix=True)])


def _phrase(text: str) -> Node:
    forms = analysis.forms(text)[:MOST_WORDS]
    if len(forms) < 2:
        return _words(text)
    return Phrase(tuple(forms))


def _without_stop_words(node: Node) -> Node:
    """Drop ``the``, ``és`` and their like, unless nothing else was asked for."""
    if not isinstance(node, All):
        return node
    kept = [part for part in node.parts if not _is_stop_word(part)]
    return _group(All, list(kept)) if any(leaves(part) for part in kept) else node


def _is_stop_word(node: Node) -> bool:
    return isinstance(node, Word) and not node.prefix and node.form in _STOP_WORDS


def _open_end(node: Node) -> Node:
    match node:
        case Word():
            return Word(node.form, prefix=True)
        case All() if node.parts:
            return All((*node.parts[:-1], _open_end(node.parts[-1])))
        case Any() if node.parts:
            return Any((*node.parts[:-1], _open_end(node.parts[-1])))
        case _:
            return node
