"""How the question was understood."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolTip, QVBoxLayout, QWidget

from desktop_app.views.results.understood_line import UnderstoodLine

SENTENCES = ("Type: Projects", "Amount: more than €100,000,000")


@pytest.fixture
def line(qtbot):
    line = UnderstoodLine()
    qtbot.addWidget(line)
    line.resize(900, 30)
    return line


def test_it_is_there_only_when_there_is_something_to_tell(line):
    assert line.isHidden()
    line.show_sentences(SENTENCES)
    assert line.isVisible()
    line.show_sentences(())
    assert line.isHidden()


def test_it_is_one_line_heard_as_sentences(line):
    line.show_sentences(SENTENCES)
    assert line.text() == "Type: Projects · Amount: more than €100,000,000"
    assert line.accessibleName() == "Type: Projects Amount: more than €100,000,000"
    assert line.toolTip() == ""


def test_with_less_room_it_goes_on_to_another_line(line):
    line.show_sentences(SENTENCES)
    line.resize(line.sizeHint().width() * 2 // 3, 90)
    assert line.text() == "Type: Projects · Amount: more than €100,000,000"
    assert line.heightForWidth(line.width()) > 1.5 * line.heightForWidth(900)
    assert line.toolTip() == ""


def test_what_does_not_fit_on_three_lines_is_cut_and_told_in_the_tooltip(line):
    many = SENTENCES * 3
    line.show_sentences(many)
    line.resize(190, 30)
    assert line.text().endswith("…")
    assert line.text()[:-1] in " · ".join(many)
    assert len(line.text()) > 30
    assert line.heightForWidth(190) < 3.5 * line.heightForWidth(2000)
    assert line.toolTip().splitlines() == list(many)
    line.resize(2000, 30)
    assert not line.text().endswith("…")


@pytest.mark.parametrize("points", [9, 10.5, 13.5, 15, 18, 20])
def test_it_is_cut_only_where_its_three_lines_are_full(line, points):
    font = line.font()
    font.setPointSizeF(points)
    line.setFont(font)
    line.show_sentences(SENTENCES * 6)
    line.resize(30 * line.fontMetrics().averageCharWidth(), 100)
    three = line.heightForWidth(line.width())
    line.show_sentences((line.text(),))
    assert line.heightForWidth(line.width()) == three
    assert line.toolTip() == ""


def test_a_word_longer_than_a_line_is_cut(line):
    line.resize(120, 30)
    line.show_sentences(("word" * 50,))
    assert line.text().endswith("…")
    assert line.toolTip() == "word" * 50


def test_it_never_widens_the_window(line):
    line.show_sentences(("word " * 500,))
    assert line.minimumSizeHint().width() == 0


def test_tab_stops_at_it_and_shows_there_what_was_cut_off(qtbot):
    window, field, line = QWidget(), QLineEdit(), UnderstoodLine()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(line)
    window.resize(190, 200)
    line.show_sentences(SENTENCES * 3)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert line.hasFocus()
    assert QToolTip.text().splitlines() == list(SENTENCES * 3)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
