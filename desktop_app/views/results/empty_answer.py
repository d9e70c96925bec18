"""What stands in the place of hits when there are none."""

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import get_args

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from database.search.request import Filter, SearchRequest
from database.search.results import Loosening, SearchResults, Suggestion, SuggestionKind
from desktop_app.localization import Retranslating
from desktop_app.views.fitting_button import FittingButton
from i18n import formats, messages
from i18n.messages import _, ngettext

# A longer run without a space may be broken anywhere, or it would be cut off.
_LONG_RUN = re.compile(r"\S{20,}")
_BREAK_HERE = "\N{ZERO WIDTH SPACE}"


class EmptyAnswer(Retranslating, QWidget):
    """Says that nothing was found, or what went wrong, and offers what can be done about it.

    Signals:
        suggested: another question that the reader wants to try.
        narrowed: the filters that the reader leaves: the wanted values, and the excluded ones.
        filters_cleared: the reader wants to ask without filters.
        widened: the reader wants to search besides what had been taken off.
        everything_wanted: the reader wants to see all records.
        help_wanted: the reader wants to know how to search.
    """

    suggested = Signal(str)
    narrowed = Signal(object, object)
    filters_cleared = Signal()
    widened = Signal()
    everything_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._others: tuple[Suggestion, ...] = ()
        self._buttons: list[FittingButton] = []
        self._loosenings: tuple[Loosening, ...] = ()
        self._loosers: list[FittingButton] = []
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentence = _label("strong", self)
        self._remedy = _label("muted", self)
        self._unfilter = self._way_out(self.filters_cleared)
        self._widen = self._way_out(self.widened)
        kinds: tuple[SuggestionKind, ...] = get_args(SuggestionKind)
        self._headings = {kind: _label("muted", self) for kind in kinds}
        self._everything = self._way_out(self.everything_wanted)
        self._help = self._way_out(self.help_wanted)
        unit, letter = self.fontMetrics().height(), self.fontMetrics().averageCharWidth()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * letter, 2 * unit, unit, unit)
        layout.setSpacing(unit // 2)
        left = Qt.AlignmentFlag.AlignLeft
        layout.addWidget(self._sentence)
        layout.addWidget(self._remedy)
        self._loose = QVBoxLayout()
        self._loose.setSpacing(unit // 3)
        layout.addLayout(self._loose)
        layout.addWidget(self._unfilter, 0, left)
        layout.addWidget(self._widen, 0, left)
        self._places = {kind: QVBoxLayout() for kind in self._headings}
        for kind, heading in self._headings.items():
            self._places[kind].setSpacing(unit // 3)
            layout.addWidget(heading)
            layout.addLayout(self._places[kind])
        layout.addWidget(self._everything, 0, left)
        layout.addWidget(self._help, 0, left)
        layout.addStretch()

    def _way_out(self, taken: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(taken)
        return button

    def retranslate(self) -> None:
        sentence, remedy = self._words()
        self._sentence.setText(_LONG_RUN.sub(_breakable, sentence))
        self._remedy.setText(_LONG_RUN.sub(_breakable, remedy))
        self._headings["fields"].setText(_("Asked by fields:"))
        self._headings["spelling"].setText(_("Did you mean:"))
        self._headings["unquoted"].setText(_("Without quotation marks:"))
        self._headings["nearby"].setText(_("With another value:"))
        self._headings["fewer"].setText(_("With fewer words:"))
        self._unfilter.setText(_("Remove filters"))
        self._widen.setText(_("Search in other words too"))
        self._everything.setText(_("Show all records"))
        self._help.setText(_("How to search"))
        for button, other in zip(self._buttons, self._others, strict=True):
            button.set_words(_named(other))
        for button, loosening in zip(self._loosers, self._loosenings, strict=True):
            button.set_words(_loosened(loosening))

    def show_nothing_found(self, results: SearchResults, request: SearchRequest) -> None:
        """Say that nothing answers to *request*, and what to try instead."""
        self._loosen(results.loosenings, request.filters, request.excluded)
        text = "" if results.loosenings else results.text.strip()  # the words are not to blame
        self._show(lambda: _nothing_found(text), results.suggestions)
        self._unfilter.setVisible(bool(request.filters or request.excluded))
        self._widen.setVisible(bool(request.without))
        self._everything.setVisible(bool(results.text.strip()))
        self._help.setVisible(bool(results.text.strip()))
        self._put_in_tab_order()

    def show_error(self, sentence: str, remedy: str) -> None:
        """Say what went wrong and what to do."""
        self._loosen((), frozenset(), frozenset())
        self._show(lambda: (sentence, remedy), ())
        for button in (self._unfilter, self._widen, self._everything, self._help):
            button.hide()

    def focus(self) -> None:
        """Go to the first thing that can be done."""
        for button in self._ways_out():
            if not button.isHidden():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _show(self, words: Callable[[], tuple[str, str]], others: tuple[Suggestion, ...]) -> None:
        self._words = words
        self._suggest(others)
        self.retranslate()
        self._remedy.setVisible(bool(self._remedy.text()))

    def _suggest(self, others: tuple[Suggestion, ...]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._others = others
        self._buttons = [self._new_suggestion(other) for other in others]
        kinds = {other.kind for other in others}
        for kind, heading in self._headings.items():
            heading.setVisible(kind in kinds)

    def _loosen(
        self,
        loosenings: tuple[Loosening, ...],
        wanted: frozenset[Filter],
        excluded: frozenset[Filter],
    ) -> None:
        for button in self._loosers:
            button.hide()
            button.deleteLater()
        self._loosenings, self._loosers = loosenings, []
        for loosening in loosenings:
            left = wanted - loosening.filters, excluded - loosening.filters
            button = FittingButton(self)
            button.clicked.connect(partial(self.narrowed.emit, *left))
            self._loose.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()  # now: the layout would do it only later
            self._loosers.append(button)

    def _new_suggestion(self, other: Suggestion) -> FittingButton:
        button = FittingButton(self)
        button.clicked.connect(partial(self.suggested.emit, other.text))
        self._places[other.kind].addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.show()  # now: the layout would do it only later
        return button

    def _ways_out(self) -> list[QPushButton]:
        first: list[QPushButton] = [*self._loosers, self._unfilter, self._widen]
        return [*first, *self._buttons, self._everything, self._help]

    def _put_in_tab_order(self) -> None:
        # From one that was there before: Qt puts what comes late at the end of the whole window.
        for stop, following in pairwise([self._unfilter, *self._ways_out()]):
            QWidget.setTabOrder(stop, following)


def _named(other: Suggestion) -> str:
    """Return the words of a button: the question, and how many records answer to it."""
    number = formats.number(other.total, messages.current())
    pattern = ngettext("{query} · {n} record", "{query} · {n} records", other.total)
    return pattern.format(query=other.text, n=number)


def _loosened(loosening: Loosening) -> str:
    """Return the words of a button: which filter it takes off, and how many records pass then."""
    locale = messages.current()
    pattern = _("{label}, excluded: {values}") if loosening.excluded else _("{label}: {values}")
    told = pattern.format(label=loosening.label, values=formats.list_of(loosening.values, locale))
    counted = ngettext(
        "Without “{filter}” · {n} record", "Without “{filter}” · {n} records", loosening.total
    )
    return counted.format(filter=told, n=formats.number(loosening.total, locale))


def _nothing_found(text: str) -> tuple[str, str]:
    if not text:
        return _("No record passes all the filters."), ""
    return (
        _("Nothing found: {query}").format(query=text),
        _("Try fewer or other words, in either language."),
    )


def _breakable(run: re.Match[str]) -> str:
    return _BREAK_HERE.join(run.group())


def _label(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
