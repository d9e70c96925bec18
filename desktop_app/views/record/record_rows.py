"""The rows that a page is made of, from the title down, for one column or for two abreast.

Every word in them is in the language of the page, whatever the language of the interface is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from database.search.results import Find, nowhere
from desktop_app.presentation.page import Chip, Fact, Line, Page, more_words
from desktop_app.views.chip import CitedChip
from desktop_app.views.fitting_button import FittingButton
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.record.course_line import CourseLine
from desktop_app.views.record.labelled_row import LabelledRow
from desktop_app.views.rich_text import LINE, READING_LINE, MarkableText, wrapped
from i18n import messages

_MEASURE = 66  # characters in a line of running text


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a page.

    The same ``key`` names the same row in another language. ``gap`` is the space above it, in
    heights of a line.
    """

    key: str
    widget: QWidget
    gap: float

    def __post_init__(self) -> None:
        self.widget.setObjectName(self.key)  # by which a page finds its place again


class RowMaker:
    """Makes the rows of pages.

    *opened* and *citation_chosen* are told which record or number the reader chose in them,
    *asked* which question, and *link_asked* which address on the web.
    """

    def __init__(
        self,
        opened: Callable[[str], object],
        citation_chosen: Callable[[int], object],
        asked: Callable[[str], object],
        link_asked: Callable[[str], object],
    ) -> None:
        self._opened = opened
        self._citation_chosen = citation_chosen
        self._asked = asked
        self._link_asked = link_asked
        self._find: Find = nowhere

    def mark(self, find: Find, page: QWidget) -> None:
        """Mark what *find* finds in the texts of rows: of those on a *page*, and of all to come."""
        self._find = find
        for text in page.findChildren(MarkableText):
            text.mark(find)

    def rows(self, page: Page) -> Iterator[Row]:
        """Make every row of a page in the order in which it is read."""
        yield from self._head(page)
        yield from self._facts(page)
        yield from self._text(page)
        yield from self._course(page)
        yield from self._relations(page)
        yield from self._names(page)

    def _head(self, page: Page) -> Iterator[Row]:
        type_word = wrapped(page.type_label, "type")
        type_word.setProperty("record", page.type)
        yield Row("type", type_word, 0)
        yield Row("title", self._markable(page.title, "title"), 0.1)
        yield Row("description", self._line(page.description, role="muted"), 0.2)
        if page.other_titles:
            others = self._markable(" · ".join(page.other_titles), "small")
            yield Row("other titles", others, 0.2)

    def _facts(self, page: Page) -> Iterator[Row]:
        if not page.facts:
            return
        yield Row("rule above facts", rule(), 0.9)
        for n, fact in enumerate(page.facts):
            yield Row(f"fact {n}", self._fact(fact), 0.4 if n else 0.9)

    def _text(self, page: Page) -> Iterator[Row]:
        if not page.passages and not page.statements:
            return
        yield Row("rule above text", rule(), 0.9)
        for n, passage in enumerate(page.passages):
            yield Row(
                f"passage {n}", self._line(passage, line_height=READING_LINE), 0.6 if n else 0.9
            )
        for n, fact in enumerate(page.statements):
            yield Row(f"statement {n}", self._fact(fact), 0.7 if n else 1.2)

    def _course(self, page: Page) -> Iterator[Row]:
        if not page.course:
            return
        yield heading("course", messages.of(page.locale).gettext("Course of events"))
        line = CourseLine(page.course)
        line.opened.connect(self._opened)
        yield Row("course", line, 0.3)
        if page.more_events:
            yield Row("more events", _more(page.more_events, page), 0.5)

    def _relations(self, page: Page) -> Iterator[Row]:
        words = messages.of(page.locale)
        if page.relations:
            yield heading("relations", words.gettext("Relations"))
        for n, group in enumerate(page.relations):
            chips = self._chips(group.chips)
            row = LabelledRow(group.label, drop=chips.fontMetrics().height() // 8)
            row.add(chips)
            if group.more:
                row.add(_more(group.more, page))
            yield Row(f"relations {n}", row, 0.5)
        if page.cited_by:
            yield heading("cited by", words.gettext("Rests on this source"))
            yield Row("cited by", self._chips(page.cited_by), 0.5)
        if page.more_citing:
            yield Row("more citing", _more(page.more_citing, page), 0.5)
        if not page.names_all:
            button = FittingButton()
            button.set_words(words.gettext("List everything related to this"))
            button.clicked.connect(lambda: self._asked(page.related))
            yield Row("related", button, 0.9)

    def _names(self, page: Page) -> Iterator[Row]:
        if page.names:
            yield heading("names", messages.of(page.locale).gettext("Other names"))
            yield Row("names", self._markable(" · ".join(page.names), "muted"), 0.3)

    def _fact(self, fact: Fact) -> QWidget:
        row = LabelledRow(fact.label)
        for line in fact.lines:
            row.add(self._line(line))
        return row

    def _line(self, line: Line, *, role: str = "", line_height: float = LINE) -> QWidget:
        """Make a text with its numbers, below it its note, before it a badge if foreign."""
        text = MarkableText(
            line.text,
            line.numbers,
            line_height=line_height,
            measure=_MEASURE,
            address=line.address,
        )
        text.citation_chosen.connect(self._citation_chosen)
        text.link_chosen.connect(self._link_asked)
        note = self._markable(line.note, "note") if line.note else None
        return _stacked(self._marked(text, role), line.other_language, note)

    def _markable(self, words: str, role: str) -> MarkableText:
        return self._marked(MarkableText(words), role)

    def _marked(self, text: MarkableText, role: str) -> MarkableText:
        text.setProperty("role", role)
        text.mark(self._find)
        return text

    def _chips(self, chips: tuple[Chip, ...]) -> QWidget:
        widget = QWidget()
        layout = FlowLayout(widget, gap=widget.fontMetrics().height() // 3)
        for chip in chips:
            cited = CitedChip(chip)
            cited.opened.connect(self._opened)
            cited.citation_chosen.connect(self._citation_chosen)
            layout.addWidget(cited)
        return widget


def _more(number: int, page: Page) -> QWidget:
    """Tell how many there are besides those above."""
    return wrapped(more_words(number, page.locale), "muted")


def heading(key: str, text: str) -> Row:
    """Make the heading above a part of a page."""
    return Row(f"{key} heading", wrapped(text, "heading"), 1.5)


def rule() -> QFrame:
    """Make a thin line across the page."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def _stacked(text: QWidget, other_language: str, note: QWidget | None) -> QWidget:
    """Stack a text's badge, the text and its note, all against the left edge."""
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if other_language:
        badge = QLabel(other_language)
        badge.setProperty("role", "badge")
        layout.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
    layout.addLayout(_leftward(text))
    if note:
        layout.addWidget(note)
    return widget


def _leftward(widget: QWidget) -> QHBoxLayout:
    """Keep a widget that may not grow beyond its width at the left, not in the middle."""
    layout = QHBoxLayout()
    layout.addWidget(widget, 1)
    layout.addStretch()
    return layout
