"""Which record is open, and the way there and back."""

import pytest
from pytestqt.qtbot import QtBot

from database.catalog import Catalog
from database.library import Library
from database.model.errors import UnknownRecord
from database.model.schema import Schema
from desktop_app.controllers.navigation import Navigator
from desktop_app.presentation.page import Page
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES

RAILWAY, CAMERAS = "project/example-railway", "project/example-cameras"
WORKS = "actor/example-works"


class Listener:
    """Hears everything that a navigator says."""

    def __init__(self, navigator: Navigator) -> None:
        self.opened = list[tuple[Page, bool]]()
        self.mirrored = list[tuple[Page, ...]]()
        self.cited: list[object] = []
        self.ways: list[tuple[bool, bool]] = []
        navigator.opened.connect(lambda page, same: self.opened.append((page, same)))
        navigator.mirrored.connect(self.mirrored.append)
        navigator.cited.connect(self.cited.append)
        navigator.moved.connect(lambda back, forward: self.ways.append((back, forward)))

    def ids(self) -> list[str]:
        return [page.record_id for page, _same in self.opened]

    def titles(self) -> list[str]:
        return [page.title for page, _same in self.opened]


@pytest.fixture
def navigator(qapp, catalog: Catalog, schema: Schema) -> Navigator:
    return Navigator(Library([catalog], schema), ENGLISH)


@pytest.fixture
def heard(navigator: Navigator) -> Listener:
    return Listener(navigator)


def test_at_first_no_record_is_open(navigator: Navigator, heard: Listener) -> None:
    navigator.back()
    navigator.forward()
    navigator.set_locale(HUNGARIAN)
    assert navigator.record_id is None
    assert heard.opened == []


def test_opening_presents_the_record(navigator: Navigator, heard: Listener) -> None:
    navigator.open(RAILWAY)
    ((page, same),) = heard.opened
    assert (page.record_id, page.locale, same) == (RAILWAY, ENGLISH, False)
    assert navigator.record_id == RAILWAY


def test_back_and_forward_present_the_records_in_turn(
    navigator: Navigator, heard: Listener
) -> None:
    for record_id in (RAILWAY, WORKS, CAMERAS):
        navigator.open(record_id)
    navigator.back()
    navigator.back()
    navigator.forward()
    assert heard.ids() == [RAILWAY, WORKS, CAMERAS, WORKS, RAILWAY, WORKS]
    assert heard.ways[-3:] == [(True, True), (False, True), (True, True)]
    assert not any(same for _page, same in heard.opened)


def test_the_record_on_screen_is_not_opened_twice(navigator: Navigator, heard: Listener) -> None:
    navigator.open(RAILWAY)
    navigator.open(RAILWAY)
    assert heard.ids() == [RAILWAY]
    assert heard.ways == [(False, False)]


def test_of_the_hits_that_are_gone_to_only_the_last_is_opened(
    qtbot: QtBot, navigator: Navigator, heard: Listener
) -> None:
    navigator.open(CAMERAS)
    for record_id in (RAILWAY, CAMERAS, WORKS):
        navigator.follow(record_id, "")
    assert navigator.record_id == CAMERAS
    qtbot.waitUntil(lambda: navigator.record_id == WORKS)
    navigator.back()
    assert heard.ids() == [CAMERAS, WORKS, CAMERAS]


def test_what_the_reader_does_next_finds_the_hit_open(
    navigator: Navigator, heard: Listener
) -> None:
    navigator.follow(RAILWAY, "")
    navigator.set_locale(HUNGARIAN)
    navigator.follow(WORKS, "")
    navigator.mirror(True)
    navigator.follow(CAMERAS, "")
    navigator.back()
    navigator.arrive()
    assert heard.ids() == [RAILWAY, RAILWAY, WORKS, WORKS, CAMERAS, WORKS]


def test_a_record_that_is_opened_meanwhile_stays_open(
    qtbot: QtBot, navigator: Navigator, heard: Listener
) -> None:
    navigator.follow(RAILWAY, "")
    navigator.open(WORKS)
    navigator.follow(WORKS, "")
    navigator.arrive()
    assert heard.ids() == [WORKS]


@pytest.mark.parametrize("record_id", ["project/none", "", "../etc", "project/example-railway'--"])
def test_an_unknown_record_leaves_everything_as_it_was(
    navigator: Navigator, heard: Listener, record_id: str
) -> None:
    navigator.open(RAILWAY)
    navigator.open(WORKS)
    navigator.back()
    before = (heard.ids(), list(heard.ways), navigator.record_id)
    with pytest.raises(UnknownRecord):
        navigator.open(record_id)
    assert (heard.ids(), heard.ways, navigator.record_id) == before
    navigator.forward()
    assert navigator.record_id == WORKS


def test_another_language_presents_the_same_record_and_leaves_the_way_back(
    navigator: Navigator, heard: Listener
) -> None:
    navigator.open(RAILWAY)
    navigator.open(WORKS)
    navigator.set_locale(HUNGARIAN)
    page, same = heard.opened[-1]
    assert (page.record_id, page.locale, page.title, same) == (
        WORKS,
        HUNGARIAN,
        "Minta Művek",
        True,
    )
    navigator.back()
    assert heard.titles() == ["Example railway", "Example Works", "Minta Művek", "Mintavasút"]


def test_the_mirror_shows_every_language_in_their_order(
    navigator: Navigator, heard: Listener
) -> None:
    navigator.open(RAILWAY)
    navigator.mirror(True)
    (pages,) = heard.mirrored
    assert tuple(page.locale for page in pages) == LOCALES
    assert {page.record_id for page in pages} == {RAILWAY}
    assert heard.opened[-1][1] is True


def test_the_mirror_follows_the_reader_until_it_is_put_away(
    navigator: Navigator, heard: Listener
) -> None:
    navigator.mirror(True)
    navigator.open(RAILWAY)
    navigator.open(WORKS)
    navigator.back()
    navigator.set_locale(HUNGARIAN)
    mirrored = [pages[0].record_id for pages in heard.mirrored]
    assert mirrored == [RAILWAY, WORKS, RAILWAY, RAILWAY]
    assert {tuple(page.locale for page in pages) for pages in heard.mirrored} == {LOCALES}
    navigator.mirror(False)
    navigator.open(CAMERAS)
    assert len(heard.mirrored) == 4


def test_a_record_opens_with_its_first_citation(navigator: Navigator, heard: Listener) -> None:
    navigator.open(RAILWAY)
    assert heard.cited == [heard.opened[-1][0].evidence[0]]


def test_a_chosen_citation_is_shown(navigator: Navigator, heard: Listener) -> None:
    navigator.open(RAILWAY)
    navigator.cite(3)
    assert heard.cited[-1] == heard.opened[-1][0].evidence[2]


def test_a_chosen_citation_is_kept_in_another_language(
    navigator: Navigator, heard: Listener
) -> None:
    navigator.open(RAILWAY)
    navigator.cite(3)
    navigator.set_locale(HUNGARIAN)
    assert heard.cited[-1] == heard.opened[-1][0].evidence[2]
    assert heard.opened[-1][0].locale == HUNGARIAN


def test_the_next_record_begins_with_its_own_first_citation(
    navigator: Navigator, heard: Listener
) -> None:
    navigator.open(RAILWAY)
    navigator.cite(3)
    navigator.open(WORKS)
    assert heard.cited[-1] == heard.opened[-1][0].evidence[0]
    navigator.cite(2)
    navigator.back()
    assert heard.cited[-1] == heard.opened[-1][0].evidence[0]


@pytest.mark.parametrize("number", [0, -1, 99])
def test_a_number_that_is_not_on_the_page_shows_no_evidence(
    navigator: Navigator, heard: Listener, number: int
) -> None:
    navigator.open(RAILWAY)
    navigator.cite(number)
    assert heard.cited[-1] is None


def test_before_a_record_is_open_there_is_nothing_to_cite(
    qtbot: QtBot, navigator: Navigator, heard: Listener
) -> None:
    navigator.cite(1)
    assert heard.cited == [None]
