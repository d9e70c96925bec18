"""The dossiers that are open in the window."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from database.library import Library
from database.model.schema import Schema


class Shelf(QObject):
    """Opens one more dossier beside those that are open.

    Who was given ``paths`` sees the new one in them the next time they look.

    Signals:
        grown: there is one more, and the library has it.
    """

    grown = Signal()

    def __init__(self, paths: Iterable[Path], schema: Schema, parent: QObject) -> None:
        """Open the dossiers at *paths*; raises what ``database.catalog.connect`` raises."""
        super().__init__(parent)
        self._paths = list(paths)
        self._schema = schema
        self.library = Library.open(self._paths, schema)

    @property
    def paths(self) -> Sequence[Path]:
        """Where they are, in the order in which they were opened; it grows."""
        return self._paths

    def add(self, path: Path) -> None:
        """Open one more; raises what ``database.catalog.connect`` raises, and all is as it was."""
        self.library.open_beside(path, self._schema)
        self._paths.append(path)
        self.grown.emit()
