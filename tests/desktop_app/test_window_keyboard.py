"""The whole window without a mouse."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from desktop_app.actions import COMMANDS
from desktop_app.models.offer_list import OfferRole
from desktop_app.views.facets.facet_row import FacetRow
from desktop_app.views.rich_text import CitedText
from i18n.locales import LOCALES, Locale
from tests.desktop_app.reading_room import Reader, ReadingRoom
from tests.desktop_app.tab_round import ROUND, room_of

SAFE_CITY = "project/belgrade-safe-city"


@pytest.fixture
def at_record(reader: Reader, type_text: Callable[[QWidget, str], None]) -> Reader:
    """A reader who has found a record and come to the list by keyboard."""
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "Belgrade Safe City")
    reader.until_found("Belgrade Safe City")
    reader.press(Qt.Key.Key_Return)
    assert reader.ids()[0] == SAFE_CITY
    reader.until(lambda: reader.record_id == SAFE_CITY)
    return reader


def test_enter_leads_from_the_field_to_the_list_and_opens_the_first_hit(at_record: Reader) -> None:
    assert at_record.hits.hasFocus()
    assert at_record.hits.currentIndex().row() == 0
    assert "Belgrade Safe City" in at_record.page_texts()


def test_down_leads_there_too_through_the_suggestions_if_there_are_any(reader: Reader) -> None:
    reader.press(Qt.Key.Key_Down)
    assert reader.hits.hasFocus()


def test_a_record_is_opened_from_the_suggestions(
    reader: Reader, type_text: Callable[[QWidget, str], None]
) -> None:
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "Безбедан гр")
    suggestions = reader.views.suggestions
    reader.until(suggestions.isVisible)
    reader.press(Qt.Key.Key_Down)
    reader.press(Qt.Key.Key_Return)
    assert reader.record_id == SAFE_CITY
    assert room_of(reader, QApplication.focusWidget()) == "record"
    assert suggestions.isHidden()


def test_down_past_the_last_suggestion_leads_to_the_results(
    reader: Reader, type_text: Callable[[QWidget, str], None]
) -> None:
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "huawei")
    reader.until_found("huawei")
    reader.until(reader.views.suggestions.isVisible)
    for _row in range(reader.views.suggestions.model().rowCount() + 1):
        reader.press(Qt.Key.Key_Down)
    assert reader.hits.hasFocus()


def test_what_is_completed_is_asked(
    reader: Reader, type_text: Callable[[QWidget, str], None]
) -> None:
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    for typed, completed in (("ty", "type:"), ("proj", "type:project ")):
        type_text(field, typed)
        reader.until(reader.views.suggestions.isVisible)
        reader.until(lambda: "Tab" in kinds(reader))
        reader.press(Qt.Key.Key_Tab)
        reader.until_found(completed)
    assert {hit.type for hit in reader.results.hits} == {"project"}


def kinds(reader: Reader) -> list[str]:
    model = reader.views.suggestions.model()
    rows = range(model.rowCount())
    return [str(model.index(row, 0).data(OfferRole.KIND)) for row in rows]


def test_up_from_the_first_hit_leads_back_to_the_field(at_record: Reader) -> None:
    at_record.press(Qt.Key.Key_Up)
    field = at_record.views.search_bar.focusProxy()
    assert field is not None
    assert field.hasFocus()


def test_the_arrow_keys_read_one_record_after_the_other(at_record: Reader) -> None:
    for row in (1, 2, 3):
        at_record.press(Qt.Key.Key_Down)
        at_record.until(lambda row=row: at_record.record_id == at_record.ids()[row])
    assert at_record.hits.hasFocus()


def test_what_is_passed_by_is_chosen_at_once_but_not_opened(at_record: Reader) -> None:
    for row in (1, 2, 3):
        at_record.press(Qt.Key.Key_Down)
        assert at_record.hits.currentIndex().row() == row
        assert at_record.record_id == SAFE_CITY
    at_record.until(lambda: at_record.record_id == at_record.ids()[3])
    at_record.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert at_record.record_id == SAFE_CITY


def test_enter_leads_to_the_record_that_is_chosen_even_if_it_is_not_open_yet(
    at_record: Reader,
) -> None:
    at_record.press(Qt.Key.Key_Down)
    at_record.press(Qt.Key.Key_Return)
    assert at_record.record_id == at_record.ids()[1]
    assert room_of(at_record, QApplication.focusWidget()) == "record"


def test_tab_leads_past_the_record_as_long_as_none_is_open(reader: Reader) -> None:
    reader.hits.setFocus(Qt.FocusReason.OtherFocusReason)
    reader.press(Qt.Key.Key_Tab)
    assert room_of(reader, QApplication.focusWidget()) == "evidence"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_lead_to_the_record(at_record: Reader, key: Qt.Key) -> None:
    at_record.press(key)
    assert room_of(at_record, QApplication.focusWidget()) == "record"


def test_a_number_is_chosen_with_tab_and_enter(at_record: Reader) -> None:
    at_record.press(Qt.Key.Key_Return)
    before = evidence(at_record)
    for _press in range(ROUND):
        at_record.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert room_of(at_record, focus) == "record", "there is no number 2 to choose"
        if isinstance(focus, CitedText):
            at_record.press(Qt.Key.Key_Return)
            if evidence(at_record) != before:
                return
    pytest.fail("no number can be chosen")


def evidence(reader: Reader) -> list[str]:
    labels = reader.views.evidence.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def test_a_related_record_is_opened_with_space_and_alt_left_returns(at_record: Reader) -> None:
    chip = at_record.chips()[0]
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    at_record.press(Qt.Key.Key_Space)
    assert at_record.record_id != SAFE_CITY
    at_record.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert at_record.record_id == SAFE_CITY
    at_record.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert at_record.record_id != SAFE_CITY


def test_a_facet_is_chosen_with_the_arrow_keys_and_space(reader: Reader) -> None:
    reader.facet_row("Projects").setFocus(Qt.FocusReason.TabFocusReason)
    reader.press(Qt.Key.Key_Down)
    reader.until_answered(lambda: reader.press(Qt.Key.Key_Space))
    assert reader.filters == {("type", "actor")}
    focus = QApplication.focusWidget()
    assert isinstance(focus, FacetRow)
    assert focus.accessibleName().startswith("Actors: ")


@pytest.mark.parametrize(
    ("key", "modifiers", "room"),
    [
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier, "search"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "results"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier, "record"),
    ],
)
def test_a_shortcut_leads_to_each_part_from_anywhere(
    at_record: Reader, key: Qt.Key, modifiers: Qt.KeyboardModifier, room: str
) -> None:
    for start in (at_record.views.search_bar, at_record.hits, at_record.views.evidence):
        start.setFocus(Qt.FocusReason.OtherFocusReason)
        at_record.press(key, modifiers)
        focus = QApplication.focusWidget()
        assert room_of(at_record, focus) == room


def test_escape_clears_the_question(at_record: Reader) -> None:
    at_record.action("find").trigger()
    at_record.until_answered(lambda: at_record.press(Qt.Key.Key_Escape))
    assert at_record.views.search_bar.text() == ""


def test_ctrl_l_changes_the_language(reader: Reader) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    reader.until_answered(lambda: reader.press(Qt.Key.Key_L, control))
    assert reader.language("Magyar").isChecked()


def test_every_shortcut_is_one_and_is_there_once(reader: Reader) -> None:
    keys = [QKeySequence(command.shortcut) for command in COMMANDS if command.shortcut]
    assert all(not key.isEmpty() for key in keys)
    assert max(Counter(key.toString() for key in keys).values()) == 1
    for command in COMMANDS:
        assert reader.action(command.id).shortcut() == QKeySequence(command.shortcut)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_every_command_has_a_letter_of_its_own_in_its_menu(
    reading_room: ReadingRoom, locale: Locale
) -> None:
    reader = reading_room.open(locale)
    menus = reader.window.menuBar().findChildren(QMenu)
    letters = {"": [letter(menu.title()) for menu in menus]}
    for menu in menus:
        actions = [action for action in menu.actions() if not action.isSeparator()]
        letters[menu.title()] = [letter(action.text()) for action in actions]
    taken_twice = {
        title: [each for each, times in Counter(found).items() if times > 1]
        for title, found in letters.items()
    }
    assert {title: found for title, found in taken_twice.items() if found} == {}


def letter(text: str) -> str:
    return text.partition("&")[2][:1].casefold()
