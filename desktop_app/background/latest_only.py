"""Answering only the newest question, away from the thread of the window."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

log = logging.getLogger(__name__)

Work = Callable[[], object]
Abandon = Callable[[], None]


class LatestOnly(QObject):
    """Answers the newest question put to it and forgets the ones before.

    Signals:
        ready: what the newest ``work`` returned.
        failed: the exception that the newest ``work`` raised.
    """

    ready = Signal(object)
    failed = Signal(object)
    _returned = Signal(int, object)  # emitted by the worker, received on the thread of the window
    _raised = Signal(int, object)

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._newest = 0
        self._abandon: Abandon | None = None  # set by the worker while something is under way
        self._returned.connect(self._on_returned)
        self._raised.connect(self._on_raised)

    def submit(self, work: Work, abandon: Abandon | None = None) -> None:
        """Run *work* on the pool. It must touch no widget; one work runs at a time.

        *abandon* makes this work, once it is under way, give up by raising whatever it likes. It is
        called on the thread of the caller of the next ``submit``; a moment too late must do no
        harm.
        """
        self._newest += 1
        if under_way := self._abandon:
            under_way()
        self._pool.start(partial(self._run, self._newest, work, abandon))

    def _run(self, turn: int, work: Work, abandon: Abandon | None) -> None:
        """Worker thread: do the work unless a newer question has already replaced it."""
        try:
            self._abandon = abandon
            try:
                if turn != self._newest:  # asked after, not before, ``submit`` can reach the work
                    return
                answer = work()
            finally:
                self._abandon = None  # before anybody hears of it and submits something else
            self._returned.emit(turn, answer)
        except Exception as error:
            if turn == self._newest:
                log.info("background work failed", exc_info=True)
            self._raised.emit(turn, error)

    @Slot(int, object)
    def _on_returned(self, turn: int, answer: object) -> None:
        if turn == self._newest:
            self.ready.emit(answer)

    @Slot(int, object)
    def _on_raised(self, turn: int, error: object) -> None:
        if turn == self._newest:
            self.failed.emit(error)


def single_worker(parent: QObject) -> QThreadPool:
    """Return a pool of one thread, so that works follow each other and may share a connection."""
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    pool.setExpiryTimeout(-1)
    return pool
