"""Importing: which file, what is to be made of it, and opening it. Loaded when it is wanted."""

from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from database.catalog import Catalog
from database.dossiers import DOSSIER
from database.exchange.reading.formats import FORMATS
from database.exchange.reading.intake import TakenIn, Wanted, take_in
from database.model.errors import KnownError
from database.search.request import SearchRequest
from desktop_app.background.stoppable import StoppableWork, Tell
from desktop_app.controllers.shelf import Shelf
from desktop_app.errors import explain
from desktop_app.settings import documents_folder
from desktop_app.views.exchange.import_dialog import ImportDialog
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
        self._folder = documents_folder()
        self._work = StoppableWork(self)

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
        dialog = ImportDialog(path, self._shelf.library.schema, messages.current(), self._window)
        dialog.wanted.connect(self._begin)
        dialog.stop_wanted.connect(self._work.stop)
        told = (
            self._work.progressed.connect(dialog.show_progress),
            self._work.finished.connect(partial(self._on_finished, dialog)),
            self._work.stopped.connect(dialog.show_stopped),
            self._work.failed.connect(lambda error: dialog.show_error(explain(error))),
        )
        dialog.exec()
        for connection in told:
            QObject.disconnect(connection)
        dialog.deleteLater()

    def _begin(self, wanted: Wanted) -> None:
        """Begin; a dossier that is open is never replaced."""
        self._work.begin(partial(self._take_in, replace(wanted, kept=tuple(self._shelf.paths))))

    def _take_in(self, wanted: Wanted, tell: Tell) -> TakenIn:
        """Worker thread: read places and terms of the first dossier on a connection of its own."""
        schema = self._shelf.library.schema
        with closing(Catalog.open(self._shelf.paths[0], schema)) as curated:
            return take_in(wanted, schema, curated, tell)

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
