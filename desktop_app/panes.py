"""Where the views of the window stand, between its top and its foot."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from database.model.schema import Schema
from desktop_app.presentation.history import Visit
from desktop_app.presentation.page import Page
from desktop_app.views.asking.search_bar import SearchBar
from desktop_app.views.asking.suggestion_list import SuggestionList
from desktop_app.views.facets.facet_panel import FacetPanel
from desktop_app.views.language_switch import LanguageSwitch
from desktop_app.views.lettered_splitter import LetteredSplitter
from desktop_app.views.record.evidence_pane import EvidencePane
from desktop_app.views.record.mirror_view import MirrorView
from desktop_app.views.record.record_view import RecordView
from desktop_app.views.results.result_pane import ResultPane
from desktop_app.views.results.understood_line import UnderstoodLine
from desktop_app.views.top_bar import TopBar
from desktop_app.views.way_back import WayBack

# Below this width, in characters of the window's font, facets and page are not seen together.
_ROOM_FOR_FACETS = 110


@dataclass(slots=True)
class Views:
    """The views of a window, each made once."""

    search_bar: SearchBar
    suggestions: SuggestionList
    languages: LanguageSwitch
    understood: UnderstoodLine
    facets: FacetPanel
    results: ResultPane
    record: RecordView
    mirror: MirrorView
    evidence: EvidencePane


class Panes(QWidget):
    """Sets facets, hits, and what is read of them, side by side.

    Where there is no room for all of them, the facets make room for the page, until the reader
    opens them: then they stand in its place, until they are closed again or there is a page to
    be read.
    """

    def __init__(self, top: TopBar, facets: QAction, schema: Schema) -> None:
        """Let the action *facets* open and close the facets; it is checked while they are seen."""
        super().__init__()
        self._facets = facets
        self._is_wanted_beside = True  # the facets, beside the page
        self._is_opened_instead = False  # the facets, in place of the page
        self._way_back = WayBack()  # to where the keyboard was when the facets were opened
        self._visit: Visit | None = None  # to the record that is read
        self.views = Views(
            top.search_bar,
            SuggestionList(top.search_bar, schema),
            top.languages,
            UnderstoodLine(),
            FacetPanel(),
            ResultPane(schema),
            RecordView(),
            MirrorView(),
            EvidencePane(),
        )
        self._build()

    def _build(self) -> None:
        views = self.views
        self.pages = QStackedWidget()
        self.pages.addWidget(views.record)
        self.pages.addWidget(views.mirror)
        self.reading = LetteredSplitter(
            Qt.Orientation.Vertical, {self.pages: 88, views.evidence: 20}, page=self.pages
        )
        self.across = LetteredSplitter(
            Qt.Orientation.Horizontal,
            {views.facets: 32, views.results: 50, self.reading: 70},
            page=self.reading,
        )
        self._opener = views.results.add_button(self._facets)
        self._facets.triggered.connect(self._on_facets_turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(views.understood)
        column.addWidget(self.across, 1)

    def show_page(self, page: Page, visit: Visit) -> None:
        """Show a record in one language, from where its reader was last."""
        self._begin(visit)
        self.views.record.show_page(page, visit.place)
        self._turn_to(self.views.record)

    def show_mirror(self, pages: tuple[Page, Page], visit: Visit) -> None:
        """Show both languages side by side, which takes all the room beside the hits."""
        self._begin(visit)
        self.views.mirror.show_pages(*pages, visit.place)
        self._turn_to(self.views.mirror)

    @Slot()
    def show_nothing(self) -> None:
        """Show what can be done as long as no record is open."""
        self._visit = None
        self.views.record.show_nothing()
        self._turn_to(self.views.record)

    def _begin(self, visit: Visit) -> None:
        """Remember where the reader leaves what was read so far, perhaps to go on reading it."""
        if self._visit:
            mirrored = self.pages.currentWidget() is self.views.mirror
            self._visit.place = (self.views.mirror if mirrored else self.views.record).place()
        self._visit = visit

    def _turn_to(self, page: QWidget) -> None:
        if self.pages.currentWidget() is not page:
            self.pages.setCurrentWidget(page)
            self.turn_to_page()

    @Slot()
    def turn_to_page(self) -> None:
        """Show what is to be read, if the facets stand in its place."""
        self._is_opened_instead = False
        self._make_room()

    @Slot()
    def go_to_page(self) -> None:
        """Put the keyboard into what is read."""
        self.turn_to_page()
        (self.pages.currentWidget() or self.pages).setFocus()

    def order_tabs(self) -> None:
        """Lead Tab through the page as it is read, then on to the evidence, which is older."""
        page = self.pages.currentWidget()
        stops = [*_tab_stops(page), *_tab_stops(self.views.evidence)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @Slot(bool)
    def _on_facets_turned(self, on: bool) -> None:
        """Open or close the facets; who opens them in place of the page is going to them."""
        if on:
            self._way_back.remember()
        if self._has_room():
            self._is_wanted_beside = on
        else:
            self._is_opened_instead = on
        self._make_room()

    def _has_room(self) -> bool:
        """Tell whether there is room for the facets beside the page."""
        wide = self.width() >= _ROOM_FOR_FACETS * self.fontMetrics().averageCharWidth()
        return wide and self.pages.currentWidget() is not self.views.mirror

    def _fit(self) -> None:
        """Show what there is room for now; who is at the facets stays there."""
        if not self._has_room():
            self._is_opened_instead |= self._is_at_facets()
        elif self._is_opened_instead:
            self._is_wanted_beside, self._is_opened_instead = True, False
        self._make_room()

    def _make_room(self) -> None:
        """Show facets and page as far as they are wanted and there is room for both."""
        room = self._has_room()
        shown = self._is_wanted_beside if room else self._is_opened_instead
        hidden = (not shown, self._is_opened_instead)
        if (self.views.facets.isHidden(), self.reading.isHidden()) != hidden:
            self._turn(shown)
            self.across.share_out()
        self._facets.setChecked(shown)
        self._opener.setVisible(not room)
        self.views.results.filters.stand_in(not shown)

    def _turn(self, shown: bool) -> None:
        """Show or hide facets and page; the keyboard leaves a pane before that is hidden."""
        seen = {self.views.facets: shown, self.reading: not self._is_opened_instead}
        for pane in [pane for pane, stays in seen.items() if stays]:
            pane.show()
        if self._is_opened_instead and not self._is_at_facets():
            self.views.facets.enter()
        elif self._is_at_facets() and not shown and not self._way_back.go():
            self.views.results.focus()
        for pane, stays in seen.items():
            pane.setVisible(stays)

    def _is_at_facets(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.views.facets.isAncestorOf(focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_opened_instead:
            self.turn_to_page()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the facets away where there is no room for them."""
        super().resizeEvent(event)
        self._fit()


def _tab_stops(view: QWidget | None) -> list[QWidget]:
    """Return what Tab stops at within *view*, in reading order."""
    if view is None:
        return []
    parts = view.findChildren(QWidget)
    stops = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    places = {stop: stop.mapTo(view, stop.rect().topLeft()) for stop in stops}
    return sorted(stops, key=lambda stop: (places[stop].y(), places[stop].x()))
