"""How the question was understood."""

import pytest

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


def test_a_word_longer_than_a_line_is_cut(line):
    line.resize(120, 30)
    line.show_sentences(("word" * 50,))
    assert line.text().endswith("…")
    assert line.toolTip() == "word" * 50


def test_it_never_widens_the_window(line):
    line.show_sentences(("word " * 500,))
    assert line.minimumSizeHint().width() == 0
