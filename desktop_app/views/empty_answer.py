"""What stands in the place of hits when there are none."""

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from database.search.results import SearchResults, Suggestion
from desktop_app.localization import Retranslating
from i18n.messages import _

# A longer run without a space may be broken anywhere, or it would be cut off.
_LONG_RUN = re.compile(r"\S{20,}")
_BREAK_HERE = "\N{ZERO WIDTH SPACE}"


class EmptyAnswer(Retranslating, QWidget):
    """Says that nothing was found, or what went wrong, and offers what can be done about it.

    Signals:
        suggested: a spelling that the reader wants to try.
        filters_cleared: the reader wants to ask without filters.
    """

    suggested = Signal(str)
    filters_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._suggestions: list[QPushButton] = []
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._sentence = _label("strong", self)
        self._remedy = _label("muted", self)
        self._heading = _label("muted", self)
        self._widen = QPushButton(self)
        unit = self.fontMetrics().height()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(unit, 2 * unit, unit, unit)
        self._layout.setSpacing(unit // 2)
        self._layout.addWidget(self._sentence)
        self._layout.addWidget(self._remedy)
        self._layout.addWidget(self._widen, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self._heading)
        self._layout.addStretch()

    def _connect(self) -> None:
        self._widen.clicked.connect(self.filters_cleared)

    def retranslate(self) -> None:
        sentence, remedy = self._words()
        self._sentence.setText(_LONG_RUN.sub(_breakable, sentence))
        self._remedy.setText(_LONG_RUN.sub(_breakable, remedy))
        self._heading.setText(_("Did you mean:"))
        self._widen.setText(_("Remove filters"))

    def show_nothing_found(self, results: SearchResults, has_filters: bool) -> None:
        """Say that nothing answers to the question, and what to try instead."""
        self._show(
            lambda: _nothing_found(results.text.strip()), results.suggestions, widen=has_filters
        )

    def show_error(self, sentence: str, remedy: str) -> None:
        """Say what went wrong and what to do."""
        self._show(lambda: (sentence, remedy), (), widen=False)

    def focus(self) -> None:
        """Go to the first thing that can be done."""
        for button in (self._widen, *self._suggestions):
            if not button.isHidden():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _show(
        self,
        words: Callable[[], tuple[str, str]],
        suggestions: tuple[Suggestion, ...],
        *,
        widen: bool,
    ) -> None:
        self._words = words
        self._suggest(suggestions)
        self._heading.setVisible(bool(suggestions))
        self._widen.setVisible(widen)
        self.retranslate()
        self._remedy.setVisible(bool(self._remedy.text()))

    def _suggest(self, suggestions: tuple[Suggestion, ...]) -> None:
        for button in self._suggestions:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._suggestions = [self._new_suggestion(other.text) for other in suggestions]
        for stop, following in pairwise([self._widen, *self._suggestions]):
            QWidget.setTabOrder(stop, following)

    def _new_suggestion(self, spelling: str) -> QPushButton:
        button = QPushButton(spelling.replace("&", "&&"), self)
        button.clicked.connect(partial(self.suggested.emit, spelling))
        place = self._layout.count() - 1  # before the stretch
        self._layout.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


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
