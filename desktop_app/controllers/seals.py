"""Whether the open dossiers are as their publishers made them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from database import seal
from database.model.errors import DossierError
from desktop_app.background.latest_only import LatestOnly


class SealController(QObject):
    """Examines the seals of the open dossiers, away from the thread of the window.

    *dossiers* may change; each is read once for as long as it is among them.

    Signals:
        examined: the seals, in the order of the dossiers; one that was forgotten or cannot be read
            has none.
        failed: the exception that kept one dossier from being read.
    """

    examined = Signal(object)
    failed = Signal(object)

    def __init__(self, dossiers: Sequence[Path], latest: LatestOnly) -> None:
        super().__init__(latest)
        self._dossiers = dossiers
        self._latest = latest
        self._asked = False
        self._known: dict[Path, seal.Seal] = {}
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
        """Examine those that have come since; forget those that have gone."""
        self._asked = True
        self.seals = ()
        paths = tuple(self._dossiers)
        self._known = {path: known for path, known in self._known.items() if path in paths}
        new = [path for path in paths if path not in self._known]
        if new:
            self._latest.submit(lambda: [_examined(path) for path in new])
        else:
            self._tell()

    def take(self, found: seal.Seal) -> None:
        """Take what somebody else found out about a dossier that is just going to be opened."""
        self._known[found.path] = found

    def forget(self, path: Path) -> None:
        """Know nothing of a dossier any more whose file has been replaced."""
        self._known.pop(path, None)

    @Slot(object)
    def _on_ready(self, found: Sequence[seal.Seal | DossierError]) -> None:
        errors = []
        for each in found:
            if isinstance(each, DossierError):
                errors.append(each)
            else:
                self.take(each)
        self._tell()
        for error in errors:
            self.failed.emit(error)

    def _tell(self) -> None:
        self.seals = tuple(self._known[path] for path in self._dossiers if path in self._known)
        self.examined.emit(self.seals)


def _examined(path: Path) -> seal.Seal | DossierError:
    """Worker thread: one that cannot be read keeps nobody from the others."""
    try:
        return seal.examine(path)
    except DossierError as error:
        return error
