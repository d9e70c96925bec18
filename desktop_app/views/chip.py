"""A record named on a chip, and the numbers of the citations that a relation rests on."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.look import icons, theme
from desktop_app.presentation.page import Chip
from desktop_app.views.rich_text import CitedText
from desktop_app.views.tool_tip import as_it_stands

_SMALL = 0.86


class ChipButton(QAbstractButton):
    """A record's title behind the sign of its type, with an office or date in small before it.

    A title with no room for it is cut short and shown whole in a tooltip.

    Signals:
        opened: the id of the record.
    """

    opened = Signal(str)

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self.setText(chip.title)
        named = (chip.detail, chip.title)
        self.setAccessibleName(", ".join(part for part in named if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.opened.emit(chip.record_id))

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self.fontInfo().pointSizeF() * _SMALL)
        return font

    def _detail_width(self) -> int:
        if not self._chip.detail:
            return 0
        metrics = QFontMetrics(self._small_font())
        return metrics.horizontalAdvance(self._chip.detail) + self._gap()

    def _gap(self) -> int:
        return self.fontMetrics().height() // 3

    def _title_start(self) -> int:
        return self._gap() * 2 + self._icon_size() + self._gap()

    def _icon_size(self) -> int:
        return self.fontMetrics().ascent()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self._chip.title) + 2
        width = self._title_start() + self._detail_width() + words + 2 * self._gap()
        return QSize(width, metrics.height() + 2 * self._gap())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.fontMetrics().height() * 5), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        whole = " · ".join(part for part in (self._chip.detail, self._chip.title) if part)
        self.setToolTip(as_it_stands(whole) if self.width() < self.sizeHint().width() else "")
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_words(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        colours = theme.of(self.palette())
        line = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.border), line))
        warm = self.isDown() or self.underMouse()
        painter.setBrush(QColor(colours.hover if warm else colours.base))
        frame = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)

    def _paint_words(self, painter: QPainter) -> None:
        colours = theme.of(self.palette())
        size, x = self._icon_size(), self._title_start()
        top = (self.height() - size) // 2
        sign = icons.icon(self._chip.type, colours.type_colours[self._chip.type])
        sign.paint(painter, QRect(QPoint(self._gap() * 2, top), QSize(size, size)))
        right = self.width() - 2 * self._gap()
        metrics = self.fontMetrics()
        baseline = (self.height() + metrics.ascent() - metrics.descent()) // 2
        if self._chip.detail:
            small = QFontMetrics(self._small_font())
            left = right - x - metrics.horizontalAdvance(self._chip.title) - self._gap() - 2
            room = min(self._detail_width() - self._gap(), max(left, (right - x) // 2))
            painter.setFont(self._small_font())
            painter.setPen(QColor(colours.muted))
            detail = small.elidedText(self._chip.detail, Qt.TextElideMode.ElideRight, room + 1)
            painter.drawText(x, baseline, detail)
            x += room + self._gap()
        painter.setFont(self.font())
        painter.setPen(QColor(colours.text))
        title = metrics.elidedText(self._chip.title, Qt.TextElideMode.ElideRight, right - x + 1)
        painter.drawText(x, baseline, title)


class CitedChip(QWidget):
    """A chip and, behind it, the numbers of its citations.

    Signals:
        opened: the id of the record on the chip.
        citation_chosen: the number that the reader chose.
    """

    opened = Signal(str)
    citation_chosen = Signal(int)

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        button = ChipButton(chip, self)
        button.opened.connect(self.opened)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 6)
        layout.addWidget(button)
        if chip.numbers:
            numbers = CitedText("", chip.numbers, self)
            numbers.setWordWrap(False)
            numbers.citation_chosen.connect(self.citation_chosen)
            layout.addWidget(numbers)
