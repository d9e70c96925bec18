"""Renewing a dossier away from the thread of the window."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from database.model.schema import Schema
from desktop_app.background.latest_only import LatestOnly


class Stopped(Exception):
    """The reader no longer wants it."""


class RenewalController(QObject):
    """Renews one dossier at a time.

    Signals:
        progressed: how much is done, in per mille.
        finished: the file has been replaced by the renewed one.
        stopped: the reader has given it up; the file is as it was.
        failed: the exception that kept it from being renewed; the file is as it was.
    """

    progressed = Signal(int)
    finished = Signal()
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, schema: Schema, latest: LatestOnly) -> None:
        super().__init__(latest)
        self._schema = schema
        self._latest = latest
        self._unwanted = Event()
        latest.ready.connect(lambda _built: self.finished.emit())
        latest.failed.connect(self._on_failed)

    def begin(self, path: Path) -> None:
        """Renew the dossier at *path*."""
        self._unwanted.clear()
        self._latest.submit(lambda: self._renew(path))

    @Slot()
    def stop(self) -> None:
        """Give up what is under way; that may take a moment."""
        self._unwanted.set()

    def _renew(self, path: Path) -> object:
        """Worker thread: the compiler, which few readers need, is loaded here."""
        from database.renewal import renew

        return renew(path, self._schema, report=self._on_progress)

    def _on_progress(self, done: int, total: int) -> None:
        """Worker thread."""
        if self._unwanted.is_set():
            raise Stopped
        self.progressed.emit(1000 * done // max(total, 1))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, Stopped):
            self.stopped.emit()
        else:
            self.failed.emit(error)
