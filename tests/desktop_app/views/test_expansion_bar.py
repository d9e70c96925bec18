"""What else was searched."""

import pytest
from PySide6.QtWidgets import QLabel, QToolButton

from database.search.results import Expansion
from desktop_app.views.expansion_bar import ExpansionBar
from tests.desktop_app.views.sample_results import expansions


@pytest.fixture
def bar(qtbot):
    bar = ExpansionBar()
    qtbot.addWidget(bar)
    bar.resize(500, 40)
    return bar


def chips(bar):
    return [
        chip.accessibleName()
        for chip in bar.findChildren(QLabel)
        if not chip.isHidden() and chip.property("role") == "badge"
    ]


def test_it_is_there_only_when_something_else_was_searched(bar):
    assert bar.isHidden()
    bar.show_expansions(expansions(1))
    assert bar.isVisible()
    bar.show_expansions(())
    assert bar.isHidden()


def test_a_chip_says_what_and_why(bar):
    bar.show_expansions(
        (
            Expansion("okosváros", "smart city", "thesaurus"),
            Expansion("kamear", "kamera", "fuzzy"),
        )
    )
    assert chips(bar) == ["smart city (translation)", "kamera (similar spelling)"]


def test_what_does_not_fit_is_counted_and_listed_behind_a_button(bar):
    bar.show_expansions(expansions(20))
    rest = bar.findChild(QToolButton)
    shown = len(chips(bar))
    assert 0 < shown < 20
    assert rest.text() == f"+{20 - shown}"
    assert len(rest.menu().actions()) == 20 - shown


def test_with_more_room_more_is_shown(bar):
    bar.show_expansions(expansions(20))
    before = len(chips(bar))
    bar.resize(5000, 40)
    assert before < len(chips(bar)) == 20
    assert bar.findChild(QToolButton).isHidden()


def test_words_are_shown_as_they_are_even_if_they_look_like_markup(bar):
    bar.show_expansions((Expansion("x", "<b>R&D</b>", "fuzzy"),))
    assert "&lt;b&gt;R&amp;D" in next(
        chip.text() for chip in bar.findChildren(QLabel) if chip.property("role") == "badge"
    )
