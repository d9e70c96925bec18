"""Widgets side by side, some of which go where there is no room for all."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget


class FoldingRow(QHBoxLayout):
    """Lays out a row that never needs more room than what cannot be spared.

    What can be spared must be there for the reader in another place too, such as a menu.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spared: tuple[QWidget, ...] = ()

    def spare(self, widgets: Sequence[QWidget]) -> None:
        """Let *widgets* of the row go where there is no room, the first of them first."""
        self._spared = tuple(widgets)

    def sizeHint(self) -> QSize:
        """Return the size with all that can be spared."""
        whole = super().sizeHint()
        gone = sum(self._width(widget) for widget in self._spared if widget.isHidden())
        return QSize(whole.width() + gone, whole.height())

    def minimumSize(self) -> QSize:
        """Return the size without all that can be spared."""
        whole = super().minimumSize()
        shown = sum(self._width(widget) for widget in self._spared if not widget.isHidden())
        return QSize(whole.width() - shown, whole.height())

    def setGeometry(self, rect: QRect) -> None:
        room = rect.width() - self.minimumSize().width()
        for widget in reversed(self._spared):
            room -= self._width(widget)
            widget.setVisible(room >= 0)
        super().setGeometry(rect)

    def _width(self, widget: QWidget) -> int:
        return widget.sizeHint().width() + self.spacing()
