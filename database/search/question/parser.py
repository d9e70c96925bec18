"""Reading a question that has signs, with Whoosh's parser and plugins of our own for it.

Whoosh has no annotations, so what is made of its classes is untyped here.
"""

import re
from typing import Any as Whatever

from whoosh import query as whoosh_query
from whoosh.qparser import QueryParser, plugins, syntax
from whoosh.qparser.taggers import Tagger

from database.search.language import analysis
from database.search.question import field_syntax, signs, wildcards
from database.search.question.fields import Fields
from database.search.question.plain_words import MOST_WORDS, words_of
from database.search.question.stop_words import without_stop_words
from database.search.question.tree import (
    NOTHING,
    All,
    Any,
    Leaf,
    Node,
    Not,
    Required,
    Word,
    depth,
    group,
    is_empty,
)
from database.search.question.understanding import Understood

# SQLite's parsers of SQL and of FTS5 expressions do not go much deeper than this.
_DEEPEST = 12
# More than half of its letters no word can have wrong.
_MOST_SLIPS = 2


class _Given(whoosh_query.Query):  # type: ignore[misc]  # Whoosh has no types
    """A part of a question that is read already."""

    def __init__(self, node: Node) -> None:
        self.node = node


class _Must(whoosh_query.Query):  # type: ignore[misc]  # Whoosh has no types
    """A part of a question with a plus before it."""

    def __init__(self, query: object) -> None:
        self.query = query


class _Beside(whoosh_query.And):  # type: ignore[misc]  # Whoosh has no types
    """Parts of a question that stand beside each other, with no AND written between them."""


class _BesideGroup(syntax.GroupNode):  # type: ignore[misc]  # Whoosh has no types
    """What the parser makes of such parts; an AND beside it does not become one with it."""

    qclass = _Beside


class _GivenNode(syntax.SyntaxNode):  # type: ignore[misc]  # Whoosh has no types
    def __init__(self, node: Node) -> None:
        self.node = node

    def query(self, _parser: object) -> _Given:
        return _Given(self.node)


class _MustGroup(syntax.Wrapper):  # type: ignore[misc]  # Whoosh has no types
    qclass = _Must


class _FieldPlugin(plugins.Plugin):  # type: ignore[misc]  # Whoosh has no types
    """Finds fields with their values, before anything else is found in them."""

    def taggers(self, _parser: object) -> list[tuple[Tagger, int]]:
        """Return the one tagger, to be tried first."""
        return [(_FieldTagger(), -10)]

    def filters(self, _parser: object) -> list[object]:
        """Return no filters."""
        return []


class _FieldTagger(Tagger):  # type: ignore[misc]  # Whoosh has no types
    def match(self, parser: "_Parser", text: str, at: int) -> _GivenNode | None:
        if parser.fields is None or not _begins_word(text, at):
            return None
        taken = field_syntax.take(text, at, parser.fields, parser.told)
        if taken is None:
            return None
        node, end = taken
        return _GivenNode(node).set_range(at, end)  # type: ignore[no-any-return]  # Whoosh's


def _begins_word(text: str, at: int) -> bool:
    before = at - 1 if at and text[at - 1] in "+-" else at
    return text[at].isalpha() and (before == 0 or text[before - 1] in " \t\n(")


class _SignPlugin(plugins.PlusMinusPlugin):  # type: ignore[misc]  # Whoosh has no types
    """Reads + and - at the beginning of a word, in brackets too.

    Elsewhere a hyphen joins: smart-city, 5G-hálózat. The order of the words is kept, which
    Whoosh's own plugin does not do.
    """

    def __init__(self) -> None:
        super().__init__(plusexpr=r"(?<![^\s(])\+(?=[\w\"(])", minusexpr=r"(?<![^\s(])-(?=[\w\"(])")

    def do_plusminus(self, parser: object, group: Whatever) -> Whatever:
        """Wrap what follows a sign."""
        signed, sign = group.empty_copy(), None
        for node in group:
            if isinstance(node, self.Plus | self.Minus):
                sign = type(node)
                continue
            inner = node
            if isinstance(node, syntax.GroupNode):
                inner = self.do_plusminus(parser, node)
            signed.append(self._signed(sign, inner))
            sign = None
        return signed

    def _signed(self, sign: type | None, node: Whatever) -> Whatever:
        if sign is None:
            return node
        return _MustGroup([node]) if sign is self.Plus else syntax.NotGroup([node])


class _WildcardPlugin(plugins.WildcardPlugin):  # type: ignore[misc]  # Whoosh has no types
    """Reads * anywhere, and ? before a letter only: at the end of a word it asks."""

    expr = re.compile(f"(?P<text>{wildcards.WILDCARD})")


class _PlainWordPlugin(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh has no types
    """Takes a word with no sign about it as a whole, where every sign is looked for at each letter.

    To read plain words takes half the time so.
    """

    expr = re.compile(f"(?P<text>{signs.PLAIN_WORD})")
    nodetype = syntax.WordNode
    priority = -5


_OPERATORS = plugins.OperatorsPlugin(
    And=rf"(?<![^\s()])({signs.AND})(?![^\s()])",
    Or=rf"(?<![^\s()])({signs.OR})(?![^\s()])",
    Not=rf"(?<![^\s()])({signs.NOT})(?![^\s()])",
    AndNot=None,
    AndMaybe=None,
    Require=None,
)
_PLUGINS = (
    plugins.PhrasePlugin(r'"(?P<text>.*?)"(~(?P<slop>\d+))?'),
    plugins.GroupPlugin(),
    plugins.FuzzyTermPlugin(),
    _WildcardPlugin(),
    _SignPlugin(),
    _PlainWordPlugin(),
    _OPERATORS,
    _FieldPlugin(),
)


# What the plugins look for and what they do then, in order of priority: the same in any question.
_USUAL = QueryParser("text", schema=None, plugins=_PLUGINS, group=_BesideGroup)
_TAGGERS, _FILTERS = _USUAL.taggers(), _USUAL.filters()


class _Parser(QueryParser):  # type: ignore[misc]  # Whoosh has no types
    """Reads one question; what is understood of its *fields* is added to *told*."""

    def __init__(self, fields: Fields | None, told: list[Understood]) -> None:
        super().__init__("text", schema=None, plugins=_PLUGINS, group=_BesideGroup)
        self.fields = fields
        self.told = told

    def taggers(self) -> Whatever:
        """Return what the plugins look for."""
        return _TAGGERS

    def filters(self) -> Whatever:
        """Return what the plugins do then."""
        return _FILTERS


def tree_of(text: str, fields: Fields | None, told: list[Understood]) -> Node | None:
    """Return the tree of a question, ``None`` where the parser cannot make sense of it.

    Without *fields*, ``year:2019`` is two words. What is understood of them is added to *told*.
    """
    try:
        parsed = _Parser(fields, told).parse(text, normalize=False)
        tree = _node(parsed)
    except (IndexError, RecursionError):  # 2.7.4 stumbles over ``NOT (AND`` and deep brackets
        return None
    if depth(tree) > _DEEPEST:
        return None
    tree = without_stop_words(tree, text)
    return _with_every_word(tree) if _joins(parsed) else tree


def _joins(tree: object) -> bool:
    """Tell whether AND was written at the top of a question; brackets do not hide it.

    Words that stand beside its operands belong to them: ``safe city AND loan``.
    """
    match tree:
        case _Beside():
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
            return NOTHING if is_empty(part) else Not(part)
        case _Must():
            part = _node(tree.query)
            return NOTHING if is_empty(part) else Required(without_stop_words(part))
        case _Given():
            return tree.node
        case _:
            return _leaf(tree)


def _leaf(tree: object) -> Node:
    match tree:
        case whoosh_query.Wildcard() | whoosh_query.Prefix():
            star = "*" if isinstance(tree, whoosh_query.Prefix) else ""
            return wildcards.words_of(tree.text + star)
        case whoosh_query.FuzzyTerm():
            return _fuzzy(tree.text, tree.maxdist)
        case whoosh_query.Phrase():
            return wildcards.phrase_of(" ".join(tree.words), tree.slop)
        case whoosh_query.Term():
            return words_of(str(tree.text))
        case _:
            return NOTHING


def _fuzzy(text: str, slips: int) -> Node:
    forms = analysis.forms(text)
    last = [Word(f, slips=min(max(slips, 1), _MOST_SLIPS, len(f) // 2)) for f in forms[-1:]]
    return group(All, [*map(Word, forms[:-1]), *last], MOST_WORDS)
