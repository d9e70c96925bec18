"""The foot of the window: which dossier is open, and how many records answer."""

from PySide6.QtCore import QObject, Slot

from database.library import Library
from database.search.results import SearchResults
from desktop_app.controllers.search import SearchController
from desktop_app.localization import Localizer
from desktop_app.window import Window
from i18n import formats, messages
from i18n.locales import Locale
from i18n.messages import _, ngettext


class StatusLine(QObject):
    """Keeps the two labels at the foot of the window true."""

    def __init__(
        self, window: Window, catalog: Library, search: SearchController, localizer: Localizer
    ) -> None:
        super().__init__(window)
        self._window = window
        self._about = catalog.about
        self._total: int | None = None
        search.answered.connect(self._on_answered)
        localizer.locale_changed.connect(self._on_locale_changed)
        self._on_locale_changed(localizer.locale)

    @Slot(object)
    def _on_locale_changed(self, locale: Locale) -> None:
        title = self._about["title"].get(locale.code, "")
        words = _("{title} · edition {edition}").format(title=title, edition=self._about["edition"])
        self._window.edition.setText(words)
        self._show_total()

    @Slot(object)
    def _on_answered(self, results: SearchResults) -> None:
        self._total = results.total
        self._show_total()

    def _show_total(self) -> None:
        if self._total is None:
            return
        number = formats.number(self._total, messages.current())
        pattern = ngettext("{number} record · offline", "{number} records · offline", self._total)
        self._window.count.setText(pattern.format(number=number))
