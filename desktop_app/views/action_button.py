"""A button that does what a command of the menus does."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget


class ActionButton(QToolButton):
    """Shows the drawing of an action, as large as the reader's text."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDefaultAction(action)
        self.setAutoRaise(True)
        self._fit_drawing()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_drawing()

    def _fit_drawing(self) -> None:
        side = max(16, self.fontMetrics().ascent())
        self.setIconSize(QSize(side, side))
