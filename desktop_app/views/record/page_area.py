"""The scrolled area that a page stands in, whatever it is made of."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_COLUMN = 88  # characters: a label, and a line of text beside it


def side_margin(area: QWidget) -> int:
    """Return what stays free at either side of a page, in pixels: two lines, less if narrow."""
    return min(2 * area.fontMetrics().height(), area.width() // 16)


class PageArea(QScrollArea):
    """Shows one page after another; a page can take over the place where the last one stood.

    A page's parts are its children, from top to bottom; the same part of the next page is found by
    its position among them. A page grows no wider than its columns: in a wide window its lines and
    rules would end far from each other.
    """

    def __init__(self, parent: QWidget | None = None, *, columns: int = 1) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Where the reader meant to be when a shorter page could not go as far: value, part, share.
        self._meant: tuple[int, int, float] | None = None
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def show_content(self, content: QWidget, *, keep_place: bool = False) -> None:
        """Show *content* from its top; with *keep_place* where the reader was in the last one."""
        part, share = self._place() if keep_place else (0, 0.0)
        self._meant = None
        focus = self._focused_part() if keep_place else None
        content.setBackgroundRole(QPalette.ColorRole.Base)
        self._set_margins(content)  # before it is laid out for the first time
        self.setWidget(content)
        content.show()
        QApplication.sendPostedEvents(content, 0)
        if keep_place:
            self._return_to(part, share)
        if focus is not None:
            _focus(content, focus)

    def _set_margins(self, content: QWidget | None) -> None:
        """Leave a margin around a page, less where it is low, and limit its width."""
        layout = content.layout() if content else None
        if content and layout:
            line, side = self.fontMetrics().height(), side_margin(self)
            top = min(line * 3 // 2, self.height() // 16)
            layout.setContentsMargins(side, top, side, 2 * line)
            words = self._columns * _COLUMN * self.fontMetrics().averageCharWidth()
            content.setMaximumWidth(words + (self._columns - 1) * 2 * line + 2 * side)

    def _parts(self) -> list[QWidget]:
        content = self.widget()
        children = content.children() if content else []
        return [child for child in children if isinstance(child, QWidget)]

    def _place(self) -> tuple[int, float]:
        """Return the part at the top edge and which share of it lies above the edge."""
        top = self.verticalScrollBar().value()
        if self._meant and self._meant[0] == top:
            return self._meant[1:]
        for n, part in enumerate(self._parts()):
            if part.geometry().bottom() >= top > 0:
                return n, (top - part.y()) / max(part.height(), 1)
        return 0, 0.0

    def _return_to(self, number: int, share: float) -> None:
        parts = self._parts()
        if 0 < number < len(parts):
            part = parts[number]
            self.verticalScrollBar().setValue(part.y() + round(share * part.height()))
        self._meant = (self.verticalScrollBar().value(), number, share)

    @Slot(int, int)
    def _on_range_changed(self, _least: int, _most: int) -> None:
        """Go where the reader meant to be, now that the page has its whole height."""
        if self._meant and self.verticalScrollBar().value() == self._meant[0]:
            self._return_to(*self._meant[1:])

    def _focused_part(self) -> int | None:
        """Return which of the widgets within the page has the focus, counted from the top."""
        content, focus = self.widget(), QApplication.focusWidget()
        if content is None or focus is None or not content.isAncestorOf(focus):
            return None
        return content.findChildren(QWidget).index(focus)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_margins(self.widget())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay where the reader is, as lines break elsewhere."""
        part, share = self._place()
        self._set_margins(self.widget())
        super().resizeEvent(event)
        self._return_to(part, share)


def _focus(content: QWidget, number: int) -> None:
    widgets = content.findChildren(QWidget)
    if number < len(widgets):
        widgets[number].setFocus(Qt.FocusReason.OtherFocusReason)
