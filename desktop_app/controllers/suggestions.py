"""What the search field offers while the reader types."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from database.search.offer.offer import Offer
from desktop_app.background.latest_only import LatestOnly
from i18n.locales import Locale

# So many rows are read at a glance.
_MOST = 8
_MOST_PAST = 2


class Source(Protocol):
    """What suggestions come from; opened and used on the worker thread only."""

    def suggest(
        self, text: str, locale: Locale, limit: int, *, cursor: int | None
    ) -> tuple[Offer, ...]:
        """Return offers for *text*."""
        ...


def no_history(_text: str) -> Sequence[str]:
    """Remember nothing."""
    return ()


class SuggestionController(QObject):
    """Asks for suggestions, for the newest keystroke only, and when there is time for it.

    *past* returns earlier questions that fit a text, the likeliest first; it is asked on the
    window's thread and must be quick.

    Signals:
        suggested: a text and the offers for it, ``tuple[Offer, ...]``.
        failed: the exception that kept the newest text from having any.
    """

    suggested = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self,
        open_source: Callable[[], Source],
        latest: LatestOnly,
        locale: Locale,
        past: Callable[[str], Sequence[str]] = no_history,
    ) -> None:
        super().__init__(latest)
        # Opened on the worker thread, when it is first needed: its imports take time.
        self._source = cache(open_source)
        self._latest = latest
        self._locale = locale
        self._past = past
        self._text, self._cursor = "", 0
        self._is_behind = False
        latest.ready.connect(self._on_ready)
        latest.failed.connect(self.failed)

    @Slot()
    def prepare(self) -> None:
        """Open the source while nobody waits, unless somebody has typed already."""
        if not self._text:
            self.ask("", 0)

    def note(self, text: str, cursor: int) -> None:
        """Remember that *text* is to be asked for, and tell of none before it any more."""
        self._text, self._cursor, self._is_behind = text, cursor, True

    @Slot()
    def catch_up(self) -> None:
        """Ask for the text that was noted, if one was."""
        if self._is_behind:
            self.ask(self._text, self._cursor)

    @Slot(str, int)
    def ask(self, text: str, cursor: int) -> None:
        """Ask what could follow *text* with the cursor where it is."""
        self._text, self._cursor, locale = text, cursor, self._locale
        self._is_behind = False
        self._latest.submit(lambda: self._source().suggest(text, locale, _MOST, cursor=cursor))

    @Slot(object)
    def set_locale(self, locale: Locale) -> None:
        """Offer the same again in another language."""
        self._locale = locale
        if self._text:
            self.ask(self._text, self._cursor)

    @Slot(object)
    def _on_ready(self, offers: tuple[Offer, ...]) -> None:
        if not self._is_behind:
            self.suggested.emit(self._text, self._with_past(offers))

    def _with_past(self, offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
        """Put earlier questions before the completions; values stand alone.

        For an empty field there is nothing else, and so there is room for more of them.
        """
        if any(offer.kind == "value" for offer in offers):
            return offers
        told = {self._text.strip(), *(offer.text for offer in offers)}
        fitting = [text for text in self._past(self._text) if text not in told]
        most = _MOST_PAST if self._text.strip() else _MOST
        past = [Offer("past", text, "", text, len(text)) for text in fitting[:most]]
        others = [offer for offer in offers if not offer.completes]
        fields = [offer for offer in offers if offer.completes]
        return (*others[: _MOST - len(past) - len(fields)], *past, *fields)
