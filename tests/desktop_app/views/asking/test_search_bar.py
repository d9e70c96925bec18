"""The field where every question begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from desktop_app.views.asking.search_bar import SearchBar


@pytest.fixture
def bar(qtbot):
    bar = SearchBar()
    qtbot.addWidget(bar)
    bar.resize(800, 40)
    bar.show()
    bar.focus()
    return bar


@pytest.fixture
def asked(bar):
    heard = []
    bar.asked.connect(heard.append)
    return heard


def test_every_letter_is_told_at_once(bar, asked, type_text):
    type_text(bar.findChild(QLineEdit), "tükör")
    assert asked == ["t", "tü", "tük", "tükö", "tükör"]


def test_text_that_the_program_puts_there_is_not_told(bar, asked):
    bar.set_text("okosváros")
    assert (bar.text(), asked) == ("okosváros", [])


def test_what_is_put_there_is_told_with_its_cursor_and_can_be_undone(bar, asked):
    places = []
    bar.typed.connect(lambda text, cursor: places.append((text, cursor)))
    bar.set_text("ty")
    bar.put("type: huawei", 5)
    assert (bar.text(), asked, places[-1]) == (
        "type: huawei",
        ["type: huawei"],
        ("type: huawei", 5),
    )
    bar.findChild(QLineEdit).undo()
    assert bar.text() == "ty"


def test_escape_clears_and_a_second_one_is_left_to_the_window(qtbot, bar, asked):
    bar.set_text("okosváros")
    qtbot.keyClick(bar.findChild(QLineEdit), Qt.Key.Key_Escape)
    qtbot.keyClick(bar.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert (bar.text(), asked) == ("", [""])


def test_the_button_clears_and_is_there_only_when_there_is_something_to_clear(qtbot, bar, asked):
    assert bar.findChild(QToolButton) is None
    bar.set_text("okosváros")
    clear = bar.findChild(QToolButton)
    qtbot.waitUntil(clear.isVisible)
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert (bar.text(), asked, clear.isHidden()) == ("", [""], True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_down_and_enter_lead_to_the_results(qtbot, bar, key):
    with qtbot.waitSignal(bar.left_downward):
        qtbot.keyClick(bar.findChild(QLineEdit), key)


def test_coming_back_selects_the_text_so_that_typing_replaces_it(bar):
    bar.set_text("okosváros")
    bar.focus()
    assert bar.findChild(QLineEdit).selectedText() == "okosváros"


def test_a_narrow_field_keeps_its_room_for_the_text(bar):
    bar.resize(120, 40)
    field = bar.findChild(QLineEdit)
    assert field.textMargins().right() < field.width() / 3
