"""A dialog as high as what stands in it, on a screen however low."""

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app import screen
from desktop_app.views.arranging_layout import item_height
from desktop_app.views.column_area import ColumnArea


class ColumnDialog(QDialog):
    """A column that is scrolled where the screen is low, and ``foot``, which is always in sight.

    While it is open it is fitted anew when the letters grow or shrink.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.foot = QVBoxLayout()
        self._wanted = 0.0  # the width, in letters
        self._lines = 0  # the least height

    def lay_out(self, content: QWidget, *, by_keys: bool = False) -> None:
        """Put *content* above the foot; with *by_keys* the arrow keys can scroll it."""
        line = self.fontMetrics().height()
        air = line // 2  # between the words and the frame that tells where the keyboard is
        inside = content.layout()
        assert inside is not None
        inside.setContentsMargins(air, air, air, air)
        self._area = ColumnArea(content, self, by_keys=by_keys)
        self._area.ensurePolished()  # the style sheet gives it its frame
        edge = line - air - self._area.frameWidth()
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, line)
        column.setSpacing(edge)
        column.addWidget(self._area, 1)
        self.foot.setContentsMargins(line - edge, 0, line - edge, 0)
        column.addLayout(self.foot)

    def fit(self, width: int, *, lines: int = 0) -> None:
        """Be so wide, in pixels, and as high as all that is in it, if the screen has the room.

        With *lines* it is no lower than so many, for what would fill any height.
        """
        self._wanted, self._lines = width / self.fontMetrics().averageCharWidth(), lines
        room = screen.room_for(self)
        width = min(width, room.width())
        least = min(lines * self.fontMetrics().height(), room.height())
        self.resize(width, max(self._height_at(width), least))

    def grow(self) -> None:
        """Be as high as all that is in it by now, unless it is higher."""
        self.resize(self.width(), max(self.height(), self._height_at(self.width())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            QTimer.singleShot(0, self, self._fit_letters)  # once its parts have theirs

    @Slot()
    def _fit_letters(self) -> None:
        """Be as wide as so many of the new letters, and within the screen."""
        width = round(self._wanted * self.fontMetrics().averageCharWidth())
        self.fit(width, lines=self._lines)
        screen.bring_in(self)

    def _height_at(self, width: int) -> int:
        column = self.layout()
        assert column is not None
        column.activate()  # what stands in the foot may have changed
        edges = column.contentsMargins()
        inside = width - edges.left() - edges.right()
        around = edges.top() + column.spacing() + edges.bottom()
        needed = self._area.height_at(inside) + around + item_height(self.foot, inside)
        return min(needed, screen.room_for(self).height())
