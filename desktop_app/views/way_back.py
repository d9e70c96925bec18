"""The way back to where the keyboard was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class WayBack:
    """Remembers which widget has the keyboard, for when it is to have it again."""

    def __init__(self) -> None:
        self._before: QWidget | None = None

    def remember(self) -> None:
        """Take the widget that has the keyboard now for the one to go back to."""
        self._before = QApplication.focusWidget()

    def go(self) -> bool:
        """Put the keyboard back, unless its place is gone by now; tell whether it is there."""
        before = self._before
        if before is None or not isValid(before) or not before.isVisible():
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
