"""A list that goes on, page by page."""

from functools import partial

from pytestqt.qtbot import QtBot

from database.search.results import SearchResults
from desktop_app.controllers.search import PAGE, SearchController
from i18n.locales import HUNGARIAN
from tests.desktop_app.controllers.asking import PATIENCE, answer, counted, ids


def page(qtbot: QtBot, search: SearchController) -> SearchResults:
    """Ask for more, and return what comes."""
    with qtbot.waitSignal(search.continued, timeout=PATIENCE) as continued:
        search.more()
    assert continued.args is not None
    results: SearchResults = continued.args[0]
    return results


def test_the_list_goes_on_page_by_page_to_the_last_record(
    qtbot: QtBot, real_search: SearchController
) -> None:
    first = answer(qtbot, real_search, partial(real_search.ask, ""))
    found = ids(first)
    while len(found) < first.total:
        following = page(qtbot, real_search)
        assert (following.first, len(following.hits) <= PAGE) == (len(found), True)
        found += ids(following)
    assert len({*found}) == len(found) == first.total


def test_in_another_language_as_many_are_asked_for_at_once_as_there_were(
    qtbot: QtBot, real_search: SearchController
) -> None:
    found = ids(answer(qtbot, real_search, partial(real_search.ask, "")))
    found += ids(page(qtbot, real_search))
    again = answer(qtbot, real_search, partial(real_search.set_locale, HUNGARIAN))
    assert ids(again) == found
    assert page(qtbot, real_search).first == 2 * PAGE
    assert len(answer(qtbot, real_search, partial(real_search.ask, "huawei")).hits) == PAGE


def test_a_page_of_an_older_question_is_never_shown(
    qtbot: QtBot, real_search: SearchController
) -> None:
    answer(qtbot, real_search, partial(real_search.ask, ""))
    pages: list[SearchResults] = []
    real_search.continued.connect(pages.append)
    real_search.more()
    real_search.more()
    counted(qtbot, real_search, partial(real_search.ask, "huawei"))
    assert pages == []
    real_search.ask("belgrade")
    real_search.more()  # there is nothing yet that could go on
    counted(qtbot, real_search, lambda: None)
    assert pages == []


def test_counts_come_even_if_a_page_is_asked_for_before_them(
    qtbot: QtBot, real_search: SearchController
) -> None:
    real_search.answered.connect(real_search.more)
    heard: list[str] = []
    real_search.continued.connect(lambda _results: heard.append("page"))
    real_search.counted.connect(lambda _facets: heard.append("facets"))
    counted(qtbot, real_search, partial(real_search.ask, ""))
    assert heard == ["page", "facets"]
