"""The panes of the window, wide and narrow: who wants the filters can have them at any width."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from desktop_app.views.facets.facet_row import FacetRow
from i18n.locales import LOCALES, Locale
from tests.desktop_app.reading_room import Reader, ReadingRoom

WIDE, NARROW = 1360, 700
F9 = Qt.Key.Key_F9


@pytest.fixture
def narrow(reading_room: ReadingRoom) -> Reader:
    """A reader whose window has no room for filters, hits and page beside each other."""
    reader = reading_room.open()
    reader.go_to(reader.ids()[0])
    reader.window.resize(NARROW, 700)
    return reader


def seen(reader: Reader) -> list[str]:
    """Return which panes are on the screen, and hold the mark of the menu to the truth."""
    views = reader.views
    panes: dict[str, QWidget] = {
        "filters": views.facets,
        "hits": views.results,
        "page": views.record,
        "mirror": views.mirror,
    }
    shown = [name for name, pane in panes.items() if pane.isVisible()]
    assert reader.action("facets").isChecked() == ("filters" in shown)
    return shown


def at_filters(reader: Reader) -> bool:
    return reader.views.facets.isAncestorOf(focus())


def focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None, "the focus is lost"
    return focus


def opener(reader: Reader) -> QToolButton:
    """Return the button that opens the filters over the hits."""
    buttons = reader.views.results.findChildren(QToolButton)
    return next(each for each in buttons if each.defaultAction() is reader.action("facets"))


def test_in_a_wide_window_the_key_hides_and_shows_them_beside_the_page(reader: Reader) -> None:
    reader.action("find").trigger()
    field = focus()
    assert seen(reader) == ["filters", "hits", "page"]
    assert not opener(reader).isVisible()
    for shown in (["hits", "page"], ["filters", "hits", "page"]):
        reader.press(F9)
        assert seen(reader) == shown
        assert focus() is field


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_with_letters_twice_as_large_on_a_usual_screen_they_take_the_place_of_the_page(
    reading_room: ReadingRoom, locale: Locale
) -> None:
    reader = reading_room.open(locale)
    for _step in range(8):
        reader.action("larger").trigger()
    reader.window.resize(1366, 768)
    assert seen(reader) == ["hits", "page"]
    reader.press(F9)
    assert seen(reader) == ["filters", "hits"]
    assert reader.window.width() == 1366
    filters, hits, _page = reader.window.panes.across.sizes()
    assert filters + hits == pytest.approx(reader.window.width(), abs=8)
    assert filters < hits


def test_they_are_opened_used_and_closed_by_keys_alone(narrow: Reader) -> None:
    narrow.action("record").trigger()
    before = focus()
    narrow.press(F9)
    assert seen(narrow) == ["filters", "hits"]
    row = focus()
    assert isinstance(row, FacetRow)
    narrow.until_answered(lambda: narrow.press(Qt.Key.Key_Space))
    assert narrow.filters
    assert seen(narrow) == ["filters", "hits"]
    narrow.press(Qt.Key.Key_Escape)
    assert seen(narrow) == ["hits", "page"]
    assert focus() is before
    narrow.press(F9)
    assert focus() is row
    narrow.press(F9)
    assert seen(narrow) == ["hits", "page"]
    assert focus() is before


def test_they_are_opened_and_closed_with_the_mouse_alone(narrow: Reader) -> None:
    for shown in (["filters", "hits"], ["hits", "page"]):
        narrow.click(opener(narrow))
        assert seen(narrow) == shown
        assert opener(narrow).isChecked() == ("filters" in shown)


def test_a_hit_that_is_clicked_is_read_even_if_it_was_open_before(narrow: Reader) -> None:
    for row in (1, 1, 0):
        narrow.press(F9)
        index = narrow.hits.model().index(row, 0)
        narrow.click(narrow.hits.viewport(), narrow.hits.visualRect(index).center())
        narrow.until(lambda row=row: narrow.record_id == narrow.ids()[row])
        assert seen(narrow) == ["hits", "page"]
        assert focus() is narrow.hits


@pytest.mark.parametrize("read", ["record", "back", "mirror"])
def test_who_reads_on_sees_what_is_read(narrow: Reader, read: str) -> None:
    narrow.go_to(narrow.ids()[1])
    narrow.press(F9)
    narrow.action(read).trigger()
    assert seen(narrow) == ["hits", "mirror" if read == "mirror" else "page"]
    assert not at_filters(narrow)


def test_another_language_leaves_them_open(narrow: Reader) -> None:
    narrow.press(F9)
    narrow.speak("Magyar")
    assert seen(narrow) == ["filters", "hits"]


def test_beside_the_mirror_there_is_no_room_for_them_either(reader: Reader) -> None:
    reader.go_to(reader.ids()[0])
    reader.action("mirror").trigger()
    assert seen(reader) == ["hits", "mirror"]
    reader.press(F9)
    assert seen(reader) == ["filters", "hits"]
    reader.press(Qt.Key.Key_Escape)
    assert seen(reader) == ["hits", "mirror"]
    reader.action("record").trigger()
    assert reader.views.mirror.isAncestorOf(focus())
    reader.action("mirror").trigger()
    assert seen(reader) == ["filters", "hits", "page"]


def test_what_was_opened_in_a_narrow_window_stays_open_in_a_wide_one(narrow: Reader) -> None:
    narrow.press(F9)
    stop = focus()
    for width, shown in (
        (WIDE, ["filters", "hits", "page"]),
        (NARROW, ["filters", "hits"]),  # the reader is at them
        (WIDE, ["filters", "hits", "page"]),
    ):
        narrow.window.resize(width, 700)
        assert seen(narrow) == shown
        assert focus() is stop


def test_a_window_made_narrow_keeps_the_page_for_who_is_not_at_the_filters(
    reader: Reader,
) -> None:
    reader.go_to(reader.ids()[0])
    for width, shown in (
        (NARROW, ["hits", "page"]),
        (WIDE, ["filters", "hits", "page"]),
    ):
        reader.window.resize(width, 700)
        assert seen(reader) == shown
        assert focus() is reader.hits


def test_filters_closed_in_a_wide_window_do_not_come_back_by_themselves(reader: Reader) -> None:
    reader.press(F9)
    for width in (NARROW, WIDE):
        reader.window.resize(width, 700)
        assert seen(reader) == ["hits", "page"]


def test_moving_the_line_beside_the_filters_says_nothing_of_the_page(narrow: Reader) -> None:
    widths = narrow.window.panes.across.saveState()
    narrow.press(F9)
    narrow.window.panes.across.handle(1).moveSplitter(300)
    assert narrow.window.panes.across.sizes()[0] == pytest.approx(300, abs=2)
    assert narrow.window.panes.across.saveState() == widths


def test_the_filters_in_use_are_named_over_the_hits_while_they_are_away(narrow: Reader) -> None:
    narrow.press(F9)
    narrow.until_answered(lambda: narrow.press(Qt.Key.Key_Space))
    assert not narrow.views.results.filters.isVisible()
    narrow.press(Qt.Key.Key_Escape)
    assert narrow.views.results.filters.isVisible()
