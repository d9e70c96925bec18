"""What stands over the hits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from database.search.results import Suggestion
from desktop_app.localization import Localizer
from desktop_app.views.results.result_header import ResultHeader
from i18n.locales import HUNGARIAN
from tests.desktop_app.views.sample_results import ASKED, results

BY_AMOUNT = replace(ASKED, order="amount")


@pytest.fixture
def header(qtbot):
    header = ResultHeader()
    qtbot.addWidget(header)
    header.show()
    return header


def texts(header):
    return [label.text() for label in header.findChildren(QLabel) if label.isVisible()]


def orders(header):
    return {action.text(): action for action in header.orders.menu().actions()}


@pytest.mark.parametrize(("total", "words"), [(1, "1 record"), (1234, "1,234 records")])
def test_it_counts_what_was_found(header, total, words):
    header.show_answer(results(1, total=total), ASKED)
    assert texts(header) == [words]


def test_it_names_the_order_in_force(header):
    header.show_answer(results(), ASKED)
    assert header.orders.text() == "By relevance"
    header.show_answer(results(), replace(ASKED, order="newest"))
    assert header.orders.text() == "Newest first"
    spoken = QAccessible.queryAccessibleInterface(header.orders).text(QAccessible.Text.Name)
    assert spoken == "Order of the results: Newest first"
    assert [action.text() for action in orders(header).values() if action.isChecked()] == [
        "Newest first"
    ]


@pytest.mark.parametrize(("words", "order"), [
    ("By relevance", "relevance"), ("Newest first", "newest"), ("Oldest first", "oldest"),
    ("By title", "title"), ("By title, Z to A", "title-reversed"),
    ("Largest amount first", "amount"), ("Smallest amount first", "amount-ascending"),
])  # fmt: skip
def test_every_order_can_be_chosen(qtbot, header, words, order):
    with qtbot.waitSignal(header.ordered) as ordered:
        orders(header)[words].trigger()
    assert ordered.args == [order]


def test_showing_an_order_tells_nobody(qtbot, header):
    with qtbot.assertNotEmitted(header.ordered):
        header.show_answer(results(), BY_AMOUNT)


def test_amounts_are_said_to_be_in_order_within_one_currency(header):
    header.show_answer(results(), BY_AMOUNT)
    note = "Amounts are in order within one currency: nothing is converted."
    assert note in texts(header)
    header.show_answer(results(), replace(ASKED, order="amount-ascending"))
    assert note in texts(header)
    assert orders(header)["Largest amount first"].toolTip() == note
    header.show_answer(results(), ASKED)
    assert note not in texts(header)


def asked_by_link(qtbot, header, note):
    """Follow the first link of a note by keyboard."""
    note.setFocus()
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    with qtbot.waitSignal(header.suggested) as suggested:
        qtbot.keyClick(note, Qt.Key.Key_Return)
    return suggested.args[0]


def test_a_spelling_is_offered_even_if_something_was_found(qtbot, header):
    others = (Suggestion("R&D", 12, "spelling"), Suggestion("camera", 3, "fewer"))
    header.show_answer(results(3, suggestions=others), ASKED)
    (note,) = (label for label in header.findChildren(QLabel) if "Did you mean" in label.text())
    assert note.text() == 'Did you mean: <a href="R&amp;D">R&amp;D</a>'
    assert asked_by_link(qtbot, header, note) == "R&D"


def test_what_few_records_have_as_quoted_is_offered_without_quotes(qtbot, header):
    others = (Suggestion("facial recognition Belgrade", 4, "unquoted"),)
    header.show_answer(results(1, suggestions=others), ASKED)
    (note,) = (label for label in header.findChildren(QLabel) if "quotation" in label.text())
    link = '<a href="facial recognition Belgrade">facial recognition Belgrade</a>'
    assert note.text() == f"Without quotation marks: {link}"
    assert asked_by_link(qtbot, header, note) == "facial recognition Belgrade"


def test_what_was_asked_in_words_is_offered_by_fields(qtbot, header):
    asked = "loans amount:>100M EUR"
    header.show_answer(results(30, suggestions=(Suggestion(asked, 2, "fields"),)), ASKED)
    (note,) = (label for label in header.findChildren(QLabel) if "fields" in label.text())
    link = '<a href="loans amount:&gt;100M EUR">loans amount:&gt;100M EUR</a>'
    assert note.text() == f"Asked by fields: {link}"
    assert asked_by_link(qtbot, header, note) == asked


def test_without_an_answer_nothing_is_counted(header):
    header.show_answer(results(), BY_AMOUNT)
    header.show_answer(None, None)
    assert [text for text in texts(header) if text] == []


def test_the_words_follow_the_language(qapp, header):
    header.show_answer(results(), BY_AMOUNT)
    before = {*texts(header), header.orders.text(), *orders(header)}
    Localizer(qapp).switch(HUNGARIAN)
    assert before.isdisjoint({*texts(header), header.orders.text(), *orders(header)})
