"""What the reader is asking, and the answer to it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from database.search.request import Filter, SearchRequest
from database.search.results import Facet, SearchResults
from desktop_app.background.latest_only import LatestOnly
from i18n.locales import Locale

# How many hits a list begins with and grows by; a screen shows about ten.
PAGE = 30


class Engine(Protocol):
    """What answers a request; opened and used on the worker thread only."""

    def hits(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits and total."""
        ...

    def facets(self, request: SearchRequest) -> tuple[Facet, ...]:
        """Count the answer to *request* by facet."""
        ...


class SearchController(QObject):
    """Keeps the question as it stands and asks again whenever any part of it changes.

    Signals:
        answered: the results of the newest question, still without facets.
        counted: the facets of that answer.
        failed: the exception that kept it from being answered.
    """

    answered = Signal(object)
    counted = Signal(object)
    failed = Signal(object)

    def __init__(
        self, open_engine: Callable[[], Engine], latest: LatestOnly, locale: Locale
    ) -> None:
        super().__init__(latest)
        self._open_engine = open_engine
        self._engine: Engine | None = None
        self._latest = latest
        self.request = SearchRequest("", locale, limit=PAGE)
        latest.ready.connect(self._on_ready)
        latest.failed.connect(self.failed)

    @Slot(str)
    def ask(self, text: str) -> None:
        """Ask for *text*, keeping the filters; the list begins short again."""
        self._put(replace(self.request, text=text, limit=PAGE))

    @Slot(object)
    def narrow(self, filters: frozenset[Filter]) -> None:
        """Keep the text and narrow the answer to *filters*."""
        self._put(replace(self.request, filters=filters, limit=PAGE))

    @Slot()
    def widen(self) -> None:
        """Take all filters off."""
        self.narrow(frozenset())

    @Slot()
    def more(self) -> None:
        """Ask for a longer list of the same."""
        self._put(replace(self.request, limit=self.request.limit + PAGE))

    @Slot(object)
    def set_locale(self, locale: Locale) -> None:
        """Ask the same again in another language."""
        self._put(replace(self.request, locale=locale))

    def _put(self, request: SearchRequest) -> None:
        self.request = request
        self._latest.submit(lambda: self._opened().hits(request))

    def _opened(self) -> Engine:
        """Worker thread: opening the engine here keeps its imports off the window's start."""
        if self._engine is None:
            self._engine = self._open_engine()
        return self._engine

    @Slot(object)
    def _on_ready(self, answer: SearchResults | tuple[Facet, ...]) -> None:
        """Pass hits on and ask for the facets, which the reader can wait a moment for."""
        if isinstance(answer, SearchResults):
            request = self.request
            self._latest.submit(lambda: self._opened().facets(request))
            self.answered.emit(answer)
        else:
            self.counted.emit(answer)
