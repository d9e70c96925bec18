"""What those who do not see the window hear of what happens in it."""

from PySide6.QtCore import QObject, Slot

from database.search.results import SearchResults
from desktop_app.controllers.search import SearchController
from desktop_app.errors import explain
from desktop_app.views.announcer import Announcer
from desktop_app.window import Window
from i18n import formats, messages
from i18n.messages import ngettext


class Announcements(QObject):
    """Tells of an answer, of suggestions, and of what is said at the foot of the window."""

    def __init__(self, window: Window, search: SearchController) -> None:
        super().__init__(window)
        self._announcer = Announcer(window)
        search.answered.connect(self._on_answered)
        search.failed.connect(self._on_failed)
        window.views.suggestions.offered.connect(self._on_offered)
        window.statusBar().messageChanged.connect(lambda told: self._announcer.say("foot", told))

    @Slot(object)
    def _on_answered(self, results: SearchResults) -> None:
        told = ngettext("{n} record", "{n} records", results.total)
        counted = told.format(n=formats.number(results.total, messages.current()))
        self._announcer.say("answer", counted, *results.understood)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        told = explain(error)
        self._announcer.say("answer", told.sentence, told.remedy)

    @Slot(int)
    def _on_offered(self, number: int) -> None:
        told = ngettext("{n} suggestion: Down", "{n} suggestions: Down", number)
        offered = told.format(n=formats.number(number, messages.current()))
        self._announcer.say("suggestions", offered if number else "")
