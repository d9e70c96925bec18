"""Widgets side by side like words in a line, and on the next line when there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from desktop_app.views.arranging_layout import ArrangingLayout, item_height


class FlowLayout(ArrangingLayout):
    """Lays its items out in lines.

    With *column*, a width in pixels, every item is given the same width, at least *column*: as many
    columns as there is room for. Without, an item has its own width, but never more than the line,
    and the items of a line share their middle.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 0, column: int = 0) -> None:
        super().__init__(parent)
        self._column = column
        self.setSpacing(gap)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def height_of(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self.items]
        edges = self.contentsMargins()
        width = (
            sum(widths) + self.spacing() * max(0, len(widths) - 1) + edges.left() + edges.right()
        )
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self.items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, whole: QRect, *, move: bool) -> int:
        """Give every item its place, if *move*, and return the height of all lines and margins."""
        rect = whole.marginsRemoved(self.contentsMargins())
        top = rect.y()
        for line in self._in_lines(rect.width()):
            high = max(size.height() for _item, size in line)
            left = rect.x()
            for item, size in line:
                if move:
                    lower = 0 if self._column else (high - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, top + lower), size))
                left += size.width() + self.spacing()
            top += high + self.spacing()
        end = max(top - self.spacing(), rect.y())
        return end + self.contentsMargins().bottom() - whole.y()

    def _in_lines(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Share out the items that are shown, each with the size that it gets."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        width, end = self._column_width(room), 0
        for item in self.items:
            if item.isEmpty():
                continue
            size = self._size(item, width, room)
            if not lines or end + size.width() > room:
                lines.append([])
                end = 0
            lines[-1].append((item, size))
            end += size.width() + self.spacing()
        return lines

    def _column_width(self, room: int) -> int:
        if not self._column:
            return 0
        gap = self.spacing()
        columns = max(1, min((room + gap) // (self._column + gap), len(self.items)))
        return (room + gap) // columns - gap

    def _size(self, item: QLayoutItem, column: int, room: int) -> QSize:
        width = column or min(item.sizeHint().width(), room)
        return QSize(width, item_height(item, width))
