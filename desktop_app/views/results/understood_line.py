"""How the question was understood, in one quiet line."""

from bisect import bisect

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.views.tool_tip import as_it_stands

_JOINT = " · "
_MOST_LINES = 3
# Above and below it, in pixels: with large letters a small screen has no more to spare.
_ABOVE = 3


class UnderstoodLine(QLabel):
    """Says what became of fields and signs; hidden where a question is nothing but words.

    It goes on to a second line and a third where there is no room on one. What does not fit even
    there is cut short and shown whole in a tooltip, a sentence a line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self.setProperty("role", "understood")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
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
        # Qt's own has the shape of a paragraph, many lines high: the window would grow by them.
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height(1))

    def heightForWidth(self, width: int) -> int:
        return min(super().heightForWidth(width), self._height(_MOST_LINES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.updateGeometry()  # how high it has to be depends on how wide it is

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
        whole = _JOINT.join(self._sentences)
        shown = whole
        if not self._has_room(whole):
            parts = [f"{whole[:end].rstrip()}…" for end in range(1, len(whole))]
            fitting = bisect(parts, False, key=lambda part: not self._has_room(part))
            shown = parts[max(fitting - 1, 0)]
        self.setText(shown)
        self.setToolTip("" if shown == whole else as_it_stands("\n".join(self._sentences)))

    def _height(self, lines: int) -> int:
        edges = self.contentsMargins()
        return lines * self.fontMetrics().lineSpacing() + edges.top() + edges.bottom()

    def _has_room(self, text: str) -> bool:
        room = QRect(0, 0, self.contentsRect().width(), 0)
        metrics = self.fontMetrics()
        taken = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        return (
            taken.width() <= room.width() and taken.height() <= _MOST_LINES * metrics.lineSpacing()
        )
