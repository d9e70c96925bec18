"""The middle of the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from database.search.results import Suggestion
from desktop_app.localization import Localizer
from desktop_app.views.results.result_list import ResultList
from desktop_app.views.results.result_pane import ResultPane
from i18n.locales import ENGLISH, HUNGARIAN
from tests.desktop_app.views.sample_results import (
    ASKED,
    IN_HUNGARIAN,
    NARROWED,
    results,
)


@pytest.fixture
def pane(qtbot, schema):
    pane = ResultPane(schema)
    qtbot.addWidget(pane)
    pane.resize(400, 500)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_results(results(), ASKED)
    return pane


@pytest.fixture
def rows(pane):
    return pane.findChild(ResultList)


@pytest.fixture
def chosen(pane):
    heard = []
    pane.chosen.connect(lambda record_id, _dossier: heard.append(record_id))
    return heard


def texts(pane):
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]


def buttons(pane):
    return {b.text(): b for b in pane.findChildren(QPushButton) if b.isVisible()}


def row_box(rows, row):
    return rows.visualRect(rows.model().index(row, 0))


def selected(rows):
    return [index.row() for index in rows.selectionModel().selectedIndexes()]


def test_a_click_chooses_a_record_once(qtbot, rows, chosen):
    where = row_box(rows, 1).center()
    for _ in range(2):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen == ["actor/camera-1"]


@pytest.mark.parametrize(("key", "row"), [
    (Qt.Key.Key_Down, 6), (Qt.Key.Key_Up, 4), (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 29),
])  # fmt: skip
def test_keys_move_the_choice(qtbot, pane, rows, chosen, key, row):
    pane.select("project/camera-5")
    qtbot.keyClick(rows, key)
    assert (len(chosen), selected(rows)) == (1, [row])


def test_selecting_from_outside_tells_nobody(pane, rows, chosen):
    pane.select("source/camera-2")
    assert (chosen, selected(rows)) == ([], [2])
    pane.select("project/of-another-list")
    assert (chosen, selected(rows)) == ([], [])


def test_coming_from_the_field_chooses_the_first(pane, rows, chosen):
    pane.focus()
    assert (chosen, selected(rows), rows.hasFocus()) == (["project/camera-0"], [0], True)


def test_up_from_the_first_row_leads_back_to_the_field(qtbot, pane, rows):
    pane.focus()
    with qtbot.waitSignal(pane.left_upward):
        qtbot.keyClick(rows, Qt.Key.Key_Up)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_lead_to_the_record(qtbot, pane, rows, key):
    pane.focus()
    with qtbot.waitSignal(pane.entered):
        qtbot.keyClick(rows, key)


def test_tab_leaves_the_list(qtbot, pane, rows):
    other = QPushButton("elsewhere", pane)
    other.show()
    pane.focus()
    qtbot.keyClick(rows, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_in_another_language_the_chosen_record_stays_in_its_place(qapp, pane, rows):
    pane.select("event/camera-13")
    rows.scrollTo(rows.currentIndex())
    before = row_box(rows, 13).top()
    Localizer(qapp).switch(HUNGARIAN)
    pane.show_results(results(language="hu"), IN_HUNGARIAN)
    assert (row_box(rows, 13).top(), selected(rows)) == (before, [13])
    Localizer(qapp).switch(ENGLISH)
    pane.show_results(results(), ASKED)
    assert (row_box(rows, 13).top(), selected(rows)) == (before, [13])


def test_without_a_choice_the_top_row_stays_in_its_place(pane, rows):
    rows.verticalScrollBar().setValue(700)
    top = rows.indexAt(QPoint(5, 0)).row()
    before = row_box(rows, top).top()
    pane.show_results(results(language="hu"), IN_HUNGARIAN)
    assert row_box(rows, top).top() == before


def test_the_next_page_is_appended_and_choice_and_place_stay(pane, rows, chosen):
    pane.show_results(results(30, total=60), ASKED)
    pane.select("project/camera-5")
    rows.scrollToBottom()
    before = rows.verticalScrollBar().value()
    pane.append_results(results(30, first=30, total=60))
    assert rows.model().rowCount() == 60
    assert (rows.verticalScrollBar().value(), selected(rows), chosen) == (before, [5], [])


def test_the_open_record_is_marked_when_it_comes_with_a_later_page(pane, rows, chosen):
    pane.show_results(results(30, total=60), ASKED)
    pane.select("project/camera-40")
    rows.verticalScrollBar().setValue(300)
    pane.append_results(results(30, first=30, total=60))
    assert (rows.verticalScrollBar().value(), selected(rows), chosen) == (300, [40], [])


def test_near_the_end_of_a_list_that_goes_on_more_is_asked_for(qtbot, pane, rows):
    pane.show_results(results(30, total=60), ASKED)
    bar = rows.verticalScrollBar()
    with qtbot.assertNotEmitted(pane.more_wanted):
        bar.setValue(bar.maximum() - bar.pageStep())
    with qtbot.waitSignal(pane.more_wanted):
        bar.setValue(bar.maximum() - bar.pageStep() // 4 + 1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown])
def test_keys_lead_on_to_further_pages_as_well(qtbot, pane, rows, key):
    pane.show_results(results(30, total=60), ASKED)
    pane.focus()
    with qtbot.waitSignal(pane.more_wanted):
        for _press in range(30):
            qtbot.keyClick(rows, key)


def test_end_asks_for_the_last_hit_which_is_chosen_when_it_comes(qtbot, pane, rows, chosen):
    pane.show_results(results(30, total=200), ASKED)
    rows.setFocus()
    with qtbot.waitSignal(pane.end_wanted):
        qtbot.keyClick(rows, Qt.Key.Key_End)
    assert chosen == []
    pane.move_to(results(15, first=185, total=200))
    bar = rows.verticalScrollBar()
    assert (chosen, selected(rows)) == (["concern/camera-199"], [14])
    assert bar.value() == bar.maximum()


def test_home_asks_for_the_first_hit_if_it_is_not_there(qtbot, pane, rows, chosen):
    pane.move_to(results(15, first=15, total=30))
    wanted = []
    pane.start_wanted.connect(lambda: wanted.append(True))
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    pane.move_to(results(15, total=30))
    assert (chosen[-1], selected(rows), rows.verticalScrollBar().value()) == (
        "project/camera-0",
        [0],
        0,
    )
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    assert wanted == [True]


def test_the_page_before_is_put_above_and_choice_and_place_stay(qtbot, pane, rows, chosen):
    pane.show_results(results(30, total=90), ASKED)
    pane.move_to(results(30, first=60, total=90))
    rows.verticalScrollBar().setValue(500)
    with qtbot.waitSignal(pane.earlier_wanted):
        rows.verticalScrollBar().setValue(100)
    top = rows.indexAt(QPoint(5, 0))
    name, place = top.data(), rows.visualRect(top).top()
    before = list(chosen)
    pane.prepend_results(results(30, first=30, total=90))
    now = rows.indexAt(QPoint(5, 0))
    assert (now.data(), rows.visualRect(now).top()) == (name, place)
    assert (selected(rows), chosen) == ([59], before)


def test_up_waits_for_the_page_before_instead_of_leaving_the_list(qtbot, pane, rows):
    left = []
    pane.left_upward.connect(lambda: left.append(True))
    pane.move_to(results(15, first=15, total=30))
    rows.setCurrentIndex(rows.model().index(0, 0))
    with qtbot.waitSignal(pane.earlier_wanted):
        qtbot.keyClick(rows, Qt.Key.Key_Up)
    pane.prepend_results(results(15, total=30))
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert (selected(rows), left) == ([14], [])


def test_a_list_that_does_not_fill_its_room_asks_for_more_at_once(qtbot, pane):
    with qtbot.waitSignal(pane.more_wanted):
        pane.show_results(results(2, total=60), ASKED)


def test_a_list_in_another_order_begins_at_the_top(pane, rows):
    rows.scrollToBottom()
    pane.show_results(results(), replace(ASKED, order="title"))
    assert rows.verticalScrollBar().value() == 0


def test_another_answer_begins_at_the_top_and_asks_for_no_more(pane, rows):
    pane.show_results(results(90), ASKED)
    rows.scrollToBottom()
    wanted = []
    pane.more_wanted.connect(lambda: wanted.append(True))
    pane.show_results(results(30, text="other", total=60), replace(ASKED, text="other"))
    QApplication.processEvents()
    assert (rows.verticalScrollBar().value(), wanted) == (0, [])


def test_the_choice_comes_back_with_its_record(pane, rows, chosen):
    pane.select("event/camera-28")
    pane.show_results(results(5, text="other"), replace(ASKED, text="other"))
    assert selected(rows) == []
    pane.show_results(results(), ASKED)
    assert (selected(rows), chosen) == ([28], [])


def test_what_is_offered_where_nothing_was_found_is_passed_on(qtbot, pane):
    asked = replace(ASKED, text="kamear", filters=NARROWED.filters, without=frozenset({"eye"}))
    others = (Suggestion("kamera", 12, "spelling"),)
    pane.show_results(results(0, text="kamear", suggestions=others), asked)
    for words, signal in {
        "Remove filters": pane.filters_cleared,
        "Search in other words too": pane.widened,
        "kamera · 12 records": pane.suggested,
        "Show all records": pane.everything_wanted,
    }.items():
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(buttons(pane)[words], Qt.MouseButton.LeftButton)


def test_coming_from_the_field_leads_to_what_can_be_done(pane):
    pane.show_results(results(0, text=""), NARROWED)
    pane.focus()
    assert buttons(pane)["Remove filters"].hasFocus()


def test_an_error_leaves_nothing_of_the_old_answer(pane, rows):
    pane.show_error("The dossier cannot be read.", "Install the program again.")
    visible = [text for text in texts(pane) if text]
    assert visible == ["The dossier cannot be read.", "Install the program again."]
    assert (rows.model().rowCount(), pane.results) == (0, None)
    pane.show_results(results(3), ASKED)
    assert rows.isVisible()


def test_a_very_long_word_does_not_widen_the_pane(pane):
    pane.show_results(results(0, text="x" * 400), replace(ASKED, text="x"))
    QApplication.processEvents()
    assert pane.minimumSizeHint().width() <= 400


def test_a_list_that_merely_has_the_focus_chooses_nothing(pane, rows, chosen):
    rows.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    rows.clearFocus()
    rows.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert (chosen, selected(rows)) == ([], [])
    pane.focus()
    assert (chosen, selected(rows)) == (["project/camera-0"], [0])
