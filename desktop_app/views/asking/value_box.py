"""A box that offers one value out of several, dressed like the other choices of a form."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.look import theme
from desktop_app.look.icons import icon


class ValueBox(QComboBox):
    """Has the frame of a field from the style sheet, and the arrow of a ``ChoiceButton``.

    It is as wide as its longest value, also in another language.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side, gap = self.fontMetrics().height(), self.fontMetrics().averageCharWidth()
        place = QRect(self.width() - side - gap, (self.height() - side) // 2, side, side)
        icon("down", theme.of(self.palette()).muted).paint(QPainter(self), place)
