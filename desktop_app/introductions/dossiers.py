"""The dossiers beside the first one: opened, closed, and there again at the next start."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from database.dossiers import renamed
from database.model.errors import KnownError
from database.seal import Seal
from desktop_app.background.latest_only import LatestOnly, single_worker
from desktop_app.controllers.navigation import Navigator
from desktop_app.controllers.reopening import Reopening
from desktop_app.controllers.seals import SealController
from desktop_app.controllers.search import SearchController
from desktop_app.controllers.shelf import Shelf
from desktop_app.errors import explain
from desktop_app.presentation.edition import in_language
from desktop_app.settings import Settings, documents_folder
from desktop_app.views.dossiers.dossier_menu import DossierMenu, DossierRow
from desktop_app.views.error_box import show_error
from desktop_app.window import Window
from i18n import formats, messages
from i18n.messages import _, ngettext


class Dossiers(QObject):
    """Lets the reader open and close dossiers, and shows everywhere which of them are open.

    Those that were open at the last use are opened again after the first answer; it is told which
    of them cannot be, and they are forgotten.
    """

    def __init__(
        self,
        window: Window,
        shelf: Shelf,
        search: SearchController,
        navigator: Navigator,
        settings: Settings,
        seals: SealController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shelf = shelf
        self._search = search
        self._navigator = navigator
        self._settings = settings
        self._seals = seals
        self._folder = documents_folder()
        self._menu = DossierMenu(window)
        self._connect()
        self._show_open()
        self._reopen()

    def _connect(self) -> None:
        actions = self._window.actions_by_id
        actions["open_dossier"].triggered.connect(self._on_open_wanted)
        actions["close_dossier"].setMenu(self._menu)
        self._menu.aboutToShow.connect(lambda: self._menu.show_rows(self._rows()))
        self._menu.chosen.connect(self._close)
        self._shelf.changed.connect(self._on_changed)

    def _reopen(self) -> None:
        """Have those opened again that are remembered, once the others have been examined."""
        before = [path for path in self._settings.dossiers() if not self._shelf.has(path)]
        if not before:
            return
        reopening = Reopening(before, LatestOnly(single_worker(self._window), self))
        reopening.examined.connect(self._on_examined)
        for done in (self._seals.examined, self._seals.failed):
            done.connect(reopening.begin, Qt.ConnectionType.SingleShotConnection)

    def open(self, path: Path) -> bool:
        """Open a dossier beside the others, or tell why it cannot be; tell whether it is open."""
        if self._shelf.has(path):
            self._window.tell(_("This dossier is open already: {file}").format(file=path.name))
            return True
        try:
            self._shelf.add(path)
        except KnownError as error:
            show_error(explain(error), self._window)
            return False
        title = in_language(self._shelf.library.editions[-1], "title", messages.current())
        self._window.tell(_("Dossier opened: {title}").format(title=title))
        return True

    @Slot(object)
    def _close(self, row: DossierRow) -> None:
        """Close a dossier; what was narrowed to it is no longer, its record is left."""
        self._settings.forget_dossier(row.path)
        self._shelf.remove(row.path)
        self._window.tell(_("Dossier closed: {title}").format(title=row.name))

    @Slot()
    def _on_open_wanted(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open a dossier"), str(self._folder), f"{_('Dossier')} (*.tukor)"
        )
        if chosen:
            self._folder = Path(chosen).parent
            self.open(Path(chosen))

    @Slot(object, object)
    def _on_examined(self, sound: Sequence[Seal], unsound: Sequence[Path]) -> None:
        for seal in sound:
            if not self._shelf.has(seal.path):
                self._seals.take(seal)
                self._shelf.add(seal.path)
        for path in unsound:
            self._settings.forget_dossier(path)
        if unsound:
            names = formats.list_of([path.name for path in unsound], messages.current())
            self._window.tell(
                ngettext(
                    "This dossier, open the last time, is missing or damaged: {files}",
                    "These dossiers, open the last time, are missing or damaged: {files}",
                    len(unsound),
                ).format(files=names)
            )

    @Slot()
    def _on_changed(self) -> None:
        before, now = self._before, self._shelf.library.shelf
        self._show_open()
        self._navigator.look_again()
        request = self._search.request
        filters, excluded = (renamed(f, before, now) for f in (request.filters, request.excluded))
        self._search.restore(replace(request, filters=filters, excluded=excluded))

    def _show_open(self) -> None:
        """Remember what is open, let hits name their dossiers where there are several."""
        beside, library = self._shelf.beside, self._shelf.library
        self._before = library.shelf
        for path, dossier in zip(beside, library.shelf[1:], strict=True):
            self._settings.remember_dossier(path)
            self._settings.know_dossier(dossier)
        named = {name: title.by_language for name, title in library.dossiers.items()}
        self._window.views.results.name_dossiers(named if beside else {})
        self._window.actions_by_id["close_dossier"].setEnabled(bool(beside))

    def _rows(self) -> list[DossierRow]:
        titles = [*self._shelf.library.dossiers.values()][1:]
        code = messages.current().code
        return [
            DossierRow(path, title.within(code))
            for path, title in zip(self._shelf.beside, titles, strict=True)
        ]
