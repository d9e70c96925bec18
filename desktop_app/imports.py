"""What there is to import, introduced to the rest of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.controllers.search import SearchController
from desktop_app.controllers.shelf import Shelf
from desktop_app.window import Window

if TYPE_CHECKING:  # not every reader imports, and none at the start
    from desktop_app.importing import Importing


class Imports(QObject):
    """Offers to make a dossier of a file, and to open it beside those that are open."""

    def __init__(self, window: Window, search: SearchController, shelf: Shelf) -> None:
        super().__init__(window)
        self._window = window
        self._search = search
        self._shelf = shelf
        self._importing: Importing | None = None
        window.actions_by_id["import"].triggered.connect(self._on_wanted)

    @Slot()
    def _on_wanted(self) -> None:
        if self._importing is None:
            from desktop_app.importing import Importing

            self._importing = Importing(self._window, self._shelf)
            self._importing.asked.connect(self._search.restore)
        self._importing.ask()
