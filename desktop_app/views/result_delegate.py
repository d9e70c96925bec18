"""Paints the rows of the result list."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from database.model.record import RecordId
from desktop_app import icons, theme
from desktop_app.models.index import Index
from desktop_app.models.result_list import ResultListModel
from desktop_app.theme import Theme, colour
from desktop_app.views.result_card import CardFonts, CardFrame, ResultCard

# What can be seen of a hit; the rest, such as its score, is another one at every letter.
_Look = tuple[object, ...]
_Cards = dict[RecordId, tuple[_Look, ResultCard]]

_SELECTED = QStyle.StateFlag.State_Selected.value
_POINTED_AT = QStyle.StateFlag.State_MouseOver.value
_FOCUSED = (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange).value

# More cards than this are thrown away, not kept for an answer that may come again.
_MOST_CARDS = 300


class ResultDelegate(QStyledItemDelegate):
    """Sets each hit in type once for the width and font it was told, and paints what it set.

    A hit that comes again in the next answer is not set again. ``begin`` comes before every
    painting of the list.
    """

    def __init__(self, hits: ResultListModel, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits = hits  # a row costs a tenth of what it costs by way of an index
        self._frame = CardFrame(0, CardFonts.of(font))
        self._bare = QRegion()
        self._colours = theme.LIGHT
        self._cards = _Cards()
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

    def begin(self, bare: QRegion, colours: Theme) -> None:
        """Tell what of the list has to be painted: rows under the suggestions are not."""
        self._bare, self._colours = bare, colours

    def forget_heights(self) -> None:
        """Other hits stand in the rows now."""
        self._heights.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._frame.width, self.height(index.row()))

    def height(self, row: int) -> int:
        """Return the height of a row, in pixels."""
        height = self._heights.get(row)
        if height is None:
            height = self._heights[row] = self._frame.height(self._hits.hit(row))
        return height

    def card(self, row: int) -> ResultCard:
        """Return the row as it is set in type: the same card as long as it looks the same."""
        hit = self._hits.hit(row)
        names = self._hits.type_name(hit), self._hits.dossier_name(hit)
        look = (*names, hit.title_fragments, hit.snippet, hit.facts, hit.match)
        kept = self._cards.get(hit.id)
        if kept and kept[0] == look:
            return kept[1]
        if len(self._cards) >= _MOST_CARDS:
            self._cards.clear()
        card = ResultCard(hit, *names, self._frame)
        self._cards[hit.id] = (look, card)
        return card

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = option.rect
        if not self._bare.intersects(box):
            return
        colours, state = self._colours, option.state.value  # flags as such are slow to compare
        painter.save()
        card = self.card(index.row())
        card.paint(painter, box, _ground(state, colours), colours, self._icon)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, colour(colours.border))
        if state & (_SELECTED | _FOCUSED):
            _paint_choice(painter, option, state, colours)
        painter.restore()

    def _set_afresh(self, frame: CardFrame) -> None:
        self._frame = frame
        self._cards.clear()
        self._heights.clear()

    def _icon(self, name: str, tint: str, side: int, scale: float) -> QPixmap:
        """Return the icon of a record type; a type that nobody has drawn has an empty one."""
        key = (name, tint, side, scale)
        if key not in self._icons:
            drawn = (icons.FOLDER / f"{name}.svg").exists()
            icon = icons.icon(name, tint) if drawn else QIcon()
            self._icons[key] = icon.pixmap(QSize(side, side), scale)
        return self._icons[key]


def _ground(state: int, colours: Theme) -> str:
    if state & _SELECTED:
        return colours.accent_soft
    return colours.hover if state & _POINTED_AT else colours.base


def _paint_choice(
    painter: QPainter, option: QStyleOptionViewItem, state: int, colours: Theme
) -> None:
    """Paint which row is chosen, and that it has the keyboard."""
    box: QRect = option.rect
    if state & _SELECTED:
        bar = max(3, option.fontMetrics.averageCharWidth() // 2)
        painter.fillRect(QRect(box.left(), box.top(), bar, box.height()), colour(colours.accent))
    if state & _FOCUSED == _FOCUSED:
        painter.setPen(colour(colours.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
