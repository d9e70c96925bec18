"""What the reader is asking, and the answer to it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from database.search.request import Filter, Order, SearchRequest
from database.search.results import Facet, SearchResults
from desktop_app.background.latest_only import LatestOnly
from i18n.locales import Locale

# How many hits an answer begins with and grows by, until the list has told what it has room for.
# It asks for more before its end is in sight; a longer page would hold up every keystroke.
PAGE = 12
# No page is longer: its rows are set in type at once.
_LONGEST_PAGE = 200

# What hits are to the list that is there.
_Part = Literal["answer", "continued", "preceded", "moved"]


class Engine(Protocol):
    """What answers a request; opened and used on the worker thread only, but for ``interrupt``."""

    def hits(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits and total."""
        ...

    def total(self, request: SearchRequest) -> int:
        """Return how many hits *request* has."""
        ...

    def facets(self, request: SearchRequest) -> tuple[Facet, ...]:
        """Count the answer to *request* by facet."""
        ...

    def prepare(self) -> None:
        """Load what only some questions need."""
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
        preceded: the page before those that are here.
        moved: another page of that answer instead of those: the first or the last one.
        counted: the facets of that answer.
        failed: the exception that kept it from being answered.
        settled: nothing is awaited and what came has been painted: there is time for other work.
    """

    changed = Signal(object)
    answered = Signal(object)
    continued = Signal(object)
    preceded = Signal(object)
    moved = Signal(object)
    counted = Signal(object)
    failed = Signal(object)
    settled = Signal()

    def __init__(
        self, open_engine: Callable[[], Engine], latest: LatestOnly, locale: Locale
    ) -> None:
        super().__init__(latest)
        self._open_engine = open_engine
        self._engine: Engine | None = None
        self._latest = latest
        self._page = PAGE
        self._first = self._end = self._total = 0  # which hits of the answer are here, of how many
        self._awaited: _Part | None = None
        self._is_counted = False
        self.request = SearchRequest("", locale, limit=self._page)
        # Zero is when all events have been seen to, painting among them.
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._on_painted)
        latest.ready.connect(self._on_ready)
        latest.failed.connect(self._on_failed)

    @property
    def is_awaited(self) -> bool:
        """Whether hits are still to come."""
        return self._awaited is not None

    @Slot()
    def prepare(self) -> None:
        """Load what only some questions need while nobody waits, unless somebody has asked."""
        if not self.is_awaited:
            self._latest.submit(lambda: self._opened().prepare(), self._abandon)

    @Slot(int)
    def set_page(self, hits: int) -> None:
        """Ask for so many *hits* at once from now on."""
        self._page = hits

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
        self._put(replace(request, locale=self.request.locale, first=0, limit=self._page))

    @Slot(object)
    def set_locale(self, locale: Locale) -> None:
        """Ask the same again in another language, for the same hits that are on screen."""
        if self._awaited == "answer":
            self._put(replace(self.request, locale=locale))
        else:
            limit = max(self._page, self._end - self._first)
            self._put(replace(self.request, locale=locale, first=self._first, limit=limit))

    @Slot()
    def more(self) -> None:
        """Ask for the page after the hits that are here; one page comes at a time."""
        if not self._awaited:
            self._ask_for("continued", self._end, self._end + self._further())

    @Slot()
    def earlier(self) -> None:
        """Ask for the page before the hits that are here, after the list has begun at its end."""
        if not self._awaited and self._first:
            self._ask_for("preceded", max(0, self._first - self._further()), self._first)

    @Slot()
    def go_to_start(self) -> None:
        """Ask for the first page of the answer, whatever of it is here."""
        if self._awaited != "answer":
            self._ask_for("moved", 0, self._page)

    @Slot()
    def go_to_end(self) -> None:
        """Ask for the last page of the answer, without those between."""
        if self._awaited != "answer":
            self._ask_for("moved", max(0, self._total - self._page), self._total)

    def _further(self) -> int:
        """Return by how many hits to go on: as many as are here, so that the far end comes near."""
        return max(self._page, min(self._end - self._first, _LONGEST_PAGE))

    def _change(self, **parts: Any) -> None:
        """Ask anew with other *parts* of the question; the list begins short again."""
        self._put(replace(self.request, first=0, limit=self._page, **parts))

    def _put(self, request: SearchRequest) -> None:
        self.request = request
        self._is_counted = False
        self._submit_hits("answer", request)
        self.changed.emit(request)

    def _ask_for(self, part: _Part, first: int, end: int) -> None:
        """Ask for another part of the same answer."""
        self._submit_hits(part, replace(self.request, first=first, limit=end - first))

    def _submit_hits(self, part: _Part, request: SearchRequest) -> None:
        self._awaited = part
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
    def _on_ready(self, answer: SearchResults | tuple[Facet, ...] | None) -> None:
        """Pass on what has come; there is nothing when all is prepared."""
        if isinstance(answer, SearchResults):
            self._pass_on(answer)
            self._painted.start()
        elif answer is not None:
            self._is_counted = True
            self.counted.emit(answer)

    def _pass_on(self, answer: SearchResults) -> None:
        part, self._awaited = self._awaited, None
        end, self._total = answer.first + len(answer.hits), answer.total
        self._first = self._first if part == "continued" else answer.first
        self._end = self._end if part == "preceded" else end
        match part:
            case "continued":
                self.continued.emit(answer)
            case "preceded":
                self.preceded.emit(answer)
            case "moved":
                self.moved.emit(answer)
            case _:
                self.answered.emit(answer)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._awaited, self._is_counted = None, True  # there is nothing to count
        self.failed.emit(error)
        self._painted.start()

    @Slot()
    def _on_painted(self) -> None:
        """Ask for the facets, which the reader can wait a moment for.

        Any sooner the worker would keep the interpreter from the painting of the hits.
        """
        if self.is_awaited:
            return
        self.settled.emit()
        if not self._is_counted:
            self._submit_facets()
