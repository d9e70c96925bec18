"""The saved searches in a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.presentation.question import Worded
from desktop_app.views.numbered_action import numbered_action

_MOST = 20  # more than these are looked up in the dialog


class SavedMenu(QObject):
    """Lists saved searches at the end of a menu; the first nine have a digit to be reached by.

    Signals:
        asked: the ``Entry`` to be searched again.
    """

    asked = Signal(object)

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        self._line = menu.addSeparator()
        self._line.setVisible(False)
        self._actions: list[QAction] = []
        menu.setToolTipsVisible(True)

    def show_rows(self, rows: Sequence[Worded]) -> None:
        """List other searches."""
        for action in self._actions:
            self._menu.removeAction(action)
            action.deleteLater()
        self._actions = [self._action(n, row) for n, row in enumerate(rows[:_MOST], 1)]
        self._menu.addActions(self._actions)
        self._line.setVisible(bool(rows))

    def _action(self, number: int, row: Worded) -> QAction:
        action = numbered_action(number, row.name, row.asked, self)
        action.triggered.connect(lambda: self.asked.emit(row.entry))
        return action
