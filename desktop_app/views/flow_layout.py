"""Widgets side by side like words in a line, and on the next line when there is no more room."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays its items out in lines.

    With *column*, a width in pixels, every item is given the same width, at least *column*: as many
    columns as there is room for. Without, an item has its own width, but never more than the line.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 0, column: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._column = column
        self._heights: dict[int, int] = {}
        self.setSpacing(gap)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._items]
        width = sum(widths) + self.spacing() * max(0, len(widths) - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Give every item its place, if *move*, and return the height of all lines."""
        x, y, line = rect.x(), rect.y(), 0
        width = self._column_width(rect.width())
        for item in self._items:
            size = self._size(item, width, rect.width())
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - rect.y()

    def _column_width(self, room: int) -> int:
        if not self._column:
            return 0
        gap = self.spacing()
        columns = max(1, min((room + gap) // (self._column + gap), len(self._items)))
        return (room + gap) // columns - gap

    def _size(self, item: QLayoutItem, column: int, room: int) -> QSize:
        width = column or min(item.sizeHint().width(), room)
        tall = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        return QSize(width, tall)
