"""The foot of the window."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QStyle, QStyleOption, QStylePainter, QWidget

from desktop_app.views.tool_tip import as_it_stands


class Foot(QStatusBar):
    """Says for a while what has happened, where *always* is read at other times.

    Qt would begin to write further left, and cut off a sentence without a sign; the tool tip has
    it whole.
    """

    def __init__(self, always: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._always = always
        self.addWidget(always)
        self.setSizeGripEnabled(False)
        self.messageChanged.connect(lambda told: self.setToolTip(as_it_stands(told)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.currentMessage():
            super().paintEvent(event)
            return
        from PySide6.QtCore import Qt  # its enumerations cost more than the first picture

        painter, ground = QStylePainter(self), QStyleOption()
        ground.initFrom(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, ground)
        painter.setPen(self.palette().windowText().color())
        room = self._room()
        shown = self.fontMetrics().elidedText(
            self.currentMessage(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _room(self) -> QRect:
        """Return where a sentence stands: up to what is always seen at the right."""
        left = self._always.x() + self._always.contentsRect().left()
        left += self._always.fontMetrics().horizontalAdvance("x") // 2  # as every framed label
        several = [part for part in self.children() if isinstance(part, QWidget)]
        right = min((part.x() for part in several if part.isVisible()), default=self.width())
        return QRect(left, 0, right - left, self.height())
