"""The words that were asked for are marked on the page of the record."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.controllers.search import SearchController
from desktop_app.views.rich_text import MarkableText
from tests.desktop_app.reading_room import Reader, ReadingRoom

SAFE_CITY = "project/belgrade-safe-city"


def marked(page: QWidget) -> set[str]:
    texts = page.findChildren(MarkableText)
    return {words.lower() for text in texts for words in text.marked}


@pytest.fixture
def marking(reader: Reader, ask: Callable[[str], None]) -> Reader:
    """A reader of a record that was found by its words."""
    ask("cameras Huawei")
    reader.go_to(SAFE_CITY)
    reader.until(lambda: marked(reader.record_area.widget()) >= {"cameras", "huawei"})
    return reader


def test_marks_follow_the_question(marking: Reader, ask: Callable[[str], None]) -> None:
    ask("Belgrade")
    marking.until(lambda: "belgrade" in marked(marking.record_area.widget()))
    assert "huawei" not in marked(marking.record_area.widget())
    marking.until_answered(lambda: marking.views.search_bar.asked.emit(""))
    marking.until(lambda: marked(marking.record_area.widget()) == set())


def test_other_words_for_it_and_other_languages_are_marked_too(
    marking: Reader, ask: Callable[[str], None]
) -> None:
    ask("biztonságos város")
    marking.until(lambda: "safe city" in marked(marking.record_area.widget()))
    marking.press(Qt.Key.Key_F2)
    both = marked(marking.views.mirror)
    assert {"safe city", "biztonságos város"} <= both


def test_where_no_answer_came_nothing_is_marked(marking: Reader) -> None:
    search = marking.window.findChild(SearchController)
    search.failed.emit(ValueError())
    search.settled.emit()
    assert marked(marking.record_area.widget()) == set()


def test_a_letter_or_two_are_not_marked_while_more_is_typed(
    marking: Reader, ask: Callable[[str], None]
) -> None:
    ask("hu")
    marking.until(lambda: "huawei" not in marked(marking.record_area.widget()))
    ask("hua")
    marking.until(lambda: "huawei" in marked(marking.record_area.widget()))


def test_a_record_that_is_led_to_is_marked(marking: Reader) -> None:
    chip = next(chip for chip in marking.chips() if "Huawei" in chip.text())
    marking.click(chip)
    assert marking.record_id != SAFE_CITY
    assert "huawei" in marked(marking.record_area.widget())


def test_who_wants_no_marks_has_none_now_and_at_the_next_start(
    reading_room: ReadingRoom,
) -> None:
    reader = reading_room.open()
    action = reader.action("mark_words")
    assert action.isChecked()
    reader.until_answered(lambda: reader.views.search_bar.asked.emit("Huawei cameras"))
    reader.go_to(SAFE_CITY)
    reader.until(lambda: "huawei" in marked(reader.record_area.widget()))
    action.trigger()
    assert marked(reader.record_area.widget()) == set()
    again = reading_room.open()
    assert not again.action("mark_words").isChecked()
    again.until_answered(lambda: again.views.search_bar.asked.emit("Huawei cameras"))
    again.go_to(SAFE_CITY)
    assert marked(again.record_area.widget()) == set()
    again.action("mark_words").trigger()
    again.until(lambda: "huawei" in marked(again.record_area.widget()))
