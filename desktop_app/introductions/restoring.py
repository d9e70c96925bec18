"""Saved and past searches asked again, with the dossiers that they are in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from database.dossiers import DOSSIER, absent, renamed
from database.library import Library
from database.notebook import Question
from desktop_app.controllers.search import SearchController
from desktop_app.introductions.dossiers import Dossiers
from desktop_app.settings import Settings
from desktop_app.views.dossiers.absent_box import AbsentBox
from desktop_app.window import Window
from i18n import messages


class Restoring(QObject):
    """Asks whole questions; where one is in a dossier that is not open, its reader decides."""

    def __init__(
        self,
        window: Window,
        search: SearchController,
        dossiers: Dossiers,
        library: Library,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._search = search
        self._dossiers = dossiers
        self._library = library
        self._settings = settings

    @Slot(object)
    def ask(self, question: Question) -> None:
        """Ask *question*, or first what to do about dossiers that are not open."""
        names = absent(question.filters, self._library.shelf)
        if not names:
            self._ask(question)
            return
        titles, files = self._known(names)
        box = AbsentBox(titles, self._window, known=bool(files))
        box.opening_wanted.connect(lambda: self._open_and_ask(files, question))
        box.widening_wanted.connect(lambda: self._ask_without(question))
        box.open()

    def _known(self, names: Sequence[str]) -> tuple[list[str], list[Path]]:
        """Return what dossiers are called, and the files of those that are still there."""
        titles, files, code = [], [], messages.current().code
        for name in names:
            known = [each for each in self._settings.known_dossiers() if each.answers_to(name)]
            titles.append(known[-1].title.within(code) if known else name.partition("@")[0])
            files += [each.path for each in known if each.path.is_file()][-1:]
        return titles, files

    def _open_and_ask(self, files: Iterable[Path], question: Question) -> None:
        if all([self._dossiers.open(path) for path in files]):
            self._ask_without(question)

    def _ask_without(self, question: Question) -> None:
        """Ask *question* without the dossiers that are not open by now."""
        names = absent(question.filters, self._library.shelf)
        missing = {(DOSSIER, name) for name in names}
        self._ask(replace(question, filters=question.filters - missing))

    def _ask(self, question: Question) -> None:
        request = question.request(self._search.request.locale)
        filters, excluded = (
            renamed(each, (), self._library.shelf) for each in (request.filters, request.excluded)
        )
        self._search.restore(replace(request, filters=filters, excluded=excluded))
        self._window.views.search_bar.focus()
