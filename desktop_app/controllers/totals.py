"""How many records answer to questions that nobody has asked yet."""

from collections import deque
from collections.abc import Callable, Iterable
from functools import cache, partial

from PySide6.QtCore import QObject, Signal, Slot

from database.search.request import SearchRequest
from desktop_app.background.latest_only import LatestOnly
from desktop_app.controllers.search import Engine


class Totals(QObject):
    """Counts the answers to several questions one by one, so that others get their turn between.

    Signals:
        counted: a ``SearchRequest`` and how many records answer to it.
        failed: the exception that kept one from being counted; it is passed over.
    """

    counted = Signal(object, int)
    failed = Signal(object)

    def __init__(self, open_engine: Callable[[], Engine], latest: LatestOnly) -> None:
        super().__init__(latest)
        self._engine = cache(open_engine)  # on the worker thread, when it is first needed
        self._latest = latest
        self._waiting: deque[SearchRequest] = deque()
        latest.ready.connect(self._on_ready)
        latest.failed.connect(self.failed)
        latest.failed.connect(self._next)

    @Slot(object)
    def ask(self, requests: Iterable[SearchRequest]) -> None:
        """Count the answers to *requests*, instead of those that are still waiting."""
        self._waiting = deque(requests)
        self._next()

    @Slot()
    def _next(self) -> None:
        if self._waiting:
            self._latest.submit(partial(self._count, self._waiting.popleft()))

    def _count(self, request: SearchRequest) -> tuple[SearchRequest, int]:
        """Worker thread: ask as the field would ask."""
        return request, self._engine().total(request)

    @Slot(object)
    def _on_ready(self, answer: tuple[SearchRequest, int]) -> None:
        self.counted.emit(*answer)
        self._next()
