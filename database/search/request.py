"""One question put to the search engine."""

from dataclasses import dataclass
from typing import Literal

from i18n.locales import Locale

Filter = tuple[str, str]
Order = Literal[
    "relevance", "newest", "oldest", "title", "title-reversed", "amount", "amount-ascending"
]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One question, complete in itself so that it can cross a thread.

    ``filters`` are chosen facet values, ``(facet, value)``: within one facet any of them will do,
    across facets all must hold; what has one of the ``excluded`` values is left out. An empty
    ``text`` asks for every record. ``limit`` hits are wanted, from number ``first`` (counted from
    0) on. ``unfinished`` tells that the last word may still be growing under the reader's fingers.
    ``without`` lists expansions (as they were ``searched``) that are not to be searched besides.

    ``order``: records without a date, or without an amount, come last; amounts are compared within
    one currency only, one currency after the other.
    """

    text: str
    locale: Locale
    filters: frozenset[Filter] = frozenset()
    limit: int = 50
    unfinished: bool = True
    excluded: frozenset[Filter] = frozenset()
    without: frozenset[str] = frozenset()
    order: Order = "relevance"
    first: int = 0
