"""A record in two languages at once, what belongs together side by side."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from database.search.results import Find
from desktop_app.localization import Retranslating
from desktop_app.presentation.history import Place
from desktop_app.presentation.page import Page
from desktop_app.views.record.page_area import PageArea
from desktop_app.views.record.record_rows import Row, RowMaker, rule
from desktop_app.views.rich_text import wrapped
from i18n.messages import _

_GAP = 0.6  # above the first row, below the name of the language


class MirrorView(Retranslating, QWidget):
    """Shows two pages of one record abreast: every row starts at the same height in both.

    Signals:
        opened: the id of a record that a page leads to.
        citation_chosen: the number of a citation, which is the same in both languages.
        asked: a question that the reader chose.
        link_asked: an address that the reader wants to see in a browser.
    """

    opened = Signal(str)
    citation_chosen = Signal(int)
    asked = Signal(str)
    link_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._rows = RowMaker(
            self.opened.emit, self.citation_chosen.emit, self.asked.emit, self.link_asked.emit
        )
        self._area = PageArea(self, columns=2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.setFocusProxy(self._area)

    def retranslate(self) -> None:
        self._area.setAccessibleName(_("Record in two languages"))

    def show_pages(self, left: Page, right: Page, place: Place | None = None) -> None:
        """Show two pages of one record from *place* on; those that are there are not made anew."""
        before, self._pages = self._pages, (left, right)
        if self._pages == before:
            self._area.go_to(place)
        else:
            same = left.record_id in {page.record_id for page in before}
            self._area.show_content(self._content(left, right), place, keep_focus=same)

    def mark(self, find: Find) -> None:
        """Mark what *find* finds in the texts of the page, and of the pages to come."""
        self._rows.mark(find, self)

    def place(self) -> Place | None:
        """Return where in the pages the reader is."""
        return self._area.place()

    def _content(self, left: Page, right: Page) -> QWidget:
        content = QWidget()
        line = content.fontMetrics().height()
        grid = QGridLayout(content)
        grid.setHorizontalSpacing(line * 2)
        grid.setVerticalSpacing(0)
        for column, page in enumerate((left, right)):
            grid.setColumnStretch(column, 1)
            language = wrapped(page.locale.endonym, "heading", content)
            language.setContentsMargins(0, 0, 0, line // 4)
            grid.addWidget(language, 0, column)
            grid.addWidget(rule(), 1, column)
        for number, pair in enumerate(_abreast(self._all_rows(left), self._all_rows(right))):
            _add(grid, 2 * number + 2, pair, line)
        grid.setRowStretch(grid.rowCount(), 1)
        return content

    def _all_rows(self, page: Page) -> dict[str, Row]:
        return {row.key: row for row in self._rows.rows(page)}


def _abreast(
    left: dict[str, Row], right: dict[str, Row]
) -> Iterator[tuple[Row | None, Row | None]]:
    """Pair the rows that have the same key; a row without its like stands alone in its place."""
    keys = list(left)
    place = 0
    for key in right:
        if key in left:
            place = keys.index(key) + 1
        else:
            keys.insert(place, key)
            place += 1
    for key in keys:
        yield left.get(key), right.get(key)


def _add(grid: QGridLayout, number: int, pair: tuple[Row | None, Row | None], line: int) -> None:
    """Add two rows abreast, under the space that they keep above them."""
    gap = max(row.gap for row in pair if row) or _GAP
    grid.setRowMinimumHeight(number, round(gap * line))
    for column, row in enumerate(pair):
        if row:
            grid.addWidget(row.widget, number + 1, column, Qt.AlignmentFlag.AlignTop)
