"""Sets the rows of the result list in type."""

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from database.model.record import RecordId
from desktop_app.look import icons
from desktop_app.models.index import Index
from desktop_app.models.result_list import ResultListModel
from desktop_app.presentation.reasons import note
from desktop_app.views.results.result_card import CardFonts, CardFrame, ResultCard
from i18n import messages

# What can be seen of a hit; the rest, such as its score, is another one at every letter.
_Look = tuple[object, ...]
_Cards = dict[RecordId, tuple[_Look, ResultCard]]

# More cards than this are thrown away, not kept for an answer that may come again.
_MOST_CARDS = 300


class ResultDelegate(QStyledItemDelegate):
    """Sets each hit in type once for the width and font it was told.

    A hit that comes again in the next answer is not set again.
    """

    def __init__(self, hits: ResultListModel, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits = hits  # a row costs a tenth of what it costs by way of an index
        self._frame = CardFrame(0, CardFonts.of(font))
        self._cards = _Cards()
        self._in_rows: dict[int, ResultCard] = {}  # those that have been asked for
        self._heights: dict[int, int] = {}  # by row, since a long list has more rows than cards
        self._icons: dict[tuple[str, str, int, float], QPixmap] = {}

    def set_width(self, width: int) -> bool:
        """Set rows in type for this width from now on; tell whether it is another one."""
        changed = width != self._frame.width
        if changed:
            self._set_afresh(CardFrame(width, self._frame.fonts))
        return changed

    def set_font(self, font: QFont) -> None:
        """Set every row in type afresh in this font, and in the words of today."""
        self._set_afresh(CardFrame(self._frame.width, CardFonts.of(font)))

    def forget_rows(self) -> None:
        """Other hits stand in the rows now."""
        self._in_rows.clear()
        self._heights.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._frame.width, self.height(index.row()))

    def height(self, row: int) -> int:
        """Return the height of a row, in pixels."""
        height = self._heights.get(row)
        if height is None:
            height = self._heights[row] = self._frame.height(self._hits.hit(row))
        return height

    @property
    def usual_height(self) -> int:
        """The height of most rows, in pixels."""
        return self._frame.usual_height

    def card(self, row: int) -> ResultCard:
        """Return the row as it is set in type: the same card as long as it looks the same."""
        card = self._in_rows.get(row)
        if card is None:
            card = self._in_rows[row] = self._card_of(row)
        return card

    def _card_of(self, row: int) -> ResultCard:
        hit = self._hits.hit(row)
        names = self._hits.type_name(hit), self._hits.dossier_name(hit)
        look = (*names, hit.title_fragments, hit.snippet, hit.facts, note(hit, messages.current()))
        kept = self._cards.get(hit.id)
        if kept and kept[0] == look:
            return kept[1]
        if len(self._cards) >= _MOST_CARDS:
            self._cards.clear()
            self._in_rows.clear()
        card = ResultCard(hit, *names, self._frame)
        self._cards[hit.id] = (look, card)
        return card

    def _set_afresh(self, frame: CardFrame) -> None:
        self._frame = frame
        self._cards.clear()
        self.forget_rows()

    def icon(self, name: str, tint: str, side: int, scale: float) -> QPixmap:
        """Return the icon of a record type; a type that nobody has drawn has an empty one."""
        key = (name, tint, side, scale)
        if key not in self._icons:
            drawn = (icons.FOLDER / f"{name}.svg").exists()
            icon = icons.icon(name, tint) if drawn else QIcon()
            self._icons[key] = icon.pixmap(QSize(side, side), scale)
        return self._icons[key]
