"""One facet: its heading and its values, of which several can be chosen."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from database.search.results import Facet, FacetCount
from desktop_app.localization import Retranslating
from desktop_app.views.facets.facet_row import FacetRow
from desktop_app.views.facets.facet_value import Choice
from desktop_app.views.roving_focus import RovingFocus
from i18n.messages import _

# So many values are shown until the reader asks for more.
FEW = 6


class FacetGroup(Retranslating, QWidget):
    """Keeps its rows from one answer to the next, so that focus and place survive.

    A value has a row from when it is first shown; making and laying out rows is what takes time.

    Signals:
        turned: a value, and the ``Choice`` that the reader makes of it.
        moved: the row that an arrow key has gone to.
    """

    turned = Signal(str, str)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, FacetRow] = {}
        self._shown: list[FacetRow] = []
        self._facet = Facet("", "", ())
        self._choices: Mapping[str, Choice] = {}
        self._all_shown = False
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._heading = QLabel(self)
        self._heading.setProperty("role", "heading")
        self._more = QPushButton(self)
        self._more.setProperty("role", "quiet")
        self._roving = RovingFocus(self)
        unit = self.fontMetrics().height()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, unit // 2)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._heading)
        self._layout.addSpacing(unit // 5)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._layout.addLayout(self._list)
        self._layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._indent()

    def _indent(self) -> None:
        """Let the heading begin where the boxes below it do."""
        letter = self.fontMetrics().averageCharWidth()
        self._heading.setContentsMargins(letter * 3 // 4, 0, 0, 0)

    def _connect(self) -> None:
        self._more.clicked.connect(self._on_more_asked)
        self._roving.moved.connect(self.moved)

    def retranslate(self) -> None:
        label = _("fewer") if self._all_shown else _("more…")
        self._more.setText(label)
        named = _("{facet}: {action}").format(facet=self._facet.label, action=label)
        self._more.setAccessibleName(named)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._indent()

    def show_facet(self, facet: Facet, choices: Mapping[str, Choice]) -> None:
        """Show the counts of an answer; *choices* has the values that are not free."""
        self._facet, self._choices = facet, choices
        self._heading.setText(facet.label)
        self.setAccessibleName(facet.label)
        self._show_as_many()
        self.retranslate()

    def stops(self) -> list[QWidget]:
        """Return everything that can have the focus, from the top."""
        return [*self._shown, self._more]

    @Slot()
    def _on_more_asked(self) -> None:
        self._all_shown = not self._all_shown
        self._show_as_many()
        for stop, following in pairwise(self.stops()):
            QWidget.setTabOrder(stop, following)
        self.retranslate()

    def _show_row(self, place: int, count: FacetCount) -> FacetRow:
        row = self._rows.get(count.value) or self._new_row(count.value)
        there = self._list.itemAt(place)
        if there is None or there.widget() is not row:
            self._list.removeWidget(row)
            self._list.insertWidget(place, row)
        row.show_count(count, self._choices.get(count.value, "free"))
        return row

    def _new_row(self, value: str) -> FacetRow:
        row = FacetRow(self)
        row.hide()  # or the layout would show it
        row.turned.connect(lambda choice: self.turned.emit(value, choice))
        self._rows[value] = row
        return row

    def _show_as_many(self) -> None:
        """Show the first few values, and any further one that is not free."""
        several = [
            count
            for place, count in enumerate(self._facet.counts)
            if self._all_shown or place < FEW or count.value in self._choices
        ]
        before = self._shown
        self._shown = [self._show_row(place, count) for place, count in enumerate(several)]
        for row in before:
            if row not in self._shown:
                row.hide()
        for row in self._shown:
            if row.isHidden():
                row.show()
        self._more.setVisible(len(self._facet.counts) > FEW)
        self._roving.watch(self._shown)
