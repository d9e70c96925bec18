"""Several values chosen from a list that stays open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.views.asking.choice_button import ChoiceButton

# What Qt's offscreen platform says of any menu.
pytestmark = pytest.mark.qt_log_ignore(
    "does not support raise", "does not support grabbing the keyboard", extend=True
)
ENGLISH = (("project", "Project"), ("event", "Event"), ("actor", "Actor"))


@pytest.fixture
def button(qtbot: QtBot) -> ChoiceButton:
    button = ChoiceButton()
    qtbot.addWidget(button)
    button.set_name("Type")
    button.set_values(ENGLISH)
    button.resize(400, 30)
    button.show()
    return button


def menu_of(button: ChoiceButton) -> QMenu:
    menu = button.findChild(QMenu)
    assert menu is not None
    return menu


def test_nothing_chosen_is_anything(button: ChoiceButton) -> None:
    assert (button.text(), button.chosen()) == ("any", ())


def test_values_are_ticked_one_after_the_other_by_mouse(qtbot: QtBot, button: ChoiceButton) -> None:
    told = []
    button.changed.connect(lambda: told.append(button.chosen()))
    button.click()
    menu = menu_of(button)
    for row in (1, 0):
        place = menu.actionGeometry(menu.actions()[row]).center()
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        assert menu.isVisible()
    assert told == [("event",), ("event", "project")]
    assert button.text() == "Event, Project"
    menu.close()


def test_values_are_ticked_by_the_keyboard(qtbot: QtBot, button: ChoiceButton) -> None:
    button.click()
    menu = menu_of(button)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)
    assert set(button.chosen()) == {"project", "event"}
    assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert menu.isHidden()


def test_what_is_chosen_stays_in_another_language(button: ChoiceButton) -> None:
    button.choose(["event"])
    button.set_values((("event", "Esemény"), ("project", "Projekt")))
    assert (button.text(), button.chosen()) == ("Esemény", ("event",))
    assert button.accessibleName() == "Type: Esemény"


def test_a_value_that_the_list_does_not_have_is_kept(button: ChoiceButton) -> None:
    button.choose(["place"])
    menu_of(button).actions()[0].toggle()
    assert button.chosen() == ("place", "project")


def test_a_long_choice_is_cut_short_and_shown_whole_in_the_tooltip(button: ChoiceButton) -> None:
    button.choose(["project", "event", "actor"])
    button.resize(90, 30)
    assert button.text().endswith("…")
    assert button.toolTip() == "Project, Event, Actor"
