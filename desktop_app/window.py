"""The frame: which view sits where. No behaviour."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from database.model.schema import Schema
from desktop_app import theme
from desktop_app.localization import Retranslating
from desktop_app.menus import Actions
from desktop_app.views.evidence_pane import EvidencePane
from desktop_app.views.facet_panel import FacetPanel
from desktop_app.views.language_switch import LanguageSwitch
from desktop_app.views.mirror_view import MirrorView
from desktop_app.views.record_view import RecordView
from desktop_app.views.result_pane import ResultPane
from desktop_app.views.search_bar import SearchBar
from desktop_app.views.suggestion_list import SuggestionList
from desktop_app.views.top_bar import TopBar
from desktop_app.views.understood_line import UnderstoodLine
from i18n.messages import _

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


class Window(Retranslating, QMainWindow):
    """Puts the views in their places and names the menus.

    Signals:
        painted: the window can be seen for the first time.
    """

    painted = Signal()

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self._is_painted = False
        self.actions_by_id = Actions(self)
        search_bar = SearchBar()
        self.views = Views(
            search_bar,
            SuggestionList(search_bar, schema),
            LanguageSwitch(),
            UnderstoodLine(),
            FacetPanel(),
            ResultPane(schema),
            RecordView(),
            MirrorView(),
            EvidencePane(),
        )
        self.edition = QLabel()
        self.count = QLabel()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        views, actions = self.views, self.actions_by_id
        self.menus = actions.fill(self.menuBar())
        self.top = TopBar(
            (actions["back"], actions["forward"]),
            views.search_bar,
            (actions["build"], actions["search_help"]),
            (actions["mirror"],),
            views.languages,
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(views.record)
        self.pages.addWidget(views.mirror)
        self.reading = self._splitter(Qt.Orientation.Vertical, self.pages, views.evidence)
        self.panes = self._splitter(
            Qt.Orientation.Horizontal, views.facets, views.results, self.reading
        )
        self.panes.setStretchFactor(2, 1)
        self.reading.setStretchFactor(0, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, views.understood, self.panes):
            column.addWidget(part, 1 if part is self.panes else 0)
        self.setCentralWidget(body)
        self.statusBar().addWidget(self.edition)
        self.statusBar().addPermanentWidget(self.count)
        self.statusBar().setSizeGripEnabled(False)
        self._size_panes()

    def _splitter(self, way: Qt.Orientation, *parts: QWidget) -> QSplitter:
        splitter = QSplitter(way)
        splitter.setHandleWidth(1)
        for part in parts:
            splitter.addWidget(part)
        return splitter

    def _size_panes(self) -> None:
        unit = self.fontMetrics().averageCharWidth()
        room = self.screen().availableSize()
        self.resize(min(unit * 170, room.width()), min(unit * 108, room.height()))
        self.panes.setSizes([unit * 27, unit * 50, unit * 93])
        self.reading.setSizes([unit * 90, unit * 18])

    def retranslate(self) -> None:
        """Name the window, its menus and its actions."""
        self.setWindowTitle(_("Tükör"))
        for message, menu in self.menus.items():
            menu.setTitle(_(message))
        self.actions_by_id.retranslate()
        self.actions_by_id.dress(theme.of(self.palette()).text)

    def mirror(self, on: bool) -> None:
        """Show both languages side by side, which takes the room of the facets too."""
        self.pages.setCurrentWidget(self.views.mirror if on else self.views.record)
        self.make_room()

    def order_tabs(self) -> None:
        """Lead Tab through the page as it is read, then on to the evidence, which is older."""
        page = self.pages.currentWidget()
        stops = [*_tab_stops(page), *_tab_stops(self.views.evidence)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def make_room(self) -> None:
        """Show the facets if they are wanted and there is room, else only the filters in use."""
        wide = self.width() >= _ROOM_FOR_FACETS * self.fontMetrics().averageCharWidth()
        wanted = self.actions_by_id["facets"].isChecked()
        mirrored = self.pages.currentWidget() is self.views.mirror
        shown = wanted and wide and not mirrored
        self.views.facets.setVisible(shown)
        self.views.results.filters.stand_in(not shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the facets away where there is no room for them."""
        super().resizeEvent(event)
        self.make_room()


def _tab_stops(view: QWidget | None) -> list[QWidget]:
    """Return what Tab stops at within *view*, in reading order."""
    if view is None:
        return []
    parts = view.findChildren(QWidget)
    stops = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    places = {stop: stop.mapTo(view, stop.rect().topLeft()) for stop in stops}
    return sorted(stops, key=lambda stop: (places[stop].y(), places[stop].x()))
