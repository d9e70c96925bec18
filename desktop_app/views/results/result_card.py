"""A hit set in type: where each part of a row stands, worked out once for a width."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap, QStaticText

from database.search.results import Fragment, Hit, plain
from desktop_app.look.theme import Theme, colour
from desktop_app.presentation.reasons import note
from desktop_app.views.results.marked_text import MarkedText, SetText, fits_on_a_line
from i18n import messages

_TITLE_LINES = 2
_SNIPPET_LINES = 2
_FACT_JOINT = " · "
# What would be cut down to fewer letters than this says nothing any more.
_FEWEST_LETTERS = 6

# Of so many texts it is remembered whether they need a second line, and so many stay set in type.
_MOST_KNOWN, _MOST_SET = 5_000, 300

# Gives the icon of a record type in a colour, by its side and the pixels to one unit of it.
Icon = Callable[[str, str, int, float], QPixmap]


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


class Writing:
    """A few words on one line, set in type once to be painted often, and how wide they are.

    ``rise`` is how far above their base line they begin.
    """

    def __init__(self, text: str, font: QFont) -> None:
        metrics = QFontMetricsF(font)
        self.text, self.width = text, metrics.horizontalAdvance(text)
        self.rise, self._font = metrics.ascent(), font
        self._set = QStaticText(text)
        self._set.setTextFormat(Qt.TextFormat.PlainText)

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        """Paint the words, their top left corner at *corner*."""
        painter.setFont(self._font)
        painter.drawStaticText(corner, self._set)


class CardFrame:
    """What all rows of one width and font have in common, and how high each of them is.

    Lengths are in pixels. Most rows of an answer never come into sight: all that is asked of them
    is their height, and the same texts come again letter after letter.
    """

    def __init__(self, width: int, fonts: CardFonts) -> None:
        self.width, self.fonts = width, fonts
        self._title, self._text = QFontMetricsF(fonts.title), QFontMetricsF(fonts.text)
        unit = self._text.height()
        self.pad, self.gap, self.top, self.space = (x * unit for x in (0.85, 0.4, 0.62, 0.16))
        self.inner = max(unit, width - 2 * self.pad)
        self.icon = QFontMetricsF(fonts.small).height() * 0.85
        head = QFontMetricsF(fonts.type_name)
        self.head, self.rise = head.height(), head.ascent()
        self._one_line: dict[tuple[str, bool], bool] = {}
        self._writings: dict[tuple[str, str], Writing] = {}
        self._set_texts: dict[tuple[str, bool], SetText] = {}

    def texts(self, hit: Hit) -> tuple[MarkedText, MarkedText]:
        """Return title and text of a row with their marks, each in its place."""
        top = self.top + self.head + self.space
        title = self._marked(hit.title_fragments, top, is_title=True)
        top += self._height(hit.title_fragments, is_title=True) + self.space
        return title, self._marked(hit.snippet, top, is_title=False)

    def _marked(self, fragments: tuple[Fragment, ...], top: float, *, is_title: bool) -> MarkedText:
        """Mark a text, which most often stood in the answer before with other marks."""
        key = plain(fragments), is_title
        if key not in self._set_texts:
            if len(self._set_texts) >= _MOST_SET:
                self._set_texts.clear()
            font = self.fonts.title if is_title else self.fonts.text
            lines = _TITLE_LINES if is_title else _SNIPPET_LINES
            self._set_texts[key] = SetText(key[0], font, self.inner, lines)
        return MarkedText(fragments, self._set_texts[key], QPointF(self.pad, top))

    def height(self, hit: Hit) -> int:
        """Return the height of a row."""
        title = self._height(hit.title_fragments, is_title=True)
        return self._row_height(title, self._height(hit.snippet, is_title=False))

    @property
    def usual_height(self) -> int:
        """The height of most rows: they have a short title and a long text."""
        return self._row_height(self._title.height(), 2 * self._text.height())

    def _row_height(self, title: float, text: float) -> int:
        return round(self.head + title + text + 2 * (self.top + self.space))

    def fitted(self, text: str, style: str, room: float) -> Writing:
        """Write as much of *text* as there is room for, nothing where that says nothing.

        *style* names one of the fonts.
        """
        whole = self._written(text, style)
        if whole.width <= room:
            return whole
        metrics = QFontMetricsF(getattr(self.fonts, style))
        if room < _FEWEST_LETTERS * metrics.averageCharWidth():
            return self._written("", style)
        return self._written(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room), style)

    def whole(self, text: str, style: str, room: float) -> Writing:
        """Write *text* if there is room for all of it."""
        written = self._written(text, style)
        return written if written.width <= room else self._written("", style)

    def told(self, facts: Sequence[str], dossier: str, room: float) -> Writing:
        """Write the first facts, each whole or not at all; the dossier gives way last."""
        last = (dossier,) if dossier else ()
        for number in range(len(facts), 0, -1):
            written = self.whole(_FACT_JOINT.join((*facts[:number], *last)), "small", room)
            if written.text:
                return written
        return self.fitted(dossier, "small", room)

    def _written(self, text: str, style: str) -> Writing:
        key = text, style
        if key not in self._writings:
            if len(self._writings) >= _MOST_SET:
                self._writings.clear()
            self._writings[key] = Writing(text, getattr(self.fonts, style))
        return self._writings[key]

    def _height(self, fragments: Iterable[Fragment], *, is_title: bool) -> float:
        key = plain(fragments), is_title
        metrics = self._title if is_title else self._text
        if key not in self._one_line:
            if len(self._one_line) >= _MOST_KNOWN:
                self._one_line.clear()
            self._one_line[key] = fits_on_a_line(key[0], metrics, self.inner)
        return metrics.height() * (1 if self._one_line[key] else 2)


class ResultCard:
    """One row: type, facts, dossier and why it matched; the title; a line or two of text.

    It is set in type when it is first painted.
    """

    def __init__(self, hit: Hit, type_name: str, dossier: str, frame: CardFrame) -> None:
        self._hit, self._type, self._type_name, self._frame = hit, hit.type, type_name, frame
        self._dossier = dossier
        self._words: list[tuple[Writing, QPointF]] = []
        self._texts: tuple[MarkedText, ...] = ()

    def paint(self, painter: QPainter, box: QRect, ground: str, theme: Theme, icon: Icon) -> None:
        """Paint the row where *box* is."""
        if not self._texts:
            self._set_head(note(self._hit, messages.current()))
            self._texts = self._frame.texts(self._hit)
        painter.fillRect(box, colour(ground))
        painter.translate(box.topLeft())
        self._paint_head(painter, theme, icon)
        for text in self._texts:
            text.paint(painter, theme)
        painter.translate(-box.topLeft())

    def _set_head(self, why: str) -> None:
        """Share out the first line: the type, then why it matched, then as many facts as fit."""
        frame, gap, inner = self._frame, self._frame.gap, self._frame.inner
        left = frame.icon + gap / 2
        type_name = frame.fitted(self._type_name, "type_name", inner - left)
        facts_left = left + type_name.width + gap
        room = inner - facts_left
        reason = frame.whole(why, "note", room)
        told = frame.told(self._hit.facts, self._dossier, room - reason.width - gap)
        placed = ((type_name, left), (told, facts_left), (reason, inner - reason.width))
        line = frame.top + frame.rise
        self._words = [(words, QPointF(frame.pad + x, line - words.rise)) for words, x in placed]

    def _paint_head(self, painter: QPainter, theme: Theme, icon: Icon) -> None:
        frame, scale = self._frame, painter.device().devicePixelRatio()
        type_colour = theme.type_colours.get(self._type, theme.text)
        side = round(frame.icon)
        top = round(frame.top + (frame.head - side) / 2)
        painter.drawPixmap(round(frame.pad), top, icon(self._type, type_colour, side, scale))
        for number, (words, corner) in enumerate(self._words):
            painter.setPen(colour(theme.muted if number else type_colour))
            words.paint(painter, corner)


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
