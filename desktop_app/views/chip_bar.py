"""A quiet panel of chips after a heading, on as many lines as they take."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.roving_focus import RovingFocus


class ChipBar(QWidget):
    """Has the heading and the lines; which chips stand there is for those who derive from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        as_high_as_needed = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        as_high_as_needed.setHeightForWidth(True)
        self.setSizePolicy(as_high_as_needed)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "muted")
        self._roving = RovingFocus(self)
        letter = self.fontMetrics().averageCharWidth()
        self._lines = FlowLayout(self, gap=letter // 2)
        self._lines.setContentsMargins(2 * letter, letter // 2, 2 * letter, letter // 2)
        self._lines.addWidget(self._heading)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lines.invalidate()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._lines.heightForWidth(self.width()))
