"""A hit set in type: where each part of a row stands, worked out once for a width."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPixmap

from database.search.results import Hit
from desktop_app.theme import Theme
from desktop_app.views.marked_text import MarkedText, height_of
from desktop_app.views.match_note import match_note

_TITLE_LINES = 2
_SNIPPET_LINES = 2
_FACT_JOINT = " · "

# Gives the icon of a record type in a colour.
Icon = Callable[[str, str], QIcon]


@dataclass(frozen=True, slots=True)
class CardFonts:
    """The fonts of a row, all of them made from the reader's own."""

    small: QFont
    type_name: QFont
    note: QFont
    title: QFont
    text: QFont

    @classmethod
    def of(cls, font: QFont) -> "CardFonts":
        """Make the fonts of a row from the font of the list."""
        return cls(
            small=_varied(font, 0.92),
            type_name=_varied(font, 0.92, weight=QFont.Weight.DemiBold),
            note=_varied(font, 0.92, italic=True),
            title=_varied(font, 1.1, weight=QFont.Weight.DemiBold),
            text=_varied(font, 1.0),
        )


class ResultCard:
    """One row: type, facts, dossier and why it matched; the title; a line or two of text.

    Its height is known at once; it is set in type when it is first painted, since most rows of an
    answer never come into sight.
    """

    def __init__(
        self, hit: Hit, type_name: str, dossier: str, width: float, fonts: CardFonts
    ) -> None:
        unit = QFontMetricsF(fonts.text).height()
        self._hit, self._type, self._type_name, self._fonts = hit, hit.type, type_name, fonts
        self._told = (*hit.facts, dossier) if dossier else hit.facts
        self._pad, self._gap = 0.85 * unit, 0.4 * unit
        self._top, self._space = 0.62 * unit, 0.16 * unit
        self._inner = max(unit, width - 2 * self._pad)
        self._icon = QFontMetricsF(fonts.small).height() * 0.85
        self._title_height = height_of(hit.title_fragments, fonts.title, self._inner, _TITLE_LINES)
        self._set: tuple[MarkedText, MarkedText] | None = None
        metrics = QFontMetricsF(fonts.type_name)
        self._head, self._rise = metrics.height(), metrics.ascent()
        texts = self._head + self._title_height
        texts += height_of(hit.snippet, fonts.text, self._inner, _SNIPPET_LINES)
        self.height = round(texts + 2 * (self._top + self._space))
        self._size = QSizeF(width, self.height)
        self._look: tuple[str, str, float] | None = None
        self._picture: QPixmap | None = None

    def paint(self, painter: QPainter, at: QPoint, ground: str, theme: Theme, icon: Icon) -> None:
        """Paint the row, the top left corner of it at *at*.

        What looks as it did the last time is copied from a picture; making one for every row at
        once would hold up the first sight of an answer.
        """
        scale = painter.device().devicePixelRatio()
        look = (ground, theme.name, scale)
        if look != self._look:
            self._look, self._picture = look, None
            painter.fillRect(QRectF(QPointF(at), self._size), QColor(ground))
            self._paint(painter, QPointF(at), theme, icon)
            return
        if self._picture is None:
            self._picture = QPixmap((self._size * scale).toSize())
            self._picture.setDevicePixelRatio(scale)
            self._picture.fill(QColor(ground))
            with QPainter(self._picture) as drawing:
                self._paint(drawing, QPointF(), theme, icon)
        painter.drawPixmap(at, self._picture)

    def _paint(self, painter: QPainter, at: QPointF, theme: Theme, icon: Icon) -> None:
        title, snippet = self._set_in_type()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = at + QPointF(self._pad, self._top)
        self._paint_head(painter, corner, theme, icon)
        corner += QPointF(0, self._head + self._space)
        title.paint(painter, corner, theme)
        corner += QPointF(0, self._title_height + self._space)
        snippet.paint(painter, corner, theme)

    def _set_in_type(self) -> tuple[MarkedText, MarkedText]:
        if self._set is None:
            hit, fonts = self._hit, self._fonts
            self._set_head(_FACT_JOINT.join(self._told), match_note(hit.match))
            self._set = (
                MarkedText(hit.title_fragments, fonts.title, self._inner, _TITLE_LINES),
                MarkedText(hit.snippet, fonts.text, self._inner, _SNIPPET_LINES),
            )
        return self._set

    def _set_head(self, facts: str, note: str) -> None:
        """Share out the first line: the type, then why it matched, then as many facts as fit."""
        fonts = self._fonts
        self._type_left = self._icon + self._gap / 2
        room = self._inner - self._type_left
        self._type_name, taken = _fitted(self._type_name, fonts.type_name, room)
        self._facts_left = self._type_left + taken + self._gap
        room = self._inner - self._facts_left
        self._note, taken = _fitted(note, fonts.note, room)
        self._note_left = self._inner - taken
        self._facts, _taken = _fitted(facts, fonts.small, room - taken - self._gap)

    def _paint_head(self, painter: QPainter, at: QPointF, theme: Theme, icon: Icon) -> None:
        colour = theme.type_colours.get(self._type, theme.text)
        side = round(self._icon)
        top = round(at.y() + (self._head - side) / 2)
        icon(self._type, colour).paint(painter, QRect(round(at.x()), top, side, side))
        line = at + QPointF(0, self._rise)
        painter.setPen(QColor(colour))
        _write(painter, line, self._type_left, self._type_name, self._fonts.type_name)
        painter.setPen(QColor(theme.muted))
        _write(painter, line, self._facts_left, self._facts, self._fonts.small)
        _write(painter, line, self._note_left, self._note, self._fonts.note)


def _varied(
    font: QFont, factor: float, weight: QFont.Weight | None = None, *, italic: bool = False
) -> QFont:
    varied = QFont(font)
    if font.pointSizeF() > 0:
        varied.setPointSizeF(font.pointSizeF() * factor)
    else:
        varied.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if weight is not None:
        varied.setWeight(weight)
    varied.setItalic(italic)
    return varied


def _fitted(text: str, font: QFont, room: float) -> tuple[str, float]:
    """Return as much of *text* as there is room for, and how wide that is."""
    metrics = QFontMetricsF(font)
    fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))
    return fitted, metrics.horizontalAdvance(fitted)


def _write(painter: QPainter, line: QPointF, left: float, text: str, font: QFont) -> None:
    if text:
        painter.setFont(font)
        painter.drawText(line + QPointF(left, 0), text)
