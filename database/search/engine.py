"""The search engine over one dossier: a request goes in, results come out."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

from database.catalog import Catalog, connect
from database.model.record import RecordId
from database.model.schema import Schema
from database.model.wording import Wording
from database.search.answer import records
from database.search.answer.answers import Relevance, Sorter
from database.search.answer.compiler import CompiledQuestion, ask
from database.search.answer.documents import Documents
from database.search.answer.facets import Facets
from database.search.answer.found import Found
from database.search.answer.gather import Gatherer
from database.search.answer.hits import HitMaker
from database.search.answer.order import Key
from database.search.answer.ranking import Ranked
from database.search.answer.snippet import Marks
from database.search.answer.sorted_by import sorted_by
from database.search.answer.unit import Unit
from database.search.answer.vocabulary import Vocabulary
from database.search.other_questions import FEW, OtherQuestions
from database.search.request import SearchRequest
from database.search.results import Facet, Hit, SearchResults, Suggestion, Told
from i18n.locales import LOCALES, Locale

# Questions with signs and with figures: to answer them loads what reads and explains those.
_SIGNS = '"Tükör tükör"'
_FIGURES = SearchRequest("1 January 2019 1 EUR", LOCALES[0])
# A word that goes on being typed is marked in texts from so many letters on.
_SHORTEST_MARKED = 3


class Interrupted(Exception):
    """A question was to be given up before it had an answer."""


class SearchEngine:
    """Answers requests about one dossier; any text is a valid question.

    Use it from one thread at a time, except for ``interrupt``. Whatever answers a request, and
    ``prepare``, raises ``Interrupted`` if somebody calls that meanwhile.
    """

    def __init__(self, connection: sqlite3.Connection, schema: Schema) -> None:
        self._db = connection
        self._schema = schema
        self._catalog = Catalog(connection, schema)
        self._vocabulary = Vocabulary(connection, schema)
        self._documents = Documents(connection)
        self._gatherer = Gatherer(connection)
        self._facets = Facets(connection, schema)
        self._other_questions = OtherQuestions(connection, self._vocabulary, self._facets)
        weights = {name: entry.weight for name, entry in schema.types.items()}
        self._sorter = Sorter(connection, self._documents, self._gatherer, weights)
        # The question before: readers narrow it, page through it and see it in another language.
        self._before: tuple[object, Found] | None = None
        self._order: tuple[object, Relevance] | None = None

    @classmethod
    def open(cls, path: Path, schema: Schema) -> "SearchEngine":
        """Open the dossier at *path*; raises what ``database.catalog.connect`` raises."""
        return cls(connect(path), schema)

    def close(self) -> None:
        """Let the file go; nothing can be asked any more."""
        self._db.close()

    @property
    def about(self) -> dict[str, Any]:
        """What the dossier says about itself."""
        return self._catalog.about

    def interrupt(self) -> None:
        """Make what is under way raise ``Interrupted`` at its next chance; any thread may call it.

        Where that comes too late, or between two statements, there is an answer all the same.
        """
        with suppress(sqlite3.ProgrammingError):  # it has been closed: nothing is under way
            self._db.interrupt()

    def search(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits, total and facets."""
        return replace(self.hits(request), facets=self.facets(request))

    def hits(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits and total, leaving the facets to ``facets``."""
        with self._interruptible():
            found = self._find(request)
            narrowed = self._narrowed(found, request)
            return SearchResults(
                text=request.text,
                hits=self._hits(self._page(narrowed, request), narrowed, request),
                total=records.size(narrowed.every),
                facets=(),
                expansions=found.question.expansions,
                suggestions=self._others(found, narrowed, request),
                understood=self._understood(found.question, request.locale),
                first=request.first,
                spans=Marks.of(list(filter(_is_telling, narrowed.question.units))).spans,
            )

    def total(self, request: SearchRequest) -> int:
        """Return how many hits *request* has, much sooner than the hits."""
        with self._interruptible():
            return records.size(self._narrowed(self._find(request), request).every)

    def places(self, request: SearchRequest) -> list[Key]:
        """Return the ``place`` of each hit of *request* in their order, much sooner than those."""
        with self._interruptible():
            found = self._narrowed(self._find(request), request)
            if request.order != "relevance":
                return self._sorter.places_only(found.every, request)
            page = self._page(found, request)
            places = self._sorter.places(page, request)
            return [places[entry.number] for entry in page]

    def ids(self, request: SearchRequest) -> list[RecordId]:
        """Return the ids of the hits of *request* in their order, much sooner than the hits."""
        with self._interruptible():
            found = self._narrowed(self._find(request), request)
            if request.order != "relevance":
                return self._documents.ids(self._sorter.numbers(found.every, request))
            return self._documents.ids([entry.number for entry in self._page(found, request)])

    def told(self, request: SearchRequest) -> tuple[Told, ...]:
        """Return how the parts of a question were understood, each once, not yet in sentences.

        Fields come first, then signs, either in the order of the question.
        """
        with self._interruptible():
            return self._told(self._find(request).question, request.locale)

    def facets(self, request: SearchRequest) -> tuple[Facet, ...]:
        """Count the answer to *request* by facet, in schema order.

        A facet that no record of the answer has, and no filter is of, is left out. See
        ``Facets.count`` for how the filters of a facet itself count.
        """
        with self._interruptible():
            found = self._find(request)
            titles, places = self._catalog.titles, self._catalog.places
            wording = Wording(request.locale, self._schema, titles, places)
            return self._facets.count(found.every, request.filters, request.excluded, wording)

    def prepare(self) -> None:
        """Load what only some questions need; the first of them would wait for it."""
        with self._interruptible():
            self._told(ask(_SIGNS, self._vocabulary), LOCALES[0])
            tuple(self._other_questions.in_fields(_FIGURES, lambda _text: 0))

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            self._before = self._order = None
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise Interrupted from error
            raise

    def _find(self, request: SearchRequest) -> Found:
        key = (request.text, request.unfinished, request.without)
        if self._before is None or self._before[0] != key:
            self._before = (key, self._find_afresh(request))
        return self._before[1]

    def _find_afresh(self, request: SearchRequest) -> Found:
        question = ask(
            request.text,
            self._vocabulary,
            unfinished=request.unfinished,
            without=request.without,
        )
        complete, partial = self._gatherer.complete(question), records.NONE
        several = question.wanted and question.is_plain and len(question.units) > 1
        if several and records.size(complete) < FEW:  # those with most of the words follow
            most = (some for _units, some in self._gatherer.partial(question))
            partial = reduce(or_, most, records.NONE) & ~complete
        return Found(question, complete, partial)

    def _narrowed(self, found: Found, request: SearchRequest) -> Found:
        """Return what is *found* within the filters of a request."""
        narrow, chosen = self._facets.narrow, (request.filters, request.excluded)
        return replace(
            found,
            complete=narrow(found.complete, *chosen),
            partial=narrow(found.partial, *chosen),
        )

    def _page(self, found: Found, request: SearchRequest) -> list[Ranked]:
        if request.order != "relevance":
            return self._sorter.page(found.question, found.every, request)
        key = (request.text, request.unfinished, request.without, request.filters, request.excluded)
        if self._order is None or self._order[0] != key:
            several = self._sorter.relevance(found.question, found.complete, found.partial)
            self._order = (key, several)
        return self._order[1].page(request.first, request.limit)

    def _hits(self, page: list[Ranked], found: Found, request: SearchRequest) -> tuple[Hit, ...]:
        texts = self._documents.texts(entry.number for entry in page)
        places = self._sorter.places(page, request)
        by = sorted_by(self._db, request.order, places, self._schema, request.locale)
        language, home = request.locale.code, str(self.about["id"])
        maker = HitMaker.of(found.question, found.complete, language, home)
        return tuple(
            maker.hit(e, texts[e.number], places[e.number], by.get(e.number, "")) for e in page
        )

    def _others(
        self, found: Found, narrowed: Found, request: SearchRequest
    ) -> tuple[Suggestion, ...]:
        def answering(text: str) -> Found:
            asked = replace(request, text=text, without=frozenset())
            return self._narrowed(self._find_afresh(asked), asked)

        return self._other_questions.beside(found, narrowed, request, answering)

    def _understood(self, question: CompiledQuestion, locale: Locale) -> tuple[str, ...]:
        if not question.understood:
            return ()
        from database.search.answer import explain  # what takes time to import, for few questions

        return tuple(explain.sentence(part, locale) for part in self._told(question, locale))

    def _told(self, question: CompiledQuestion, locale: Locale) -> tuple[Told, ...]:
        from database.search.answer import explain

        fields = self._vocabulary.fields
        return tuple(explain.told(part, fields, locale) for part in question.understood)


def _is_telling(unit: Unit) -> bool:
    """Tell whether a word can be marked in a text: half of it begins with *i*."""
    return not unit.word.prefix or len(unit.word.form) >= _SHORTEST_MARKED
