"""Importing away from the thread of the window."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from database.catalog import Catalog
from database.exchange.reading.intake import Step, TakenIn, Wanted, take_in
from database.model.schema import Schema
from desktop_app.background.latest_only import LatestOnly


class Stopped(Exception):
    """The reader no longer wants what is being imported."""


class ImportController(QObject):
    """Makes one dossier at a time.

    Signals:
        progressed: the step that is being done, and how much of it is done, in per mille.
        finished: what became of the file, a ``TakenIn``.
        stopped: the reader has given it up; nothing is left of it.
        failed: the exception that kept it from being taken in; nothing is left of it.
    """

    progressed = Signal(str, int)
    finished = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, curated: Path, schema: Schema, latest: LatestOnly) -> None:
        """Take places and terms from the *curated* dossier."""
        super().__init__(latest)
        self._curated = curated
        self._schema = schema
        self._latest = latest
        self._unwanted = Event()
        latest.ready.connect(self.finished)
        latest.failed.connect(self._on_failed)

    def begin(self, wanted: Wanted) -> None:
        """Make a dossier of a file."""
        self._unwanted.clear()
        self._latest.submit(lambda: self._take_in(wanted))

    @Slot()
    def stop(self) -> None:
        """Give up what is under way; that may take a moment."""
        self._unwanted.set()

    def _take_in(self, wanted: Wanted) -> TakenIn:
        """Worker thread: read and write on connections of its own."""
        curated = Catalog.open(self._curated, self._schema)
        return take_in(wanted, self._schema, curated, self._on_progress)

    def _on_progress(self, step: Step, done: int, total: int) -> None:
        """Worker thread."""
        if self._unwanted.is_set():
            raise Stopped
        self.progressed.emit(step, 1000 * done // max(total, 1))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, Stopped):
            self.stopped.emit()
        else:
            self.failed.emit(error)
