"""What belongs to the search field, built and introduced to the rest of the window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QThreadPool

from desktop_app.background.latest_only import LatestOnly
from desktop_app.controllers.navigation import Navigator
from desktop_app.controllers.search import SearchController
from desktop_app.controllers.suggestions import Source, SuggestionController, no_history
from desktop_app.localization import Localizer
from desktop_app.window import Window


def furnish(
    window: Window,
    pool: QThreadPool,
    search: SearchController,
    navigator: Navigator,
    localizer: Localizer,
    open_suggester: Callable[[], Source],
    past: Callable[[str], Sequence[str]] = no_history,
) -> None:
    """Give the field its suggestions, on the worker of *pool*, once it has asked its question.

    *past* returns earlier questions that fit a text, the likeliest first.
    """
    views = window.views
    suggestions = SuggestionController(
        open_suggester, LatestOnly(pool, window), localizer.locale, past
    )
    views.search_bar.typed.connect(suggestions.ask)
    suggestions.suggested.connect(views.suggestions.show_offers)
    localizer.locale_changed.connect(suggestions.set_locale)
    views.suggestions.question_chosen.connect(views.search_bar.set_text)
    views.suggestions.question_chosen.connect(search.ask)
    views.suggestions.record_chosen.connect(navigator.open)
    views.suggestions.record_chosen.connect(lambda _id: views.record.setFocus())
