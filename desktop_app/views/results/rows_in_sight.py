"""The rows of the result list that are in sight, and the painting of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QListView

from desktop_app.look import theme
from desktop_app.look.theme import Theme, colour
from desktop_app.views.results.result_card import ResultCard
from desktop_app.views.results.result_delegate import ResultDelegate


class _Row(NamedTuple):
    """Where a row begins and ends, how it is set in type, and what marks it out."""

    top: int
    end: int
    card: ResultCard
    is_selected: bool
    is_pointed_at: bool
    is_focused: bool


class RowsInSight:
    """Paints rows when they are to be painted, and after another answer those that it changes.

    From one letter to the next many stay as they are, but Qt would paint every row of a new answer;
    and by way of Qt a row takes a third longer.
    """

    def __init__(self, rows: QListView, delegate: ResultDelegate) -> None:
        self._rows, self._delegate = rows, delegate
        self._pointed_at = QPersistentModelIndex()  # to none any more after another answer
        rows.entered.connect(self._point_at)
        rows.viewportEntered.connect(lambda: self._point_at(QModelIndex()))

    def paint(self, region: QRegion) -> None:
        """Paint the rows in *region*, and what is below the last one: nothing shines through."""
        colours, screen, end = theme.of(self._rows.palette()), self._rows.viewport(), 0
        with QPainter(screen) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for row in self._seen():
                end = row.end
                box = QRect(0, row.top, screen.width(), row.end - row.top)
                if region.intersects(box):
                    self._paint(painter, row, box, colours)
            painter.fillRect(0, end, screen.width(), screen.height(), colour(colours.base))

    @contextmanager
    def painted_where_changed(self) -> Iterator[None]:
        """Leave rows that look the same afterwards, in the same place, as they are."""
        before, screen = set(self._seen()), self._rows.viewport()
        screen.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
        try:
            yield
        finally:
            screen.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, on=False)
            for row in before ^ set(self._seen()):
                screen.update(0, row.top, screen.width(), row.end - row.top)

    def _point_at(self, index: QModelIndex) -> None:
        before = self._rows.model().index(self._pointed_at.row(), 0)
        for pointed_at in (before, index):
            self._rows.update(pointed_at)
        self._pointed_at = QPersistentModelIndex(index)

    def _seen(self) -> Iterator[_Row]:
        """Yield the rows that are in sight, wholly or in part, from the top."""
        rows, first = self._rows, self._rows.indexAt(QPoint())
        if not first.isValid():
            return
        top, edge = rows.visualRect(first).top(), rows.viewport().height()
        selected = {index.row() for index in rows.selectedIndexes()}
        pointed_at, focused = self._pointed_at.row(), self._focused()
        for number in range(first.row(), rows.model().rowCount()):
            if top >= edge:
                break
            end, card = top + self._delegate.height(number), self._delegate.card(number)
            marks = number in selected, number == pointed_at, number == focused
            yield _Row(top, end, card, *marks)
            top = end

    def _focused(self) -> int:
        """Return the row that has the keyboard, -1 if none has or the reader does not use it."""
        window = self._rows.window()
        shown = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return self._rows.currentIndex().row() if shown and self._rows.hasFocus() else -1

    def _paint(self, painter: QPainter, row: _Row, box: QRect, colours: Theme) -> None:
        ground = colours.hover if row.is_pointed_at else colours.base
        ground = colours.accent_soft if row.is_selected else ground
        row.card.paint(painter, box, ground, colours, self._delegate.icon)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, colour(colours.border))
        if row.is_selected:
            bar = max(3, self._rows.fontMetrics().averageCharWidth() // 2)
            painter.fillRect(box.left(), box.top(), bar, box.height(), colour(colours.accent))
        if row.is_focused:
            painter.setPen(colour(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
