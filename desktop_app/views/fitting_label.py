"""Words in one line, however little room there is for them.

One is on the screen before anything else, so ``QtCore.Qt`` is touched when it is needed only:
making its enumerations takes Qt for Python as long as all the rest of the first picture.
"""

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.views.tool_tip import as_it_stands

_GAP = "    "  # between the parts
_LEAST = 8  # letters that are seen however narrow it is


class FittingLabel(QLabel):
    """Names several things, shortened where there is no room for all of them, and widens nothing.

    The tool tip then has them whole, one a line, as the accessible name has always.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[str, ...] = ()

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show *parts*, in which nothing is markup, one after the other."""
        self._parts = tuple(parts)
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setAccessibleName(self._whole())
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._with_room_for(self._advance(self._whole()))

    def minimumSizeHint(self) -> QSize:
        least = _LEAST * self.fontMetrics().averageCharWidth()
        return self._with_room_for(min(least, self._advance(self._whole())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _whole(self) -> str:
        return _GAP.join(self._parts)

    def _fit(self) -> None:
        if not self._parts:
            return
        whole = shown = self._whole()
        room = self.width() - self._with_room_for(0).width()
        if self._advance(whole) > room:
            elide = QtCore.Qt.TextElideMode.ElideRight
            shown = self.fontMetrics().elidedText(whole, elide, room)
        self.setText(shown)
        self.setToolTip("" if shown == whole else as_it_stands("\n".join(self._parts)))

    def _with_room_for(self, advance: int) -> QSize:
        """Return the size of a label whose words are so wide."""
        size = super().sizeHint()
        return QSize(size.width() - self._advance(self.text()) + advance, size.height())

    def _advance(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)
