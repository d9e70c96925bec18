"""A scrolled area for what stands in one column."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.views.arranging_layout import item_height


class ColumnArea(QScrollArea):
    """Scrolls up and down only, and so is as wide as its content and the bar beside it.

    Where there is something to scroll, Tab stops at it, with *by_keys*, so that arrow keys scroll
    what has no entries of its own that could be gone to.
    """

    def __init__(
        self, content: QWidget, parent: QWidget | None = None, *, by_keys: bool = False
    ) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        if by_keys:
            self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def height_at(self, width: int) -> int:
        """Return how high the area has to be, so wide, for nothing to be scrolled; in pixels."""
        column = self._content.layout()
        assert column is not None
        column.activate()  # what stands in layouts within it may have changed
        frame = 2 * self.frameWidth()
        return item_height(column, width - frame) + frame

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._content.minimumSizeHint().width() + bar + 2 * self.frameWidth()
        return QSize(width, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # the content is wider in another language
            self._spare_bar()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._spare_bar()
        super().resizeEvent(event)

    def _spare_bar(self) -> None:
        """Have no bar where all fits without one.

        Qt keeps one that is there if it is needed for the lines that it makes narrower itself.
        """
        policy = Qt.ScrollBarPolicy
        fits = self.height_at(self.width()) <= self.height()
        wanted = policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(wanted)

    @Slot(int, int)
    def _on_range_changed(self, _least: int, most: int) -> None:
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.TabFocus if most else policy.NoFocus)
