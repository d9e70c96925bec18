"""The middle of the window: how many records there are, which, or why there are none."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from database.model.schema import Schema
from database.search.results import SearchResults
from desktop_app.localization import Retranslating
from desktop_app.models.result_list import ResultListModel
from desktop_app.views.empty_answer import EmptyAnswer
from desktop_app.views.result_list import ResultList
from i18n import formats, messages
from i18n.messages import _, ngettext


class ResultPane(Retranslating, QWidget):
    """Shows an answer, or what can be done where there is none.

    Signals:
        chosen: the id of the record that the reader has gone to.
        entered: the reader goes on to the record.
        left_upward: the reader goes back to the field.
        suggested: a spelling that the reader wants to try.
        filters_cleared: the reader wants to ask without filters.
        more_wanted: the reader has come to the end of a list that goes on.
    """

    chosen = Signal(str)
    entered = Signal()
    left_upward = Signal()
    suggested = Signal(str)
    filters_cleared = Signal()
    more_wanted = Signal()

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: SearchResults | None = None
        self._has_filters = False
        self._build(schema)
        self._connect()
        self.retranslate()

    def _build(self, schema: Schema) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = ResultListModel(schema, self)
        self._list = ResultList(self._model, self)
        self._empty = EmptyAnswer(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._new_header())
        layout.addWidget(self._pages, 1)
        self.setFocusProxy(self._list)

    def _new_header(self) -> QFrame:
        header = QFrame(self)
        header.setProperty("role", "bar")
        self._count = QLabel(header)
        self._hint = QLabel(header)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(header)
        unit = self.fontMetrics().height()
        layout.setContentsMargins(unit, unit // 2, unit, unit // 2)
        layout.addWidget(self._count)
        layout.addWidget(self._hint, 1)
        return header

    @property
    def results(self) -> SearchResults | None:
        """The answer on screen, ``None`` before the first one and after an error."""
        return self._results

    def _connect(self) -> None:
        self._list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._list.chosen.connect(self.chosen)
        self._list.left_rightward.connect(self.entered)
        self._list.left_upward.connect(self.left_upward)
        self._empty.suggested.connect(self.suggested)
        self._empty.filters_cleared.connect(self.filters_cleared)

    def retranslate(self) -> None:
        self._count.setText(self._counted())
        self._hint.setText(self._described())

    def show_results(self, results: SearchResults, has_filters: bool) -> None:
        """Show an answer; *has_filters* tells that it was narrowed."""
        self._results, self._has_filters = results, has_filters
        self._list.show_results(results)
        if results.hits:
            self._pages.setCurrentWidget(self._list)
        else:
            self._empty.show_nothing_found(results, has_filters)
            self._pages.setCurrentWidget(self._empty)
        self.retranslate()

    def show_error(self, sentence: str, remedy: str) -> None:
        """Show why there is no answer, and what to do; the answer before is taken away."""
        self._results = None
        self._model.clear()
        self._empty.show_error(sentence, remedy)
        self._pages.setCurrentWidget(self._empty)
        self.retranslate()

    def select(self, record_id: str | None) -> None:
        """Mark a record as the chosen one, and tell nobody."""
        self._list.select(record_id)

    @Slot()
    def focus(self) -> None:
        """Go to the list, or to what can be done where there is none."""
        if self._pages.currentWidget() is self._list:
            self._list.enter()
        else:
            self._empty.focus()

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        at_end = 0 < self._list.verticalScrollBar().maximum() <= value
        if at_end and self._results and len(self._results.hits) < self._results.total:
            self.more_wanted.emit()

    def _counted(self) -> str:
        if self._results is None:
            return ""
        total = self._results.total
        number = formats.number(total, messages.current())
        return ngettext("{n} record", "{n} records", total).format(n=number)

    def _described(self) -> str:
        """Say which records these are and in what order."""
        if self._results is None or not self._results.hits:
            return ""
        shown = len(self._results.hits)
        if shown < self._results.total:
            number = formats.number(shown, messages.current())
            return ngettext("the first {n} is shown", "the first {n} are shown", shown).format(
                n=number
            )
        if self._results.text.strip():
            return _("best match first")
        return _("narrowed by filters") if self._has_filters else _("everything in the dossier")
