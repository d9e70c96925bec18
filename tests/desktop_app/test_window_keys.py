"""Keys that mean the same wherever they are pressed: Enter, Escape, language and letters."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QTableView, QWidget

from desktop_app.views.asking.example_button import ExampleButton
from desktop_app.views.results.order_chooser import OrderChooser
from desktop_app.views.results.why_note import WhyNote
from tests.desktop_app.reading_room import Reader, in_dialog

SAFE_CITY = "project/belgrade-safe-city"
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])


def press_on(reader: Reader, button: QAbstractButton, key: Qt.Key = Qt.Key.Key_Return) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    reader.press(key)


def button(parent: QWidget, words: str) -> QAbstractButton:
    buttons = parent.findChildren(QAbstractButton)
    return next(each for each in buttons if each.isVisible() and each.text() == words)


@KEYS
def test_enter_presses_the_button_it_is_on(reader: Reader, key: Qt.Key) -> None:
    facets, top = reader.views.facets, reader.window.top
    press_on(reader, button(facets, "more…"), key)
    press_on(reader, button(facets, "fewer"), key)
    reader.go_to(reader.ids()[0])
    first = reader.record_id
    press_on(reader, button(reader.views.evidence, "Show source"), key)
    assert reader.record_id != first
    press_on(reader, top.button(reader.action("back")), key)
    assert reader.record_id == first
    reader.until_answered(lambda: press_on(reader, reader.language("Magyar"), key))
    assert reader.language("Magyar").isChecked()


def test_enter_asks_an_example_of_the_help(reader: Reader) -> None:
    reader.press(Qt.Key.Key_F1)
    example = reader.window.findChildren(ExampleButton)[0]
    press_on(reader, example)
    reader.until_found(example.question)


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_enter_opens_the_choice_of_orders(reader: Reader) -> None:
    orders = reader.window.findChild(OrderChooser)
    assert orders is not None
    opened: list[bool] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        opened.append(menu is orders.menu())
        if isinstance(menu, QMenu):
            menu.close()

    QTimer.singleShot(200, look)
    press_on(reader, orders)
    reader.until(lambda: bool(opened))
    assert opened == [True]


def test_enter_shows_all_records_where_nothing_was_found(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    ask("zxqyw")
    reader.until_answered(
        lambda: press_on(reader, button(reader.views.results, "Show all records"))
    )
    assert reader.ids()


def test_enter_in_the_field_leads_to_what_can_be_done_and_does_nothing_of_it(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    ask("zxqyw")
    reader.press(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert reader.views.search_bar.text() == "zxqyw"
    assert reader.results.text == "zxqyw"
    assert focus.isVisible()


def test_enter_in_the_field_and_in_the_list_means_what_it_did(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    ask("Belgrade Safe City")
    reader.press(Qt.Key.Key_Return)
    assert reader.hits.hasFocus()
    reader.press(Qt.Key.Key_Return)
    assert reader.record_area.hasFocus()
    assert reader.record_id == SAFE_CITY


@pytest.mark.parametrize("where", ["field", "hits", "record"])
def test_escape_puts_the_note_away_and_does_nothing_else(
    reader: Reader, ask: Callable[[str], None], where: str
) -> None:
    ask("Belgrade Safe City")
    note = reader.window.findChild(WhyNote)
    assert note is not None
    for _press in range(("field", "hits", "record").index(where)):
        reader.press(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    reader.press(Qt.Key.Key_I, CONTROL)
    assert note.isVisible()
    reader.press(Qt.Key.Key_Escape)
    assert note.isHidden()
    assert reader.views.search_bar.text() == "Belgrade Safe City"
    assert QApplication.focusWidget() is focus


@pytest.mark.parametrize("name", ["about", "glossary", "searches", "save_search"])
def test_a_dialog_that_holds_up_the_window_changes_the_language_and_the_letters(
    reader: Reader, ask: Callable[[str], None], name: str
) -> None:
    ask("Huawei")

    def look(dialog: QDialog) -> None:
        reader.until(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
        title, letters = dialog.windowTitle(), dialog.fontMetrics().height()
        reader.press(Qt.Key.Key_L, CONTROL)
        assert dialog.windowTitle() != title
        reader.press(Qt.Key.Key_L, CONTROL)
        assert dialog.windowTitle() == title
        reader.press(Qt.Key.Key_Plus, CONTROL)
        assert dialog.fontMetrics().height() > letters

    in_dialog(reader.action(name).trigger, look)


def test_what_was_asked_is_dated_anew_in_the_language_that_is_changed_to(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    ask("Huawei")
    reader.press(Qt.Key.Key_Return)  # which stays on the answer, and so is remembered

    def look(dialog: QDialog) -> None:
        reader.until(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
        reader.press(Qt.Key.Key_L, CONTROL)
        past = dialog.findChildren(QTableView)[-1].model()
        day = past.index(0, past.columnCount() - 1).data()
        assert re.fullmatch(r"\d{4}\. \w+ \d+\. \d\d?:\d\d", day)

    in_dialog(reader.action("searches").trigger, look)
