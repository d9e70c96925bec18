"""A list that goes on, page by page."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from database.search.results import SearchResults
from desktop_app.controllers.search import PAGE, SearchController
from i18n.locales import HUNGARIAN
from tests.desktop_app.controllers.asking import answer, counted, ids


def page(qtbot: QtBot, search: SearchController) -> SearchResults:
    """Ask for more, and return what comes."""
    return part(qtbot, search.continued, search.more)


def part(qtbot: QtBot, told: SignalInstance, ask: Callable[[], None]) -> SearchResults:
    """Ask for a part of the answer, and return what is told."""
    with qtbot.waitSignal(told) as heard:
        ask()
    assert heard.args is not None
    results: SearchResults = heard.args[0]
    return results


def test_the_list_goes_on_page_by_page_to_the_last_record(
    qtbot: QtBot, real_search: SearchController
) -> None:
    first = answer(qtbot, real_search, partial(real_search.ask, ""))
    found, pages = ids(first), 0
    while len(found) < first.total:
        following = page(qtbot, real_search)
        assert following.first == len(found)
        found, pages = found + ids(following), pages + 1
    assert len({*found}) == len(found) == first.total
    assert PAGE * 2 ** (pages - 1) < first.total  # each is as long as all before it


def test_the_way_back_from_the_end_takes_pages_that_grow_as_well(
    qtbot: QtBot, real_search: SearchController
) -> None:
    answer(qtbot, real_search, partial(real_search.ask, ""))
    part(qtbot, real_search.moved, real_search.go_to_end)
    lengths = [len(part(qtbot, real_search.preceded, real_search.earlier).hits) for _ in range(3)]
    assert lengths == [PAGE, 2 * PAGE, 4 * PAGE]


def test_in_another_language_as_many_are_asked_for_at_once_as_there_were(
    qtbot: QtBot, real_search: SearchController
) -> None:
    found = ids(answer(qtbot, real_search, partial(real_search.ask, "")))
    found += ids(page(qtbot, real_search))
    again = answer(qtbot, real_search, partial(real_search.set_locale, HUNGARIAN))
    assert ids(again) == found
    assert page(qtbot, real_search).first == 2 * PAGE
    assert len(answer(qtbot, real_search, partial(real_search.ask, "huawei")).hits) == PAGE


def test_a_page_is_as_long_as_the_list_has_told(
    qtbot: QtBot, real_search: SearchController
) -> None:
    real_search.set_page(4)
    assert len(answer(qtbot, real_search, partial(real_search.ask, "")).hits) == 4
    following = page(qtbot, real_search)
    assert (following.first, len(following.hits)) == (4, 4)


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


@pytest.mark.parametrize("text", ["", "huawei"])
def test_from_the_last_page_the_list_goes_back_to_the_first_record(
    qtbot: QtBot, real_search: SearchController, text: str
) -> None:
    first = answer(qtbot, real_search, partial(real_search.ask, text))
    last = part(qtbot, real_search.moved, real_search.go_to_end)
    assert (last.first, len(last.hits)) == (first.total - PAGE, PAGE)
    found, at = ids(last), last.first
    while at:
        before = part(qtbot, real_search.preceded, real_search.earlier)
        assert before.first + len(before.hits) == at
        found, at = ids(before) + found, before.first
    assert found[:PAGE] == ids(first)
    assert len({*found}) == len(found) == first.total


def test_in_another_language_the_last_page_stays_and_another_question_begins_anew(
    qtbot: QtBot, real_search: SearchController
) -> None:
    answer(qtbot, real_search, partial(real_search.ask, ""))
    last = part(qtbot, real_search.moved, real_search.go_to_end)
    again = answer(qtbot, real_search, partial(real_search.set_locale, HUNGARIAN))
    assert (again.first, ids(again)) == (last.first, ids(last))
    assert answer(qtbot, real_search, partial(real_search.ask, "huawei")).first == 0


def test_the_last_page_does_not_wait_for_the_next_one_nor_keep_the_counts_away(
    qtbot: QtBot, real_search: SearchController
) -> None:
    heard: list[str] = []
    real_search.continued.connect(lambda _results: heard.append("page"))
    real_search.moved.connect(lambda _results: heard.append("last page"))

    def hurry() -> None:
        real_search.more()
        real_search.go_to_end()

    real_search.answered.connect(hurry)
    counted(qtbot, real_search, partial(real_search.ask, ""))
    assert heard == ["last page"]
    back = part(qtbot, real_search.moved, real_search.go_to_start)
    assert (back.first, len(back.hits)) == (0, PAGE)


def test_there_is_nothing_before_the_first_page(
    qtbot: QtBot, real_search: SearchController
) -> None:
    counted(qtbot, real_search, partial(real_search.ask, ""))
    told: list[SearchResults] = []
    real_search.preceded.connect(told.append)
    real_search.earlier()
    page(qtbot, real_search)
    assert told == []
