"""Importing a file: what is to be made of it, how far it has come, what became of it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from database.exchange.reading.intake import TakenIn
from database.model.schema import Schema
from desktop_app.errors import Explanation
from desktop_app.localization import Retranslating
from desktop_app.presentation.imported import STAGES
from desktop_app.views.column_dialog import ColumnDialog
from desktop_app.views.exchange.import_form import ImportForm
from desktop_app.views.exchange.import_report import ImportReport
from desktop_app.views.rich_text import wrapped
from i18n.locales import Locale
from i18n.messages import _

_WIDTH = 96  # characters
_WHOLE = 1000  # per mille


class ImportDialog(Retranslating, ColumnDialog):
    """Leads through one import. It does nothing itself.

    Signals:
        wanted: what is to be made of the file, a ``Wanted``.
        stop_wanted: the reader no longer wants it; ``show_stopped`` is to follow.
        records_wanted: the reader wants to see the new records.
    """

    wanted = Signal(object)
    stop_wanted = Signal()
    records_wanted = Signal()

    def __init__(
        self, path: Path, schema: Schema, locale: Locale, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._stage = "reading"
        self._is_busy = False
        self._form = ImportForm(path, schema, locale, self)
        self._report = ImportReport(schema, self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._file = wrapped(self._path.name, "subtitle", self)
        self._folder = wrapped(str(self._path.parent), "muted", self)
        self._error = wrapped("", "error", self)
        self._error.hide()
        self._what, self._bar = QLabel(self), QProgressBar(self)
        self._what.setBuddy(self._bar)
        self._bar.setMaximum(_WHOLE)
        pages = QWidget(self)
        one_of_them = QVBoxLayout(pages)
        one_of_them.setContentsMargins(0, 0, 0, 0)
        self._pages = (self._before(line), self._meanwhile(line), self._report)
        for page in self._pages:
            one_of_them.addWidget(page)
        choices = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(choices.Cancel | choices.Close, self)
        roles = QDialogButtonBox.ButtonRole
        self._import = self._buttons.addButton("", roles.AcceptRole)
        self._show = self._buttons.addButton("", roles.ActionRole)
        self.foot.addWidget(self._buttons)
        self.lay_out(pages, by_keys=True)
        self.fit(self.fontMetrics().averageCharWidth() * _WIDTH)
        self._turn_to(0)

    def _before(self, line: int) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 4)
        for part in (self._file, self._folder):
            column.addWidget(part)
        column.addSpacing(line // 2)
        column.addWidget(self._form)
        column.addWidget(self._error)
        column.addStretch()
        return page

    def _meanwhile(self, line: int) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 2)
        column.addStretch()
        column.addWidget(self._what)
        column.addWidget(self._bar)
        column.addStretch()
        return page

    def _connect(self) -> None:
        self._form.completed.connect(self._import.setEnabled)
        self._import.clicked.connect(self._on_import_clicked)
        self._show.clicked.connect(self.records_wanted)
        self._show.clicked.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def retranslate(self) -> None:
        self.setWindowTitle(_("Import"))
        self._import.setText(_("&Import"))
        self._show.setText(_("&Show its records"))
        name = _(STAGES[self._stage])
        self._what.setText(_("{label}: {value}").format(label=name, value=self._path.name))

    @Slot(str, int)
    def show_progress(self, stage: str, share: int) -> None:
        """Show how much of a stage is done, in per mille."""
        if stage != self._stage:
            self._stage = stage
            self.retranslate()
        self._bar.setValue(share)

    @Slot(object)
    def show_taken_in(self, taken_in: TakenIn) -> None:
        """Tell what became of the file."""
        self._report.show_taken_in(taken_in)
        self._turn_to(2, with_records=taken_in.dossier is not None)

    def show_error(self, told: Explanation) -> None:
        """Tell why nothing came of it, and let the reader try otherwise."""
        self._error.setText(str(told))
        self._error.show()
        self._turn_to(0)

    @Slot()
    def show_stopped(self) -> None:
        """Leave: the reader wanted to, and nothing is under way any more."""
        self._is_busy = False
        self.reject()

    def reject(self) -> None:
        """Leave, or ask for what is under way to be stopped first."""
        if not self._is_busy:
            super().reject()
            return
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setEnabled(False)
        self.stop_wanted.emit()

    @Slot()
    def _on_import_clicked(self) -> None:
        self._error.hide()
        self._turn_to(1)
        self.wanted.emit(self._form.wanted)

    def _turn_to(self, page: int, *, with_records: bool = False) -> None:
        """Show a page with the buttons that belong to it; the first has the focus."""
        self._is_busy = page == 1
        for number, each in enumerate(self._pages):
            each.setVisible(number == page)
        choices = QDialogButtonBox.StandardButton
        cancel, close = self._buttons.button(choices.Cancel), self._buttons.button(choices.Close)
        cancel.setEnabled(True)
        cancel.setVisible(page < 2)
        close.setVisible(page == 2)
        self._import.setVisible(page == 0)
        self._import.setEnabled(self._form.is_complete)
        self._show.setVisible(with_records)
        first = self._import if page == 0 else cancel if page == 1 else close
        first.setDefault(True)
        first.setFocus()
        self.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        self.fit(self.width())
        super().showEvent(event)
