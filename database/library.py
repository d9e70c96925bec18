"""The open dossiers, read and searched as one.

The first dossier is the one that comes with the program; a record that stands in several is read
from the first that has it, or from the one that the reader has chosen it in.
"""

import heapq
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from database.catalog import Catalog, Mention, once
from database.dossiers import DOSSIER, EachOpen, Shelved, names, titles
from database.model.errors import UnknownRecord
from database.model.record import Place, Record, RecordId, Term
from database.model.schema import Schema
from database.model.text import Text
from database.model.wording import Wording
from database.search.merged import added, shares, together, understood
from database.search.request import Filter, SearchRequest
from database.search.results import Facet, FacetCount, Loosening, SearchResults, Suggestion
from i18n import messages
from i18n.locales import Locale

if TYPE_CHECKING:
    from database.search.engine import SearchEngine
    from database.search.form.builder import QueryBuilder
    from database.search.offer.suggest import Suggester


# So many ways to loosen the filters are offered: more is no help.
_MOST_LOOSENINGS = 4


class Library:
    """Every question asked of the open dossiers, except full-text search."""

    def __init__(self, catalogs: Sequence[Catalog], schema: Schema) -> None:
        self._catalogs = tuple(catalogs)
        self.schema = schema
        self._first: Catalog | None = None

    @classmethod
    def open(cls, paths: Iterable[Path], schema: Schema) -> "Library":
        """Open several dossiers; raises what ``database.catalog.connect`` raises."""
        return cls([Catalog.open(path, schema) for path in paths], schema)

    def open_beside(self, path: Path) -> None:
        """Open one more dossier; raises what ``database.catalog.connect`` raises."""
        self._hold((*self._catalogs, Catalog.open(path, self.schema)))

    def reopen(self, place: int, path: Path) -> None:
        """Open the file that took the place of a dossier; raises as ``open_beside`` does."""
        opened = Catalog.open(path, self.schema)
        self._hold((*self._catalogs[:place], opened, *self._catalogs[place + 1 :]))

    def close(self, place: int) -> None:
        """Close the dossier at a *place* in the order in which they were opened."""
        self._hold((*self._catalogs[:place], *self._catalogs[place + 1 :]))

    def _hold(self, catalogs: tuple[Catalog, ...]) -> None:
        self._catalogs = catalogs
        for gathered in ("shelf", "dossiers", "titles", "places", "terms"):
            self.__dict__.pop(gathered, None)

    @property
    def about(self) -> dict[str, Any]:
        """What the first dossier says about itself."""
        return self._catalogs[0].about

    @property
    def editions(self) -> tuple[dict[str, Any], ...]:
        """What every dossier says about itself, in the order in which they were opened."""
        return tuple(catalog.about for catalog in self._catalogs)

    @cached_property
    def shelf(self) -> tuple[Shelved, ...]:
        """Every dossier, in the order in which they were opened."""
        return tuple(Shelved.of(catalog.path, catalog.about) for catalog in self._catalogs)

    @cached_property
    def dossiers(self) -> dict[str, Text]:
        """What readers see every dossier called, by its name, in the same order."""
        return dict(zip(names(self.shelf), titles(self.shelf), strict=True))

    @cached_property
    def titles(self) -> dict[RecordId, Text]:
        """The title of every record, by dossier, then in order of type and name."""
        merged: dict[RecordId, Text] = {}
        for catalog in self._catalogs:
            for record_id, title in catalog.titles.items():
                merged.setdefault(record_id, title)
        return merged

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every place, by key."""
        return {k: v for c in reversed(self._catalogs) for k, v in c.places.items()}

    @cached_property
    def terms(self) -> dict[str, Term]:
        """The thesaurus of all dossiers, by id."""
        return {k: v for c in reversed(self._catalogs) for k, v in c.terms.items()}

    def wording(self, locale: Locale) -> Wording:
        """Return what puts values into words of a language; it knows the dossiers open by now."""
        return Wording(locale, self.schema, self.titles, self.places, self.dossiers)

    def record(self, record_id: RecordId) -> Record:
        """Return one record; raises ``UnknownRecord`` where no dossier has it."""
        return self._home(record_id).record(record_id)

    def records(self, ids: Iterable[RecordId]) -> tuple[Record, ...]:
        """Return several records, in the order asked for."""
        return tuple(self.record(record_id) for record_id in ids)

    def mentions(self, record_id: RecordId) -> tuple[Mention, ...]:
        """Return the relations that point to a record, in every dossier that has it."""
        homes = (c for c in self._catalogs if record_id in c.titles)
        return once(mention for home in homes for mention in home.mentions(record_id))

    def citing(self, source_id: RecordId) -> tuple[RecordId, ...]:
        """Return the records that cite a source, in every dossier that has it."""
        homes = (c for c in self._catalogs if source_id in c.titles)
        return tuple(dict.fromkeys(each for home in homes for each in home.citing(source_id)))

    def read_first(self, name: str) -> None:
        """Read what several dossiers have from the one of this name, until another is named."""
        named = dict(zip(self.dossiers, self._catalogs, strict=True))
        self._first = named.get(name, self._first)

    def dossier_of(self, record_id: RecordId) -> str:
        """Return the name of the dossier that a record is read from."""
        return [*self.dossiers][self._catalogs.index(self._home(record_id))]

    def _home(self, record_id: RecordId) -> Catalog:
        homes = [catalog for catalog in self._catalogs if record_id in catalog.titles]
        if not homes:
            raise UnknownRecord(record_id)
        return next((home for home in homes if home is self._first), homes[0])


class _Searched(NamedTuple):
    """An open dossier and what answers for it."""

    dossier: Shelved
    engine: "SearchEngine"


class LibrarySearch:
    """Searches the open dossiers and ranks their hits together; one thread at a time."""

    def __init__(self, searched: EachOpen[_Searched]) -> None:
        self._open = searched

    @classmethod
    def open(cls, paths: Sequence[Path], schema: Schema) -> "LibrarySearch":
        """Open several dossiers; raises what ``database.catalog.connect`` raises.

        *paths* may change: the next question is asked of those that are there by then.
        """
        from database.search.engine import SearchEngine  # Whoosh, which not every user needs

        def open_one(path: Path) -> _Searched:
            engine = SearchEngine.open(path, schema)
            return _Searched(Shelved.of(path, engine.about), engine)

        return cls(EachOpen(paths, open_one))

    def interrupt(self) -> None:
        """Make a search that is under way raise ``Interrupted``; any thread may call this."""
        for each in self._open.opened:
            each.engine.interrupt()

    def search(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits, total and facets.

        Raises:
            Interrupted: somebody called ``interrupt``.
        """
        return replace(self.hits(request), facets=self.facets(request))

    def hits(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits and total; ``facets`` has the rest."""
        engines, asked = self._asked(request)
        if len(engines) == 1:
            answer = self._naming(engines[0], engines[0].hits(asked))
        else:
            answers = [self._naming(e, e.hits(part)) for e, part in shares(engines, asked)]
            answer = together(answers, request, understood(engines, answers, asked))
            answer = replace(answer, suggestions=self._counted(answer.suggestions, request))
        if answer.total or not (request.filters or request.excluded):
            return answer
        return replace(answer, loosenings=self._loosenings(request))

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
        counted = added([engine.facets(asked) for engine in engines])
        every = self._open.opened
        if len(every) == 1:
            return counted
        totals, shelf = replace(asked, first=0, limit=0), [each.dossier for each in every]
        counts = [
            FacetCount(name, title.within(request.locale.code), each.engine.hits(totals).total)
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
            replace(other, total=self._total(replace(asked, text=other.text))) for other in several
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
                if off and (total := self._total(looser)):
                    named = tuple(label for value, label in labels.items() if value in off)
                    excluded = off is not wanted
                    found.append(Loosening(off, facet.label, named, excluded, total))
        return tuple(sorted(found, key=lambda way: -way.total)[:_MOST_LOOSENINGS])

    def _total(self, request: SearchRequest) -> int:
        engines, asked = self._asked(request)
        return sum(engine.hits(replace(asked, first=0, limit=0)).total for engine in engines)

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


def open_builder(paths: Sequence[Path], schema: Schema) -> "QueryBuilder":
    """Open several dossiers for the form; raises what ``database.catalog.connect`` raises."""
    from database.search.form.builder import QueryBuilder  # Whoosh, which not every user needs

    return QueryBuilder.open(paths, schema)


def open_suggester(paths: Sequence[Path], schema: Schema) -> "Suggester":
    """Open several dossiers for suggestions; raises what ``database.catalog.connect`` raises."""
    from database.search.offer.suggest import Suggester  # Whoosh, which not every user needs

    return Suggester.open(paths, schema)


def _others(filters: frozenset[Filter]) -> frozenset[Filter]:
    return frozenset(chosen for chosen in filters if chosen[0] != DOSSIER)
