"""Exporting: asking where to, writing, and telling what was written. Loaded when it is wanted."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from database.exchange.writing.account import Account
from database.exchange.writing.export import export_file
from database.exchange.writing.formats import Format
from database.exchange.writing.selection import Selection
from database.library import Library
from database.model.record import RecordId
from database.model.wording import Wording
from database.notebook import Question
from database.search.request import SearchRequest
from desktop_app.background.stoppable import StoppableWork, Tell
from desktop_app.errors import explain
from desktop_app.presentation import exported
from desktop_app.presentation.question import default_name
from desktop_app.settings import documents_folder
from desktop_app.views.error_box import show_error
from desktop_app.views.exchange.export_dialog import ExportDialog
from desktop_app.views.exchange.export_progress import ExportProgress
from desktop_app.views.exchange.export_report import ExportReport
from desktop_app.window import Window
from i18n import messages
from i18n.messages import _

_LONGEST_NAME = 80


class Exporting(QObject):
    """Writes one file at a time, on a thread of its own: searching goes on meanwhile.

    Signals:
        busy: whether a file is being written.
    """

    busy = Signal(bool)

    def __init__(self, window: Window, library: Library, dossiers: Sequence[Path]) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._dossiers = dossiers
        self._folder = documents_folder()
        self._work = StoppableWork(self)
        self._work.finished.connect(self._on_finished)
        self._work.stopped.connect(self._on_stopped)
        self._work.failed.connect(self._on_failed)
        self._show_progress()

    def _show_progress(self) -> None:
        """Tell at the foot of the window how far it has come, and let it be stopped there."""
        shown, work = ExportProgress(self._window), self._work
        self._window.statusBar().insertPermanentWidget(1, shown)  # before the count
        self.busy.connect(shown.show_busy)
        self.busy.connect(self._window.edition.setHidden)  # there is not always room for both
        work.progressed.connect(lambda _step, share: shown.show_share(share // 10))
        shown.stop_wanted.connect(work.stop)
        self._window.actions_by_id["stop_export"].triggered.connect(work.stop)

    def results(self, request: SearchRequest) -> None:
        """Export every hit of a question, in their order."""
        select = partial(Selection.of_hits, request, self._dossiers, self._library.schema)
        name = default_name(Question.of(request), self._wording())
        self._ask(_("Export the results"), name, select)

    def record(self, record_id: RecordId) -> None:
        """Export one record."""
        locale = messages.current()

        def select() -> Selection:
            library = Library.open(self._dossiers, self._library.schema)
            return Selection((record_id,), library, locale)

        self._ask(_("Export this record"), record_id.partition("/")[2], select)

    def _ask(self, title: str, name: str, select: Callable[[], Selection]) -> None:
        dialog = ExportDialog(title, self._folder / _file_name(name), self._window)
        if dialog.exec():
            self._folder = dialog.path.parent
            self._window.statusBar().clearMessage()
            self.busy.emit(True)
            order = _Order(select, dialog.format, dialog.path, self._dossiers)
            self._work.begin(lambda tell: (order, order.carry_out(tell)))
        dialog.deleteLater()

    @Slot(object)
    def _on_finished(self, done: "tuple[_Order, Account]") -> None:
        self.busy.emit(False)
        order, account = done
        wording = self._wording()
        told = exported.written(account, order.into, wording.locale)
        self._window.tell(_("{written}: {path}").format(written=told, path=order.path))
        if lost := tuple(exported.lost(account, wording)):
            heading = exported.lost_heading(order.into)
            report = ExportReport(told, str(order.path), heading, lost, self._window)
            report.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            report.open()

    @Slot()
    def _on_stopped(self) -> None:
        self.busy.emit(False)
        self._window.tell(_("Stopped. Nothing was written."))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.busy.emit(False)
        show_error(explain(error), self._window)

    def _wording(self) -> Wording:
        return self._library.wording(messages.current())


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be written, in which format and where; the reader has been asked about the file.

    Files to be ``kept`` are those that are being read.
    """

    select: Callable[[], Selection]
    into: Format
    path: Path
    kept: Sequence[Path]

    def carry_out(self, tell: Tell) -> Account:
        """Worker thread: read and write on connections of its own."""
        return export_file(
            self.select(), self.into, self.path, replace=True, kept=self.kept,
            progress=partial(tell, ""),
        )  # fmt: skip


def _file_name(words: str) -> str:
    """Return a name that every system takes, without a suffix."""
    return " ".join(re.sub(r"[^\w\s,()–-]", " ", words).split())[:_LONGEST_NAME] or "tukor"
