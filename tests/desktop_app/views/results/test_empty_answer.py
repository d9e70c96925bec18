"""What stands in the place of hits when there are none."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from database.search.results import Loosening, Suggestion
from desktop_app.localization import Localizer
from desktop_app.views.results.empty_answer import EmptyAnswer
from i18n.locales import HUNGARIAN
from tests.desktop_app.views.sample_results import ASKED, NARROWED, results

IN_FIELDS = Suggestion("camera year:2019", 5, "fields")
KAMERA = Suggestion("kamera", 12, "spelling")
RESEARCH = Suggestion("R&D", 1, "spelling")
UNQUOTED = Suggestion("facial camera", 4, "unquoted")
NEARBY = Suggestion("camera year:2021", 2, "nearby")
SHORTER = Suggestion("city camera", 3, "fewer")
PROJECT, YEAR, STATUS = ("type", "project"), ("year", "2019"), ("status", "in-use")
LOOSENINGS = (
    Loosening(frozenset({PROJECT}), "Type", ("Projects",), excluded=False, total=1234),
    Loosening(frozenset({STATUS}), "Status", ("In use",), excluded=True, total=1),
)


@pytest.fixture
def empty(qtbot):
    empty = EmptyAnswer()
    qtbot.addWidget(empty)
    empty.resize(400, 500)
    empty.show()
    return empty


def nothing(*others, text="kamear"):
    return results(0, text=text, suggestions=others)


def seen(empty, kind):
    parts = [part for part in empty.findChildren(kind) if part.isVisible() and part.text()]
    return [part.text() for part in sorted(parts, key=lambda part: part.y())]


def click(qtbot, empty, words):
    button = next(b for b in empty.findChildren(QPushButton) if b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_question_is_repeated_and_what_has_an_answer_is_offered(empty):
    others = nothing(IN_FIELDS, KAMERA, RESEARCH, UNQUOTED, NEARBY, SHORTER)
    empty.show_nothing_found(others, replace(ASKED, text="kamear"))
    assert seen(empty, QLabel) == [
        "Nothing found: kamear",
        "Try fewer or other words, in either language.",
        "Asked by fields:",
        "Did you mean:",
        "Without quotation marks:",
        "With another value:",
        "With fewer words:",
    ]
    assert seen(empty, QPushButton) == [
        "camera year:2019 · 5 records",
        "kamera · 12 records",
        "R&&D · 1 record",
        "facial camera · 4 records",
        "camera year:2021 · 2 records",
        "city camera · 3 records",
        "Show all records",
        "How to search",
    ]


def test_a_suggestion_is_asked_as_it_is(qtbot, empty):
    empty.show_nothing_found(nothing(RESEARCH), ASKED)
    with qtbot.waitSignal(empty.suggested) as suggested:
        click(qtbot, empty, "R&&D · 1 record")
    assert suggested.args == ["R&D"]


@pytest.mark.parametrize(
    "asked",
    [NARROWED, replace(NARROWED, filters=frozenset(), excluded=NARROWED.filters)],
    ids=["wanted", "excluded"],
)
def test_filters_can_be_put_aside(qtbot, empty, asked):
    empty.show_nothing_found(nothing(text=""), asked)
    assert seen(empty, QLabel) == ["No record passes all the filters."]
    assert seen(empty, QPushButton) == ["Remove filters"]
    with qtbot.waitSignal(empty.filters_cleared):
        click(qtbot, empty, "Remove filters")


def test_what_was_taken_off_can_be_searched_again(qtbot, empty):
    empty.show_nothing_found(nothing(), replace(ASKED, without=frozenset({"eye"})))
    with qtbot.waitSignal(empty.widened):
        click(qtbot, empty, "Search in other words too")


def test_there_is_always_a_next_step(qtbot, empty):
    empty.show_nothing_found(nothing(), ASKED)
    assert seen(empty, QPushButton) == ["Show all records", "How to search"]
    with qtbot.waitSignal(empty.everything_wanted):
        click(qtbot, empty, "Show all records")
    with qtbot.waitSignal(empty.help_wanted):
        click(qtbot, empty, "How to search")


def test_the_keyboard_comes_to_the_first_thing_that_can_be_done(empty):
    empty.show_nothing_found(nothing(KAMERA), ASKED)
    empty.focus()
    assert QApplication.focusWidget().text() == "kamera · 12 records"


def test_tab_follows_the_eye(qtbot, empty):
    for asked in (ASKED, replace(NARROWED, without=frozenset({"eye"}))):
        empty.show_nothing_found(nothing(KAMERA, SHORTER), asked)
    empty.focus()
    stops = []
    for _press in range(4):
        empty.focusNextChild()
        stops.append(empty.focusWidget().text())
    assert stops == [
        "Search in other words too",
        "kamera · 12 records",
        "city camera · 3 records",
        "Show all records",
    ]


def test_filters_that_let_nothing_pass_can_be_taken_off_one_by_one(qtbot, empty):
    asked = replace(ASKED, filters=frozenset({PROJECT, YEAR}), excluded=frozenset({STATUS}))
    empty.show_nothing_found(replace(nothing(), loosenings=LOOSENINGS), asked)
    ways = [
        "Without “Type: Projects” · 1,234 records",
        "Without “Status, excluded: In use” · 1 record",
    ]
    assert seen(empty, QPushButton)[:3] == [*ways, "Remove filters"]
    heard = []
    empty.narrowed.connect(lambda wanted, excluded: heard.append((wanted, excluded)))
    for way in ways:
        click(qtbot, empty, way)
    assert heard == [({YEAR}, {STATUS}), ({PROJECT, YEAR}, frozenset())]


def test_what_can_be_taken_off_is_told_in_the_language_of_the_window(qapp, empty):
    Localizer(qapp).switch(HUNGARIAN)
    empty.show_nothing_found(replace(nothing(), loosenings=LOOSENINGS[:1]), NARROWED)
    assert seen(empty, QPushButton)[0] == "„Type: Projects” nélkül · 1234 rekord"


def test_an_error_offers_nothing_of_the_answer_before(empty):
    empty.show_nothing_found(replace(nothing(KAMERA), loosenings=LOOSENINGS), NARROWED)
    empty.show_error("The dossier cannot be read.", "Install the program again.")
    assert seen(empty, QLabel) == ["The dossier cannot be read.", "Install the program again."]
    assert seen(empty, QPushButton) == []


def test_a_long_suggestion_does_not_widen_the_pane(empty):
    empty.show_nothing_found(nothing(Suggestion("word " * 80, 2, "fewer")), ASKED)
    assert empty.minimumSizeHint().width() <= 400


def test_where_there_is_little_room_a_button_keeps_the_number_in_sight(qtbot, empty):
    empty.show_nothing_found(nothing(Suggestion("telecommunications network", 12, "fewer")), ASKED)
    words = "telecommunications network · 12 records"
    empty.resize(220, 400)
    qtbot.waitUntil(lambda: "…" in seen(empty, QPushButton)[0])
    button = next(b for b in empty.findChildren(QPushButton) if b.accessibleName() == words)
    assert button.text().endswith("12 records")
    assert button.toolTip() == words
    assert button.geometry().right() < empty.width()
    empty.resize(600, 400)
    qtbot.waitUntil(lambda: seen(empty, QPushButton)[0] == words)
    assert button.toolTip() == ""


def test_words_and_numbers_follow_the_language(qapp, empty):
    empty.show_nothing_found(nothing(Suggestion("kamera", 12345, "spelling"), SHORTER), ASKED)
    before = {*seen(empty, QLabel), *seen(empty, QPushButton)}
    Localizer(qapp).switch(HUNGARIAN)
    after = {*seen(empty, QLabel), *seen(empty, QPushButton)}
    assert before.isdisjoint(after)
    assert "kamera · 12\N{NO-BREAK SPACE}345 rekord" in after
