"""What is done once the window can be seen."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from database.model.errors import KnownError
from desktop_app.frame import Frame, finish

# What a window is furnished with, in pieces none of which takes longer to load than a keystroke
# may wait; ``assembly`` needs them all.
PIECES = (
    "database.library",
    "desktop_app.views.record.record_view",
    "desktop_app.views.facets.facet_panel",
    "desktop_app.views.results.result_pane",
    "desktop_app.panes",
    "desktop_app.introductions.searches",
    "desktop_app.assembly",
)


class Furnishing(QObject):
    """Furnishes a window once it has been painted, piece by piece between the reader's keys.

    Signals:
        furnished: everything is there, and the first question is about to be asked.
        failed: the ``KnownError`` for which a dossier cannot be opened; nothing more is done then.
    """

    furnished = Signal()
    failed = Signal(object)

    def __init__(self, frame: Frame, dossiers: Sequence[Path]) -> None:
        super().__init__(frame.window)
        self._frame = frame
        self._work = self._pieces(dossiers)
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._go_on)
        frame.window.painted.connect(self._turns.start)

    def _pieces(self, dossiers: Sequence[Path]) -> Iterator[str]:
        finish(self._frame)
        yield "frame"
        for name in PIECES:
            import_module(name)
            yield name
        from desktop_app.assembly import furnish

        furnish(self._frame, dossiers)

    @Slot()
    def _go_on(self) -> None:
        try:
            if next(self._work, None) is None:
                self._turns.stop()
                self.furnished.emit()
        except KnownError as error:
            self._turns.stop()
            self.failed.emit(error)
