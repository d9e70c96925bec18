"""The button in a field that empties it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.localization import Retranslating
from desktop_app.look import theme
from desktop_app.look.icons import icon
from desktop_app.look.redrawing import Redrawing
from i18n.messages import _


class ClearButton(Retranslating, Redrawing, QToolButton):
    """Is for the mouse: the keyboard has Escape."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.redraw()
        self.retranslate()

    def retranslate(self) -> None:
        self.setToolTip(_("Clear the search"))
        self.setAccessibleName(_("Clear the search"))

    def redraw(self) -> None:
        size = self.fontMetrics().height()
        self.setIcon(icon("clear", theme.of(self.palette()).muted))
        self.setIconSize(QSize(size, size))
