"""Distances between widgets: they are measured in letters, and so follow the size of those.

What a layout has from Qt's style, as nobody set it, has no measure in letters and stays; so do the
layouts within Qt's own dialogs.
"""

from collections.abc import Container, Iterator

from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFormLayout,
    QGridLayout,
    QLayout,
    QSpacerItem,
    QStyle,
)
from shiboken6 import Shiboken

# What a layout carries about with it: its lengths before they were rounded to whole pixels. After
# several small steps a distance would else not be what it was.
_EXACT = "exact-lengths"
_UNSET = -1


def rescale(app: QApplication, factor: float) -> None:
    """Make every distance within the windows of *app* so many times as large.

    Call it before the letters change: a widget that sets a distance by itself does so when they do.
    """
    metric = QStyle.PixelMetric
    of_style = (metric.PM_LayoutLeftMargin, metric.PM_LayoutVerticalSpacing)
    usual = {_UNSET, *(app.style().pixelMetric(length) for length in of_style)}
    for window in app.topLevelWidgets():
        if window.parent() is None:  # else it is among the children of one that has none
            for layout in window.findChildren(QLayout):
                # Of a widget that only Qt has hold of, Python would lose what it once looked at.
                if Shiboken.createdByPython(layout):
                    _rescale(layout, factor, usual)


def _rescale(layout: QLayout, factor: float, usual: Container[int]) -> None:
    lengths = _lengths(layout)
    kept = layout.property(_EXACT) or lengths
    is_kept = [round(length) for length in kept] == lengths
    exact = [
        length * (1 if length in usual else factor) for length in (kept if is_kept else lengths)
    ]
    _set(layout, [round(length) for length in exact])
    layout.setProperty(_EXACT, exact)


def _lengths(layout: QLayout) -> list[int]:
    """Return margins and distances of a layout in pixels, in the order in which ``_set`` wants."""
    edges = layout.contentsMargins()
    lengths = [edges.left(), edges.top(), edges.right(), edges.bottom()]
    if isinstance(layout, QGridLayout | QFormLayout):
        lengths += [layout.horizontalSpacing(), layout.verticalSpacing()]
    else:
        lengths.append(layout.spacing())
    if isinstance(layout, QGridLayout):
        lengths += [layout.rowMinimumHeight(row) for row in range(layout.rowCount())]
    for gap in _gaps(layout):
        lengths += [gap.sizeHint().width(), gap.sizeHint().height()]
    return lengths


def _set(layout: QLayout, lengths: list[int]) -> None:
    several = iter(lengths)
    layout.setContentsMargins(*(next(several) for _edge in range(4)))
    if isinstance(layout, QGridLayout | QFormLayout):
        layout.setHorizontalSpacing(next(several))
        layout.setVerticalSpacing(next(several))
    else:
        layout.setSpacing(next(several))
    if isinstance(layout, QGridLayout):
        for row in range(layout.rowCount()):
            layout.setRowMinimumHeight(row, next(several))
    for gap in _gaps(layout):
        policy = gap.sizePolicy()
        width, height = next(several), next(several)
        gap.changeSize(width, height, policy.horizontalPolicy(), policy.verticalPolicy())
    layout.invalidate()


def _gaps(layout: QLayout) -> Iterator[QSpacerItem]:
    """Yield the empty places between the widgets of a row or column."""
    if isinstance(layout, QBoxLayout):
        for place in range(layout.count()):
            part = layout.itemAt(place)
            gap = part.spacerItem() if part else None
            if gap:
                yield gap
