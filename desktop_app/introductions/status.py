"""The foot of the window: which dossier is open, and how many records answer."""

from typing import Any

from PySide6.QtCore import QObject, Slot

from database.library import Library
from database.seal import Seal
from database.search.results import SearchResults
from desktop_app.controllers.seals import SealController
from desktop_app.controllers.search import SearchController
from desktop_app.localization import Localizer
from desktop_app.presentation.edition import in_language
from desktop_app.window import Window
from i18n import formats, messages
from i18n.locales import Locale
from i18n.messages import _, ngettext


class StatusLine(QObject):
    """Keeps the two labels at the foot of the window true."""

    def __init__(
        self,
        window: Window,
        library: Library,
        search: SearchController,
        seals: SealController,
        localizer: Localizer,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._broken: dict[str, Any] | None = None
        self._total: int | None = None
        seals.examined.connect(self._on_examined)
        search.answered.connect(self._on_answered)
        search.counted.connect(self._show_total)
        localizer.locale_changed.connect(self._on_locale_changed)
        self._on_locale_changed(localizer.locale)

    @Slot(object)
    def _on_locale_changed(self, locale: Locale) -> None:
        self._show_editions(locale)
        self._show_total()

    @Slot()
    def name_editions(self) -> None:
        """Name the dossiers that are open by now."""
        self._show_editions(messages.current())

    @Slot(object)
    def _on_examined(self, seals: tuple[Seal, ...]) -> None:
        self._broken = next((seal.about for seal in seals if seal.broken), None)
        self._show_editions(messages.current())

    def _show_editions(self, locale: Locale) -> None:
        if self._broken:
            title = in_language(self._broken, "title", locale)
            self._window.edition.show_parts([_("{title} · damaged or changed").format(title=title)])
            return
        titles = [title.within(locale.code) for title in self._library.dossiers.values()]
        words = _("{title} · edition {edition}")
        self._window.edition.show_parts(
            [
                words.format(title=title, edition=about.get("edition", ""))
                for title, about in zip(titles, self._library.editions, strict=True)
            ]
        )

    @Slot(object)
    def _on_answered(self, results: SearchResults) -> None:
        """Remember what is shown together with the facets: nobody waits for it."""
        self._total = results.total

    @Slot()
    def _show_total(self) -> None:
        if self._total is None:
            return
        number = formats.number(self._total, messages.current())
        pattern = ngettext("{number} record · offline", "{number} records · offline", self._total)
        self._window.count.setText(pattern.format(number=number))
