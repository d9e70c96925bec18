"""A table whose rows the reader puts in order, by mouse or by keys."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QTableView, QWidget

from desktop_app.look import theme

_MOVES: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuestionRows(QTableView):
    """A table in which some keys have a meaning of their own, and rows can be dragged.

    A line tells where they would come to stand; Esc leaves them where they are.

    Signals:
        confirmed: the reader pressed Enter on the current row.
        delete_wanted: the reader pressed Delete.
        move_wanted: the reader pressed Alt+Up or Alt+Down; so many rows down.
        drop_wanted: the reader dropped the selected rows above this one, or below the last one.
    """

    confirmed = Signal(QModelIndex)
    delete_wanted = Signal()
    move_wanted = Signal(int)
    drop_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap: int | None = None  # above this row stands the line

    def let_drag(self) -> None:
        """Let the reader drag rows."""
        self.setDragDropMode(QTableView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)  # Qt's is as wide as one cell

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QTableView.State.EditingState:
            event.accept()  # the name that is being written has taken the key
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.confirmed.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
        elif event.key() in _MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(_MOVES[event.key()])
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # it scrolls at the edges
        if event.source() is self:
            self._mark(self._gap_at(event.position().toPoint()))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the place; Qt is to remove no row."""
        self._mark(None)
        if event.source() is self:
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
            self.drop_wanted.emit(self._gap_at(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is not None:
            painter = QPainter(self.viewport())
            thickness = max(2, self.fontMetrics().height() // 8)
            top = max(0, self._top(self._gap) - thickness // 2)
            colour = theme.of(self.palette()).accent
            painter.fillRect(0, top, self.viewport().width(), thickness, colour)

    def _mark(self, gap: int | None) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def _gap_at(self, point: QPoint) -> int:
        """Return the row above which *point* is, by its nearest edge."""
        row = self.rowAt(point.y())
        if row < 0:
            return self.model().rowCount()
        return row + (point.y() > self._top(row) + self.rowHeight(row) // 2)

    def _top(self, row: int) -> int:
        last = self.model().rowCount() - 1
        if row > last:
            return self.rowViewportPosition(last) + self.rowHeight(last)
        return self.rowViewportPosition(row)
