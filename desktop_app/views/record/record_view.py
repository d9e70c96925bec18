"""A record to read: title, key facts, text, course of events, relations."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from database.search.results import Find
from desktop_app.localization import Retranslating
from desktop_app.presentation.history import Place
from desktop_app.presentation.page import Page
from desktop_app.views.record.empty_page import EmptyPage
from desktop_app.views.record.page_area import PageArea
from desktop_app.views.record.record_rows import RowMaker
from i18n.messages import _


class RecordView(Retranslating, QWidget):
    """Shows the page of one record, or what to do as long as none is open.

    Signals:
        opened: the id of a record that the page leads to.
        citation_chosen: the number of a citation on the page.
        asked: a question that the reader chose.
        link_asked: an address that the reader wants to see in a browser.
    """

    opened = Signal(str)
    citation_chosen = Signal(int)
    asked = Signal(str)
    link_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._rows = RowMaker(
            self.opened.emit, self.citation_chosen.emit, self.asked.emit, self.link_asked.emit
        )
        self._empty = EmptyPage(self)
        self._area = PageArea(self)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._empty)
        self._layers.addWidget(self._area)

    def retranslate(self) -> None:
        self._area.setAccessibleName(_("Record"))

    def show_page(self, page: Page, place: Place | None = None) -> None:
        """Show a page from *place* on, else from its top; one that is there is not made anew."""
        before, self._page = self._page, page
        if page == before:
            self._area.go_to(place)
        else:
            same = before is not None and before.record_id == page.record_id
            self._area.show_content(self._content(page), place, keep_focus=same)
        self._layers.setCurrentWidget(self._area)

    def mark(self, find: Find) -> None:
        """Mark what *find* finds in the texts of the page, and of the pages to come."""
        self._rows.mark(find, self)

    def place(self) -> Place | None:
        """Return where in the page the reader is."""
        return self._area.place()

    def show_nothing(self) -> None:
        """Say what the reader can do, as no record is open."""
        self._layers.setCurrentWidget(self._empty)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to what is seen: at a proxy that is not, Tab would go no further."""
        if layer := self._layers.currentWidget():
            layer.setFocus(event.reason())

    def _content(self, page: Page) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        line = content.fontMetrics().height()
        layout.setSpacing(0)
        for row in self._rows.rows(page):
            layout.addSpacing(round(row.gap * line))
            layout.addWidget(row.widget)
        layout.addStretch()
        return content
