"""Two buttons that move a row of a list."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.localization import Retranslating
from desktop_app.look import icons, theme
from desktop_app.look.redrawing import Redrawing
from i18n.messages import _

_DRAWINGS = {-1: "up", 1: "down"}


class MoveButtons(Retranslating, Redrawing, QWidget):
    """An arrow up and an arrow down; the keys that do the same stand in their tooltips.

    Signals:
        moved: so many rows down the reader wants it.
    """

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {rows: QPushButton(self) for rows in _DRAWINGS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for rows, button in self._buttons.items():
            button.clicked.connect(partial(self.moved.emit, rows))
            row.addWidget(button)
        self.redraw()
        self.retranslate()

    def retranslate(self) -> None:
        names = {-1: _("Move up ({keys})"), 1: _("Move down ({keys})")}
        for rows, button in self._buttons.items():
            told = names[rows].format(keys=_keys(rows))
            button.setToolTip(told)
            button.setAccessibleName(told)

    def enable(self, rows: int, *, on: bool) -> None:
        """Let the reader move something *rows* down, or not."""
        self._buttons[rows].setEnabled(on)

    def redraw(self) -> None:
        size = self.fontMetrics().height()
        for rows, button in self._buttons.items():
            button.setIconSize(QSize(size, size))
            button.setIcon(icons.icon(_DRAWINGS[rows], theme.of(self.palette()).text))


def _keys(rows: int) -> str:
    """Return the keys that move a row, as the reader's system writes them."""
    arrow = Qt.Key.Key_Up if rows < 0 else Qt.Key.Key_Down
    keys = QKeySequence(Qt.KeyboardModifier.AltModifier | arrow)
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
