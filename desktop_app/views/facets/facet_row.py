"""One value of a facet: a box to tick, its name, and how many records have it."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from database.search.results import FacetCount
from desktop_app.look import theme
from desktop_app.look.theme import Theme
from desktop_app.views.facets.facet_value import Choice, FacetValue
from desktop_app.views.facets.tick_box import paint_box

_FEWEST_LETTERS = 8
_TABULAR = QFont.Tag("tnum")
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LABEL, _NUMBER = _MIDDLE | Qt.AlignmentFlag.AlignLeft, _MIDDLE | Qt.AlignmentFlag.AlignRight


class FacetRow(FacetValue):
    """Shows a count that can change in place: ticked if wanted, crossed out if excluded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._measure()

    def show_count(self, count: FacetCount, choice: Choice) -> bool:
        changed = super().show_count(count, choice)
        if changed:
            self._measure()
        return changed

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        letters = self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS
        return QSize(self._label_left + letters + self._number_width, self._size.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(self.rect(), 4, 4)
        self._paint_box(painter, colours)
        self._paint_words(painter, colours)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_box(self, painter: QPainter, colours: Theme) -> None:
        side = self._side
        box = QRectF(self._gap + 0.5, (self.height() - side) // 2 + 0.5, side - 1, side - 1)
        paint_box(painter, box, self.choice, colours)

    def _paint_words(self, painter: QPainter, colours: Theme) -> None:
        excluded = self.choice == "excluded"
        painter.setPen(QColor(colours.muted if excluded else colours.text))
        painter.setFont(self._struck_out() if excluded else self.font())
        room = self._label_room()
        shown = self.label
        if self._label_width > room:
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(self._label_left, 0, room, self.height()), _LABEL, shown)
        painter.setPen(QColor(colours.muted))
        painter.setFont(self._tabular)
        painter.drawText(self.rect().adjusted(0, 0, -self._gap, 0), _NUMBER, self.number)

    def _told(self) -> str:
        cut = self._label_width > self._label_room()
        return f"{self.label}\n{super()._told()}" if cut else super()._told()

    def _measure(self) -> None:
        """Work out how much room the words need: layout and painting ask for it very often."""
        metrics = self.fontMetrics()
        self._gap = metrics.averageCharWidth() * 3 // 4
        self._side = round(metrics.height() * 0.84)
        self._label_left = self._side + 2 * self._gap + self._gap // 2
        self._label_width = metrics.horizontalAdvance(self.label)
        self._number_width = metrics.horizontalAdvance(self.number) + 2 * self._gap
        width = self._label_left + self._label_width + self._number_width + self._gap
        self._size = QSize(width, round(metrics.height() * 1.42))
        self._tabular = QFont(self.font())
        self._tabular.setFeature(_TABULAR, 1)
        self.updateGeometry()

    def _label_room(self) -> int:
        return max(0, self.width() - self._label_left - self._number_width)

    def _struck_out(self) -> QFont:
        font = QFont(self.font())
        font.setStrikeOut(True)
        return font
