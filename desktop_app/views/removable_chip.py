"""A chip that can be taken off, and put back: its words, quiet ones about it, and a sign."""

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.look import theme
from desktop_app.look.theme import Theme
from desktop_app.views.tool_tip import as_it_stands

_SMALL = 0.92
_LONGEST = 40  # letters
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_KEYS = (
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


class RemovableChip(QAbstractButton):
    """A click, Space, Enter, Delete or Backspace clicks it; what that means is for others to say.

    One that is off has its words struck out and a plus in place of the cross. Words with no room
    for them are cut short; a note is there whole or not at all, and so is what leads to the words,
    which stands instead of the note. A tooltip tells what cannot be seen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""  # not Qt's text: an ampersand in it would become a shortcut
        self._lead, self._note, self._told, self._spoken = "", "", "", ""
        self._is_off = False
        self._widths: list[int] = []  # the most that it has to say first
        self._hint = QSize()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._set_in_type()

    def show_words(
        self, words: str, note: str, *, off: bool, spoken: str, told: str, lead: str = ""
    ) -> None:
        """Show *words* after a *lead* or before a *note*.

        Screen readers say *spoken*, in which words and note are whole; so does a tooltip where they
        are not, above *told*, which is what a click does.
        """
        shown = self._whole, self._note, self._is_off, self._spoken, self._told, self._lead
        if shown == (words, note, off, spoken, told, lead):
            return
        self._whole, self._note, self._lead = words, note, lead
        self._is_off, self._spoken, self._told = off, spoken, told
        self._set_in_type()
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(told)

    @property
    def is_off(self) -> bool:
        """Whether it has been taken off, and can be put back."""
        return self._is_off

    def fit(self, room: int) -> int:
        """Be no wider than *room*, without quiet words that have none in it; return how wide.

        What is left out takes no room.
        """
        width = next((each for each in self._widths if each <= room), room)
        if width != self._hint.width():
            self._hint = QSize(width, self._hint.height())
            self.updateGeometry()
        return width

    def _set_in_type(self) -> None:
        """Measure once what is laid out and painted often."""
        metrics = self.fontMetrics()
        self._gap, self._side = metrics.averageCharWidth(), metrics.ascent()
        self._bold, self._small = QFont(self.font()), QFont(self.font())
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._bold.setStrikeOut(self._is_off)
        self._small.setPointSizeF(self.fontInfo().pointSizeF() * _SMALL)
        one_line, room = " ".join(self._whole.split()), self._gap * _LONGEST
        self._words = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, room)
        self._words_width = QFontMetrics(self._bold).horizontalAdvance(self._words)
        small = QFontMetrics(self._small)
        self._lead_width, self._note_width = map(small.horizontalAdvance, (self._lead, self._note))
        quiet = (self._lead_width, self._note_width) if self._lead else (self._note_width,)
        self._widths = [self._width_with(each) for each in (*quiet, 0)]
        self._hint = QSize(self._widths[0], round(metrics.height() * 1.4))
        self.updateGeometry()
        self.update()
        self._tell()

    def _width_with(self, quiet: int) -> int:
        """Return how wide the words are with quiet ones of a width beside them, or none."""
        return self._words_width + self._side + 4 * self._gap + (quiet + self._gap if quiet else 0)

    def _tell(self) -> None:
        whole = self._words == self._whole and self.width() >= self._widths[0]
        self.setToolTip(as_it_stands(self._told if whole else f"{self._spoken}\n{self._told}"))

    def sizeHint(self) -> QSize:
        return self._hint

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_in_type()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

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
        right = 2 * self._gap + self._side
        left = QRect(self.rect()).adjusted(round(1.5 * self._gap), 0, -right, 0)
        text = colours.muted if self._is_off else colours.text
        if self._lead and self.width() >= self._width_with(self._lead_width):
            _paint(painter, left, self._lead, self._small, colours.muted)
            left.adjust(self._lead_width + self._gap, 0, 0, 0)
            _paint(painter, left, self._words, self._bold, text)
            return
        _paint(painter, left, self._words, self._bold, text)
        if self.width() >= self._width_with(self._note_width):
            left.adjust(self._words_width + self._gap, 0, 0, 0)
            _paint(painter, left, self._note, self._small, colours.muted)

    def _paint_sign(self, painter: QPainter, colours: Theme) -> None:
        """Paint a cross, or a plus where it can be put back."""
        side = self._side * 0.5
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(self.width() - self._gap * 1.5 - self._side / 2, self.height() / 2))
        warm = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(QColor(colours.text if warm else colours.muted), side / 6))
        middle = box.center()
        if self._is_off:
            painter.drawLine(QLineF(box.left(), middle.y(), box.right(), middle.y()))
            painter.drawLine(QLineF(middle.x(), box.top(), middle.x(), box.bottom()))
        else:
            painter.drawLine(QLineF(box.topLeft(), box.bottomRight()))
            painter.drawLine(QLineF(box.topRight(), box.bottomLeft()))


def _paint(painter: QPainter, place: QRect, text: str, font: QFont, colour: str) -> None:
    """Paint as much of a text as there is room for."""
    if not text or place.width() <= 0:
        return
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, _MIDDLE, shown)
