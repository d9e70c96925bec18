"""Putting the answers of several dossiers into one."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar, get_args

from database.model.schema import Schema
from database.search.answer.facets import ordered
from database.search.request import SearchRequest
from database.search.results import (
    MOST_SUGGESTIONS,
    Facet,
    FacetCount,
    SearchResults,
    Suggestion,
    SuggestionKind,
    Told,
)
from i18n.locales import Locale

if TYPE_CHECKING:
    from database.search.engine import SearchEngine

T = TypeVar("T")

# What one dossier lacks, another one may have.
_LACKS = ("unknown-value", "other-currencies", "missing")
# Such words of several dossiers can stand in one sentence.
_ADDED = ("field", "other-currencies")


def together(
    answers: Sequence[SearchResults], request: SearchRequest, told: tuple[str, ...]
) -> SearchResults:
    """Put the shares of several answers into one, without facets; *told* is as ``understood``."""
    hits = heapq.merge(*(answer.hits for answer in answers), key=lambda hit: hit.place)
    return SearchResults(
        text=request.text,
        hits=tuple(hits),
        total=sum(answer.total for answer in answers),
        facets=(),
        expansions=_distinct(answer.expansions for answer in answers),
        suggestions=_offered(answers),
        understood=told,
        first=request.first,
        spans=lambda text: sorted({span for answer in answers for span in answer.spans(text)}),
    )


def shares(
    engines: "Sequence[SearchEngine]", request: SearchRequest
) -> "Iterator[tuple[SearchEngine, SearchRequest]]":
    """Yield what to ask of each engine, that all together have just the hits of *request*."""
    last = request.first + request.limit
    up_to = replace(request, first=0, limit=last)
    queues = ([(place, turn) for place in e.places(up_to)] for turn, e in enumerate(engines))
    turns = [turn for _place, turn in islice(heapq.merge(*queues, key=itemgetter(0)), last)]
    before, here = Counter(turns[: request.first]), Counter(turns[request.first :])
    for turn, engine in enumerate(engines):
        yield engine, replace(request, first=before[turn], limit=here[turn])


def understood(
    engines: "Sequence[SearchEngine]", answers: Sequence[SearchResults], request: SearchRequest
) -> tuple[str, ...]:
    """Say how a question was understood by the dossiers that have an answer, or by all."""
    if not any(answer.understood for answer in answers):
        return ()
    from database.search.answer import explain  # loaded already by those who understood something

    telling = [e for e, answer in zip(engines, answers, strict=True) if answer.total] or engines
    told = as_one([engine.told(request) for engine in telling])
    return tuple(explain.sentence(part, request.locale) for part in told)


def as_one(several: Sequence[tuple[Told, ...]]) -> tuple[Told, ...]:
    """Put into one how the same question was understood in several dossiers.

    That a value or a currency is not known is told only where no dossier knows it, and those that
    know the most of it are heard on the rest: nothing that is told contradicts another thing.
    """
    every = [told for tolds in several for told in tolds]
    needless = {told for told in every if told.meaning in _LACKS and not _all_lack(told, several)}
    fewest = min(len(needless.intersection(tolds)) for tolds in several)
    heard = [tolds for tolds in several if len(needless.intersection(tolds)) == fewest]
    found: dict[tuple[str, ...], Told] = {}
    for told in (told for tolds in heard for told in tolds if told not in needless):
        adds = told.meaning in _ADDED
        key = (told.part, told.meaning, told.field, *(() if adds else told.words))
        before = found.setdefault(key, told)
        found[key] = before._replace(words=tuple(dict.fromkeys(before.words + told.words)))
    return tuple(found.values())


def _all_lack(told: Told, several: Sequence[tuple[Told, ...]]) -> bool:
    """Tell whether every dossier lacks the same; one reads further into a value than another."""

    def is_same(other: Told) -> bool:
        of_one = other.part.startswith(told.part) or told.part.startswith(other.part)
        return of_one and (other.meaning, other.field) == (told.meaning, told.field)

    return all(any(map(is_same, tolds)) for tolds in several)


def _distinct(several: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(entry for entries in several for entry in entries))


def _offered(answers: Sequence[SearchResults]) -> tuple[Suggestion, ...]:
    """Return what to ask instead, each question once, whatever its capitals.

    Where one dossier has an answer, those without are not heard; and one that has many records
    needs no other question. But what can be asked by fields holds if any has an answer to it.
    Totals are those of one dossier.
    """
    every = chain.from_iterable(answer.suggestions for answer in answers)
    heard = [other for other in every if other.kind == "fields"]
    telling = [_but_in_fields(answer) for answer in answers if answer.total]
    if all(telling):
        heard += chain.from_iterable(telling or map(_but_in_fields, answers))
    found: dict[str, Suggestion] = {}
    for other in heard:
        found.setdefault(other.text.lower(), other)
    kinds = list(get_args(SuggestionKind))
    if any(other.kind == "unquoted" for other in found.values()):
        kinds.remove("spelling")  # some dossier has all the words as they are
    several = (other for kind in kinds for other in found.values() if other.kind == kind)
    return tuple(islice(several, MOST_SUGGESTIONS))


def _but_in_fields(answer: SearchResults) -> list[Suggestion]:
    return [other for other in answer.suggestions if other.kind != "fields"]


def added(
    several: Sequence[tuple[Facet, ...]], schema: Schema, locale: Locale
) -> tuple[Facet, ...]:
    """Add up the counts of equal values, in the order that one dossier has them in."""
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
        Facet(name, labels[name], ordered(counts[name].values(), name, schema, locale))
        for name in schema.facets()
        if name in counts
    )
