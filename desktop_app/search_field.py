"""What belongs to the search field, built and introduced to the rest of the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThreadPool

from database.search.request import SearchRequest
from desktop_app.background.latest_only import LatestOnly
from desktop_app.controllers.navigation import Navigator
from desktop_app.controllers.search import Engine, SearchController
from desktop_app.controllers.suggestions import Source, SuggestionController, no_history
from desktop_app.localization import Localizer
from desktop_app.window import Window

if TYPE_CHECKING:  # few readers need these, and none at the start
    from desktop_app.controllers.builder import Builder, BuilderController
    from desktop_app.views.query_dialog import QueryDialog
    from desktop_app.views.search_help import SearchHelp


@dataclass(frozen=True, slots=True)
class Sources:
    """Where answers come from; each is opened on the worker thread, when it is first asked.

    ``past`` returns earlier questions that fit a text, the likeliest first; it is asked on the
    window's thread.
    """

    engine: Callable[[], Engine]
    suggester: Callable[[], Source]
    builder: "Callable[[], Builder]"
    past: Callable[[str], Sequence[str]] = no_history


def furnish(
    window: Window,
    pool: QThreadPool,
    search: SearchController,
    navigator: Navigator,
    localizer: Localizer,
    sources: Sources,
) -> None:
    """Give the field of *window* its suggestions, help and form, on the worker of *pool*."""
    _suggest(window, pool, search, navigator, localizer, sources)
    aside = replace(sources, engine=cache(sources.engine))  # one for both, opened once
    _help(window, pool, search, localizer, aside)
    _build(window, pool, search, localizer, aside)


def _suggest(
    window: Window,
    pool: QThreadPool,
    search: SearchController,
    navigator: Navigator,
    localizer: Localizer,
    sources: Sources,
) -> None:
    """Offer ways to go on, asked for after the answer to the same keystroke."""
    views = window.views
    suggestions = SuggestionController(
        sources.suggester, LatestOnly(pool, window), localizer.locale, sources.past
    )

    def follow(text: str, cursor: int) -> None:
        suggestions.note(text, cursor)
        if not search.is_awaited:  # only the list was asked for, or another place in the text
            suggestions.catch_up()

    views.search_bar.typed.connect(follow)
    search.settled.connect(suggestions.catch_up)
    search.counted.connect(suggestions.prepare, Qt.ConnectionType.SingleShotConnection)
    suggestions.suggested.connect(views.suggestions.show_offers)
    localizer.locale_changed.connect(suggestions.set_locale)
    views.suggestions.question_chosen.connect(views.search_bar.set_text)
    views.suggestions.question_chosen.connect(search.ask)
    views.suggestions.record_chosen.connect(navigator.open)
    navigator.opened.connect(lambda _page, same: same or views.suggestions.dismiss())
    views.suggestions.record_chosen.connect(lambda _id: views.record.setFocus())


def _help(
    window: Window,
    pool: QThreadPool,
    search: SearchController,
    localizer: Localizer,
    sources: Sources,
) -> None:
    """Make the help when it is first asked for: few readers need it, and none at the start."""
    action, bar = window.actions_by_id["search_help"], window.views.search_bar

    @cache
    def search_help() -> "SearchHelp":
        from desktop_app.controllers.totals import Totals
        from desktop_app.views.search_help import SearchHelp

        told = SearchHelp(window.top.button(action), window.top)
        totals = Totals(sources.engine, LatestOnly(pool, window))
        told.totals_wanted.connect(
            lambda texts: totals.ask(SearchRequest(text, localizer.locale) for text in texts)
        )
        totals.counted.connect(lambda request, total: told.show_total(request.text, total))
        told.tried.connect(bar.set_text)
        told.tried.connect(lambda text: search.restore(SearchRequest(text, localizer.locale)))
        told.closed.connect(bar.focus)
        return told

    action.triggered.connect(lambda: search_help().toggle())


def _build(
    window: Window,
    pool: QThreadPool,
    search: SearchController,
    localizer: Localizer,
    sources: Sources,
) -> None:
    """Make the form when it is first asked for, and fill it in from the field each time."""
    bar = window.views.search_bar

    @cache
    def builder() -> "tuple[BuilderController, QueryDialog]":
        from desktop_app.controllers.builder import BuilderController
        from desktop_app.views.query_dialog import QueryDialog

        made = BuilderController(
            sources.builder,
            sources.engine,
            lambda: search.request,
            pool,
            localizer.locale,
            window,
        )
        form = QueryDialog(window)
        made.opened.connect(form.show_form)
        made.renamed.connect(form.rename)
        made.written.connect(form.show_written)
        form.filled_in.connect(made.fill_in)
        form.asked.connect(bar.set_text)
        form.asked.connect(search.ask)
        form.asked.connect(lambda _text: bar.focus())
        localizer.locale_changed.connect(made.set_locale)
        return made, form

    def open_form() -> None:
        made, form = builder()
        if form.isVisible():
            form.activateWindow()  # with all that is filled in
        else:
            made.begin(bar.text())

    window.actions_by_id["build"].triggered.connect(open_form)
