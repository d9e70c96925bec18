"""Where the views of the window stand, between its top and its foot."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from database.model.schema import Schema
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

# Below this width, in characters of the window's font, the facets make room for hits and record.
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
    """Sets facets, hits, and what is read of them, side by side."""

    def __init__(self, top: TopBar, schema: Schema) -> None:
        super().__init__()
        self._facets_are_wanted = True
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(views.understood)
        column.addWidget(self.across, 1)

    @Slot(object)
    def show_mirror(self, pages: tuple[Page, Page]) -> None:
        """Show both languages side by side, which takes the room of the facets too."""
        self.views.mirror.show_pages(*pages)
        self._turn_to(self.views.mirror)

    @Slot()
    def show_record(self) -> None:
        """Show one language again."""
        self._turn_to(self.views.record)

    @Slot()
    def show_nothing(self) -> None:
        """Show what can be done as long as no record is open."""
        self.views.record.show_nothing()
        self.show_record()

    def _turn_to(self, page: QWidget) -> None:
        if self.pages.currentWidget() is not page:
            self.pages.setCurrentWidget(page)
            self._make_room()

    def order_tabs(self) -> None:
        """Lead Tab through the page as it is read, then on to the evidence, which is older."""
        page = self.pages.currentWidget()
        stops = [*_tab_stops(page), *_tab_stops(self.views.evidence)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @Slot(bool)
    def want_facets(self, on: bool) -> None:
        """Show the facets where there is room for them, or never."""
        self._facets_are_wanted = on
        self._make_room()

    def _make_room(self) -> None:
        """Show the facets if they are wanted and there is room, else only the filters in use."""
        wide = self.width() >= _ROOM_FOR_FACETS * self.fontMetrics().averageCharWidth()
        mirrored = self.pages.currentWidget() is self.views.mirror
        shown = self._facets_are_wanted and wide and not mirrored
        if self.views.facets.isHidden() == shown:
            self.views.facets.setVisible(shown)
            self.across.share_out()
        self.views.results.filters.stand_in(not shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the facets away where there is no room for them."""
        super().resizeEvent(event)
        self._make_room()


def _tab_stops(view: QWidget | None) -> list[QWidget]:
    """Return what Tab stops at within *view*, in reading order."""
    if view is None:
        return []
    parts = view.findChildren(QWidget)
    stops = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    places = {stop: stop.mapTo(view, stop.rect().topLeft()) for stop in stops}
    return sorted(stops, key=lambda stop: (places[stop].y(), places[stop].x()))
