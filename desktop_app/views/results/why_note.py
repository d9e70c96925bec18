"""Why a record was found, on a slip under its row."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractScrollArea, QLabel

from desktop_app.views.announcer import announce


class WhyNote(QLabel):
    """Lies over the rows of a list until the reader goes on; a screen reader hears it at once.

    While it is seen, Escape puts it away wherever the focus is, and does nothing else.
    """

    def __init__(self, rows: QAbstractScrollArea) -> None:
        super().__init__(rows.viewport())
        self._rows = rows
        self.setProperty("role", "slip")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide)
        rows.verticalScrollBar().valueChanged.connect(self.hide)
        self.hide()

    def tell(self, words: str, row: QRect) -> None:
        """Show *words* under *row*, a place in the list, or above it where there is no room."""
        room = self._rows.viewport().rect()
        inset = self.fontMetrics().height()
        self.setText(words)
        width = max(inset, room.width() - 2 * inset)
        height = self.heightForWidth(width)
        below = row.bottom() - inset // 3
        top = below if below + height <= room.bottom() else max(0, row.top() - height)
        self.setGeometry(QRect(QPoint(inset, top), QPoint(inset + width, top + height)))
        self.show()
        self.raise_()
        announce(self, words)
