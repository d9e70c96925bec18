"""The scrolled area that a page stands in, whatever it is made of."""

from PySide6.QtCore import QEvent, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QScrollArea, QWidget

from desktop_app.presentation.history import Place

_COLUMN = 88  # characters: a label, and a line of text beside it


def side_margin(area: QWidget) -> int:
    """Return what stays free at either side of a page, in pixels: two lines, less if narrow."""
    return min(2 * area.fontMetrics().height(), area.width() // 16)


class PageArea(QScrollArea):
    """Shows one page after another, each from its top or from a place in it.

    A page's rows are its children with a name, from top to bottom; the same row of another page, or
    of the same record beside another language, has the same name. A page grows no wider than its
    columns: in a wide window its lines and rules would end far from each other.
    """

    def __init__(self, parent: QWidget | None = None, *, columns: int = 1) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Where the reader meant to be when a shorter page could not go as far, and how far it went.
        self._meant: tuple[int, Place | None] | None = None
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def show_content(
        self, content: QWidget, place: Place | None = None, *, keep_focus: bool = False
    ) -> None:
        """Show *content* from *place* on, else from its top.

        The focus does not go with the page before; with *keep_focus* its like in this page has it.
        """
        self._meant = None
        focus = self._focused_part()
        if focus is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        content.setBackgroundRole(QPalette.ColorRole.Base)
        self._set_margins(content)  # before it is laid out for the first time
        self.setWidget(content)
        content.show()
        QApplication.sendPostedEvents(content, 0)
        self.go_to(place)
        if keep_focus and focus is not None:
            _focus(content, focus)

    def place(self) -> Place | None:
        """Return where the reader is, ``None`` at the top of the page."""
        top = self.verticalScrollBar().value()
        if self._meant and self._meant[0] == top:
            return self._meant[1]
        for row, box in self._rows().items():
            if box.bottom() >= top > 0:
                return Place(row, (top - box.y()) / max(box.height(), 1))
        return None

    def go_to(self, place: Place | None) -> None:
        """Scroll to a place, to the top where the page has no such row."""
        box = self._rows().get(place.row) if place else None
        top = box.y() + round(place.share * box.height()) if place and box else 0
        self.verticalScrollBar().setValue(top)
        self._meant = (self.verticalScrollBar().value(), place)

    def _set_margins(self, content: QWidget | None) -> None:
        """Leave a margin around a page, less where it is low, and limit its width."""
        layout = content.layout() if content else None
        if content and layout:
            line, side = self.fontMetrics().height(), side_margin(self)
            top = min(line * 3 // 2, self.height() // 16)
            layout.setContentsMargins(side, top, side, 2 * line)
            words = self._columns * _COLUMN * self.fontMetrics().averageCharWidth()
            content.setMaximumWidth(words + (self._columns - 1) * 2 * line + 2 * side)

    def _rows(self) -> dict[str, QRect]:
        """Return where each row of the page is; what stands abreast is one row."""
        rows = dict[str, QRect]()
        content = self.widget()
        for part in content.children() if content else []:
            if isinstance(part, QWidget) and (name := part.objectName()):
                rows[name] = part.geometry().united(rows.get(name, QRect()))
        return rows

    @Slot(int, int)
    def _on_range_changed(self, _least: int, _most: int) -> None:
        """Go where the reader meant to be, now that the page has its whole height."""
        if self._meant and self.verticalScrollBar().value() == self._meant[0]:
            self.go_to(self._meant[1])

    def _focused_part(self) -> int | None:
        """Return which of the widgets within the page has the focus, counted from the top."""
        content, focus = self.widget(), QApplication.focusWidget()
        if content is None or focus is None or not content.isAncestorOf(focus):
            return None
        return content.findChildren(QWidget).index(focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that Qt leaves out; it has the arrows, Page Up and Page Down."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar, action = self.verticalScrollBar(), QAbstractSlider.SliderAction
        match event.key():
            case Qt.Key.Key_Home:
                bar.triggerAction(action.SliderToMinimum)
            case Qt.Key.Key_End:
                bar.triggerAction(action.SliderToMaximum)
            case Qt.Key.Key_Space:
                bar.triggerAction(action.SliderPageStepSub if back else action.SliderPageStepAdd)
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_margins(self.widget())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay where the reader is, as lines break elsewhere."""
        place = self.place()
        self._set_margins(self.widget())
        super().resizeEvent(event)
        self.go_to(place)


def _focus(content: QWidget, number: int) -> None:
    widgets = content.findChildren(QWidget)
    if number < len(widgets):
        widgets[number].setFocus(Qt.FocusReason.OtherFocusReason)
