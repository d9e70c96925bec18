"""Dossiers of an older program: the reader is told once, and can have them renewed."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from database.model.errors import DossierAhead, DossierError, DossierOutdated, KnownError
from database.search.language.version import VERSION, shortfall
from desktop_app.background.stoppable import StoppableWork, Tell
from desktop_app.controllers.seals import SealController
from desktop_app.controllers.search import SearchController
from desktop_app.controllers.shelf import Shelf
from desktop_app.errors import explain
from desktop_app.settings import Settings
from desktop_app.views.dossiers.dossier_menu import DossierMenu, DossierRow
from desktop_app.views.dossiers.renewal_box import RenewalBox, RenewalProgress
from desktop_app.views.error_box import show_error
from desktop_app.window import Window
from i18n import messages
from i18n.messages import _


class Renewing(QObject):
    """Looks at the dossiers beside the first one, after the first answer and as they come.

    What falls short of this version of the program is told once for each file and version.
    """

    def __init__(
        self,
        window: Window,
        shelf: Shelf,
        search: SearchController,
        seals: SealController,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shelf = shelf
        self._seals = seals
        self._settings = settings
        self._waiting: list[Path] = []
        self._progress: RenewalProgress | None = None
        self._work = StoppableWork(self)
        self._menu = DossierMenu(window)
        # Several that come one after the other are told of together.
        self._coming = QTimer(self, singleShot=True, interval=0)
        self._connect(search)
        self._offer()

    def _connect(self, search: SearchController) -> None:
        self._window.actions_by_id["renew_dossier"].setMenu(self._menu)
        self._menu.aboutToShow.connect(lambda: self._menu.show_rows(self._outdated()))
        self._menu.chosen.connect(lambda row: self.renew([row.path]))
        self._coming.timeout.connect(self._tell)
        self._shelf.changed.connect(self._offer)
        for answered in (search.counted, search.failed):
            answered.connect(self._begin_telling, Qt.ConnectionType.SingleShotConnection)
        self._work.progressed.connect(self._on_progressed)
        self._work.finished.connect(self._on_finished)
        self._work.stopped.connect(self._on_stopped)
        self._work.failed.connect(self._on_failed)

    @Slot()
    def _begin_telling(self) -> None:
        self._shelf.changed.connect(self._coming.start)
        self._tell()

    @Slot()
    def _offer(self) -> None:
        self._window.actions_by_id["renew_dossier"].setEnabled(bool(self._outdated()))

    def renew(self, paths: Sequence[Path]) -> None:
        """Renew some of the open dossiers, one after the other."""
        self._waiting += paths
        if self._progress is None:
            self._go_on()

    def _short(self) -> Mapping[Path, DossierError]:
        """Return what is to be told of each dossier that another version made."""
        shelf = zip(self._shelf.paths, self._shelf.library.editions, strict=True)
        found = {path: shortfall(path, about) for path, about in [*shelf][1:]}
        return {path: other for path, other in found.items() if other}

    def _outdated(self) -> list[DossierRow]:
        short, titles = self._short(), self._titles()
        return [
            DossierRow(path, titles[path])
            for path, other in short.items()
            if isinstance(other, DossierOutdated)
        ]

    def _titles(self) -> dict[Path, str]:
        titles, code = self._shelf.library.dossiers.values(), messages.current().code
        named = (title.within(code) for title in titles)
        return dict(zip(self._shelf.paths, named, strict=True))

    @Slot()
    def _tell(self) -> None:
        """Tell what has not been told before."""
        new = [
            (path, other)
            for path, other in self._short().items()
            if self._settings.tells_anew(f"{path.absolute()} {VERSION}")
        ]
        titles = self._titles()
        outdated = [path for path, other in new if isinstance(other, DossierOutdated)]
        for _path, other in new:
            if isinstance(other, DossierAhead):
                show_error(explain(other), self._window)
        if outdated:
            box = RenewalBox([titles[path] for path in outdated], self._window)
            box.wanted.connect(lambda: self.renew(outdated))
            box.open()

    def _go_on(self) -> None:
        """Renew the next one that is still open."""
        still = [path for path in self._waiting if path in self._shelf.beside]
        self._waiting = still
        if not still:
            return
        self._progress = RenewalProgress(self._titles()[still[0]], self._window)
        self._progress.canceled.connect(self._work.stop)
        self._work.begin(partial(self._renew, still[0]))

    def _renew(self, path: Path, tell: Tell) -> object:
        """Worker thread: the compiler, which few readers need, is loaded here."""
        from database.renewal import renew

        return renew(path, self._shelf.library.schema, report=partial(tell, "renewing"))

    def _done(self) -> tuple[Path, str]:
        """Return which dossier it was, and what it is called."""
        path = self._waiting.pop(0)
        if self._progress:
            self._progress.canceled.disconnect(self._work.stop)
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
        return path, self._titles().get(path, path.name)

    @Slot(str, int)
    def _on_progressed(self, _step: str, share: int) -> None:
        if self._progress:
            self._progress.setValue(share)

    @Slot()
    def _on_finished(self) -> None:
        path, title = self._done()
        self._seals.forget(path)
        try:
            self._shelf.reopen(path)
        except KnownError as error:
            show_error(explain(error), self._window)
        else:
            self._window.tell(_("Dossier renewed: {title}").format(title=title))
        self._go_on()

    @Slot()
    def _on_stopped(self) -> None:
        _path, title = self._done()
        self._waiting.clear()
        self._window.tell(_("Stopped. The dossier is as it was: {title}").format(title=title))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._done()
        show_error(explain(error), self._window)
        self._go_on()
