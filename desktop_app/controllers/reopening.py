"""Opening again what was open when the program was last used."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from database import seal
from database.model.errors import DossierError
from database.seal import Seal
from desktop_app.background.latest_only import LatestOnly


class Reopening(QObject):
    """Looks once, away from the thread of the window, which of several dossiers can be opened.

    Signals:
        examined: the seals of the dossiers that are sound, and the paths of those that are missing
            or damaged.
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

    def _examine(self) -> tuple[list[Seal], list[Path]]:
        """Worker thread: read every file whole, so that no question meets a damaged one."""
        found = {path: _examined(path) for path in self._dossiers}
        sound = [each for each in found.values() if each and not each.broken]
        unsound = [path for path, each in found.items() if each is None or each.broken]
        return sound, unsound


def _examined(path: Path) -> Seal | None:
    try:
        return seal.examine(path)
    except DossierError:
        return None
