"""A list of saved or past searches, and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from database.notebook import Entry, EntryKind, Question
from desktop_app.actions import shortcut
from desktop_app.localization import Retranslating
from desktop_app.models.question_table import QuestionTableModel
from desktop_app.presentation.narrowing import folded
from desktop_app.presentation.question import Worded
from desktop_app.views.searches.move_buttons import MoveButtons
from desktop_app.views.searches.question_rows import QuestionRows
from i18n.messages import _, pgettext


class QuestionList(Retranslating, QWidget):
    """A heading, a table or a hint why it is empty, and buttons for the rows that are selected.

    Enter or a double click asks the search of a row again, Delete deletes the selected ones; the
    edit key of the system (F2) renames a saved one, Alt+Up and Alt+Down and the mouse move it.

    Signals:
        asked: the ``Entry`` to be searched again.
        save_wanted: the past ``Entry`` that is to be saved.
        renamed: a saved ``Entry`` and its new name.
        deleted: the entries that are to go, ``tuple[Entry, ...]``.
        arranged: every saved ``Entry`` in the order that the reader wants, as a tuple.
    """

    asked = Signal(object)
    save_wanted = Signal(object)
    renamed = Signal(object, str)
    deleted = Signal(object)
    arranged = Signal(object)

    def __init__(self, kind: EntryKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: EntryKind = kind
        self._model = QuestionTableModel(kind, self)
        self._shown = QSortFilterProxyModel(self)
        self._remembers = True
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._shown.setSourceModel(self._model)
        self._shown.setFilterRole(QuestionTableModel.FILTER)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "subtitle")
        self._table = self._make_table()
        self._size_rows()
        self._heading.setBuddy(self._table)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ask, self._other, self._delete = (QPushButton(self) for _ in range(3))
        self._pages = QStackedLayout()
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._hint)
        self._row = QHBoxLayout()
        for button in (self._ask, self._other, self._delete):
            self._row.addWidget(button)
        self._row.addStretch()
        self._moves = MoveButtons(self)
        self._moves.setVisible(self._kind == "saved")
        self._row.addWidget(self._moves)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addLayout(self._pages, 1)
        column.addLayout(self._row)

    def _make_table(self) -> QuestionRows:
        table = QuestionRows(self)
        table.setModel(self._shown)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QTableView.EditTrigger.EditKeyPressed)
        if self._kind == "saved":
            table.let_drag()
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in range(2 if self._kind == "saved" else 1):  # name and question share the rest
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _connect(self) -> None:
        self._table.doubleClicked.connect(self._on_activated)
        self._table.confirmed.connect(self._on_activated)
        self._table.delete_wanted.connect(self._on_delete_wanted)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._table.move_wanted.connect(self._on_move_wanted)
        # By then Qt is done with the drag: the rows will be others.
        self._table.drop_wanted.connect(self._put_chosen, Qt.ConnectionType.QueuedConnection)
        # By then Qt has closed the field for the name, and the keyboard is on the row again.
        self._model.renamed.connect(self.renamed, Qt.ConnectionType.QueuedConnection)
        self._ask.clicked.connect(self.ask_chosen)
        self._other.clicked.connect(self._on_other_clicked)
        self._delete.clicked.connect(self._on_delete_wanted)
        self._moves.moved.connect(self._on_move_wanted)

    def retranslate(self) -> None:
        if self._kind == "saved":
            self._heading.setText(_("Saved searches"))
            self._other.setText(_("&Rename"))
            self._ask.setText(_("&Search again"))
            self._delete.setText(_("&Delete"))
        else:
            self._heading.setText(pgettext("searches", "History"))
            self._other.setText(_("Sa&ve…"))
            self._ask.setText(_("Search a&gain"))
            self._delete.setText(_("De&lete"))
        self._table.setAccessibleName(self._heading.text())
        self._model.headerDataChanged.emit(
            Qt.Orientation.Horizontal, 0, self._model.columnCount() - 1
        )
        self._show_hint()

    def add(self, widget: QWidget) -> None:
        """Put something else at the end of the buttons."""
        self._row.addWidget(widget)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, whether the filter lets it be seen or not."""
        return tuple(row.entry for row in self._model.rows)

    @property
    def is_empty(self) -> bool:
        """Whether no row is shown."""
        return not self._shown.rowCount()

    def show_rows(self, rows: Sequence[Worded], *, remembers: bool = True) -> None:
        """Show other rows; the reader stays where they are: on their row, else in its place.

        Whether the program *remembers* what is asked tells if there will be more.
        """
        self._remembers = remembers
        current = self._table.currentIndex()
        question = current.data(QuestionTableModel.ENTRY).question if current.isValid() else None
        place = max(current.row(), 0)
        self._model.show(rows)
        shown = [self._entry(row).question for row in range(self._shown.rowCount())]
        if shown:
            place = shown.index(question) if question in shown else min(place, len(shown) - 1)
            self._table.selectRow(place)
        self._enable()
        self._show_hint()

    def show_total(self, question: Question, total: int) -> None:
        """Show how many records answer to a saved *question*."""
        self._model.show_total(question, total)

    @Slot(str)
    def narrow(self, text: str) -> None:
        """Show what has *text* in its name or question, whatever its case and accents."""
        self._shown.setFilterFixedString(folded(text.strip()))
        if self._shown.rowCount():
            self._table.selectRow(0)
        self._enable()
        self._show_hint()

    def ask_chosen(self) -> None:
        """Ask the search that is chosen, if it is one alone."""
        if len(chosen := self._chosen()) == 1:
            self.asked.emit(chosen[0])

    def enter(self) -> None:
        """Take the keyboard, unless there is no row to be on."""
        if not self.is_empty:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size_rows()

    def _size_rows(self) -> None:
        """Let the rows grow with the reader's text."""
        self._table.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))

    def _entry(self, row: int) -> Entry:
        """Return the entry of a row that is shown."""
        entry: Entry = self._shown.index(row, 0).data(QuestionTableModel.ENTRY)
        return entry

    def _chosen(self) -> tuple[Entry, ...]:
        rows = sorted(self._table.selectionModel().selectedRows(), key=QModelIndex.row)
        return tuple(index.data(QuestionTableModel.ENTRY) for index in rows)

    def _enable(self) -> None:
        chosen = len(self._chosen())
        self._ask.setEnabled(chosen == 1)
        self._other.setEnabled(chosen == 1)
        self._delete.setEnabled(chosen > 0)
        for rows in (-1, 1):
            self._moves.enable(rows, on=self._neighbour(rows) is not None)

    def _neighbour(self, rows: int) -> int | None:
        """Return the row that is *rows* below the only one chosen, if there is one."""
        chosen = self._table.selectionModel().selectedRows()
        row = chosen[0].row() + rows if len(chosen) == 1 else -1
        return row if 0 <= row < self._shown.rowCount() else None

    def _show_hint(self) -> None:
        if self._model.rows:
            self._hint.setText(_("Nothing here fits what you typed above."))
        elif self._kind == "saved":
            self._hint.setText(
                _("Nothing is saved yet. Search for something, then press {keys}.").format(
                    keys=_save_keys()
                )
            )
        elif self._remembers:
            self._hint.setText(_("What you search for, and stay on for a moment, will stand here."))
        else:
            self._hint.setText(
                _("What you search for is not remembered: to have it here, tick the box below.")
            )
        self._pages.setCurrentWidget(self._hint if self.is_empty else self._table)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.asked.emit(index.data(QuestionTableModel.ENTRY))

    @Slot()
    def _on_other_clicked(self) -> None:
        if self._kind == "past":
            self.save_wanted.emit(self._chosen()[0])
        else:
            row = self._table.selectionModel().selectedRows()[0]
            self._table.setCurrentIndex(row)
            self._table.edit(row)

    @Slot(int)
    def _on_move_wanted(self, rows: int) -> None:
        """Put the only one chosen beyond its neighbour."""
        row = self._neighbour(rows)
        if row is not None and self._kind == "saved":
            self._put_chosen(row + (rows > 0))

    @Slot(int)
    def _put_chosen(self, gap: int) -> None:
        """Put the chosen entries above a row; those that are filtered out stay where they are."""
        moved = self._chosen()
        shown = [self._entry(row) for row in range(self._shown.rowCount())]
        order = [entry for entry in self.entries if entry not in moved]
        above = [order.index(entry) + 1 for entry in shown[:gap] if entry not in moved]
        below = [order.index(entry) for entry in shown[gap:] if entry not in moved]
        at = (above[-1:] or below[:1] or [0])[0]
        order[at:at] = moved
        if tuple(order) != self.entries:
            self.arranged.emit(tuple(order))

    @Slot()
    def _on_delete_wanted(self) -> None:
        if chosen := self._chosen():
            self.deleted.emit(chosen)


def _save_keys() -> str:
    """Return the keys that save a search, as the reader's system writes them."""
    keys = QKeySequence(shortcut("save_search"))
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
