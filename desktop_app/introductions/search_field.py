"""What belongs to the search field, built and introduced to the rest of the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject, Qt, QThreadPool, Slot

from database.model.schema import Schema
from database.search.library_search import LibrarySearch
from database.search.request import SearchRequest
from desktop_app.background.latest_only import LatestOnly
from desktop_app.controllers.navigation import Navigator
from desktop_app.controllers.search import Engine, SearchController
from desktop_app.controllers.suggestions import Source, SuggestionController, no_history
from desktop_app.errors import explain
from desktop_app.localization import Localizer
from desktop_app.views.error_box import show_error
from desktop_app.window import Window

if TYPE_CHECKING:  # few readers need these, and none at the start
    from desktop_app.controllers.builder import Builder, BuilderController
    from desktop_app.views.asking.query_dialog import QueryDialog
    from desktop_app.views.asking.search_help import SearchHelp


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

    @classmethod
    def over(
        cls, dossiers: Sequence[Path], schema: Schema, past: Callable[[str], Sequence[str]]
    ) -> Self:
        """Return the sources over the open *dossiers*, in which they come and go.

        Opening one raises what ``database.catalog.connect`` raises.
        """

        def suggester() -> Source:
            from database.search.offer.suggest import Suggester  # the window comes without Whoosh

            return Suggester.open(dossiers, schema)

        def builder() -> "Builder":
            from database.search.form.builder import QueryBuilder

            return QueryBuilder.open(dossiers, schema)

        return cls(partial(LibrarySearch.open, dossiers, schema), suggester, builder, past)


class SearchField(QObject):
    """Gives the field of a window its suggestions, help and form, on the worker of *pool*.

    Help and form are made when they are first asked for: few readers need them.
    """

    def __init__(
        self,
        window: Window,
        pool: QThreadPool,
        search: SearchController,
        navigator: Navigator,
        localizer: Localizer,
        sources: Sources,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pool = pool
        self._search = search
        self._localizer = localizer
        self._sources = sources
        self._engine = cache(sources.engine)  # one for help and form, beside that of the answers
        self._suggest(navigator)
        help_action = window.actions_by_id["search_help"]
        help_action.triggered.connect(lambda: self._help.toggle())
        window.actions_by_id["build"].triggered.connect(self._open_form)

    def _suggest(self, navigator: Navigator) -> None:
        """Offer ways to go on, asked for after the answer to the same keystroke."""
        views, search, sources = self._window.views, self._search, self._sources
        suggestions = SuggestionController(
            sources.suggester, self._latest(), self._localizer.locale, sources.past
        )

        def follow(text: str, cursor: int) -> None:
            suggestions.note(text, cursor)
            if not search.is_awaited:  # only the list was asked for, or another place in the text
                suggestions.catch_up()

        views.search_bar.typed.connect(follow)
        search.settled.connect(suggestions.catch_up)
        search.counted.connect(suggestions.prepare, Qt.ConnectionType.SingleShotConnection)
        suggestions.suggested.connect(views.suggestions.show_offers)
        suggestions.failed.connect(self._window.tell_error)
        self._localizer.locale_changed.connect(suggestions.set_locale)
        views.suggestions.question_chosen.connect(views.search_bar.set_text)
        views.suggestions.question_chosen.connect(search.ask)
        views.suggestions.record_chosen.connect(navigator.open)
        navigator.opened.connect(lambda _page, same: same or views.suggestions.dismiss())
        views.suggestions.record_chosen.connect(self._window.panes.go_to_page)

    @cached_property
    def _help(self) -> "SearchHelp":
        from desktop_app.controllers.totals import Totals
        from desktop_app.views.asking.search_help import SearchHelp

        top, bar = self._window.top, self._window.views.search_bar
        told = SearchHelp(top.button(self._window.actions_by_id["search_help"]), top)
        totals = Totals(self._engine, self._latest())
        told.totals_wanted.connect(lambda texts: totals.ask(map(self._request, texts)))
        totals.counted.connect(lambda request, total: told.show_total(request.text, total))
        totals.failed.connect(self._window.tell_error)
        told.tried.connect(bar.set_text)
        told.tried.connect(lambda text: self._search.restore(self._request(text)))
        told.closed.connect(bar.focus)
        return told

    @cached_property
    def _form(self) -> "tuple[BuilderController, QueryDialog]":
        from desktop_app.controllers.builder import BuilderController
        from desktop_app.views.asking.query_dialog import QueryDialog

        window, search, localizer = self._window, self._search, self._localizer
        bar = window.views.search_bar
        builder = BuilderController(
            self._sources.builder,
            self._engine,
            lambda: search.request,
            self._pool,
            localizer.locale,
            window,
        )
        form = QueryDialog(window)
        builder.opened.connect(form.show_form)
        builder.renamed.connect(form.rename)
        builder.written.connect(form.show_written)
        builder.failed.connect(form.stop_waiting)
        builder.failed.connect(
            lambda error: show_error(explain(error), form if form.isVisible() else window)
        )
        form.filled_in.connect(builder.fill_in)
        form.asked.connect(bar.set_text)
        form.asked.connect(search.ask)
        form.asked.connect(lambda _text: bar.focus())
        localizer.locale_changed.connect(builder.set_locale)
        return builder, form

    @Slot()
    def _open_form(self) -> None:
        """Open the form, filled in from the field unless it is open with all that is filled in."""
        builder, form = self._form
        if form.isVisible():
            form.activateWindow()
        else:
            builder.begin(self._window.views.search_bar.text())

    def _request(self, text: str) -> SearchRequest:
        return SearchRequest(text, self._localizer.locale)

    def _latest(self) -> LatestOnly:
        return LatestOnly(self._pool, self._window)
