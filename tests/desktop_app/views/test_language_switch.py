"""The switch between the languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.localization import Localizer
from desktop_app.views.language_switch import LanguageSwitch
from i18n.locales import ENGLISH, HUNGARIAN


@pytest.fixture
def switch(qtbot):
    switch = LanguageSwitch()
    qtbot.addWidget(switch)
    switch.show_locale(ENGLISH)
    switch.show()
    return switch


@pytest.fixture
def chosen(switch):
    heard = []
    switch.chosen.connect(heard.append)
    return heard


def words(switch):
    return [segment.text() for segment in switch.findChildren(QPushButton)]


def lit(switch):
    return [segment.text() for segment in switch.findChildren(QPushButton) if segment.isChecked()]


def test_each_language_has_its_own_name_whatever_the_language_in_force(qapp, switch):
    Localizer(qapp).switch(HUNGARIAN)
    assert words(switch) == ["English", "Magyar"]


def test_a_click_chooses_a_language_once(qtbot, switch, chosen):
    hungarian = switch.findChildren(QPushButton)[1]
    qtbot.mouseClick(hungarian, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(hungarian, Qt.MouseButton.LeftButton)
    assert (chosen, lit(switch)) == ([HUNGARIAN], ["Magyar"])


def test_the_arrow_keys_choose(qtbot, switch, chosen):
    switch.setFocus()
    qtbot.keyClick(switch.findChildren(QPushButton)[0], Qt.Key.Key_Right)
    assert (chosen, lit(switch)) == ([HUNGARIAN], ["Magyar"])


def test_showing_a_language_asks_for_nothing(switch, chosen):
    switch.show_locale(HUNGARIAN)
    assert (chosen, lit(switch)) == ([], ["Magyar"])
