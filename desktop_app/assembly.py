"""The composition root: builds every long-lived object and introduces them to each other."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from database.library import Library
from database.memory import tidy
from database.model import schema as schema_files
from database.model.errors import DossierAltered, KnownError
from database.seal import Seal
from database.search.request import SearchRequest
from database.search.results import Facet, SearchResults
from desktop_app import __version__
from desktop_app.background.latest_only import LatestOnly, single_worker
from desktop_app.controllers.navigation import Navigator
from desktop_app.controllers.seals import SealController
from desktop_app.controllers.search import SearchController
from desktop_app.controllers.shelf import Shelf
from desktop_app.controllers.totals import Totals
from desktop_app.errors import explain
from desktop_app.frame import Frame, finish, open_frame
from desktop_app.introductions.announcing import Announcements
from desktop_app.introductions.dossiers import Dossiers
from desktop_app.introductions.exchange import Exports, Imports
from desktop_app.introductions.marking import Marking
from desktop_app.introductions.reading import Reading
from desktop_app.introductions.renewing import Renewing
from desktop_app.introductions.restoring import Restoring
from desktop_app.introductions.search_field import SearchField, Sources
from desktop_app.introductions.searches import Searches, recall
from desktop_app.introductions.status import StatusLine
from desktop_app.log import install_last_resort
from desktop_app.look.theme import Theme
from desktop_app.panes import Panes
from desktop_app.settings import Settings
from desktop_app.window import Window
from i18n.locales import Locale

# Who types nothing for so long has begun to read (ms).
_REST = 1000


def assemble(
    app: QApplication,
    dossiers: Sequence[Path],
    settings: Settings,
    locale: Locale,
    colours: Theme | None = None,
) -> Window:
    """Build the whole reading room over the open dossiers; nothing is shown yet.

    *colours* are worn instead of those that the system asks for.

    Raises:
        KnownError: a dossier cannot be opened.
    """
    frame = open_frame(app, settings, locale, colours)
    finish(frame)
    try:
        furnish(frame, dossiers)
    except KnownError:
        frame.window.deleteLater()
        raise
    return frame.window


def furnish(frame: Frame, dossiers: Sequence[Path]) -> None:
    """Put the reading room over the open dossiers into a frame, and ask what stands in its field.

    Raises:
        KnownError: a dossier cannot be opened; the frame is as it was.
    """
    window, settings, localizer, memory = frame
    schema = schema_files.load()
    shelf = Shelf(dossiers, schema, window)
    library, dossiers = shelf.library, shelf.paths
    window.furnish(Panes(window.top, window.actions_by_id["facets"], schema))
    for name, splitter in (("panes", window.panes.across), ("reading", window.panes.reading)):
        memory.keep(name, splitter)
    pool = single_worker(window)
    past = recall(window, settings)
    sources = Sources.over(dossiers, schema, past.matching)
    search = SearchController(sources.engine, LatestOnly(pool, window), localizer.locale)
    seals = SealController(dossiers, LatestOnly(single_worker(window), window))
    navigator = Navigator(library, localizer.locale, window)
    _connect_search(window, search, navigator)
    _tidy_at_rest(search)
    search.counted.connect(search.prepare, Qt.ConnectionType.SingleShotConnection)
    SearchField(window, pool, search, navigator, localizer, sources)
    totals = Totals(sources.engine, LatestOnly(pool, window))
    questions = Searches(window, search, past, localizer, library, totals, settings)
    Exports(window, search, navigator, library, dossiers)
    Reading(window, navigator)
    Marking(window, search, settings)
    localizer.locale_changed.connect(search.set_locale)
    localizer.locale_changed.connect(navigator.set_locale)
    _connect_seals(window, search, seals)
    _connect_dialogs(window, search, library, seals)
    status = StatusLine(window, library, search, seals, localizer)
    for show_it in (status.name_editions, seals.examine_again):
        shelf.changed.connect(show_it)
    Announcements(window, search)
    opener = Dossiers(window, shelf, search, navigator, settings, seals)
    questions.asked.connect(Restoring(window, search, opener, library, settings).ask)
    Renewing(window, shelf, search, seals, settings)
    Imports(window, search, shelf)
    install_last_resort(lambda told: window.views.results.show_error(told.sentence, told.remedy))
    # The first question imports the search engine, which would slow the painting of the panes.
    QTimer.singleShot(0, search, lambda: search.ask(window.views.search_bar.text()))


def _tidy_at_rest(search: SearchController) -> None:
    """Look for garbage once the reader has stopped typing; any sooner it would hold up a letter."""
    rest = QTimer(search, singleShot=True, interval=_REST)
    rest.timeout.connect(tidy)
    search.settled.connect(rest.start)
    search.changed.connect(rest.stop)


def _connect_search(window: Window, search: SearchController, navigator: Navigator) -> None:
    views, actions = window.views, window.actions_by_id
    views.search_bar.asked.connect(search.ask)
    views.search_bar.left_downward.connect(views.results.focus)
    views.results.left_out.connect(search.leave_out)
    views.facets.filters_changed.connect(search.narrow)
    views.results.filters_cleared.connect(search.widen)
    views.results.narrowed.connect(search.narrow)
    views.results.ordered.connect(search.sort)
    views.results.suggested.connect(search.ask)
    views.results.widened.connect(lambda: search.leave_out(frozenset()))
    views.results.everything_wanted.connect(search.browse)
    views.results.help_wanted.connect(actions["search_help"].trigger)
    views.results.room_changed.connect(search.set_page)
    views.results.more_wanted.connect(search.more)
    views.results.earlier_wanted.connect(search.earlier)
    views.results.start_wanted.connect(search.go_to_start)
    views.results.end_wanted.connect(search.go_to_end)
    views.results.chosen.connect(navigator.follow)
    views.results.clicked.connect(window.panes.turn_to_page)
    views.results.entered.connect(navigator.arrive)
    views.results.entered.connect(window.panes.go_to_page)
    views.results.left_upward.connect(views.search_bar.focus)
    search.changed.connect(lambda request: _put_in_field(window, request.text))
    search.answered.connect(lambda results: _show(window, results, search.request))
    search.continued.connect(views.results.append_results)
    search.preceded.connect(views.results.prepend_results)
    search.moved.connect(views.results.move_to)
    search.counted.connect(lambda facets: _show_facets(window, facets, search.request))
    search.failed.connect(lambda error: _tell(window, error))
    navigator.opened.connect(
        lambda page, _same: views.results.select(page.record_id, navigator.dossier)
    )
    navigator.left.connect(lambda: views.results.select(None))
    for view in (views.record, views.mirror):
        view.asked.connect(search.ask)
    actions["clear_filters"].triggered.connect(search.widen)
    actions["results"].triggered.connect(views.results.focus)
    actions["why"].triggered.connect(views.results.tell_why)
    actions["order"].triggered.connect(views.results.choose_order)
    actions["record"].triggered.connect(window.panes.go_to_page)


def _put_in_field(window: Window, text: str) -> None:
    """Let the field say what is asked, however that was chosen; where it is typed it does."""
    if window.views.search_bar.text() != text:
        window.views.search_bar.set_text(text)


def _show(window: Window, results: SearchResults, request: SearchRequest) -> None:
    window.views.results.show_results(results, request)
    window.views.understood.show_sentences(results.understood)


def _show_facets(window: Window, facets: tuple[Facet, ...], request: SearchRequest) -> None:
    for view in (window.views.facets.show_facets, window.views.results.filters.show_filters):
        view(facets, request.filters, request.excluded)


def _tell(window: Window, error: object) -> None:
    told = explain(error)
    window.views.results.show_error(told.sentence, told.remedy)


def _connect_seals(window: Window, search: SearchController, seals: SealController) -> None:
    """Compare the dossiers with their checksums once there is time: after the first answer."""
    search.counted.connect(seals.examine)
    search.failed.connect(seals.examine)
    seals.failed.connect(lambda error: _tell(window, error))
    seals.examined.connect(lambda found: _tell_of_broken(window, found))


def _tell_of_broken(window: Window, seals: Sequence[Seal]) -> None:
    for seal in seals:
        if seal.broken:
            _tell(window, DossierAltered(seal.path))


def _connect_dialogs(
    window: Window, search: SearchController, library: Library, seals: SealController
) -> None:
    """Let the dialogs be opened; what not every reader opens is imported when one does."""
    actions = window.actions_by_id

    def show_about() -> None:
        from desktop_app.views.dossiers.about_dialog import AboutDialog

        records, sources = library.counts.total(), library.counts["source"]
        dialog = AboutDialog(__version__, library.about, window, records=records, sources=sources)
        dialog.show_seals(seals.seals)
        seals.examined.connect(dialog.show_seals)
        dialog.exec()
        dialog.deleteLater()

    def show_glossary() -> None:
        from desktop_app.views.glossary_dialog import GlossaryDialog

        dialog = GlossaryDialog(tuple(library.terms.values()), window)
        dialog.asked.connect(search.ask)
        dialog.exec()
        dialog.deleteLater()

    actions["about"].triggered.connect(show_about)
    actions["glossary"].triggered.connect(show_glossary)
