"""The list of hits."""

from math import ceil

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from database.model.record import RecordId
from database.search.results import SearchResults
from desktop_app.localization import Retranslating
from desktop_app.models.index import Index
from desktop_app.models.result_list import ResultListModel, ResultRole
from desktop_app.views.results.result_delegate import ResultDelegate
from desktop_app.views.results.rows_in_sight import RowsInSight
from desktop_app.views.results.why_note import WhyNote
from i18n.messages import _

# How many characters of the reader's font a row needs to be worth reading.
_NARROWEST = 24
_WIDE = 58
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_TO_THE_RECORD = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResultList(Retranslating, QListView):
    """Shows hits, one of them chosen; a new answer keeps the choice if it has that record.

    Signals:
        chosen: the id of the record that the reader has gone to, by mouse or keyboard, and the
            name of its dossier.
        left_rightward: the reader goes on to the record, by Space or Enter.
        left_upward: the reader goes back to the field, by Up from the first row.
        end_neared: less than a quarter of a screenful is left below.
        top_neared: less than a quarter of a screenful is left above.
        room_changed: how many rows are worth asking for at once: half as much again as is in sight.
        start_wanted: the reader pressed Home, and the first hit of the answer is not there.
        end_wanted: the reader pressed End.
    """

    chosen = Signal(str, str)
    left_rightward = Signal()
    left_upward = Signal()
    end_neared = Signal()
    top_neared = Signal()
    room_changed = Signal(int)
    start_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, model: ResultListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = model
        self._chosen_id: RecordId | str | None = None
        self._dossier = ""
        self._telling = True
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._why = WhyNote(self)
        self._delegate = ResultDelegate(self._hits, self.font(), self)
        self.setItemDelegate(self._delegate)
        self._in_sight = RowsInSight(self, self._delegate)
        self.setModel(self._hits)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # All of it is painted here, so nothing behind it needs to be.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _connect(self) -> None:
        self._hits.modelReset.connect(self._delegate.forget_rows)
        self._hits.modelReset.connect(self._why.hide)
        self._hits.rowsInserted.connect(self._on_rows_inserted)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._tell_if_near_edge)
        # It is there always, lest words be set anew; where it can do nothing it is not seen.
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))

    def retranslate(self) -> None:
        self.setAccessibleName(_("Results"))
        self._set_afresh()

    def show_results(self, results: SearchResults, *, stays: bool = False) -> None:
        """Show the hits of an answer, from the top.

        With *stays* they are the hits that are there already, in other words: the list stays where
        the reader is.
        """
        anchor = self._anchor() if stays else None
        if not stays:
            self.scrollToTop()  # lest the edge of the list before seem near
        self._telling = False
        with self._in_sight.painted_where_changed():
            self._hits.show(results)
            self.select(self._chosen_id, self._dossier)
            self.doItemsLayout()
            if anchor:
                self._return_to(*anchor)
            else:
                self.scrollToTop()
        self._tell_if_near_edge()

    def append_results(self, results: SearchResults) -> None:
        """Go on with the next hits of the answer; choice and place stay."""
        place, before = self.verticalScrollBar().value(), self._hits.rowCount()
        self._hits.append(results)
        row = self._hits.row_of(self._chosen_id, self._dossier)
        if row is not None and row >= before:
            # The record that is open has come into the list.
            self.select(self._chosen_id, self._dossier)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)
        self._tell_if_near_edge()

    def prepend_results(self, results: SearchResults) -> None:
        """Go on upward with the hits before; choice and place stay."""
        anchor = self._anchor()
        self._hits.prepend(results)
        row = self._hits.row_of(self._chosen_id, self._dossier)
        if row is not None and row < len(results.hits):
            # The record that is open has come into the list.
            self.select(self._chosen_id, self._dossier)
        self.doItemsLayout()
        self._return_to(*anchor)
        self._tell_if_near_edge()

    def move_to(self, results: SearchResults) -> None:
        """Show another page of the answer; its last hit is chosen, of the first page the first."""
        self._hits.show(results)
        self.doItemsLayout()
        if results.first:
            self.choose_last()
        else:
            self._go_to(0)
        self._tell_if_near_edge()

    def choose_last(self) -> None:
        """Choose the last row."""
        if count := self._hits.rowCount():
            self._go_to(count - 1)

    def select(self, record_id: str | None, dossier: str = "") -> None:
        """Mark a record as the chosen one, none if it is not among the hits, and tell nobody.

        Of several dossiers that have it, it is that of *dossier*.
        """
        self._chosen_id, self._dossier = record_id, dossier
        row = self._hits.row_of(record_id, dossier)
        self._telling = False
        if row is None:
            self.selectionModel().clear()
        else:
            self._go_to(row)
        self._telling = True

    def enter(self) -> None:
        """Take the focus, and choose the first hit if none is chosen."""
        self._choose_some()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell_why(self) -> None:
        """Show why the chosen record, else the first, was found; a screen reader hears it."""
        index = self.currentIndex() if self.currentIndex().isValid() else self._hits.index(0)
        if not index.isValid():
            return
        self.scrollTo(index)
        told = index.data(Qt.ItemDataRole.ToolTipRole) or _("Nothing was asked: all are listed.")
        self._why.tell(told, self.visualRect(index))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._why.hide()
        if self._telling and current.isValid():
            hit = current.data(ResultRole.HIT)
            self._chosen_id, self._dossier = hit.id, hit.dossier
            self.chosen.emit(hit.id, hit.dossier)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TO_THE_RECORD and self.currentIndex().isValid():
            self.left_rightward.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self._go_above()
        elif event.key() == Qt.Key.Key_Home and self._hits.part[0]:
            self.start_wanted.emit()
        elif event.key() == Qt.Key.Key_End:
            self.end_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first hit for those who come by Tab and have chosen none."""
        if event.reason() in _BY_TAB:
            self._choose_some()
        self._telling, telling = False, self._telling  # Qt makes the first row the current one
        super().focusInEvent(event)
        self._telling = telling

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._why.hide()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._why.hide()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._in_sight.paint(event.region())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._delegate.set_width(event.size().width()):  # that of the viewport
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
        self._tell_of_room()
        self._tell_if_near_edge()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_afresh()

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(_WIDE * letter, 12 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(_NARROWEST * letter, 4 * self.fontMetrics().height())

    @Slot()
    def _tell_if_near_edge(self) -> None:
        bar = self.verticalScrollBar()
        near = bar.pageStep() // 4
        if bar.maximum() - bar.value() < near:
            self.end_neared.emit()
        if bar.value() - bar.minimum() < near:
            self.top_neared.emit()

    def _tell_of_room(self) -> None:
        self.room_changed.emit(ceil(1.5 * self.viewport().height() / self._delegate.usual_height))

    @Slot(QModelIndex, int, int)
    def _on_rows_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        if not first:
            self._delegate.forget_rows()

    def _go_above(self) -> None:
        """Leave the list, unless hits that come before the first row are still on their way."""
        if self._hits.part[0]:
            self.top_neared.emit()
        else:
            self.left_upward.emit()

    def _set_afresh(self) -> None:
        self._why.hide()  # its row will be elsewhere
        self._delegate.set_font(self.font())
        self.scheduleDelayedItemsLayout()
        self._tell_of_room()

    def _choose_some(self) -> None:
        if not self.selectionModel().hasSelection() and self._hits.rowCount():
            self.selectionModel().clearCurrentIndex()
            self._go_to(0)

    def _go_to(self, row: int) -> None:
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._hits.index(row), select)

    def _anchor(self) -> tuple[RecordId | None, int]:
        """Return a record that should stay in its place, and where that is.

        It is the chosen one if that can be seen, else the one at the top.
        """
        seen = self.viewport().rect()
        for index in (self.currentIndex(), self.indexAt(seen.topLeft())):
            box = self.visualRect(index)
            if index.isValid() and box.intersects(seen):
                return index.data(ResultRole.HIT).id, box.top()
        return None, 0

    def _return_to(self, record_id: RecordId | None, top: int) -> None:
        row = self._hits.row_of(record_id)
        if row is not None:
            moved = self.visualRect(self._hits.index(row)).top() - top
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
