"""The form for a question, with the question that it makes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from database.search.form.form import Choices, QueryForm, Trouble, WrittenForm
from desktop_app.localization import Retranslating
from desktop_app.views.announcer import Announcer
from desktop_app.views.asking.query_form import QueryFormView
from desktop_app.views.column_dialog import ColumnDialog
from desktop_app.views.rich_text import wrapped
from i18n import formats, messages
from i18n.messages import _, ngettext

_WIDTH = 92  # characters


class QueryDialog(Retranslating, ColumnDialog):
    """Shows the question and how many records answer to it while the form is filled in.

    The window stays usable beside it, so that the language can be changed half-way.

    Signals:
        filled_in: the ``QueryForm`` as it now is.
        asked: the question, once the reader wants it answered.
    """

    filled_in = Signal(object)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = WrittenForm("")
        self._total: int | None = None
        self._is_current = False  # whether ``_written`` is what is filled in now
        self._is_to_ask = False  # whether the reader waits for it, to have it answered
        self._announcer = Announcer(self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._form = QueryFormView()
        self._trouble = QLabel(self)
        self._trouble.setProperty("role", "error")
        self._trouble.setWordWrap(True)
        self._question = wrapped("", "query", self)
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        button = QDialogButtonBox.ButtonRole
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._clear = self._buttons.addButton("", button.ResetRole)
        self._search = self._buttons.addButton("", button.AcceptRole)
        self._search.setDefault(True)
        line = self.fontMetrics().height()
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 2)
        column.addWidget(self._form)
        column.addSpacing(line // 2)
        column.addWidget(self._question)
        column.addWidget(self._count)
        column.addStretch()
        self.foot.setSpacing(line // 2)
        self.foot.addWidget(self._trouble)
        self.foot.addWidget(self._buttons)
        self.lay_out(content)

    def _connect(self) -> None:
        self._form.changed.connect(self._on_changed)
        self._clear.clicked.connect(self._on_cleared)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self.rejected.connect(self.stop_waiting)

    def retranslate(self) -> None:
        self.setWindowTitle(_("Build a query"))
        self._clear.setText(_("&Clear the form"))
        self._search.setText(_("&Search"))
        self._question.setAccessibleName(_("The query"))
        self._tell()

    @Slot(object, object)
    def show_form(self, choices: Choices, form: QueryForm) -> None:
        """Open with *form* filled in."""
        self._form.set_choices(choices)
        self._form.fill_in(form)
        self._written, self._total = WrittenForm(""), None
        self._tell()
        self.fit(self.fontMetrics().averageCharWidth() * _WIDTH)
        self.show()
        self.activateWindow()
        self._form.go_to("all_words")
        self._on_changed()

    @Slot(object)
    def rename(self, choices: Choices) -> None:
        """Offer the same in another language; what is filled in stays."""
        self._form.set_choices(choices)
        if self.isVisible():
            self._have_it_written()

    @Slot(object, object, int)
    def show_written(self, form: QueryForm, written: WrittenForm, total: int) -> None:
        """Show the question that *form* makes, if that is still what is filled in."""
        if form != self._form.form():
            return
        self._written, self._total, self._is_current = written, total, True
        self._tell()
        self._announcer.say("form", self._trouble.text(), self._count.text())
        if self._is_to_ask:
            self._on_accepted()

    @Slot()
    def stop_waiting(self) -> None:
        """Ask nothing of what is still being written: it has failed, or is wanted no more."""
        self._is_to_ask = False

    @Slot()
    def _on_changed(self) -> None:
        self.stop_waiting()
        self._have_it_written()

    @Slot()
    def _on_cleared(self) -> None:
        self._form.fill_in(QueryForm())
        self._form.go_to("all_words")
        self._on_changed()

    @Slot()
    def _on_accepted(self) -> None:
        """Ask the question, as soon as it is that of the whole form."""
        self._is_to_ask = not self._is_current
        if self._is_to_ask:
            self._have_it_written()  # once more: the last time may have failed
            return
        if self._written.troubles:
            self._form.go_to(_ENTRY[self._written.troubles[0]])
            return
        self.accept()
        self.asked.emit(self._written.text)

    def _have_it_written(self) -> None:
        self._is_current = False
        self.filled_in.emit(self._form.form())

    def _tell(self) -> None:
        self._trouble.setText("\n".join(_said(trouble) for trouble in self._written.troubles))
        self._trouble.setVisible(bool(self._written.troubles))
        if self._total is None:  # what the form asks is not written yet
            self._question.clear()
            self._count.clear()
            return
        text = self._written.text
        self._question.setText(text or _("Nothing is filled in yet: every record answers."))
        number = formats.number(self._total, messages.current())
        told = ngettext("{n} record answers", "{n} records answer", self._total)
        self._count.setText(told.format(n=number))
        self.grow()


_ENTRY: dict[Trouble, str] = {
    "year": "years",
    "years-reversed": "years",
    "amount": "amounts",
    "amounts-reversed": "amounts",
    "too-long": "all_words",
}


def _said(trouble: Trouble) -> str:
    """Return what is wrong, and what to do about it."""
    return {
        "year": _("A year has four digits, as in 2019."),
        "years-reversed": _("The first year is later than the last one: exchange them."),
        "amount": _("An amount is a number, as in 2.5 million; its currency is chosen beside it."),
        "too-long": _("The query has more than 500 characters: choose less."),
        "amounts-reversed": _("The smallest amount is larger than the largest: exchange them."),
    }[trouble]
