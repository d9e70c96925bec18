"""Saved or past searches, as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from database.notebook import EntryKind, Question
from desktop_app.models.index import NOWHERE, Index
from desktop_app.presentation.narrowing import folded
from desktop_app.presentation.question import Worded
from i18n import formats, messages
from i18n.messages import N_, _, ngettext

_TOTAL = 2  # the column of a saved search that has its number of records
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COLUMNS: dict[EntryKind, tuple[str, ...]] = {
    "saved": (N_("Name"), N_("Question"), N_("Records"), N_("Saved on")),
    "past": (N_("Question"), N_("Asked on")),
}


class QuestionTableModel(QAbstractTableModel):
    """Rows are entries of one kind; saved ones can be dragged and their names edited.

    Signals:
        renamed: an ``Entry`` and the name that the reader wrote.
    """

    ENTRY = Qt.ItemDataRole.UserRole + 1
    FILTER = Qt.ItemDataRole.UserRole + 2

    renamed = Signal(object, str)

    def __init__(self, kind: EntryKind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind: EntryKind = kind
        self.rows: tuple[Worded, ...] = ()
        self._totals: dict[Question, int] = {}

    def show(self, rows: Sequence[Worded]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def show_total(self, question: Question, total: int) -> None:
        """Show how many records answer to a saved *question*."""
        self._totals[question] = total
        for number, row in enumerate(self.rows):
            if row.entry.question == question:
                cell = self.index(number, _TOTAL)
                self.dataChanged.emit(cell, cell)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(_COLUMNS[self._kind])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._cells(row)[index.column()]
            case Qt.ItemDataRole.EditRole:
                return row.name
            case Qt.ItemDataRole.TextAlignmentRole if self._counts(index.column()):
                return _RIGHT
            case Qt.ItemDataRole.AccessibleTextRole if self._counts(index.column()):
                return self._total(row, spoken=True)
            case self.ENTRY:
                return row.entry
            case self.FILTER:
                return folded(f"{row.name}\n{row.asked}")
        return None

    def _cells(self, row: Worded) -> tuple[str, ...]:
        if self._kind == "saved":
            return row.name, row.asked, self._total(row), row.at
        return row.asked, row.at

    def _counts(self, column: int) -> bool:
        return self._kind == "saved" and column == _TOTAL

    def _total(self, row: Worded, *, spoken: bool = False) -> str:
        """Return how many records answer, ``""`` as long as that is not known."""
        total = self._totals.get(row.entry.question)
        if total is None:
            return ""
        words = ngettext("{n} record", "{n} records", total) if spoken else "{n}"
        return words.format(n=formats.number(total, messages.current()))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of a new name; the row follows when it has been written down."""
        row = self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or value == row.name:
            return False
        self.renamed.emit(row.entry, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._kind == "saved":
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if self._kind == "saved" and index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Return what dragging does to a row: it moves."""
        return Qt.DropAction.MoveAction

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_COLUMNS[self._kind][section])
        if role == Qt.ItemDataRole.TextAlignmentRole and self._counts(section):
            return _RIGHT
        return None
