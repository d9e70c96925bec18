"""Importing: which file, what is to be made of it, and opening it. Loaded when it is wanted."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from database.dossiers import DOSSIER
from database.exchange.reading.formats import FORMATS
from database.exchange.reading.intake import TakenIn, Wanted
from database.model import schema as schema_files
from database.model.errors import KnownError
from database.search.request import SearchRequest
from desktop_app.background.latest_only import LatestOnly, single_worker
from desktop_app.controllers.imports import ImportController
from desktop_app.controllers.shelf import Shelf
from desktop_app.errors import explain
from desktop_app.views.import_dialog import ImportDialog
from desktop_app.window import Window
from i18n import messages
from i18n.messages import _


class Importing(QObject):
    """Imports one file at a time, on a thread of its own.

    Signals:
        asked: the question that shows the new records and nothing else, a ``SearchRequest``.
    """

    asked = Signal(object)

    def __init__(self, window: Window, shelf: Shelf) -> None:
        super().__init__(window)
        self._window = window
        self._shelf = shelf
        self._schema = schema_files.load()
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents))
        latest = LatestOnly(single_worker(window), window)
        self._controller = ImportController(shelf.paths[0], self._schema, latest)
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self._controller.stop)

    def ask(self) -> None:
        """Ask which file, and import it."""
        suffixes = " ".join(f"*.{suffix}" for each in FORMATS for suffix in each.suffixes)
        known, every = _("All that can be imported"), _("All files")  # none is found within f"…"
        filters = [f"{known} ({suffixes})", f"{every} (*)"]
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Import"), str(self._folder), ";;".join(filters)
        )
        if chosen:
            self._folder = Path(chosen).parent
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Ask what is to be made of a file, and make it."""
        dialog = ImportDialog(path, self._schema, messages.current(), self._window)
        controller = self._controller
        dialog.wanted.connect(self._begin)
        dialog.stop_wanted.connect(controller.stop)
        told = (
            controller.progressed.connect(dialog.show_progress),
            controller.finished.connect(partial(self._on_finished, dialog)),
            controller.stopped.connect(dialog.show_stopped),
            controller.failed.connect(lambda error: dialog.show_error(explain(error))),
        )
        dialog.exec()
        for connection in told:
            QObject.disconnect(connection)
        dialog.deleteLater()

    def _begin(self, wanted: Wanted) -> None:
        """Begin; a dossier that is open is never replaced."""
        self._controller.begin(replace(wanted, kept=tuple(self._shelf.paths)))

    def _on_finished(self, dialog: ImportDialog, taken_in: TakenIn) -> None:
        if taken_in.dossier:
            try:
                self._shelf.add(taken_in.dossier)
            except KnownError as error:
                dialog.show_error(explain(error))
                return
            dossier = list(self._shelf.library.dossiers)[-1]
            question = SearchRequest("", messages.current(), frozenset({(DOSSIER, dossier)}))
            dialog.records_wanted.connect(lambda: self.asked.emit(question))
        dialog.show_taken_in(taken_in)
