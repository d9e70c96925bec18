"""What a number stands for."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.views.record.evidence_pane import EvidencePane
from tests.desktop_app.views.sample_page import PAPER, WEB


@pytest.fixture
def pane(qtbot) -> EvidencePane:
    pane = EvidencePane()
    qtbot.addWidget(pane)
    pane.resize(700, 240)
    pane.show()
    pane.show_evidence(WEB)
    return pane


def words(pane: EvidencePane) -> set[str]:
    return {
        widget.text()
        for kind in (QLabel, QPushButton)
        for widget in pane.findChildren(kind)
        if widget.isVisible()
    }


def button(pane: EvidencePane, text: str) -> QPushButton:
    return next(b for b in pane.findChildren(QPushButton) if b.text() == text and b.isVisible())


def test_the_source_is_named_with_its_facts_and_where_in_it_to_look(pane):
    facts = "Example News · News article · 2019"
    assert {"2", "Cameras in the town", facts, "page 9", "“Work began in spring.”"} <= words(pane)


def test_the_record_of_the_source_can_be_opened(qtbot, pane):
    with qtbot.waitSignal(pane.source_opened) as opened:
        button(pane, "Show source").click()
    assert opened.args == ["source/example-news"]


def test_a_reference_to_it_can_be_asked_for(qtbot, pane):
    with qtbot.waitSignal(pane.reference_wanted) as wanted:
        button(pane, "Copy reference").click()
    assert wanted.args == [WEB.reference]


def test_the_link_is_asked_for_but_not_opened_here(qtbot, pane):
    with qtbot.waitSignal(pane.link_asked) as asked:
        button(pane, "Open example.org").click()
    assert asked.args == [WEB.url]


def test_a_source_that_is_not_on_the_web_says_so(pane):
    pane.show_evidence(PAPER)
    assert "No web address is known for this source." in words(pane)
    assert not any(word.startswith("Open") for word in words(pane))


def test_with_no_number_chosen_it_says_how_to_choose_one(pane):
    pane.show_evidence(None)
    assert words(pane) == {"Choose a number in the text to see what it rests on."}


def test_asking_for_a_link_that_is_not_there_tells_nobody(qtbot, pane):
    for evidence in (PAPER, None):
        pane.show_evidence(evidence)
        with qtbot.assertNotEmitted(pane.link_asked):
            pane.ask_link()


def test_at_first_there_is_nothing_but_how_to_choose_one(qtbot):
    pane = EvidencePane()
    qtbot.addWidget(pane)
    pane.show()
    assert words(pane) == {"Choose a number in the text to see what it rests on."}
