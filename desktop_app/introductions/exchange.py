"""Export and import, introduced to the rest of the window; what does them is loaded when wanted."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from database.library import Library
from database.search.results import SearchResults
from desktop_app.controllers.navigation import Navigator
from desktop_app.controllers.search import SearchController
from desktop_app.controllers.shelf import Shelf
from desktop_app.window import Window

if TYPE_CHECKING:  # not every reader exports or imports, and none at the start
    from desktop_app.introductions.exporting import Exporting
    from desktop_app.introductions.importing import Importing


class Exports(QObject):
    """Offers to export all hits of the question as it stands, and the record that is open.

    Only what is there is offered, and nothing while a file is being written.
    """

    def __init__(
        self,
        window: Window,
        search: SearchController,
        navigator: Navigator,
        library: Library,
        dossiers: Sequence[Path],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._search = search
        self._navigator = navigator
        self._opened = (library, dossiers)
        self._total = 0
        self._is_busy = False
        self._results = window.actions_by_id["export_results"]
        self._record = window.actions_by_id["export_record"]
        self._stop = window.actions_by_id["stop_export"]
        self._results.triggered.connect(self._on_results_wanted)
        self._record.triggered.connect(self._on_record_wanted)
        search.answered.connect(self._on_answered)
        navigator.opened.connect(self._offer)
        navigator.left.connect(self._offer)
        self._offer()

    @cached_property
    def _exporting(self) -> "Exporting":
        from desktop_app.introductions.exporting import Exporting

        made = Exporting(self._window, *self._opened)
        made.busy.connect(self._on_busy)
        return made

    @Slot()
    def _offer(self) -> None:
        self._results.setEnabled(self._total > 0 and not self._is_busy)
        self._record.setEnabled(self._navigator.record_id is not None and not self._is_busy)
        self._stop.setEnabled(self._is_busy)

    @Slot(bool)
    def _on_busy(self, on: bool) -> None:
        self._is_busy = on
        self._offer()

    @Slot(object)
    def _on_answered(self, results: SearchResults) -> None:
        self._total = results.total
        self._offer()

    @Slot()
    def _on_results_wanted(self) -> None:
        self._exporting.results(self._search.request)

    @Slot()
    def _on_record_wanted(self) -> None:
        if record_id := self._navigator.record_id:
            self._exporting.record(record_id)


class Imports(QObject):
    """Offers to make a dossier of a file, and to open it beside those that are open."""

    def __init__(self, window: Window, search: SearchController, shelf: Shelf) -> None:
        super().__init__(window)
        self._window = window
        self._search = search
        self._shelf = shelf
        window.actions_by_id["import"].triggered.connect(self._on_wanted)

    @cached_property
    def _importing(self) -> "Importing":
        from desktop_app.introductions.importing import Importing

        made = Importing(self._window, self._shelf)
        made.asked.connect(self._search.restore)
        return made

    @Slot()
    def _on_wanted(self) -> None:
        self._importing.ask()
