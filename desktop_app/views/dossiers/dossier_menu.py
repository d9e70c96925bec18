"""The dossiers that can be closed, as a menu."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.views.numbered_action import numbered_action


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
        action = numbered_action(number, row.name, str(row.path), self)
        action.triggered.connect(lambda: self.chosen.emit(row))
        return action
