"""Paints the rows under the search field."""

from functools import cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.look import icons, theme
from desktop_app.look.theme import Theme
from desktop_app.models.index import Index
from desktop_app.models.offer_list import OfferRole

_HEIGHT = 1.75  # heights of the text
_ICONS = {"term": "term", "past": "past", "field": "complete", "value": "complete"}


class OfferDelegate(QStyledItemDelegate):
    """One line a row: icon, what is offered, quieter what it means; at the end its kind."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * _HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.of(option.palette)
        painter.save()
        painter.setFont(option.font)
        chosen = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        ground = colours.accent_soft if option.state & chosen else colours.base
        painter.fillRect(option.rect, QColor(ground))
        gap = option.fontMetrics.averageCharWidth()
        box = option.rect.adjusted(gap, 0, -gap, 0)
        box.setLeft(self._paint_icon(painter, box, option, index, colours) + gap)
        box.setRight(_paint_kind(painter, box, option.fontMetrics, index, colours) - 2 * gap)
        _paint_words(painter, box, option.fontMetrics, index, colours)
        painter.restore()

    def _paint_icon(
        self,
        painter: QPainter,
        box: QRect,
        option: QStyleOptionViewItem,
        index: Index,
        colours: Theme,
    ) -> int:
        """Paint the sign of what is offered; return where it ends."""
        offer = index.data(OfferRole.OFFER)
        name, colour = _ICONS.get(offer.kind, "search"), colours.muted
        if offer.kind == "record":
            name = str(offer.record).partition("/")[0]
            colour = colours.type_colours.get(name, colours.muted)
            name = name if _is_drawn(name) else "search"
        side = option.fontMetrics.height()
        place = QRect(box.left(), box.center().y() - side // 2, side, side)
        icons.icon(name, colour).paint(painter, place)
        return place.right()


@cache
def _is_drawn(name: str) -> bool:
    return (icons.FOLDER / f"{name}.svg").exists()


def _paint_kind(
    painter: QPainter, box: QRect, metrics: QFontMetrics, index: Index, colours: Theme
) -> int:
    """Paint the word for the kind at the end of the row; return where it begins."""
    kind = str(index.data(OfferRole.KIND))
    width = metrics.horizontalAdvance(kind)
    painter.setPen(QColor(colours.muted))
    at_end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, at_end, kind)
    return box.right() - width


def _paint_words(
    painter: QPainter, box: QRect, metrics: QFontMetrics, index: Index, colours: Theme
) -> None:
    """Paint what is offered, and what it means as far as there is room."""
    offer = index.data(OfferRole.OFFER)
    middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    shown = metrics.elidedText(offer.shown, Qt.TextElideMode.ElideRight, box.width())
    painter.setPen(QColor(colours.text))
    painter.drawText(box, middle, shown)
    box.setLeft(box.left() + metrics.horizontalAdvance(shown) + 2 * metrics.averageCharWidth())
    if offer.detail and box.width() > 6 * metrics.averageCharWidth():
        painter.setPen(QColor(colours.muted))
        detail = metrics.elidedText(offer.detail, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, middle, detail)
