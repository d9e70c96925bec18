"""Tab and Shift+Tab lead through the whole window, in the order that the eye has."""

from collections import Counter
from collections.abc import Callable
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.desktop_app.reading_room import Reader
from tests.desktop_app.tab_round import room_of, walk

Ask = Callable[[str], None]


@pytest.fixture
def at_record(reader: Reader, ask: Ask) -> Reader:
    """A reader who has found a record and opened it."""
    ask("Belgrade Safe City")
    reader.press(Qt.Key.Key_Return)
    reader.until(lambda: reader.record_id == reader.ids()[0])
    return reader


def rooms(reader: Reader, key: Qt.Key) -> list[str]:
    return [room for room, _stops in groupby(room_of(reader, stop) for stop in walk(reader, key))]


def test_tab_goes_from_search_to_facets_results_record_and_evidence(at_record: Reader) -> None:
    at_record.action("find").trigger()
    passed = [room for room in rooms(at_record, Qt.Key.Key_Tab) if room != "bar"]
    assert passed == ["facets", "results", "record", "evidence", "search"]


def test_back_tab_goes_the_same_way_back(at_record: Reader) -> None:
    at_record.action("find").trigger()
    passed = [room for room in rooms(at_record, Qt.Key.Key_Backtab) if room != "bar"]
    assert passed == ["evidence", "record", "results", "facets", "search"]


def test_tab_stops_nowhere_twice_and_nowhere_out_of_sight(at_record: Reader) -> None:
    at_record.action("find").trigger()
    stops = list(walk(at_record, Qt.Key.Key_Tab))
    assert all(stop.isVisible() for stop in stops)
    again = Counter(id(stop) for stop in stops if not isinstance(stop, QLabel))  # numbers are many
    assert max(again.values()) == 1


def test_every_stop_says_what_it_is(at_record: Reader) -> None:
    at_record.action("find").trigger()
    silent = [
        type(stop).__name__
        for stop in walk(at_record, Qt.Key.Key_Tab)
        if not (stop.accessibleName() or getattr(stop, "text", str)())
    ]
    assert silent == []


def stops(reader: Reader, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Return where Tab stops in the middle of the window, from the field on."""
    reader.action("find").trigger()
    reader.views.suggestions.dismiss()
    return [stop for stop in walk(reader, key) if room_of(reader, stop) == "results"]


def tops(several: list[QWidget]) -> list[int]:
    return [stop.mapTo(stop.window(), QPoint()).y() for stop in several]


def names(several: list[QWidget]) -> list[str]:
    return [stop.accessibleName() or getattr(stop, "text", str)() for stop in several]


def test_tab_is_not_caught_where_nothing_is_found_and_passes_all_that_can_be_done(
    reader: Reader, ask: Ask
) -> None:
    ask("Huawey AND laon")
    passed = stops(reader)
    assert len(passed) > 3
    assert names(passed)[-2:] == ["Show all records", "How to search"]
    assert tops(passed) == sorted(tops(passed))
    assert stops(reader, Qt.Key.Key_Backtab) == passed[::-1]


def test_tab_goes_from_the_order_down_over_what_was_searched_besides_to_the_hits(
    reader: Reader, ask: Ask
) -> None:
    ask("smart city")
    order, chip, hits = stops(reader)
    assert order.accessibleName() == "Order of the results: By relevance"
    assert reader.views.results.expansions.isAncestorOf(chip)
    assert hits is reader.hits
    assert stops(reader, Qt.Key.Key_Backtab) == [hits, chip, order]


def test_tab_stops_at_filters_and_the_button_for_them_where_their_panel_is_away(
    reader: Reader, ask: Ask
) -> None:
    reader.window.resize(700, 700)
    ask('"safe city" type:project')
    reader.until_answered(
        lambda: reader.views.results.narrowed.emit(frozenset({("country", "RS")}), frozenset())
    )
    passed = stops(reader)
    assert names(passed)[0] == "Filters"
    assert any(reader.views.results.filters.isAncestorOf(stop) for stop in passed)
    assert passed[-1] is reader.hits
    assert tops(passed) == sorted(tops(passed))
    assert stops(reader, Qt.Key.Key_Backtab) == passed[::-1]


def test_a_question_without_its_quotation_marks_is_reached_by_tab(reader: Reader, ask: Ask) -> None:
    ask('"facial recognition" Belgrade')
    assert any(isinstance(stop, QLabel) and "href" in stop.text() for stop in stops(reader))
