"""What is offered under the field, as rows."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from PySide6.QtGui import QKeySequence

from database.model.schema import Schema
from database.search.offer.offer import Offer
from desktop_app.models.index import NOWHERE, Index
from i18n.messages import pgettext


class OfferRole(IntEnum):
    """What a row has beside its words: the ``Offer``, and a word for its kind or its key."""

    OFFER = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2


class OfferListModel(QAbstractListModel):
    """Rows are offers in the order in which they came."""

    def __init__(self, schema: Schema, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self.offers: tuple[Offer, ...] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self.offers = tuple(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.shown
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (offer.shown, self._kind(offer), offer.detail)
                return ". ".join(part for part in parts if part)
            case OfferRole.OFFER:
                return offer
            case OfferRole.KIND:
                return self._seen_kind(index.row(), offer)
        return None

    def _seen_kind(self, row: int, offer: Offer) -> str:
        """Return what stands at the end of a row: for the first completion, its key."""
        first = next((n for n, each in enumerate(self.offers) if each.completes), None)
        if row == first:
            return QKeySequence(Qt.Key.Key_Tab).toString(QKeySequence.SequenceFormat.NativeText)
        return "" if offer.kind == "value" else self._kind(offer)

    def _kind(self, offer: Offer) -> str:
        match offer.kind:
            case "record":
                type_id = str(offer.record).partition("/")[0]
                return pgettext("schema", self._schema.types[type_id].label)
            case "term":
                return pgettext("offer", "Term")
            case "past":
                return pgettext("offer", "Searched before")
            case "field":
                return pgettext("offer", "Field")
            case "value":
                return pgettext("offer", "Value")
