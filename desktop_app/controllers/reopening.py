"""Opening again what was open when the program was last used."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from database import seal
from database.model.errors import DossierError
from desktop_app.background.latest_only import LatestOnly


class Reopening(QObject):
    """Looks once, away from the thread of the window, which of several dossiers can be opened.

    Signals:
        examined: the dossiers that are sound, and those that are missing or damaged.
    """

    examined = Signal(object, object)

    def __init__(self, dossiers: Sequence[Path], latest: LatestOnly) -> None:
        super().__init__(latest)
        self._dossiers = tuple(dossiers)
        self._latest = latest
        self._asked = False
        latest.ready.connect(lambda found: self.examined.emit(*found))

    @Slot()
    def begin(self) -> None:
        """Begin, unless that was done before."""
        if not self._asked:
            self._asked = True
            self._latest.submit(self._examine)

    def _examine(self) -> tuple[list[Path], list[Path]]:
        """Worker thread: read every file whole, so that no question meets a damaged one."""
        sound = [path for path in self._dossiers if _is_sound(path)]
        return sound, [path for path in self._dossiers if path not in sound]


def _is_sound(path: Path) -> bool:
    try:
        return not seal.examine(path).broken
    except DossierError:
        return False
