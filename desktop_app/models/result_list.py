"""The hits of the newest answer, as rows."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from database.model.record import RecordId
from database.model.schema import Schema
from database.search.results import Hit, SearchResults, plain
from desktop_app.models.index import NOWHERE, Index
from desktop_app.presentation.reasons import reasons
from i18n import messages
from i18n.messages import pgettext


class ResultRole(IntEnum):
    """What a row has beside its words: the ``Hit``."""

    HIT = Qt.ItemDataRole.UserRole + 1


class ResultListModel(QAbstractListModel):
    """Rows are hits in the order of the answer, all of them or a part without gaps.

    The model never searches by itself.
    """

    def __init__(self, schema: Schema, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._hits: list[Hit] = []
        self._first = 0
        self._rows: dict[tuple[RecordId, str], int] = {}
        self._dossiers: Mapping[str, Mapping[str, str]] = {}
        # Every row is asked for its hit at every keystroke.
        self._told: Mapping[int, Callable[[Hit], Any]] = {
            ResultRole.HIT: lambda hit: hit,
            Qt.ItemDataRole.DisplayRole: lambda hit: plain(hit.title_fragments),
            Qt.ItemDataRole.ToolTipRole: self._reasons,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }

    def name_dossiers(self, titles: Mapping[str, Mapping[str, str]]) -> None:
        """Tell each row's dossier apart from now on: by its id, its title in each language."""
        self._dossiers = titles

    def show(self, results: SearchResults) -> None:
        """Replace every row."""
        self._replace(results.hits, results.first)

    def append(self, results: SearchResults) -> None:
        """Add the next page of the same answer below the rows that are there."""
        if not results.hits:
            return
        first = len(self._hits)
        self.beginInsertRows(QModelIndex(), first, first + len(results.hits) - 1)
        self._add(results.hits)
        self.endInsertRows()

    def prepend(self, results: SearchResults) -> None:
        """Put the page before the first row above the rows that are there."""
        if not results.hits:
            return
        self.beginInsertRows(QModelIndex(), 0, len(results.hits) - 1)
        after = tuple(self._hits)
        self._put(results.hits, results.first)
        self._add(after)
        self.endInsertRows()

    def clear(self) -> None:
        """Take every row away."""
        self._replace((), 0)

    @property
    def part(self) -> tuple[int, int]:
        """Which hits of the answer the rows are: the number of the first, and one past the last."""
        return self._first, self._first + len(self._hits)

    def hit(self, row: int) -> Hit:
        """Return the hit of a row."""
        return self._hits[row]

    def row_of(self, record_id: RecordId | None, dossier: str = "") -> int | None:
        """Return the row of a record, ``None`` if it is not among the hits.

        Where several dossiers have it, that of *dossier* is meant, else the first.
        """
        if record_id is None:
            return None
        return self._rows.get((record_id, dossier), self._rows.get((record_id, "")))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tell = self._told.get(role)
        return tell(self._hits[index.row()]) if tell and index.isValid() else None

    def _replace(self, hits: tuple[Hit, ...], first: int) -> None:
        self.beginResetModel()
        self._put(hits, first)
        self.endResetModel()

    def _put(self, hits: tuple[Hit, ...], first: int) -> None:
        self._first = first
        self._hits.clear()
        self._rows.clear()
        self._add(hits)

    def _add(self, hits: tuple[Hit, ...]) -> None:
        for hit in hits:
            self._rows.setdefault((hit.id, ""), len(self._hits))  # several dossiers may have it
            self._rows[hit.id, hit.dossier] = len(self._hits)
            self._hits.append(hit)

    def type_name(self, hit: Hit) -> str:
        """Return what the type of a hit is called."""
        return pgettext("schema", self._schema.types[hit.type].label)

    def dossier_name(self, hit: Hit) -> str:
        """Return what the dossier of a hit is called, ``""`` where only one is open."""
        title = self._dossiers.get(hit.dossier, {})
        return title.get(messages.current().code) or next(iter(title.values()), "")

    def _reasons(self, hit: Hit) -> str:
        told = (*reasons(hit, messages.current()), self.dossier_name(hit))
        return "\n".join(filter(None, told))

    def _spoken(self, hit: Hit) -> str:
        """Return the whole row for those who hear it, and why it was found."""
        title, snippet = plain(hit.title_fragments), plain(hit.snippet)
        why = reasons(hit, messages.current())
        parts = (
            self.type_name(hit),
            title,
            ", ".join(hit.facts),
            snippet,
            *why,
            self.dossier_name(hit),
        )
        return ". ".join(part for part in parts if part)
