"""The course of events as a line with a dot for each step."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.look import theme
from desktop_app.presentation.page import Step
from desktop_app.views.flow_layout import FlowLayout

_COLUMN = 17  # characters of the narrowest step
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class StepButton(QAbstractButton):
    """One step: a dot on the line, the date below it, what happened below that.

    Signals:
        opened: the id of the event.
    """

    opened = Signal(str)

    def __init__(self, step: Step, *, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._last = last
        self.setText(step.title)
        self.setAccessibleName(f"{step.date}: {step.title}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.opened.emit(step.record_id))

    def _date_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _line_top(self) -> int:
        """Return how far down the line runs, which is also the place of the dot's centre."""
        return self.fontMetrics().height() // 2

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Return where the date and the title stand in a step of this width."""
        room = QRect(0, 2 * self._line_top(), max(width - self._line_top(), 1), 10_000)
        metrics = QFontMetrics(self._date_font())
        date = metrics.boundingRect(room, _WRAP, self._step.date)
        room.setTop(date.bottom() + 1)
        title = self.fontMetrics().boundingRect(room, _WRAP, self._step.title)
        return (
            QRect(0, date.top(), room.width(), date.height()),
            QRect(0, title.top(), room.width(), title.height()),
        )

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1].bottom() + 1 + self._line_top() // 2

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * _COLUMN
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _COLUMN // 2, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.of(self.palette())
        self._paint_line(painter, colours)
        date, title = self._places(self.width())
        painter.setPen(QColor(colours.text))
        painter.setFont(self._date_font())
        painter.drawText(date, _WRAP, self._step.date)
        painter.setFont(self._title_font())
        painter.drawText(title, _WRAP, self._step.title)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setUnderline(self.underMouse() or self.hasFocus())
        return font

    def _paint_line(self, painter: QPainter, colours: theme.Theme) -> None:
        colour = QColor(colours.type_colours["event"])
        radius = self.fontMetrics().height() / 4
        centre = QPointF(radius + 1, self._line_top())
        painter.setPen(QPen(colour, 2))
        if not self._last:
            painter.drawLine(centre, QPointF(self.width(), centre.y()))
        painter.setBrush(QColor(colours.base) if self.hasFocus() else colour)
        painter.drawEllipse(centre, radius, radius)


class CourseLine(QWidget):
    """Steps from left to right, on as many lines as they need.

    Signals:
        opened: the id of the event that the reader chose.
    """

    opened = Signal(str)

    def __init__(self, steps: tuple[Step, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self.fontMetrics().averageCharWidth() * _COLUMN
        layout = FlowLayout(self, column=column)
        for step in steps:
            button = StepButton(step, last=step is steps[-1], parent=self)
            button.opened.connect(self.opened)
            layout.addWidget(button)
