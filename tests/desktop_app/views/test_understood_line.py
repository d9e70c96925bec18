"""How the question was understood."""

import pytest

from desktop_app.views.understood_line import UnderstoodLine

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


def test_what_does_not_fit_is_cut_and_told_in_the_tooltip(line):
    line.show_sentences(SENTENCES)
    line.resize(120, 30)
    assert line.text().endswith("…")
    assert line.toolTip().splitlines() == list(SENTENCES)
    line.resize(900, 30)
    assert not line.text().endswith("…")


def test_it_never_widens_the_window(line):
    line.show_sentences(("word " * 500,))
    assert line.minimumSizeHint().width() == 0
