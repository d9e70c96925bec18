"""The entries for years or amounts: how to compare, with what, and up to what."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from database.search.form.form import Bounds, Comparison
from desktop_app.views.asking.value_box import ValueBox


class BoundsRow(QWidget):
    """One figure, or two to be between; what stands in the second one is kept while it is hidden.

    Signals:
        changed: something else is filled in.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._added: list[QWidget] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self._how = ValueBox(self)
        self._first, self._dash, self._last = QLineEdit(self), QLabel("–", self), QLineEdit(self)
        self._names = ("", "", "")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self._how, self._first, self._dash, self._last):
            self._row.addWidget(part, int(isinstance(part, QLineEdit)))

    def _connect(self) -> None:
        self._how.currentIndexChanged.connect(self._fit)
        self._how.activated.connect(self.changed)
        for entry in (self._first, self._last):
            entry.textEdited.connect(self.changed)

    def name(self, how: str, figure: str, first: str, last: str) -> None:
        """Name the choice of a comparison, its only figure, and the two of a span."""
        self._how.setAccessibleName(how)
        self._names = (figure, first, last)
        self._fit()

    def offer(self, ways: Mapping[Comparison, str], example: str) -> None:
        """Offer some comparisons in words; what is chosen stays."""
        chosen = self._how.currentData()
        self._how.clear()
        for how, words in ways.items():
            self._how.addItem(words, how)
        self._how.setCurrentIndex(max(0, self._how.findData(chosen)))
        self._first.setPlaceholderText(example)

    def add(self, widget: QWidget) -> None:
        """Put something else into the row, at its end."""
        self._row.addWidget(widget)
        self._added.append(widget)

    @property
    def figure(self) -> QLineEdit:
        """The entry for the first figure, or the only one."""
        return self._first

    def entries(self) -> list[QWidget]:
        """Return everything that can be filled in, from the left."""
        return [self._how, self._first, self._last, *self._added]

    def bounds(self) -> Bounds:
        """Return what is filled in."""
        last = self._last.text() if self._has_last() else ""
        return Bounds(self._how.currentData() or "between", self._first.text(), last)

    def fill_in(self, bounds: Bounds) -> None:
        """Fill everything in afresh, without telling."""
        self._how.setCurrentIndex(max(0, self._how.findData(bounds.how)))
        self._first.setText(bounds.first)
        self._last.setText(bounds.last)

    def go_to(self) -> None:
        """Put the keyboard into the first figure."""
        self._first.setFocus()
        self._first.selectAll()

    def _has_last(self) -> bool:
        return self._how.currentData() in (None, "between")

    @Slot()
    def _fit(self) -> None:
        figure, first, last = self._names
        self._first.setAccessibleName(first if self._has_last() else figure)
        self._last.setAccessibleName(last)
        for part in (self._dash, self._last):
            part.setVisible(self._has_last())
