"""A box to tick, in the colours of the theme: of Qt's own, little can be seen where it is dark."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from desktop_app.look import theme
from desktop_app.look.theme import Theme
from desktop_app.views.facets.facet_value import Choice

# A tick as parts of the box it stands in.
_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.32))
_CROSS = 0.27  # how far from its edges a cross stands in its box


class TickBox(QCheckBox):
    """A tick box that looks like those of the filters."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxIndicator
        box = QRectF(self.style().subElementRect(element, option, self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, self.palette().window())  # what Qt has painted there
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        paint_box(
            painter, inner, "wanted" if self.isChecked() else "free", theme.of(self.palette())
        )


def paint_box(painter: QPainter, box: QRectF, choice: Choice, colours: Theme) -> None:
    """Paint a box: ticked if wanted, crossed out if excluded."""
    side = box.width()
    painter.setPen(QColor(colours.muted if choice == "free" else colours.accent))
    painter.setBrush(QColor(colours.accent if choice == "wanted" else colours.base))
    painter.drawRoundedRect(box, 3, 3)
    if choice == "wanted":
        painter.setPen(QPen(QColor(colours.accent_text), side / 8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in _TICK])
    elif choice == "excluded":
        painter.setPen(QPen(QColor(colours.accent), side / 8))
        inner = box.adjusted(*(edge * _CROSS * side for edge in (1, 1, -1, -1)))
        painter.drawLine(QLineF(inner.topLeft(), inner.bottomRight()))
        painter.drawLine(QLineF(inner.topRight(), inner.bottomLeft()))
