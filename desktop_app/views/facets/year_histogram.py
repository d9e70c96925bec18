"""The years as bars, each of which can be chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from database.search.results import Facet
from desktop_app.look import theme
from desktop_app.views.facets.facet_value import Choice, FacetValue
from desktop_app.views.roving_focus import RovingFocus

# More years than this stand side by side without those in which nothing happened.
_MOST_YEARS = 60
# There is always room for so many, so that a bar of one year alone still looks like one.
_FEWEST_YEARS = 6
_LINES_HIGH = 3
_FAINT = 200


class YearBar(FacetValue):
    """A year as high as its share of the busiest one; hollow and struck through if excluded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Be so high, as a share of the busiest year."""
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth(), metrics.height() * _LINES_HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(3, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(QColor(colours.hover))
            painter.drawRect(self.rect())
        height = max(2.0, (self.height() - 4) * self._share) if self._share else 1.0
        bar = QRectF(1, self.height() - 1 - height, self.width() - 2, height)
        if self.choice == "excluded":
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
            foot = QRectF(bar.left(), self.height() - bar.width() - 1, bar.width(), bar.width())
            painter.drawLine(QLineF(foot.topLeft(), foot.bottomRight()))
            painter.drawLine(QLineF(foot.topRight(), foot.bottomLeft()))
        else:
            painter.setBrush(self._colour(colours.accent, colours.muted))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _colour(self, chosen: str, other: str) -> QColor:
        if self.choice == "wanted":
            return QColor(chosen)
        colour = QColor(other)
        colour.setAlpha(255 if self.underMouse() else _FAINT)
        return colour

    def _told(self) -> str:
        return f"{self._spoken()}\n{super()._told()}"


class YearHistogram(QWidget):
    """Keeps its bars from one answer to the next; a year without records is a gap.

    Signals:
        turned: a year, and the ``Choice`` that the reader makes of it.
        moved: the bar that an arrow key has gone to.
    """

    turned = Signal(str, str)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, YearBar] = {}
        self._build()
        self._roving.moved.connect(self.moved)

    def _build(self) -> None:
        unit, letter = self.fontMetrics().height(), self.fontMetrics().averageCharWidth()
        self._heading, self._first, self._last = QLabel(self), QLabel(self), QLabel(self)
        self._heading.setProperty("role", "heading")
        for label in (self._first, self._last):
            label.setProperty("role", "small")
        self._roving = RovingFocus(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        span = QHBoxLayout()
        span.addWidget(self._first)
        span.addStretch()
        span.addWidget(self._last)
        self._ends = QHBoxLayout()
        self._ends.addLayout(span)
        self._ends.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(letter * 3 // 4, 0, letter * 3 // 4, unit // 2)
        layout.setSpacing(unit // 5)
        layout.addWidget(self._heading)
        layout.addLayout(self._grid)
        layout.addLayout(self._ends)

    def show_facet(self, facet: Facet, choices: Mapping[str, Choice]) -> None:
        """Show the counts of an answer; *choices* has the years that are not free."""
        self._heading.setText(facet.label)
        self.setAccessibleName(facet.label)
        self._remove_all_but({count.value for count in facet.counts})
        most = max((count.count for count in facet.counts), default=0)
        for column, count in zip(_columns(facet), facet.counts, strict=True):
            bar = self._bars.pop(count.value, None) or self._new_bar(count.value)
            self._bars[count.value] = bar
            self._put(bar, column)
            bar.show_count(count, choices.get(count.value, "free"))
            bar.show_share(count.count / most if most else 0.0)
        self._roving.watch([self._bars[count.value] for count in facet.counts])
        self._stretch(_columns(facet))
        self._first.setText(facet.counts[0].label if facet.counts else "")
        self._last.setText(facet.counts[-1].label if len(facet.counts) > 1 else "")

    def stops(self) -> list[QWidget]:
        """Return everything that can have the focus, from the left."""
        return list(self._bars.values())

    def _remove_all_but(self, kept: set[str]) -> None:
        for value in self._bars.keys() - kept:
            bar = self._bars.pop(value)
            self._grid.removeWidget(bar)
            bar.hide()
            bar.deleteLater()

    def _new_bar(self, value: str) -> YearBar:
        bar = YearBar(self)
        bar.turned.connect(lambda choice: self.turned.emit(value, choice))
        return bar

    def _put(self, bar: YearBar, column: int) -> None:
        """Move a bar only if it must: a bar that stays keeps the others still."""
        there = self._grid.itemAtPosition(0, column)
        if there is None or there.widget() is not bar:
            self._grid.removeWidget(bar)
            self._grid.addWidget(bar, 0, column)

    def _stretch(self, columns: list[int]) -> None:
        """Make every year as wide as every other, gaps too."""
        used = max(columns, default=-1) + 1
        room = max(used, _FEWEST_YEARS)
        for column in range(max(self._grid.columnCount(), room)):
            self._grid.setColumnStretch(column, 1 if column < room else 0)
        self._ends.setStretch(0, used)
        self._ends.setStretch(1, room - used)


def _columns(facet: Facet) -> list[int]:
    """Return in which column each year stands."""
    values = [count.value for count in facet.counts]
    if all(value.isdecimal() for value in values):
        years = [int(value) for value in values]
        if years and max(years) - min(years) < _MOST_YEARS:
            return [year - min(years) for year in years]
    return list(range(len(values)))
