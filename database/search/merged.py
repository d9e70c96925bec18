"""Putting the answers of several dossiers into one."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from database.search.request import SearchRequest
from database.search.results import Facet, FacetCount, SearchResults, Suggestion

T = TypeVar("T")


def together(answers: Sequence[SearchResults], request: SearchRequest) -> SearchResults:
    """Put the shares of several answers into one; none of them has facets."""
    hits = heapq.merge(*(answer.hits for answer in answers), key=lambda hit: hit.place)
    none_found = not any(answer.total for answer in answers)
    # What a dossier without an answer does not know, such as a currency, another one may know.
    telling = [answer for answer in answers if answer.total] or answers
    return SearchResults(
        text=request.text,
        hits=tuple(hits),
        total=sum(answer.total for answer in answers),
        facets=(),
        expansions=_distinct(answer.expansions for answer in answers),
        suggestions=_offered(answer.suggestions for answer in answers) if none_found else (),
        understood=_distinct(answer.understood for answer in telling),
        first=request.first,
    )


def _distinct(several: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(entry for entries in several for entry in entries))


def _offered(several: Iterable[tuple[Suggestion, ...]]) -> tuple[Suggestion, ...]:
    """Return each suggestion once, with the records of one of the dossiers that offer it."""
    found: dict[str, Suggestion] = {}
    for other in (suggestion for suggestions in several for suggestion in suggestions):
        found.setdefault(other.text, other)
    return tuple(found.values())


def added(several: Sequence[tuple[Facet, ...]]) -> tuple[Facet, ...]:
    """Add up the counts of equal values; a facet keeps the order of its largest counts."""
    if len(several) == 1:
        return several[0]
    labels: dict[str, str] = {}
    counts: dict[str, dict[str, FacetCount]] = defaultdict(dict)
    for facet in (facet for facets in several for facet in facets):
        labels[facet.name] = facet.label
        known = counts[facet.name]
        for entry in facet.counts:
            before = known.get(entry.value, FacetCount(entry.value, entry.label, 0))
            # A dossier that has the value knows what it is called, such as a place.
            label = entry.label if entry.count and not before.count else before.label
            known[entry.value] = FacetCount(entry.value, label, entry.count + before.count)
    return tuple(
        Facet(name, labels[name], tuple(sorted(found.values(), key=_order(name))))
        for name, found in counts.items()
    )


def _order(name: str) -> Callable[[FacetCount], tuple[Any, ...]]:
    """Return the order of the values of a facet; types keep the one they come in."""
    match name:
        case "type":
            return lambda _entry: ()
        case "year":
            return lambda entry: (entry.value,)
    return lambda entry: (-entry.count, entry.label)
