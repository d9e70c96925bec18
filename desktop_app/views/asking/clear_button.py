"""The button in a field that empties it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.localization import Retranslating
from desktop_app.look import theme
from desktop_app.look.icons import icon
from i18n.messages import _


class ClearButton(Retranslating, QToolButton):
    """Is for the mouse: the keyboard has Escape."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._draw()
        self.retranslate()

    def retranslate(self) -> None:
        self.setToolTip(_("Clear the search"))
        self.setAccessibleName(_("Clear the search"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        size = self.fontMetrics().height()
        self.setIcon(icon("clear", theme.of(self.palette()).muted))
        self.setIconSize(QSize(size, size))
