"""The middle of the window: how many records there are, which, or why there are none."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from database.model.schema import Schema
from database.search.request import SearchRequest
from database.search.results import SearchResults
from desktop_app.models.result_list import ResultListModel
from desktop_app.views.column_area import ColumnArea
from desktop_app.views.results.empty_answer import EmptyAnswer
from desktop_app.views.results.expansion_bar import ExpansionBar
from desktop_app.views.results.filter_bar import FilterBar
from desktop_app.views.results.result_header import ResultHeader
from desktop_app.views.results.result_list import ResultList


class ResultPane(QWidget):
    """Shows an answer and what else was searched for it, or what can be done where there is none.

    All that comes and goes with an answer stands here: no other pane moves under the reader's eyes.

    Signals:
        chosen: the id of the record that the reader has gone to, and the name of its dossier.
        clicked: the reader has clicked a hit, the chosen one or another.
        entered: the reader goes on to the record.
        left_upward: the reader goes back to the field.
        ordered: the ``Order`` that the reader wants.
        left_out: all expansions that are not to be searched, a ``frozenset`` of ``searched``.
        narrowed: the filters that the reader leaves: the wanted values, and the excluded ones.
        suggested: another question that the reader wants to try.
        filters_cleared: the reader wants to ask without filters.
        widened: the reader wants to search besides what had been taken off.
        everything_wanted: the reader wants to see all records.
        help_wanted: the reader wants to know how to search.
        more_wanted: the reader has come near the end of a list that goes on.
        earlier_wanted: the reader has come near the top of a list that does not begin there.
        start_wanted: the reader wants to go to the very first hit, which is not there.
        end_wanted: the reader wants to go to the very last hit, which is not there.
        room_changed: how many hits are worth asking for at once.
    """

    chosen = Signal(str, str)
    clicked = Signal()
    entered = Signal()
    left_upward = Signal()
    ordered = Signal(str)
    left_out = Signal(object)
    narrowed = Signal(object, object)
    suggested = Signal(str)
    filters_cleared = Signal()
    widened = Signal()
    everything_wanted = Signal()
    help_wanted = Signal()
    more_wanted = Signal()
    earlier_wanted = Signal()
    start_wanted = Signal()
    end_wanted = Signal()
    room_changed = Signal(int)

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: SearchResults | None = None
        self._request: SearchRequest | None = None
        self._build(schema)
        self._connect()

    def _build(self, schema: Schema) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = ResultListModel(schema, self)
        # Made from the top down, since Tab goes in the order in which they are made.
        self._header = ResultHeader(self)
        self.filters = FilterBar(self)
        self.expansions = ExpansionBar(self)
        self._list = ResultList(self._model, self)
        self._empty = EmptyAnswer(self)
        self._instead = ColumnArea(self._empty, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._instead)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)
        self._column.addWidget(self.filters)
        self._column.addWidget(self.expansions)
        self._column.addWidget(self._pages, 1)

    def add_button(self, action: QAction) -> QWidget:
        """Have a button for *action* over the hits; return it."""
        return self._header.add_button(action)

    def name_dossiers(self, titles: Mapping[str, Mapping[str, str]]) -> None:
        """Let each hit name its dossier: by id, the title in each language."""
        self._model.name_dossiers(titles)

    @property
    def results(self) -> SearchResults | None:
        """The answer on screen, ``None`` before the first one and after an error."""
        return self._results

    def _connect(self) -> None:
        self._list.end_neared.connect(self._on_end_neared)
        self._list.top_neared.connect(self._on_top_neared)
        self._list.start_wanted.connect(self.start_wanted)
        self._list.room_changed.connect(self.room_changed)
        self._list.end_wanted.connect(self._on_end_wanted)
        self._list.chosen.connect(self.chosen)
        self._list.clicked.connect(lambda: self.clicked.emit())
        self._list.left_rightward.connect(self.entered)
        self._list.left_upward.connect(self.left_upward)
        self._header.ordered.connect(self.ordered)
        self.filters.narrowed.connect(self.narrowed)
        self.expansions.left_out.connect(self.left_out)
        self._header.suggested.connect(self.suggested)
        self._empty.suggested.connect(self.suggested)
        self._empty.narrowed.connect(self.narrowed)
        self._empty.filters_cleared.connect(self.filters_cleared)
        self._empty.widened.connect(self.widened)
        self._empty.everything_wanted.connect(self.everything_wanted)
        self._empty.help_wanted.connect(self.help_wanted)

    def show_results(self, results: SearchResults, request: SearchRequest) -> None:
        """Show the answer to *request*; the same in other words leaves the list where it is."""
        stays = self._results is not None and _same_question(self._request, request)
        self._results, self._request = results, request
        self._header.show_answer(results, request)
        self.expansions.show_expansions(results.expansions, request)
        self._column.activate()
        self._list.show_results(results, stays=stays)
        if results.hits:
            self._pages.setCurrentWidget(self._list)
        else:
            self._empty.show_nothing_found(results, request)
            self._pages.setCurrentWidget(self._instead)

    def append_results(self, results: SearchResults) -> None:
        """Go on with the next page of the answer on screen."""
        self._list.append_results(results)

    def prepend_results(self, results: SearchResults) -> None:
        """Put the page before the hits on screen above them."""
        self._list.prepend_results(results)

    def move_to(self, results: SearchResults) -> None:
        """Go to another page of the answer on screen: its last hit, or its first one."""
        self._list.move_to(results)

    def show_error(self, sentence: str, remedy: str) -> None:
        """Show why there is no answer, and what to do; the answer before is taken away."""
        self._results = None
        self._model.clear()
        self._empty.show_error(sentence, remedy)
        self._pages.setCurrentWidget(self._instead)
        self._header.show_answer(None, None)

    def select(self, record_id: str | None, dossier: str = "") -> None:
        """Mark a record as the chosen one, that of *dossier* if several have it; tell nobody."""
        self._list.select(record_id, dossier)

    @Slot()
    def choose_order(self) -> None:
        """Open the choice of orders."""
        self._header.orders.open()

    @Slot()
    def tell_why(self) -> None:
        """Say why the chosen record was found."""
        self._list.tell_why()

    @Slot()
    def focus(self) -> None:
        """Go to the list, or to what can be done where there is none."""
        if self._pages.currentWidget() is self._list:
            self._list.enter()
        else:
            self._empty.focus()

    @Slot()
    def _on_end_neared(self) -> None:
        if self._goes_on():
            self.more_wanted.emit()

    @Slot()
    def _on_top_neared(self) -> None:
        first, _end = self._model.part
        if first:
            self.earlier_wanted.emit()

    @Slot()
    def _on_end_wanted(self) -> None:
        if self._goes_on():
            self.end_wanted.emit()
        else:
            self._list.choose_last()

    def _goes_on(self) -> bool:
        """Tell whether there are hits below those in the list."""
        _first, end = self._model.part
        return self._results is not None and end < self._results.total


def _same_question(before: SearchRequest | None, now: SearchRequest) -> bool:
    """Tell whether two requests differ only in their language and in which hits they want."""
    if before is None:
        return False
    return now == replace(before, locale=now.locale, first=now.first, limit=now.limit)
