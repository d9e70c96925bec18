"""How many records answer to questions that nobody has asked yet."""

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from database.search.request import SearchRequest
from desktop_app.background.latest_only import LatestOnly
from desktop_app.controllers.search import Engine
from i18n.locales import Locale


class Totals(QObject):
    """Counts the answers to several questions one by one, so that others get their turn between.

    Signals:
        counted: a question and how many records answer to it, without any filter.
    """

    counted = Signal(str, int)

    def __init__(
        self, open_engine: Callable[[], Engine], latest: LatestOnly, locale: Locale
    ) -> None:
        super().__init__(latest)
        self._open_engine = open_engine
        self._engine: Engine | None = None
        self._latest = latest
        self._locale = locale
        self._waiting: deque[str] = deque()
        latest.ready.connect(self._on_ready)

    @Slot(object)
    def ask(self, texts: Iterable[str]) -> None:
        """Count the answers to *texts*, instead of those that are still waiting."""
        self._waiting = deque(texts)
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self._latest.submit(partial(self._count, self._waiting.popleft()))

    def _count(self, text: str) -> tuple[str, int]:
        """Worker thread: ask as the field would ask."""
        if self._engine is None:
            self._engine = self._open_engine()
        return text, self._engine.hits(SearchRequest(text, self._locale, limit=1)).total

    @Slot(object)
    def _on_ready(self, answer: tuple[str, int]) -> None:
        self.counted.emit(*answer)
        self._next()
