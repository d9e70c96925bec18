"""One value of a facet: a box to tick, its name, and how many records have it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from database.search.results import FacetCount
from desktop_app import theme
from desktop_app.theme import Theme
from desktop_app.views.figure import figure
from i18n import messages
from i18n.messages import _

_FEWEST_LETTERS = 8
_TABULAR = QFont.Tag("tnum")
# A tick as parts of the box it stands in.
_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.32))


class FacetRow(QCheckBox):
    """Shows a count that can change in place. It is heard as a tick box, "Projects: 39"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ""
        self._number = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._measure()

    def show_count(self, count: FacetCount) -> None:
        """Show a value and its count, in the language in force."""
        number = figure(count.count, messages.current())
        if (count.label, number) == (self._label, self._number):
            return
        self._label, self._number = count.label, number
        self.setAccessibleName(_("{label}: {count}").format(label=count.label, count=number))
        self._measure()
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        letters = self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS
        return QSize(self._label_left() + letters + self._number_width, self._size.height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell under the mouse what is cut off."""
        cut = self._label_width > self._label_room()
        self.setToolTip(self._label if cut else "")
        super().enterEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(self.rect(), 4, 4)
        self._paint_box(painter, colours)
        self._paint_words(painter, colours)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_box(self, painter: QPainter, colours: Theme) -> None:
        side = self._box_side()
        box = QRectF(self._gap() + 0.5, (self.height() - side) // 2 + 0.5, side - 1, side - 1)
        ticked = self.isChecked()
        painter.setPen(QColor(colours.accent if ticked else colours.muted))
        painter.setBrush(QColor(colours.accent if ticked else colours.base))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            painter.setPen(QPen(QColor(colours.accent_text), side / 8))
            painter.drawPolyline(
                [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
            )

    def _paint_words(self, painter: QPainter, colours: Theme) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setPen(QColor(colours.text))
        room = self._label_room()
        shown = self.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, room)
        box = QRect(self._label_left(), 0, room, self.height())
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(QColor(colours.muted))
        painter.setFont(self._tabular())
        box = self.rect().adjusted(0, 0, -self._gap(), 0)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self._number)

    def _measure(self) -> None:
        """Work out how much room the words need: the layout asks for it very often."""
        metrics = self.fontMetrics()
        self._label_width = metrics.horizontalAdvance(self._label)
        self._number_width = metrics.horizontalAdvance(self._number) + 2 * self._gap()
        width = self._label_left() + self._label_width + self._number_width + self._gap()
        self._size = QSize(width, round(metrics.height() * 1.42))
        self.updateGeometry()

    def _label_left(self) -> int:
        return self._box_side() + 2 * self._gap() + self._gap() // 2

    def _label_room(self) -> int:
        return max(0, self.width() - self._label_left() - self._number_width)

    def _box_side(self) -> int:
        return round(self.fontMetrics().height() * 0.84)

    def _gap(self) -> int:
        return self.fontMetrics().averageCharWidth() * 3 // 4

    def _tabular(self) -> QFont:
        font = QFont(self.font())
        font.setFeature(_TABULAR, 1)
        return font
