"""The glossary: the concepts of the field in both languages, with their definitions."""

from collections.abc import Sequence

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from database.model.record import Term
from desktop_app.localization import Retranslating
from desktop_app.models.term_table import TermTableModel
from i18n.messages import _


class GlossaryDialog(Retranslating, QDialog):
    """Lists every term in the order of the reader's alphabet; a field narrows the list."""

    def __init__(self, terms: Sequence[Term], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TermTableModel(terms, self)
        self._shown = QSortFilterProxyModel(self)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._shown.setSourceModel(self._model)
        self._shown.setFilterKeyColumn(-1)
        self._shown.setFilterRole(TermTableModel.FILTER)
        self._field = QLineEdit(self)
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._on_text_changed)
        self._label = QLabel(self)
        self._label.setBuddy(self._field)
        self._table = self._make_table()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self._label, self._field, self._table, buttons):
            column.addWidget(part)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 130, unit * 80)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._shown)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        unit = self.fontMetrics().averageCharWidth()
        for column, characters in enumerate((32, 32, 60)):
            table.setColumnWidth(column, unit * characters)
        return table

    def retranslate(self) -> None:
        """Name the dialog and sort the terms by the reader's alphabet."""
        self.setWindowTitle(_("Glossary"))
        self._label.setText(_("&Find a term in either language:"))
        self._table.setAccessibleName(_("Terms"))
        self._model.sort_by_alphabet()

    def _on_text_changed(self, text: str) -> None:
        self._shown.setFilterFixedString(TermTableModel.folded(text))
