"""A label and what is said under it: side by side, or one above the other where it is narrow."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWidgetItem

from desktop_app.views.arranging_layout import ArrangingLayout, item_height
from desktop_app.views.rich_text import LINE, CitedText

_LABEL = 20  # characters in the column of labels
_GAP = 2  # characters between the columns
_NARROW = 52  # characters in a row: a narrower one has its label above


class LabelledRow(QWidget):
    """One row: its label in the column of labels, the widgets added to it below each other.

    *drop* moves the label down, in pixels, to the height of what stands beside it.
    """

    def __init__(self, label: str, parent: QWidget | None = None, *, drop: int = 0) -> None:
        super().__init__(parent)
        name = CitedText(label, parent=self, line_height=LINE)  # first, so that it is read first
        name.setProperty("role", "label")
        body = QWidget(self)
        self._body = QVBoxLayout(body)
        self._body.setSpacing(self.fontMetrics().height() // 4)
        self._body.setContentsMargins(0, 0, 0, 0)
        _PairLayout(self, name, body, drop)

    def add(self, widget: QWidget) -> None:
        """Put a widget below those already there."""
        self._body.addWidget(widget)


class _PairLayout(ArrangingLayout):
    """Two widgets: side by side, or one above the other. Widths follow the font of the row."""

    def __init__(self, parent: QWidget, label: QWidget, body: QWidget, drop: int) -> None:
        super().__init__(parent, [QWidgetItem(label), QWidgetItem(body)])
        self._row = parent
        self._drop = drop

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def height_of(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(QRect(0, 0, width, 0)))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self.items, self._places(rect), strict=True):
            item.setGeometry(place)

    def sizeHint(self) -> QSize:
        width = self._characters(_LABEL + _GAP) + self.items[1].sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        return QSize(max(item.minimumSize().width() for item in self.items), 0)

    def _places(self, rect: QRect) -> tuple[QRect, QRect]:
        """Return the place of the label and of what belongs to it, each as tall as it needs."""
        label, body = self.items
        if rect.width() < self._characters(_NARROW):
            above = item_height(label, rect.width())
            below = QRect(
                rect.x(),
                rect.y() + above + self._drop,
                rect.width(),
                item_height(body, rect.width()),
            )
            return QRect(rect.x(), rect.y(), rect.width(), above), below
        width, start = self._characters(_LABEL), self._characters(_LABEL + _GAP)
        room = rect.width() - start
        tall = item_height(label, width)
        return (
            QRect(rect.x(), rect.y() + self._drop, width, tall),
            QRect(rect.x() + start, rect.y(), room, item_height(body, room)),
        )

    def _characters(self, count: int) -> int:
        return self._row.fontMetrics().averageCharWidth() * count
