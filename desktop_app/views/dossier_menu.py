"""The dossiers that can be closed, as a menu."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

_DIGITS = 9
_WIDEST = 48  # characters


class DossierRow(NamedTuple):
    """A dossier that can be chosen, and what it is called."""

    path: Path
    name: str


class DossierMenu(QMenu):
    """Lists dossiers; the first nine have a digit to be reached by.

    Signals:
        chosen: the ``DossierRow`` that the reader wants.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)

    def show_rows(self, rows: Sequence[DossierRow]) -> None:
        """List other dossiers."""
        self.clear()
        self.addActions([self._action(number, row) for number, row in enumerate(rows, 1)])

    def _action(self, number: int, row: DossierRow) -> QAction:
        name = row.name if len(row.name) <= _WIDEST else f"{row.name[: _WIDEST - 1]}…"
        shown = name.replace("&", "&&")
        action = QAction(f"&{number}  {shown}" if number <= _DIGITS else shown, self)
        action.setToolTip(str(row.path))
        action.triggered.connect(lambda: self.chosen.emit(row))
        return action
