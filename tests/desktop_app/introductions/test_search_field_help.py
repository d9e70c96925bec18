"""The help at the field: opened, tried and closed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop_app.controllers.seals import SealController
from desktop_app.views.asking.search_help import SearchHelp
from desktop_app.views.removable_chip import RemovableChip
from i18n.locales import HUNGARIAN
from tests.desktop_app.reading_room import Reader, ReadingRoom
from tests.interface_words import left_in_english

Ask = Callable[[str], None]


def help_of(reader: Reader) -> SearchHelp:
    found = reader.window.findChild(SearchHelp)
    assert found is not None, "the help has not been opened"
    return found


@pytest.fixture
def helped(reader: Reader) -> Reader:
    """A reader who has opened the help by its key."""
    reader.press(Qt.Key.Key_F1)
    return reader


def test_it_is_not_made_before_it_is_wanted(reader: Reader) -> None:
    assert reader.window.findChild(SearchHelp) is None


def test_the_button_opens_and_closes_it(reader: Reader) -> None:
    button = reader.window.top.button(reader.action("search_help"))
    reader.click(button)
    assert help_of(reader).isVisible()
    reader.click(button)
    assert help_of(reader).isHidden()


def test_an_example_is_asked_and_finds_as_many_as_it_says(helped: Reader) -> None:
    example = next(e for e in help_of(helped).examples() if e.question == "type:project")
    helped.until(lambda: example.accessibleName().endswith(" records"))
    helped.until_answered(example.click)
    assert helped.views.search_bar.text() == "type:project"
    assert f" {helped.results.total} records" in example.accessibleName()
    assert help_of(helped).isVisible()  # there are more to try


def test_an_example_is_asked_without_the_filters_in_force(helped: Reader) -> None:
    helped.until_answered(lambda: helped.click(helped.facet_row("Sources")))
    helped.press(Qt.Key.Key_F1)
    helped.until(help_of(helped).isVisible)
    example = next(e for e in help_of(helped).examples() if e.question == "type:project")
    helped.until_answered(example.click)
    assert helped.results.total > 0
    assert helped.filters == frozenset()


def test_every_example_gets_its_number(helped: Reader) -> None:
    examples = help_of(helped).examples()
    helped.until(lambda: all("record" in example.accessibleName() for example in examples))
    assert not any(" 0 record" in example.accessibleName() for example in examples)


def test_escape_closes_it_and_leads_back_to_the_field(helped: Reader) -> None:
    focus = QApplication.focusWidget()
    assert focus in help_of(helped).examples()
    helped.press(Qt.Key.Key_Escape)
    assert help_of(helped).isHidden()
    field = helped.views.search_bar.focusProxy()
    assert field is not None
    assert field.hasFocus()


def test_it_closes_as_the_reader_turns_to_the_hits(helped: Reader) -> None:
    helped.go_to(helped.ids()[0])
    assert help_of(helped).isHidden()


def test_it_leaves_the_hits_in_sight(helped: Reader) -> None:
    hits = helped.views.results
    right = hits.mapTo(helped.window, hits.rect().topRight()).x()
    assert help_of(helped).geometry().left() >= right
    assert helped.window.rect().contains(help_of(helped).geometry())


@pytest.mark.parametrize("width", [1280, 1024])
def test_with_letters_twice_as_large_it_leaves_the_field_in_sight(
    reading_room: ReadingRoom, width: int
) -> None:
    reader = reading_room.open()
    for _step in range(8):
        reader.action("larger").trigger()
    reader.window.resize(width, 700)
    reader.press(Qt.Key.Key_F1)
    told, top = help_of(reader).geometry(), reader.window.top
    assert told.top() >= top.mapTo(reader.window, top.rect().bottomLeft()).y()
    assert told.width() < 0.7 * width
    assert reader.window.rect().contains(told)


def test_it_speaks_the_readers_language_with_their_examples_first(
    reading_room: ReadingRoom,
) -> None:
    reader = reading_room.open(HUNGARIAN)
    reader.press(Qt.Key.Key_F1)
    told = help_of(reader)
    assert left_in_english(told) == []
    assert told.examples()[0].question == "okosvárosban"
    reader.until_answered(reader.action("other_language").trigger)
    assert told.examples()[0].question == "cameras in Belgrade"


def test_examples_that_cannot_be_counted_are_told_of_at_the_foot(two: Reader, second: Path) -> None:
    seals = two.window.findChild(SealController)
    two.until(lambda: seals is not None and len(seals.seals) == 2)  # the file was read till then
    second.unlink()
    two.press(Qt.Key.Key_F1)
    foot = two.window.statusBar()
    two.until(lambda: foot.currentMessage().startswith("The dossier was not found: "))


def test_escape_leads_back_to_the_hits_or_the_record_that_the_reader_came_from(
    reader: Reader,
) -> None:
    reader.action("results").trigger()
    reader.until(lambda: reader.record_id == reader.ids()[0])
    for there in (reader.hits, reader.chips()[0]):
        there.setFocus()
        reader.press(Qt.Key.Key_F1)
        assert not there.hasFocus()
        reader.press(Qt.Key.Key_Escape)
        assert there.hasFocus()


def test_escape_leads_to_the_field_if_the_place_before_is_gone(reader: Reader, ask: Ask) -> None:
    ask("smart city")
    chip = reader.views.results.expansions.findChild(RemovableChip)
    assert chip is not None
    chip.setFocus()
    reader.press(Qt.Key.Key_F1)
    example = next(e for e in help_of(reader).examples() if e.question == "type:project")
    reader.until_answered(example.click)
    reader.press(Qt.Key.Key_Escape)
    assert reader.views.search_bar.focusProxy() is QApplication.focusWidget()


def test_it_follows_the_bar_as_the_letters_grow_and_keeps_the_example_in_sight(
    helped: Reader,
) -> None:
    told, top = help_of(helped), helped.window.top
    area = told.findChild(QScrollArea)
    assert area is not None
    example = told.examples()[-1]
    example.setFocus(Qt.FocusReason.TabFocusReason)

    def seen() -> bool:
        place = QRect(example.mapTo(area.viewport(), QPoint()), example.size())
        return area.viewport().rect().contains(place)

    for name in (*("larger",) * 6, "usual_size"):
        helped.action(name).trigger()
        helped.until(lambda: told.y() == top.mapTo(helped.window, QPoint(0, top.height())).y())
        helped.until(seen)
        assert helped.window.rect().contains(told.geometry())
