"""Whether the open dossiers are as their publishers made them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from database import seal
from desktop_app.background.latest_only import LatestOnly


class SealController(QObject):
    """Examines the seals of the open dossiers, away from the thread of the window.

    *dossiers* may change.

    Signals:
        examined: the seals, in the order of the dossiers.
        failed: the exception that kept a dossier from being read.
    """

    examined = Signal(object)
    failed = Signal(object)

    def __init__(self, dossiers: Sequence[Path], latest: LatestOnly) -> None:
        super().__init__(latest)
        self._dossiers = dossiers
        self._latest = latest
        self._asked = False
        self.seals: tuple[seal.Seal, ...] = ()
        latest.ready.connect(self._on_ready)
        latest.failed.connect(self.failed)

    @Slot()
    def examine(self) -> None:
        """Begin, unless that was done before."""
        if not self._asked:
            self.examine_again()

    @Slot()
    def examine_again(self) -> None:
        """Begin anew: there are others now, of which nothing is known before."""
        self._asked = True
        self.seals = ()
        paths = tuple(self._dossiers)
        self._latest.submit(lambda: tuple(seal.examine(path) for path in paths))

    @Slot(object)
    def _on_ready(self, seals: tuple[seal.Seal, ...]) -> None:
        self.seals = seals
        self.examined.emit(seals)
