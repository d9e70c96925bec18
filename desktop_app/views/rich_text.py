"""Text that can be marked and copied, with the numbers of its citations as links."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from database.search.results import Find, Span, fragments
from desktop_app.look import theme
from desktop_app.look.redrawing import Redrawing
from desktop_app.presentation.marks import joined

LINE = 1.2  # heights of a line from one line to the next
READING_LINE = 1.4  # the same for running text

_SCHEME = "cite:"
_RAISED = "vertical-align:super; font-size:large; font-weight:700"
_EVEN = "-qt-line-height-type:fixed"  # a raised number must not push its line down
_BLANKS = "white-space:pre-wrap"  # as they stand in the text
_JOINER = "\N{WORD JOINER}"  # a number stays on the line of the word before it


def selectable(label: QLabel, *, links: bool = False) -> None:
    """Let the reader mark and copy a label's text, and reach its links by mouse and keyboard."""
    flags = Qt.TextInteractionFlag.TextSelectableByMouse
    if links:
        flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
        flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    label.setTextInteractionFlags(flags)


def wrapped(text: str, role: str, parent: QWidget | None = None) -> QLabel:
    """Return a label of plain text that wraps and can be copied; *role* says how it looks."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    selectable(label)
    return label


class CitedText(Redrawing, QLabel):
    """A text with its citation numbers, raised and in the accent colour.

    With *measure*, in characters, its lines are never longer than that. With an *address* it is a
    link.

    Signals:
        citation_chosen: the number that the reader chose.
        link_chosen: the address of the text, which the reader chose.
    """

    citation_chosen = Signal(int)
    link_chosen = Signal(str)

    def __init__(
        self,
        text: str,
        numbers: Iterable[int] = (),
        parent: QWidget | None = None,
        *,
        line_height: float = LINE,
        measure: int = 0,
        address: str = "",
    ) -> None:
        super().__init__(parent)
        self._words = text
        self._numbers = sorted(numbers)
        self._line_height = line_height
        self._measure = measure
        self._address = address
        self._heights: dict[int, int] = {}  # by width: layouts ask again and again for few of them
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        selectable(self, links=bool(self._numbers or address))
        self.linkActivated.connect(self._on_link_activated)
        self.redraw()

    @property
    def words(self) -> str:
        """What it says, without its numbers and as plain text."""
        return self._words

    def redraw(self) -> None:
        # The colour and height of a line are fixed when its text is set.
        colour = theme.of(self.palette()).accent
        self._heights.clear()
        links = ", ".join(
            f"<a href='{_SCHEME}{n}' style='color:{colour}; text-decoration:none'>{n}</a>"
            for n in self._numbers
        )
        raised = f"<span style='{_RAISED}; color:{colour}'>{_JOINER}{links}</span>" if links else ""
        words = self._in_html().replace("\n", "<br>")
        if self._address:
            # Qt reads &amp; within double quotation marks only.
            words = f'<a href="{escape(self._address)}" style="color:{colour}">{words}</a>'
        if self._measure:
            self.setMaximumWidth(self.fontMetrics().averageCharWidth() * self._measure)
        height = round(self.fontMetrics().height() * self._line_height)
        first, selected = self.selectionStart(), len(self.selectedText())
        self.setText(f"<p style='{_EVEN}; line-height:{height}px; {_BLANKS}'>{words}{raised}</p>")
        if selected:
            self.setSelection(first, selected)

    def _in_html(self) -> str:
        return escape(self._words)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def _on_link_activated(self, link: str) -> None:
        if link == self._address:
            self.link_chosen.emit(link)
        else:
            self.citation_chosen.emit(int(link.removeprefix(_SCHEME)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.focusNextPrevChild(True)  # to the first number at once, not by a second Tab
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.focusNextPrevChild(False)


class MarkableText(CitedText):
    """A text of a page in which the words that were asked for can be marked."""

    _spans: tuple[Span, ...] = ()

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that are marked, in order."""
        return tuple(self._words[start:end] for start, end in self._spans)

    def mark(self, find: Find) -> None:
        """Mark what *find* finds, and nothing else, but for an address, which is a link already.

        Without a change nothing is set anew.
        """
        spans = () if self._address else joined(self._words, find(self._words))
        if spans != self._spans:
            self._spans = spans
            self.redraw()

    def _in_html(self) -> str:
        worn = theme.of(self.palette())
        marked = f"<span style='background-color:{worn.mark}; color:{worn.mark_text}'>"
        return "".join(
            f"{marked}{escape(words)}</span>" if is_marked else escape(words)
            for words, is_marked in fragments(self._words, self._spans)
        )
