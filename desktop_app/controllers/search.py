"""What the reader is asking, and the answer to it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from database.search.request import Filter, Order, SearchRequest
from database.search.results import Facet, SearchResults
from desktop_app.background.latest_only import LatestOnly
from i18n.locales import Locale

# How many hits a list begins with and grows by. A screen shows about ten, and the list asks for
# more before its end is in sight; a longer first page would hold up every keystroke.
PAGE = 15


class Engine(Protocol):
    """What answers a request; opened and used on the worker thread only, but for ``interrupt``."""

    def hits(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits and total."""
        ...

    def facets(self, request: SearchRequest) -> tuple[Facet, ...]:
        """Count the answer to *request* by facet."""
        ...

    def interrupt(self) -> None:
        """Make an answer that is under way give up; any thread may call this."""
        ...


class SearchController(QObject):
    """Keeps the question as it stands and asks again whenever any part of it changes.

    Signals:
        changed: the question as it now stands, a ``SearchRequest``; its answer is still to come.
        answered: the results of the newest question, still without facets.
        continued: the next page of that answer; ``first`` tells where it goes on.
        counted: the facets of that answer.
        failed: the exception that kept it from being answered.
    """

    changed = Signal(object)
    answered = Signal(object)
    continued = Signal(object)
    counted = Signal(object)
    failed = Signal(object)

    def __init__(
        self, open_engine: Callable[[], Engine], latest: LatestOnly, locale: Locale
    ) -> None:
        super().__init__(latest)
        self._open_engine = open_engine
        self._engine: Engine | None = None
        self._latest = latest
        self._shown = 0  # hits of the answer so far
        self._awaits_hits = False
        self._is_counted = False
        self.request = SearchRequest("", locale, limit=PAGE)
        latest.ready.connect(self._on_ready)
        latest.failed.connect(self.failed)

    @Slot(str)
    def ask(self, text: str) -> None:
        """Ask for *text*, keeping the filters and the order; every expansion is searched again."""
        self._change(text=text, without=frozenset())

    @Slot(object, object)
    def narrow(self, wanted: frozenset[Filter], excluded: frozenset[Filter]) -> None:
        """Keep the text and narrow the answer to the *wanted* values, without those *excluded*."""
        self._change(filters=wanted, excluded=excluded)

    @Slot()
    def widen(self) -> None:
        """Take all filters off."""
        self.narrow(frozenset(), frozenset())

    @Slot()
    def browse(self) -> None:
        """Ask for every record, in the order that the reader likes."""
        self._change(text="", filters=frozenset(), excluded=frozenset(), without=frozenset())

    @Slot(object)
    def leave_out(self, expansions: frozenset[str]) -> None:
        """Search the same without some *expansions*, named as they were ``searched``."""
        self._change(without=expansions)

    @Slot(str)
    def sort(self, order: Order) -> None:
        """Ask for the same in another order."""
        self._change(order=order)

    @Slot(object)
    def restore(self, request: SearchRequest) -> None:
        """Ask a whole question again, such as a saved one, in the language of the window."""
        self._put(replace(request, locale=self.request.locale, first=0, limit=PAGE))

    @Slot(object)
    def set_locale(self, locale: Locale) -> None:
        """Ask the same again in another language, for as many hits as there are on screen."""
        limit = self.request.limit if self._awaits_hits else max(PAGE, self._shown)
        self._put(replace(self.request, locale=locale, limit=limit))

    @Slot()
    def more(self) -> None:
        """Ask for the next page of the answer that is here; one page comes at a time."""
        if not self._awaits_hits:
            self._submit_hits(replace(self.request, first=self._shown, limit=PAGE))

    def _change(self, **parts: Any) -> None:
        """Ask anew with other *parts* of the question; the list begins short again."""
        self._put(replace(self.request, limit=PAGE, **parts))

    def _put(self, request: SearchRequest) -> None:
        self.request = request
        self._is_counted = False
        self._submit_hits(request)
        self.changed.emit(request)

    def _submit_hits(self, request: SearchRequest) -> None:
        self._awaits_hits = True
        self._latest.submit(lambda: self._opened().hits(request), self._abandon)

    def _submit_facets(self) -> None:
        request = self.request
        self._latest.submit(lambda: self._opened().facets(request), self._abandon)

    def _opened(self) -> Engine:
        """Worker thread: opening the engine here keeps its imports off the window's start."""
        if self._engine is None:
            self._engine = self._open_engine()
        return self._engine

    def _abandon(self) -> None:
        """Stop what is under way; an engine that is only being opened is left to it."""
        if self._engine is not None:
            self._engine.interrupt()

    @Slot(object)
    def _on_ready(self, answer: SearchResults | tuple[Facet, ...]) -> None:
        """Pass hits on and ask for the facets, which the reader can wait a moment for."""
        if not isinstance(answer, SearchResults):
            self._is_counted = True
            self.counted.emit(answer)
            return
        self._awaits_hits = False
        self._shown = answer.first + len(answer.hits)
        if not self._is_counted:  # a page that was asked for meanwhile took the turn of the facets
            self._submit_facets()
        (self.continued if answer.first else self.answered).emit(answer)
