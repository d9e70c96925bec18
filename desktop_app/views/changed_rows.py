"""Painting only those rows of the list that another answer changes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListView

from desktop_app.views.result_card import ResultCard
from desktop_app.views.result_delegate import ResultDelegate

# Where a row begins and ends, how it is set in type, and whether it is the current one.
_Row = tuple[int, int, ResultCard, bool]


@contextmanager
def painted_where_changed(rows: QListView, delegate: ResultDelegate) -> Iterator[None]:
    """Leave rows that look the same afterwards, in the same place, as they are on the screen.

    From one letter to the next many do, but Qt would paint every row of a new answer.
    """
    before, screen = _seen(rows, delegate), rows.viewport()
    screen.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
    try:
        yield
    finally:
        screen.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, on=False)
        if screen.underMouse():
            screen.update()  # the row that was pointed at is so no longer
        for top, end, *_look in before ^ _seen(rows, delegate):
            screen.update(0, top, screen.width(), end - top)


def _seen(rows: QListView, delegate: ResultDelegate) -> set[_Row]:
    """Return the rows that are in sight, wholly or in part."""
    first, current = rows.indexAt(QPoint()), rows.currentIndex().row()
    if not first.isValid():
        return set()
    top, edge = rows.visualRect(first).top(), rows.viewport().height()
    seen = set[_Row]()
    for row in range(first.row(), rows.model().rowCount()):
        if top >= edge:
            break
        end = top + delegate.height(row)
        seen.add((top, end, delegate.card(row), row == current))
        top = end
    return seen
