"""The open dossiers, searched as one; ``database.library`` reads them."""

import heapq
import sys
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from database.dossiers import DOSSIER, EachOpen, Shelved, names, titles
from database.model.record import RecordId
from database.model.schema import Schema
from database.search.merged import added, shares, together, understood
from database.search.request import Filter, SearchRequest
from database.search.results import Facet, FacetCount, Loosening, SearchResults, Suggestion
from i18n import messages

if TYPE_CHECKING:
    from database.search.engine import SearchEngine

# So many ways to loosen the filters are offered: more is no help.
_MOST_LOOSENINGS = 4


class _Searched(NamedTuple):
    """An open dossier and what answers for it."""

    dossier: Shelved
    engine: "SearchEngine"

    def close(self) -> None:
        self.engine.close()


class LibrarySearch:
    """Searches the open dossiers and ranks their hits together.

    Use it from one thread at a time, except for ``interrupt``. Whatever answers a request, and
    ``prepare``, raises ``Interrupted`` if somebody calls that meanwhile, and what ``open`` raises
    if a dossier that has come since cannot be opened.
    """

    def __init__(self, searched: EachOpen[_Searched], schema: Schema) -> None:
        self._open = searched
        self._schema = schema

    @classmethod
    def open(cls, paths: Sequence[Path], schema: Schema) -> "LibrarySearch":
        """Open several dossiers; raises what ``database.catalog.connect`` raises.

        *paths* may change: the next question is asked of those that are there by then.
        """
        from database.search.engine import SearchEngine  # it takes time to import

        def open_one(path: Path) -> _Searched:
            engine = SearchEngine.open(path, schema)
            return _Searched(Shelved.of(path, engine.about), engine)

        return cls(EachOpen(paths, open_one), schema)

    def close(self) -> None:
        """Let the files go; nothing can be asked any more."""
        self._open.close()

    def interrupt(self) -> None:
        """Make what is under way raise ``Interrupted`` at its next chance; any thread may call it.

        Where that comes too late, there is an answer all the same.
        """
        for each in self._open.opened:
            each.engine.interrupt()

    def search(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits, total and facets."""
        return replace(self.hits(request), facets=self.facets(request))

    def hits(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits and total; ``facets`` has the rest."""
        engines, asked = self._asked(request)
        if len(engines) == 1:
            answer = self._naming(engines[0], engines[0].hits(asked))
        else:
            answers = [self._naming(e, e.hits(part)) for e, part in shares(engines, asked)]
            answer = together(answers, request, understood(engines, answers, asked))
            if not answer.total:
                answer = replace(answer, suggestions=self._counted(answer.suggestions, request))
        if answer.total or not (request.filters or request.excluded):
            return answer
        return replace(answer, loosenings=self._loosenings(request))

    def total(self, request: SearchRequest) -> int:
        """Return how many hits *request* has, much sooner than the hits."""
        engines, asked = self._asked(request)
        return sum(engine.total(asked) for engine in engines)

    def prepare(self) -> None:
        """Load what only some questions need, while nobody waits for an answer."""
        for _dossier, engine in self._open():
            engine.prepare()

    def ids(self, request: SearchRequest) -> tuple[RecordId, ...]:
        """Return the id of every hit of *request*, whatever page it asks for, in their order.

        A record that several dossiers have stands where the first of its hits does.
        """
        engines, asked = self._asked(replace(request, first=0, limit=sys.maxsize))
        if len(engines) == 1:
            return tuple(engines[0].ids(asked))
        each = (zip(e.places(asked), e.ids(asked), strict=True) for e in engines)
        merged = heapq.merge(*each, key=itemgetter(0))
        return tuple(dict.fromkeys(record_id for _place, record_id in merged))

    def facets(self, request: SearchRequest) -> tuple[Facet, ...]:
        """Count the answer to *request* by facet, and by dossier first if several are open."""
        engines, asked = self._asked(request)
        counted = added([engine.facets(asked) for engine in engines], self._schema, request.locale)
        every = self._open.opened
        if len(every) == 1:
            return counted
        shelf = [each.dossier for each in every]
        counts = [
            FacetCount(name, title.within(request.locale.code), each.engine.total(asked))
            for each, name, title in zip(every, names(shelf), titles(shelf), strict=True)
        ]
        kept = {value for name, value in request.filters | request.excluded if name == DOSSIER}
        shown = tuple(entry for entry in counts if entry.count or entry.value in kept)
        heading = messages.of(request.locale).pgettext("facet", "Dossier")
        return (Facet(DOSSIER, heading, shown), *counted) if shown else counted

    def _naming(self, engine: "SearchEngine", answer: SearchResults) -> SearchResults:
        """Return an answer with hits that name their dossier, whose id another one may have."""
        opened = self._open.opened
        called = names([each.dossier for each in opened])
        name = next(
            name for name, each in zip(called, opened, strict=True) if each.engine is engine
        )
        if name == engine.about["id"]:
            return answer
        return replace(answer, hits=tuple(replace(hit, dossier=name) for hit in answer.hits))

    def _counted(
        self, several: tuple[Suggestion, ...], request: SearchRequest
    ) -> tuple[Suggestion, ...]:
        """Return suggestions with the records of all dossiers, as their dossiers do not know."""
        asked = replace(request, without=frozenset())
        return tuple(
            replace(other, total=self.total(replace(asked, text=other.text))) for other in several
        )

    def _loosenings(self, request: SearchRequest) -> tuple[Loosening, ...]:
        """Return what to take off a request that nothing answers to because of its filters."""
        found = []
        for facet in self.facets(request):  # it keeps the values of filters that let nothing pass
            labels = {(facet.name, count.value): count.label for count in facet.counts}
            wanted = frozenset(labels) & request.filters
            unwanted = [frozenset({value}) for value in labels if value in request.excluded]
            for off in (wanted, *unwanted):
                looser = replace(
                    request, filters=request.filters - off, excluded=request.excluded - off
                )
                if off and (total := self.total(looser)):
                    named = tuple(label for value, label in labels.items() if value in off)
                    excluded = off is not wanted
                    found.append(Loosening(off, facet.label, named, excluded, total))
        return tuple(sorted(found, key=lambda way: -way.total)[:_MOST_LOOSENINGS])

    def _asked(self, request: SearchRequest) -> "tuple[list[SearchEngine], SearchRequest]":
        """Return the engines of the dossiers that are wanted, and what is to be asked of each."""
        wanted = [value for name, value in request.filters if name == DOSSIER]
        excluded = [value for name, value in request.excluded if name == DOSSIER]
        engines = [
            engine
            for dossier, engine in self._open()
            if (not wanted or any(map(dossier.answers_to, wanted)))
            and not any(map(dossier.answers_to, excluded))
        ]
        return engines, replace(
            request, filters=_others(request.filters), excluded=_others(request.excluded)
        )


def _others(filters: frozenset[Filter]) -> frozenset[Filter]:
    return frozenset(chosen for chosen in filters if chosen[0] != DOSSIER)
