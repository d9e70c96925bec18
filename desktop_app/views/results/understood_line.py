"""How the question was understood, in one quiet line."""

from bisect import bisect

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from desktop_app.look import theme
from desktop_app.views.tool_tip import as_it_stands

_JOINT = " · "
_MOST_LINES = 3
# Above and below it, in pixels: with large letters a small screen has no more to spare.
_ABOVE = 3
_NO_END = 1 << 20  # pixels: all of it goes on one line
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class UnderstoodLine(QLabel):
    """Says what became of fields and signs; hidden where a question is nothing but words.

    It goes on to a second line and a third where there is no room on one. What does not fit even
    there is cut short and shown whole in a tooltip, a sentence a line. Tab stops at it, so that a
    screen reader can say it again; the tooltip is there as long as the keyboard is.

    It is laid out and painted here: a label of Qt's that has the focus sets its words otherwise.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self.setProperty("role", "understood")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        as_high_as_needed = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        as_high_as_needed.setHeightForWidth(True)
        self.setSizePolicy(as_high_as_needed)
        self._set_margins()
        self.hide()

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show how a question was understood, in the language that it was answered in."""
        if sentences == self._sentences:
            return
        self._sentences = sentences
        self.setAccessibleName(" ".join(sentences))
        self._fit()
        self.setVisible(bool(sentences))

    def sizeHint(self) -> QSize:
        width = self._taken(self._whole(), _NO_END).width() + self._beside()
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._high(1) + 2 * _ABOVE)

    def heightForWidth(self, width: int) -> int:
        taken = self._taken(self._whole(), width - self._beside())
        return min(taken.height(), self._high(_MOST_LINES)) + 2 * _ABOVE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.updateGeometry()  # how high it has to be depends on how wide it is

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_TAB:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.drawFrame(painter)
            painter.drawText(self.contentsRect(), Qt.TextFlag.TextWordWrap, self.text())
            if self.hasFocus():
                painter.setPen(QColor(theme.of(self.palette()).accent))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_margins()
            self._fit()

    def _set_margins(self) -> None:
        side = 2 * self.fontMetrics().averageCharWidth()
        self.setContentsMargins(side, _ABOVE, side, _ABOVE)

    def _fit(self) -> None:
        """Show all that there is room for."""
        whole = shown = self._whole()
        if not self._has_room(whole):
            parts = [f"{whole[:end].rstrip()}…" for end in range(1, len(whole))]
            fitting = bisect(parts, False, key=lambda part: not self._has_room(part))
            shown = parts[max(fitting - 1, 0)]
        self.setText(shown)
        self.setToolTip("" if shown == whole else as_it_stands("\n".join(self._sentences)))

    def _whole(self) -> str:
        return _JOINT.join(self._sentences)

    def _has_room(self, text: str) -> bool:
        width = self.contentsRect().width()
        taken = self._taken(text, width)
        return taken.width() <= width and taken.height() <= self._high(_MOST_LINES)

    def _taken(self, text: str, width: int) -> QRect:
        """Return what a text takes on lines of a *width*."""
        room = QRect(0, 0, width, 0)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)

    def _high(self, lines: int) -> int:
        """Return how high so many lines are, which need not be whole pixels each."""
        return self._taken("\n".join(lines * "x"), _NO_END).height()

    def _beside(self) -> int:
        edges = self.contentsMargins()
        return edges.left() + edges.right()
