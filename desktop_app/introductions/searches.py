"""Saved searches and history, built and introduced to the rest of the window."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from database.dossiers import absent
from database.library import Library
from database.model.errors import NotebookError
from database.model.wording import Wording
from database.notebook import Entry, Notebook, Question
from desktop_app.controllers.search import SearchController
from desktop_app.controllers.searches import SearchMemory
from desktop_app.controllers.totals import Totals
from desktop_app.errors import explain
from desktop_app.localization import Localizer
from desktop_app.presentation.question import Worded, default_name, description, in_order, worded
from desktop_app.settings import Settings
from desktop_app.views.error_box import show_error
from desktop_app.views.searches.saved_menu import SavedMenu
from desktop_app.window import Window
from i18n.messages import _

if TYPE_CHECKING:  # few readers need it, and none at the start
    from desktop_app.views.searches.searches_dialog import SearchesDialog


def recall(window: Window, settings: Settings) -> SearchMemory:
    """Return the memory of the reader who has these *settings*; nothing is read yet."""
    remembers = settings.remembers_searches()
    memory = SearchMemory(Notebook(settings.notebook), remembers=remembers, parent=window)
    memory.remembering.connect(settings.remember_searches)
    return memory


class Searches(QObject):
    """Lets the reader save searches, find them again, and see those made before.

    Signals:
        asked: the ``Question`` that the reader wants to be asked again.
    """

    asked = Signal(object)

    def __init__(
        self,
        window: Window,
        search: SearchController,
        memory: SearchMemory,
        localizer: Localizer,
        library: Library,
        totals: Totals,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._search = search
        self._memory = memory
        self._localizer = localizer
        self._library = library
        self._totals = totals
        self._settings = settings
        self._menu = SavedMenu(window.menus["&Searches"])
        self._connect()

    def _connect(self) -> None:
        memory, search, views = self._memory, self._search, self._window.views
        actions = self._window.actions_by_id
        search.changed.connect(memory.follow)
        search.changed.connect(self._on_asked)
        # The window is there and has answered before the notebook is looked into.
        search.counted.connect(memory.read, Qt.ConnectionType.SingleShotConnection)
        views.results.chosen.connect(lambda _id, _dossier: memory.stay())
        views.search_bar.left_downward.connect(memory.stay)
        memory.changed.connect(self._show_menu)
        memory.failed.connect(self._on_failed)
        self._totals.failed.connect(self._window.tell_error)
        self._localizer.locale_changed.connect(self._show_menu)
        self._window.menus["&Searches"].aboutToShow.connect(memory.read)
        self._menu.asked.connect(self._on_chosen)
        actions["save_search"].triggered.connect(lambda: self._save(memory.question))
        actions["save_search"].setEnabled(False)
        actions["searches"].triggered.connect(self._open_dialog)
        actions["remember"].setChecked(memory.remembers)
        actions["remember"].toggled.connect(memory.set_remembering)
        memory.remembering.connect(actions["remember"].setChecked)

    def _open_dialog(self) -> None:
        from desktop_app.views.searches.searches_dialog import SearchesDialog

        memory, dialog = self._memory, SearchesDialog(self._window)
        show = partial(self._show_dialog, dialog)
        dialog.asked.connect(self._on_chosen)
        dialog.save_wanted.connect(lambda entry: self._save(entry.question, dialog))
        dialog.renamed.connect(memory.rename)
        dialog.deleted.connect(memory.delete)
        dialog.arranged.connect(memory.arrange)
        dialog.undone.connect(memory.undo)
        dialog.remembering.connect(memory.set_remembering)
        counted = self._totals.counted.connect(
            lambda request, total: dialog.saved.show_total(Question.of(request), total)
        )
        memory.read()
        show()
        stale = (memory.changed, memory.remembering, self._localizer.locale_changed)
        for signal in stale:
            signal.connect(show)
        dialog.exec()
        for signal in stale:
            signal.disconnect(show)
        self._totals.counted.disconnect(counted)
        self._totals.ask(())
        dialog.deleteLater()

    def _show_dialog(self, dialog: "SearchesDialog", _news: object = None) -> None:
        memory = self._memory
        dialog.show_entries(
            self._saved(),
            worded(memory.past, self._wording()),
            memory.last_step,
            remembers=memory.remembers,
        )
        locale = self._localizer.locale
        questions = [entry.question for entry in dialog.saved.entries]
        self._totals.ask(  # of a dossier that is not open there is no saying how many answer
            each.request(locale)
            for each in questions
            if not absent(each.filters, self._library.shelf)
        )

    def _save(self, question: Question, above: "SearchesDialog | None" = None) -> None:
        from desktop_app.views.searches.save_dialog import SaveDialog

        names = {entry.question: entry.name for entry in self._memory.saved}
        wording = self._wording()
        default = default_name(question, wording)
        taken = (each.name for each in self._saved() if each.entry.question != question)
        dialog = SaveDialog(
            description(question, wording),
            names.get(question, ""),
            default,
            taken,
            above or self._window,
        )
        if dialog.exec() and self._memory.save(question, dialog.name):
            self._window.tell(_("Search saved: {name}").format(name=dialog.name or default))
        dialog.deleteLater()

    def _saved(self) -> tuple[Worded, ...]:
        wording = self._wording()
        return in_order(worded(self._memory.saved, wording), wording.locale)

    def _wording(self) -> Wording:
        """Words for what is asked, also in dossiers that are not open now."""
        wording = self._library.wording(self._localizer.locale)
        known = self._settings.known_dossiers()
        named = {name: each.title for each in known for name in (each.id, each.full_name)}
        return replace(wording, dossiers={**named, **wording.dossiers})

    @Slot(object)
    def _on_chosen(self, entry: Entry) -> None:
        self.asked.emit(entry.question)

    @Slot()
    def _show_menu(self) -> None:
        self._menu.show_rows(self._saved())

    @Slot(object)
    def _on_asked(self, _request: object) -> None:
        self._window.actions_by_id["save_search"].setEnabled(self._memory.question.narrows)

    @Slot(object, bool)
    def _on_failed(self, error: NotebookError, asked: bool) -> None:
        """Tell in a box what the reader waits for, and at the foot what only is a pity."""
        if asked:
            show_error(explain(error), self._window)
        else:
            self._window.tell_error(error)
