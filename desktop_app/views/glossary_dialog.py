"""The glossary: the concepts of the field in both languages, with their definitions."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QSortFilterProxyModel, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from database.model.record import Term
from desktop_app import screen
from desktop_app.localization import Retranslating
from desktop_app.models.index import Index
from desktop_app.models.term_table import TermTableModel
from desktop_app.presentation.narrowing import folded
from desktop_app.views.filter_field import FilterField
from i18n.messages import _

_ROUNDED = 4  # pixels that a line may be wider where it is painted than where it is measured


class _Cells(QStyledItemDelegate):
    """Counts the air of the style sheet beside words, which Qt forgets where it wraps them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        air = option.fontMetrics.height() + _ROUNDED
        option.rect = option.rect.adjusted(0, 0, -air, 0)
        return super().sizeHint(option, index)


class GlossaryDialog(Retranslating, QDialog):
    """Lists every term in the order of the reader's alphabet; a field narrows the list.

    Enter, in the field too, or a double click searches for the term that is chosen.

    Signals:
        asked: the name of a term that the reader wants to be searched for; the dialog closes.
    """

    asked = Signal(str)

    def __init__(self, terms: Sequence[Term], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TermTableModel(terms, self)
        self._shown = QSortFilterProxyModel(self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._shown.setSourceModel(self._model)
        self._shown.setFilterKeyColumn(-1)
        self._shown.setFilterRole(TermTableModel.FILTER)
        self._field = FilterField(self)
        self._label = QLabel(self)
        self._label.setBuddy(self._field)
        self._table = self._make_table()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._search = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._search.setDefault(True)
        self._search.setEnabled(False)
        line = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        for part in (self._label, self._field, self._table, self._buttons):
            column.addWidget(part)
        unit = self.fontMetrics().averageCharWidth()
        room = screen.room_for(self)
        self.resize(min(unit * 130, room.width()), min(unit * 80, room.height()))

    def _connect(self) -> None:
        # Hundreds of rows are measured once for all columns and terms that change together.
        measure = QTimer(self, singleShot=True, interval=0)
        measure.timeout.connect(self._measure)
        self._table.horizontalHeader().sectionResized.connect(measure.start)
        for changed in (self._shown.layoutChanged, self._shown.rowsInserted):
            changed.connect(measure.start)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.confirmed.connect(self._search.click)
        self._field.left_downward.connect(self._on_left_downward)
        self._table.doubleClicked.connect(self._search.click)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._shown)
        table.setItemDelegate(_Cells(table))
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)  # some rows are tall
        return table

    def retranslate(self) -> None:
        """Name the dialog and sort the terms by the reader's alphabet."""
        self.setWindowTitle(_("Glossary"))
        self._label.setText(_("&Find a term in either language"))
        self._table.setAccessibleName(_("Terms"))
        self._search.setText(_("&Search for it"))
        self._arrange()

    def _measure(self) -> None:
        """Give rows their heights; the chosen term stays in sight wherever it has gone."""
        self._table.resizeRowsToContents()
        if self._table.selectionModel().hasSelection():
            self._table.scrollTo(self._table.currentIndex())

    def _arrange(self) -> None:
        self._model.arrange(folded(self._field.text().strip()))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        """Narrow the list and choose its first term, the one most likely meant."""
        self._arrange()
        self._shown.setFilterFixedString(folded(text.strip()))
        if text and self._shown.rowCount():
            self._table.selectRow(0)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self._search.setEnabled(self._table.selectionModel().hasSelection())

    @Slot()
    def _on_left_downward(self) -> None:
        if not self._table.selectionModel().hasSelection():
            self._table.selectRow(0)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_accepted(self) -> None:
        name = self._table.currentIndex().data(TermTableModel.NAME)
        self.accept()
        self.asked.emit(name)
