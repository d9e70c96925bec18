"""A button with words of any length."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.views.tool_tip import as_it_stands

_LEAST = 8  # letters that are seen however narrow it is


class FittingButton(QPushButton):
    """Shortens its words where there is no room for them, and widens nothing.

    The tool tip then has them whole, as the accessible name has always.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show *words*, in which nothing is a mnemonic."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._with_room_for(self._advance(self._words))

    def minimumSizeHint(self) -> QSize:
        least = _LEAST * self.fontMetrics().averageCharWidth()
        return self._with_room_for(min(least, self._advance(self._words)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._with_room_for(0).width()
        shown = self._words
        if self._advance(shown) > room:
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown == self._words else as_it_stands(self._words))

    def _with_room_for(self, advance: int) -> QSize:
        """Return the size of a button whose words are so wide."""
        size = super().sizeHint()
        written = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(size.width() - written + advance, size.height())

    def _advance(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)
