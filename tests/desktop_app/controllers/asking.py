"""Asking a search controller, and hearing its answer."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from database.search.results import Facet, SearchResults
from desktop_app.controllers.search import SearchController

Make = Callable[..., SearchController]


def answer(qtbot: QtBot, search: SearchController, ask: Callable[[], None]) -> SearchResults:
    """Ask, and return what is answered."""
    with qtbot.waitSignal(search.answered) as answered:
        ask()
    assert answered.args is not None
    results = answered.args[0]
    assert isinstance(results, SearchResults)
    return results


def counted(qtbot: QtBot, search: SearchController, ask: Callable[[], None]) -> tuple[Facet, ...]:
    """Ask, and return what the answer can be narrowed to."""
    with qtbot.waitSignal(search.counted) as heard:
        ask()
    assert heard.args is not None
    facets: tuple[Facet, ...] = heard.args[0]
    return facets


def ids(results: SearchResults) -> list[str]:
    return [hit.id for hit in results.hits]
