"""The dossiers that are open in the window."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from database.library import Library
from database.model.schema import Schema


class Shelf(QObject):
    """Opens dossiers beside those that are open, and closes them again; the first one stays.

    Who was given ``paths`` sees in them what there is the next time they look.

    Signals:
        changed: there is one more, or one less, and the library has it so.
    """

    changed = Signal()

    def __init__(self, paths: Iterable[Path], schema: Schema, parent: QObject) -> None:
        """Open the dossiers at *paths*; raises what ``database.catalog.connect`` raises."""
        super().__init__(parent)
        self._paths = list(paths)
        self.library = Library.open(self._paths, schema)

    @property
    def paths(self) -> Sequence[Path]:
        """Where they are, in the order in which they were opened; it changes."""
        return self._paths

    @property
    def beside(self) -> Sequence[Path]:
        """Where those are that can be closed, in the same order."""
        return tuple(self._paths[1:])

    def has(self, path: Path) -> bool:
        """Tell whether the dossier at *path* is open, whatever it is called there."""
        return path.resolve() in {each.resolve() for each in self._paths}

    def add(self, path: Path) -> None:
        """Open one more; raises what ``database.catalog.connect`` raises, and all is as it was."""
        self.library.open_beside(path)
        self._paths.append(Path(path))  # a path of its own, by which it is known
        self.changed.emit()

    def reopen(self, path: Path) -> None:
        """Open the file that has taken the place of one of those ``beside`` the first.

        Raises what ``database.catalog.connect`` raises, and all is as it was.
        """
        place = self._paths.index(path, 1)
        self.library.reopen(place, path)
        self._paths[place] = Path(path)
        self.changed.emit()

    def remove(self, path: Path) -> None:
        """Close one of those ``beside`` the first."""
        place = self._paths.index(path, 1)
        self.library.close(place)
        del self._paths[place]
        self.changed.emit()
