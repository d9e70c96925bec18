"""Saved or past searches, as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from database.notebook import Shelf
from desktop_app.models.term_table import TermTableModel
from desktop_app.presentation.question import Worded
from i18n.messages import N_, _

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_COLUMNS: dict[Shelf, tuple[str, ...]] = {
    "saved": (N_("Name"), N_("Question"), N_("Saved on")),
    "past": (N_("Question"), N_("Asked on")),
}


class QuestionTableModel(QAbstractTableModel):
    """Rows are entries of one shelf; the names of saved ones can be edited.

    Signals:
        renamed: an ``Entry`` and the name that the reader wrote.
    """

    ENTRY = Qt.ItemDataRole.UserRole + 1
    FILTER = Qt.ItemDataRole.UserRole + 2

    renamed = Signal(object, str)

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf: Shelf = shelf
        self.rows: tuple[Worded, ...] = ()

    def show(self, rows: Sequence[Worded]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_COLUMNS[self._shelf])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._cells(row)[index.column()]
            case Qt.ItemDataRole.EditRole:
                return row.name
            case self.ENTRY:
                return row.entry
            case self.FILTER:
                return TermTableModel.folded(f"{row.name}\n{row.asked}")
        return None

    def _cells(self, row: Worded) -> tuple[str, ...]:
        cells = (row.asked, row.day)
        return (row.name, *cells) if self._shelf == "saved" else cells

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of a new name; the row follows when it has been written down."""
        row = self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or value == row.name:
            return False
        self.renamed.emit(row.entry, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._shelf == "saved" and index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_COLUMNS[self._shelf][section])
        return None
