"""Paints the rows of the result list."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from database.model.record import RecordId
from database.search.results import Hit
from desktop_app import icons, theme
from desktop_app.models.result_list import Index, ResultListModel
from desktop_app.theme import Theme
from desktop_app.views.result_card import CardFonts, CardFrame, ResultCard

_Cards = dict[RecordId, tuple[Hit, ResultCard]]

_SELECTED = QStyle.StateFlag.State_Selected.value
_POINTED_AT = QStyle.StateFlag.State_MouseOver.value
_FOCUSED = (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange).value

# More cards than this are thrown away, not kept for an answer that may come again.
_MOST_CARDS = 300


class ResultDelegate(QStyledItemDelegate):
    """Sets each hit in type once for the width that ``set_width`` told, and paints what it set.

    A hit that comes again in the next answer is not set again. ``begin`` comes before every
    painting of the list.
    """

    def __init__(self, hits: ResultListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits = hits  # a row costs a tenth of what it costs by way of an index
        self._width = 0
        self._bare = QRegion()
        self._colours = theme.LIGHT
        self._cards = _Cards()
        self._heights: dict[int, int] = {}  # by row, since a long list has more rows than cards
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._frame: tuple[QFont, CardFrame] | None = None

    def set_width(self, width: int) -> bool:
        """Set rows in type for this width from now on; tell whether it is another one."""
        changed = width != self._width
        if changed:
            self._width = width
            self.forget()
        return changed

    def begin(self, bare: QRegion, colours: Theme) -> None:
        """Tell what of the list has to be painted: rows under the suggestions are not."""
        self._bare, self._colours = bare, colours

    def forget(self) -> None:
        """Set every row in type afresh, for other hits, words or fonts."""
        self._cards.clear()
        self._heights.clear()
        self._frame = None

    def forget_heights(self) -> None:
        """Other hits stand in the rows now."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.row()
        height = self._heights.get(row)
        if height is None:
            height = self._frame_for(option.font).height(self._hits.hit(row))
            self._heights[row] = height
        return QSize(self._width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = option.rect
        if not self._bare.intersects(box):
            return
        colours, state = self._colours, option.state.value  # flags as such are slow to compare
        painter.save()
        card = self._card(option.font, index)
        card.paint(painter, box.topLeft(), _ground(state, colours), colours, self._icon)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(colours.border))
        if state & (_SELECTED | _FOCUSED):
            _paint_choice(painter, option, state, colours)
        painter.restore()

    def _card(self, font: QFont, index: Index) -> ResultCard:
        hit = self._hits.hit(index.row())
        kept = self._cards.get(hit.id)
        if kept and (kept[0] is hit or kept[0] == hit):
            return kept[1]
        if len(self._cards) >= _MOST_CARDS:
            self._cards.clear()
        names = self._hits.type_name(hit), self._hits.dossier_name(hit)
        card = ResultCard(hit, *names, self._frame_for(font))
        self._cards[hit.id] = (hit, card)
        return card

    def _frame_for(self, font: QFont) -> CardFrame:
        if self._frame is None or self._frame[0] != font:
            self._frame = (QFont(font), CardFrame(self._width, CardFonts.of(font)))
        return self._frame[1]

    def _icon(self, name: str, colour: str) -> QIcon:
        """Return the icon of a record type; a type that nobody has drawn has an empty one."""
        key = (name, colour)
        if key not in self._icons:
            drawn = (icons.FOLDER / f"{name}.svg").exists()
            self._icons[key] = icons.icon(name, colour) if drawn else QIcon()
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
        painter.fillRect(QRect(box.left(), box.top(), bar, box.height()), QColor(colours.accent))
    if state & _FOCUSED == _FOCUSED:
        painter.setPen(QColor(colours.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
