"""Saved searches and history, to be asked again, renamed, saved and deleted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from database.notebook import Entry
from desktop_app.localization import Retranslating
from desktop_app.presentation.question import Undoable, Worded
from desktop_app.views.column_dialog import ColumnDialog
from desktop_app.views.facets.tick_box import TickBox
from desktop_app.views.filter_field import FilterField
from desktop_app.views.searches.question_list import QuestionList
from i18n import messages
from i18n.messages import _

_WIDTH, _LINES = 120, 38  # characters, and lines


class SearchesDialog(Retranslating, ColumnDialog):
    """Two lists under one filter, and a line that gives back what was deleted.

    From the filter, Enter asks the row that is chosen in the first list that has any, and Down
    goes there.

    Signals:
        asked: the ``Entry`` to be searched again; the dialog closes.
        save_wanted: the past ``Entry`` that is to be saved.
        renamed: a saved ``Entry`` and its new name.
        deleted: the entries that are to go, ``tuple[Entry, ...]``.
        arranged: every saved ``Entry`` in the order that the reader wants, as a tuple.
        undone: what was done last is to be taken back.
        remembering: whether searches are to be remembered from now on.
    """

    asked = Signal(object)
    save_wanted = Signal(object)
    renamed = Signal(object, str)
    deleted = Signal(object)
    arranged = Signal(object)
    undone = Signal()
    remembering = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: Undoable | None = None
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._label, self._field = QLabel(self), FilterField(self)
        self._label.setBuddy(self._field)
        self.saved, self.past = QuestionList("saved", self), QuestionList("past", self)
        self._clear = QPushButton()
        self.past.add(self._clear)
        line = self.fontMetrics().height()
        self._remember = TickBox(self)
        self._told, self._undo = QLabel(self), QPushButton(self)
        self._told.setProperty("role", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._told)
        foot.addWidget(self._undo)
        foot.addStretch()
        foot.addWidget(buttons)
        self.foot.addLayout(foot)
        lists = QWidget(self)
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 2)
        column.addWidget(self._label)
        column.addWidget(self._field)
        for part in (self.saved, self.past):
            column.addSpacing(line // 4)
            column.addWidget(part, 1)
        column.addSpacing(line // 4)
        column.addWidget(self._remember)
        self.lay_out(lists)
        self.fit(self.fontMetrics().averageCharWidth() * _WIDTH, lines=_LINES)

    def _connect(self) -> None:
        self._field.textChanged.connect(self.saved.narrow)
        self._field.textChanged.connect(self.past.narrow)
        self._field.confirmed.connect(lambda: self._first_list().ask_chosen())
        self._field.left_downward.connect(lambda: self._first_list().enter())
        for listed in (self.saved, self.past):
            listed.asked.connect(self._on_asked)
            listed.deleted.connect(self.deleted)
        self.saved.renamed.connect(self.renamed)
        self.saved.arranged.connect(self.arranged)
        self.past.save_wanted.connect(self.save_wanted)
        self._clear.clicked.connect(lambda: self.deleted.emit(self.past.entries))
        self._undo.clicked.connect(self.undone)
        self._remember.toggled.connect(self.remembering)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._undo.click)

    def retranslate(self) -> None:
        self.setWindowTitle(_("Saved searches and history"))
        self._label.setText(_("&Find among them"))
        self._clear.setText(_("&Clear history"))
        self._remember.setText(_("Re&member what I search for"))
        self._remember.setToolTip(
            _("It is kept in your own folder on this computer and sent to nobody.")
        )
        self._undo.setText(_("&Undo"))
        self._tell()

    def show_entries(
        self,
        saved: Sequence[Worded],
        past: Sequence[Worded],
        last: Undoable | None,
        *,
        remembers: bool,
    ) -> None:
        """Show what is kept, and the *last* step that can be taken back."""
        self.saved.show_rows(saved)
        self.past.show_rows(past, remembers=remembers)
        self._clear.setEnabled(bool(past))
        self._remember.setChecked(remembers)
        self._last = last
        self._tell()

    def _first_list(self) -> QuestionList:
        return self.past if self.saved.is_empty else self.saved

    def _tell(self) -> None:
        self._told.setText(self._last.told(messages.current()) if self._last else "")
        for part in (self._told, self._undo):
            part.setVisible(self._last is not None)

    @Slot(object)
    def _on_asked(self, entry: Entry) -> None:
        self.accept()
        self.asked.emit(entry)
