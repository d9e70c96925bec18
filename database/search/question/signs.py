"""Plugins for Whoosh's parser: fields, the signs + and −, and wildcards as we have them.

Whoosh has no annotations, so what is made of its classes is untyped here.
"""

import re
from collections.abc import Callable
from typing import Any

from whoosh import query as whoosh_query
from whoosh.qparser import plugins, syntax
from whoosh.qparser.taggers import Tagger

from database.search.question import tree

# What typists and word processors write for the signs of the query language, letter for letter.
TYPED = str.maketrans("„“”‟«»＂−＋：（）", '"""""""-+:()')
# The words that join others, in both languages of the interface.
AND, OR, NOT = "AND|ÉS", "OR|VAGY", "NOT|NEM"


class Given(whoosh_query.Query):  # type: ignore[misc]  # Whoosh has no types
    """A part of a question that is read already."""

    def __init__(self, node: tree.Node) -> None:
        self.node = node


class Must(whoosh_query.Query):  # type: ignore[misc]  # Whoosh has no types
    """A part of a question with a plus before it."""

    def __init__(self, query: object) -> None:
        self.query = query


class Beside(whoosh_query.And):  # type: ignore[misc]  # Whoosh has no types
    """Parts of a question that stand beside each other, with no AND written between them."""


class BesideGroup(syntax.GroupNode):  # type: ignore[misc]  # Whoosh has no types
    """What the parser makes of such parts; an AND beside it does not become one with it."""

    qclass = Beside


class _GivenNode(syntax.SyntaxNode):  # type: ignore[misc]  # Whoosh has no types
    def __init__(self, node: tree.Node) -> None:
        self.node = node

    def query(self, _parser: object) -> Given:
        return Given(self.node)


class _MustGroup(syntax.Wrapper):  # type: ignore[misc]  # Whoosh has no types
    qclass = Must


# Reads a field that begins at a place of the text: what it asks for, and where it ends.
Take = Callable[[str, int], tuple[tree.Node, int] | None]


class FieldPlugin(plugins.Plugin):  # type: ignore[misc]  # Whoosh has no types
    """Finds fields with their values, before anything else is found in them."""

    def __init__(self, take: Take) -> None:
        self._take = take

    def taggers(self, _parser: object) -> list[tuple[Tagger, int]]:
        """Return the one tagger, to be tried first."""
        return [(_FieldTagger(self._take), -10)]

    def filters(self, _parser: object) -> list[object]:
        """Return no filters."""
        return []


class _FieldTagger(Tagger):  # type: ignore[misc]  # Whoosh has no types
    def __init__(self, take: Take) -> None:
        self._take = take

    def match(self, _parser: object, text: str, at: int) -> _GivenNode | None:
        if not _begins_word(text, at):
            return None
        taken = self._take(text, at)
        if taken is None:
            return None
        node, end = taken
        return _GivenNode(node).set_range(at, end)  # type: ignore[no-any-return]  # Whoosh's


def _begins_word(text: str, at: int) -> bool:
    before = at - 1 if at and text[at - 1] in "+-" else at
    return text[at].isalpha() and (before == 0 or text[before - 1] in " \t\n(")


class SignPlugin(plugins.PlusMinusPlugin):  # type: ignore[misc]  # Whoosh has no types
    """Reads + and - at the beginning of a word, in brackets too.

    Elsewhere a hyphen joins: smart-city, 5G-hálózat. The order of the words is kept, which
    Whoosh's own plugin does not do.
    """

    def __init__(self) -> None:
        super().__init__(plusexpr=r"(?<![^\s(])\+(?=[\w\"(])", minusexpr=r"(?<![^\s(])-(?=[\w\"(])")

    def do_plusminus(self, parser: object, group: Any) -> Any:
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

    def _signed(self, sign: type | None, node: Any) -> Any:
        if sign is None:
            return node
        return _MustGroup([node]) if sign is self.Plus else syntax.NotGroup([node])


class WildcardPlugin(plugins.WildcardPlugin):  # type: ignore[misc]  # Whoosh has no types
    """Reads * anywhere, and ? before a letter only: at the end of a word it asks."""

    expr = re.compile(r"(?P<text>\*|\?(?=[\w*?]))")


class PlainWordPlugin(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh has no types
    """Takes a word with no sign about it as a whole, where every sign is looked for at each letter.

    To read plain words takes half the time so.
    """

    expr = re.compile(rf"(?<!\S)(?!(?:{AND}|{OR}|{NOT})(?!\S))(?P<text>[^\W_]+)(?!\S)")
    nodetype = syntax.WordNode
    priority = -5
