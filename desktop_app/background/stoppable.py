"""Work that takes a while, away from the thread of the window: it can be followed, and stopped."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop_app.background.latest_only import LatestOnly, single_worker

# Told which step is being done, how much of it is done, and how much there is.
Tell = Callable[[str, int, int], None]


class Stopped(Exception):
    """The reader no longer wants what is being done."""


class StoppableWork(QObject):
    """Does one thing at a time on a thread of its own, and stops as the program ends.

    Signals:
        progressed: the step that is being done, and how much of it is done, in per mille.
        finished: what the work returned.
        stopped: the reader has given it up, and it has left nothing behind.
        failed: the exception that it raised.
    """

    progressed = Signal(str, int)
    finished = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = LatestOnly(single_worker(self), self)
        self._unwanted = Event()
        self._told = ("", 0)
        self._latest.ready.connect(self.finished)
        self._latest.failed.connect(self._on_failed)
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.stop)

    def begin(self, work: Callable[[Tell], object]) -> None:
        """Run *work* on the worker, with what it is to tell its progress to now and then.

        That raises ``Stopped``, which ends the work, once nobody wants it any more: at the latest
        when another one begins.
        """
        self.stop()
        self._unwanted = Event()  # of its own, since the work before may not have seen its end yet
        self._told = ("", 0)
        tell = partial(self._tell, self._unwanted)
        self._latest.submit(lambda: work(tell))

    @Slot()
    def stop(self) -> None:
        """Give up what is under way, which may take a moment. Any thread may call this."""
        self._unwanted.set()

    def _tell(self, unwanted: Event, step: str, done: int, total: int) -> None:
        """Worker thread."""
        if unwanted.is_set():
            raise Stopped
        told = (step, 1000 * done // max(total, 1))
        if told != self._told:
            self._told = told
            self.progressed.emit(*told)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, Stopped):
            self.stopped.emit()
        else:
            self.failed.emit(error)
