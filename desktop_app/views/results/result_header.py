"""What stands over the hits: how many there are, in which order, and what else could be meant."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from database.search.request import SearchRequest
from database.search.results import SearchResults, Suggestion
from desktop_app.localization import Retranslating
from desktop_app.views.action_button import ActionButton
from desktop_app.views.results.order_chooser import BY_AMOUNT, OrderChooser, amount_note
from desktop_app.views.rich_text import selectable
from i18n import formats, messages
from i18n.messages import _, ngettext

_MOST_SUGGESTIONS = 2


class ResultHeader(Retranslating, QFrame):
    """One line, and a second one where the order or the question needs a word.

    Signals:
        ordered: the ``Order`` that the reader wants.
        suggested: the other question that the reader wants to try.
    """

    ordered = Signal(str)
    suggested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: SearchResults | None = None
        self._request: SearchRequest | None = None
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.setProperty("role", "bar")
        self._count = QLabel(self)
        self.orders = OrderChooser(self)
        self._note = QLabel(self)
        self._note.setProperty("role", "muted")
        self._note.setTextFormat(Qt.TextFormat.RichText)
        self._note.setWordWrap(True)
        selectable(self._note, links=True)
        unit, letter = self.fontMetrics().height(), self.fontMetrics().averageCharWidth()
        self._layout = QGridLayout(self)
        edges = (2 * letter, unit // 4, unit // 2, unit // 4)  # as the rows below
        self._layout.setContentsMargins(*edges)
        self._layout.setVerticalSpacing(unit // 5)
        self._layout.addWidget(self._count, 0, 0)
        self._layout.addWidget(self.orders, 0, 2, Qt.AlignmentFlag.AlignRight)
        self._layout.addWidget(self._note, 1, 0, 1, 3)
        self._layout.setColumnStretch(0, 1)

    def _connect(self) -> None:
        self.orders.chosen.connect(self.ordered)
        self._note.linkActivated.connect(self._on_link_activated)

    def retranslate(self) -> None:
        self._count.setText(self._counted())
        note = self._noted()
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def show_answer(self, results: SearchResults | None, request: SearchRequest | None) -> None:
        """Show what was found for *request*; ``None`` where there is no answer."""
        self._results, self._request = results, request
        if request:
            self.orders.show_order(request.order)
        self.retranslate()

    def add_button(self, action: QAction) -> QWidget:
        """Have a quiet button for *action* before the order; return it."""
        button = ActionButton(action, self)
        button.setProperty("role", "quiet")
        self._layout.addWidget(button, 0, 1)
        self.setTabOrder(self.orders, button)  # there, not at the end of the window …
        self.setTabOrder(button, self.orders)  # … and before it
        return button

    def _counted(self) -> str:
        if self._results is None:
            return ""
        total = self._results.total
        number = formats.number(total, messages.current())
        return ngettext("{n} record", "{n} records", total).format(n=number)

    def _noted(self) -> str:
        """Return the second line: rich text, since spellings are links."""
        if self._results is None or self._request is None or not self._results.hits:
            return ""
        notes = [amount_note()] if self._request.order in BY_AMOUNT else []
        others = self._results.suggestions
        for kind, pattern in (
            ("spelling", _("Did you mean: {spellings}")),
            ("unquoted", _("Without quotation marks: {spellings}")),
            ("fields", _("Asked by fields: {spellings}")),
        ):
            links = [_link(other) for other in others if other.kind == kind][:_MOST_SUGGESTIONS]
            if links:
                told = formats.list_of(links, messages.current())
                notes.append(pattern.format(spellings=told))
        return "<br>".join(notes)

    def _on_link_activated(self, text: str) -> None:
        self.suggested.emit(text)


def _link(other: Suggestion) -> str:
    words = escape(other.text)
    return f'<a href="{words}">{words}</a>'  # Qt reads &amp; within double quotation marks only
