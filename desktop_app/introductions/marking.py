"""The words that were asked for, marked on the page of the record that is read."""

from PySide6.QtCore import QObject, Slot

from database.search.results import Find, SearchResults, nowhere
from desktop_app.controllers.search import SearchController
from desktop_app.settings import Settings
from desktop_app.window import Window


class Marking(QObject):
    """Marks what the newest answer was found by, as long as the reader wants that."""

    def __init__(self, window: Window, search: SearchController, settings: Settings) -> None:
        super().__init__(window)
        self._views = window.views
        self._settings = settings
        self._is_wanted = settings.marks_words()
        self._find: Find = nowhere
        self._marked: Find = nowhere
        action = window.actions_by_id["mark_words"]
        action.setChecked(self._is_wanted)
        action.toggled.connect(self._on_toggled)
        search.answered.connect(self._on_answered)
        search.failed.connect(self._on_failed)
        search.settled.connect(self._mark)  # no letter waits for it

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self._is_wanted = on
        self._settings.mark_words(on)
        self._mark()

    @Slot(object)
    def _on_answered(self, results: SearchResults) -> None:
        self._find = results.spans

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        self._find = nowhere

    @Slot()
    def _mark(self) -> None:
        find = self._find if self._is_wanted else nowhere
        if find is not self._marked:
            self._marked = find
            for view in (self._views.record, self._views.mirror):
                view.mark(find)
