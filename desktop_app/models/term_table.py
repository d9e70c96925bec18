"""The terms of the glossary as rows of a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from database.model.record import Term
from desktop_app.models.index import NOWHERE, Index
from desktop_app.presentation.narrowing import folded
from i18n import collation, messages
from i18n.messages import N_, _

COLUMNS = (N_("English"), N_("Hungarian"), N_("Definition"))
_LANGUAGES = ("en", "hu")
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TermTableModel(QAbstractTableModel):
    """Rows are terms; the definition is in the language in force, the names in every language."""

    FILTER = Qt.ItemDataRole.UserRole + 1
    NAME = Qt.ItemDataRole.UserRole + 2  # in the language in force

    def __init__(self, terms: Sequence[Term], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terms = list(terms)

    def arrange(self, typed: str = "") -> None:
        """Order the terms by their name in the language in force; who holds one keeps it.

        What is called as was *typed*, in small letters without accents, comes first, then what
        begins so.
        """
        locale = messages.current()

        def place(term: Term) -> tuple[int, bytes]:
            own = term.labels[locale.code][0]
            return _nearness(term, typed), collation.sort_key(own, locale)

        self.layoutAboutToBeChanged.emit()
        before = [*self._terms]
        self._terms.sort(key=place)
        rows = {id(term): row for row, term in enumerate(self._terms)}
        held = self.persistentIndexList()
        moved = [self.index(rows[id(before[old.row()])], old.column()) for old in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of terms."""
        return 0 if parent.isValid() else len(self._terms)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, what the filter compares, or the name of the term."""
        if not index.isValid():
            return None
        term = self._terms[index.row()]
        if role == self.NAME:
            return term.labels[messages.current().code][0]
        words = self._words(term, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _TOP_LEFT  # names stand beside the first line of what they mean
        return folded(words) if role == self.FILTER else None

    def _words(self, term: Term, column: int) -> str:
        if column < len(_LANGUAGES):
            return "\n".join(term.labels[_LANGUAGES[column]])
        return term.definition.within(messages.current().code)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section])
        return None


def _nearness(term: Term, typed: str) -> int:
    """Return 0 if *typed* is a name of a term, 1 if one begins so, else 2."""
    names = [folded(name) for language in _LANGUAGES for name in term.labels[language]]
    if typed in names:
        return 0
    return 1 if typed and any(name.startswith(typed) for name in names) else 2
