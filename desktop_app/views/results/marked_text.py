"""Text of a few lines in which the words that matched are marked."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from database.search.results import Fragment, Span, plain
from desktop_app.look.theme import Theme, colour
from desktop_app.presentation.marks import joined

# A word that does not fit on the last line gives way to the ellipsis, unless it is longer still.
_LONGEST_LOSS = 20
_ELLIPSIS = "…"
# No text is set so narrowly that more of it fits, in average letters.
_NARROWEST = 2
_LOOSE = " ,;:·–-"


class SetText:
    """Text set in one font, at most so many lines, the last one elided.

    ``text`` is what is shown of it, ``taken`` how many characters that takes from the beginning.
    ``lines`` has each line after where in the text it begins, and after its top and its height.
    """

    def __init__(self, text: str, font: QFont, width: float, most_lines: int) -> None:
        self.text, self.taken = text, len(text)
        self.layout = _laid_out(text, font, width, most_lines)
        if _end(self.layout) < len(text):
            self.text = _elided(text, self.layout, font, width)
            self.taken = len(self.text.removesuffix(_ELLIPSIS).rstrip())
            self.layout = _laid_out(self.text, font, width, most_lines)
        lines = (self.layout.lineAt(number) for number in range(self.layout.lineCount()))
        self.lines = tuple((line.textStart(), line.y(), line.height(), line) for line in lines)


class MarkedText:
    """Text that has been set, with the marks of one answer on it; painting it costs no layout.

    *fragments* make up the text that *set_text* was set from, *place* is where its top left corner
    stands. ``boxes`` are the grounds of what is marked.
    """

    def __init__(self, fragments: Sequence[Fragment], set_text: SetText, place: QPointF) -> None:
        self._layout, self._place = set_text.layout, place
        self._spans = _spans(fragments, set_text.taken)
        self.boxes = tuple(box for span in self._spans for box in _boxes(set_text, span, place))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the text with its marks."""
        if self.boxes:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.mark))
            for box in self.boxes:
                painter.drawRoundedRect(box, 3, 3)
        painter.setPen(colour(theme.text))
        self._layout.draw(painter, self._place, self._colours(theme))

    def _colours(self, theme: Theme) -> list[QTextLayout.FormatRange]:
        """Return what colours the marked words, nothing where all text has one colour."""
        if theme.mark_text == theme.text:
            return []
        return [_coloured(span, theme) for span in self._spans]


def fits_on_a_line(text: str, metrics: QFontMetricsF, width: float) -> bool:
    """Tell whether no line but one is needed for a text of a row."""
    letter = metrics.averageCharWidth()
    return len(text) * letter < _NARROWEST * width and metrics.horizontalAdvance(text) < width - 1


def _boxes(set_text: SetText, span: Span, place: QPointF) -> Iterator[QRectF]:
    """Yield what is behind a marked span: a box on each line that has a part of it."""
    first, end = span
    x, y = place.x(), place.y()
    for line_start, top, height, line in reversed(set_text.lines):
        start = max(line_start, first)
        if start < end:
            left, right = _position(line.cursorToX(start)), _position(line.cursorToX(end))
            yield QRectF(x + left - 2, y + top, right - left + 4, height)
            end = start


def _position(cursor: object) -> float:
    """Return the place of a cursor, which PySide gives together with the offset it settled on."""
    place = cursor[0] if isinstance(cursor, tuple) else cursor
    assert isinstance(place, float)
    return place


def _spans(fragments: Sequence[Fragment], shown: int) -> tuple[Span, ...]:
    """Return where the matched words stand as far as the text is *shown*, neighbours as one."""
    spans: list[Span] = []
    at = 0
    for text, matched in fragments:
        if matched and at < shown:
            spans.append((at, min(at + len(text), shown)))
        at += len(text)
    return joined(plain(fragments), spans)


def _laid_out(text: str, font: QFont, width: float, most_lines: int) -> QTextLayout:
    """Lay out as much of a text as there is room for on so many lines."""
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    layout.setTextOption(_WRAPPED)
    layout.beginLayout()
    height = 0.0
    for _number in range(most_lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _end(layout: QTextLayout) -> int:
    """Return how much of its text stands on the lines."""
    if not layout.lineCount():
        return 0
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength()


def _elided(text: str, layout: QTextLayout, font: QFont, width: float) -> str:
    """Return what can be shown of a text that goes on after its last line.

    The words of that line are measured already: to let Qt elide the rest would measure it anew.
    """
    last, end = layout.lineAt(layout.lineCount() - 1), _end(layout)
    start, room = last.textStart(), width - QFontMetricsF(font).horizontalAdvance(f" {_ELLIPSIS}")
    shown = text[:end].rstrip(_LOOSE)
    while len(shown) > start and _position(last.cursorToX(len(shown))) > room:
        shown = shown[: shown.rfind(" ", start)].rstrip(_LOOSE) if " " in shown[start:] else ""
    if start < len(shown) and end - len(shown) < _LONGEST_LOSS:
        return f"{shown} {_ELLIPSIS}"
    rest = text[start:].replace("\n", " ")
    return text[:start] + QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)


def _coloured(span: Span, theme: Theme) -> QTextLayout.FormatRange:
    coloured = QTextLayout.FormatRange()
    coloured.start, coloured.length = span[0], span[1] - span[0]
    coloured.format.setForeground(QBrush(colour(theme.mark_text)))
    return coloured


_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
