"""How the question was understood, in one quiet line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_JOINT = " · "


class UnderstoodLine(QLabel):
    """Says what became of fields and signs; hidden where a question is nothing but words.

    What does not fit is cut short and shown whole in a tooltip, a sentence a line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self.setProperty("role", "understood")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        letter = self.fontMetrics().averageCharWidth()
        self.setContentsMargins(2 * letter, letter // 2, 2 * letter, letter // 2)
        self.hide()

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show how a question was understood, in the language that it was answered in."""
        if sentences == self._sentences:
            return
        self._sentences = sentences
        self.setAccessibleName(" ".join(sentences))
        self._fit()
        self.setVisible(bool(sentences))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = _JOINT.join(self._sentences)
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip("" if shown == whole else "\n".join(self._sentences))
