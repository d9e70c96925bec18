"""A chip that can be taken off, and put back: its words, quiet ones about it, and a sign."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app import theme
from desktop_app.theme import Theme

_SMALL = 0.92
_LONGEST = 40  # letters
_KEYS = (
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


class RemovableChip(QAbstractButton):
    """A click, Space, Enter, Delete or Backspace clicks it; what that means is for others to say.

    One that is off has its words struck out and a plus in place of the cross. Words with no room
    for them are cut short and shown whole in a tooltip. What leads to them stands instead of the
    note, if there is room.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""  # not Qt's text: an ampersand in it would become a shortcut
        self._lead, self._note = "", ""
        self._is_off = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, note: str, *, off: bool, told: str, lead: str = "") -> None:
        """Show *words* after a *lead* or before a *note*; a tooltip has what a click does."""
        self._words, self._note, self._is_off = self._shortened(words), note, off
        self._lead = lead
        self.setToolTip(told if self._words == words else f"{words}\n{told}")
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    @property
    def is_off(self) -> bool:
        """Whether it has been taken off."""
        return self._is_off

    @property
    def text_shown(self) -> str:
        """What stands on it, as far as there is room."""
        has_lead = self._has_room_for_lead()
        return f"{self._lead} {self._words}" if has_lead else f"{self._words} {self._note}".strip()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._bold()).horizontalAdvance(self._words) + self._side()
        if quiet := self._lead or self._note:
            width += QFontMetrics(self._small()).horizontalAdvance(quiet) + self._gap()
        return QSize(width + 4 * self._gap(), round(self.fontMetrics().height() * 1.4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, colours)
        self._paint_words(painter, colours)
        self._paint_sign(painter, colours)

    def _paint_ground(self, painter: QPainter, colours: Theme) -> None:
        warm = self.isDown() or self.underMouse()
        painter.setPen(QColor(colours.accent if self.hasFocus() else colours.border))
        painter.setBrush(QColor(colours.panel if self._is_off and not warm else colours.hover))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)

    def _paint_words(self, painter: QPainter, colours: Theme) -> None:
        right = 2 * self._gap() + self._side()
        left = QRect(self.rect()).adjusted(round(1.5 * self._gap()), 0, -right, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if self._has_room_for_lead():
            painter.setFont(self._small())
            painter.setPen(QColor(colours.muted))
            painter.drawText(left, middle | Qt.TextFlag.TextSingleLine, self._lead)
            lead = painter.fontMetrics().horizontalAdvance(self._lead)
            left.adjust(lead + self._gap(), 0, 0, 0)
        painter.setFont(self._bold())
        painter.setPen(QColor(colours.muted if self._is_off else colours.text))
        shown = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, left.width()
        )
        painter.drawText(left, middle | Qt.TextFlag.TextSingleLine, shown)
        if self._note and not self._has_room_for_lead():
            words = QFontMetrics(self._bold()).horizontalAdvance(self._words)
            painter.setFont(self._small())
            painter.setPen(QColor(colours.muted))
            place = left.adjusted(words + self._gap(), 0, 0, 0)
            note = painter.fontMetrics().elidedText(
                self._note, Qt.TextElideMode.ElideRight, max(place.width(), 0)
            )
            painter.drawText(place, middle | Qt.TextFlag.TextSingleLine, note)

    def _paint_sign(self, painter: QPainter, colours: Theme) -> None:
        """Paint a cross, or a plus where it can be put back."""
        side = self._side() * 0.5
        box = QRectF(0, 0, side, side)
        box.moveCenter(
            QPointF(self.width() - self._gap() * 1.5 - self._side() / 2, self.height() / 2)
        )
        warm = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(QColor(colours.text if warm else colours.muted), side / 6))
        middle = box.center()
        if self._is_off:
            painter.drawLine(QLineF(box.left(), middle.y(), box.right(), middle.y()))
            painter.drawLine(QLineF(middle.x(), box.top(), middle.x(), box.bottom()))
        else:
            painter.drawLine(QLineF(box.topLeft(), box.bottomRight()))
            painter.drawLine(QLineF(box.topRight(), box.bottomLeft()))

    def _has_room_for_lead(self) -> bool:
        return bool(self._lead) and self.width() >= self.sizeHint().width()

    def _shortened(self, words: str) -> str:
        metrics = self.fontMetrics()
        room = metrics.averageCharWidth() * _LONGEST
        one_line = " ".join(words.split())
        return metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, room)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(self._is_off)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self.fontInfo().pointSizeF() * _SMALL)
        return font

    def _gap(self) -> int:
        return self.fontMetrics().averageCharWidth()

    def _side(self) -> int:
        return self.fontMetrics().ascent()
