"""Exporting away from the thread of the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from database.exchange.writing.account import Account
from database.exchange.writing.export import export_file
from database.exchange.writing.formats import Format
from database.exchange.writing.selection import Selection
from desktop_app.background.latest_only import LatestOnly


class Stopped(Exception):
    """The reader no longer wants what is being written."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, in which format and where; ``select`` is called on the worker.

    Files to be ``kept`` are those that are being read.
    """

    select: Callable[[], Selection]
    into: Format
    path: Path
    kept: Sequence[Path]


class ExportController(QObject):
    """Writes one file at a time.

    Signals:
        progressed: how much is written, in per cent.
        finished: the ``Order`` that was carried out, and the ``Account`` of it.
        stopped: the reader has given it up; the file is as it was.
        failed: the exception for which no file was written.
    """

    progressed = Signal(int)

    finished = Signal(object, object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, latest: LatestOnly) -> None:
        super().__init__(latest)
        self._latest = latest
        self._unwanted = Event()
        self._told = 0
        latest.ready.connect(lambda done: self.finished.emit(*done))
        latest.failed.connect(self._on_failed)

    def begin(self, order: Order) -> None:
        """Write a file, in the place of one that is there; the reader has been asked about it."""
        self._unwanted.clear()
        self._told = 0
        self._latest.submit(lambda: (order, self._carry_out(order)))

    @Slot()
    def stop(self) -> None:
        """Give up what is being written; the file is as it was. Any thread may call this."""
        self._unwanted.set()

    def _carry_out(self, order: Order) -> Account:
        """Worker thread: read and write on connections of its own."""
        return export_file(
            order.select(), order.into, order.path, replace=True, kept=order.kept,
            progress=self._on_progress,
        )  # fmt: skip

    def _on_progress(self, done: int, total: int) -> None:
        """Worker thread."""
        if self._unwanted.is_set():
            raise Stopped
        if (share := 100 * done // max(total, 1)) != self._told:
            self._told = share
            self.progressed.emit(share)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, Stopped):
            self.stopped.emit()
        else:
            self.failed.emit(error)
