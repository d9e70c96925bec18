"""A record is read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop_app.presentation.page import Line
from desktop_app.views.chip import ChipButton
from desktop_app.views.fitting_button import FittingButton
from desktop_app.views.record.course_line import StepButton
from desktop_app.views.record.labelled_row import LabelledRow
from desktop_app.views.record.page_area import PageArea
from desktop_app.views.record.record_view import RecordView
from desktop_app.views.rich_text import CitedText, MarkableText
from i18n import messages
from i18n.locales import HUNGARIAN
from tests.desktop_app.reading_room import said
from tests.desktop_app.views.sample_page import IN_ENGLISH, IN_HUNGARIAN


@pytest.fixture
def view(qtbot) -> RecordView:
    view = RecordView()
    qtbot.addWidget(view)
    view.resize(760, 500)
    view.show()
    view.show_page(IN_ENGLISH)
    return view


def texts(view: QWidget) -> list[str]:
    return [said(label) for label in view.findChildren(QLabel) if label.isVisible()]


def cited(view: QWidget, start: str) -> CitedText:
    return next(text for text in view.findChildren(CitedText) if start in text.text())


def top(view: RecordView, widget: QWidget) -> int:
    return widget.mapTo(view, QPoint(0, 0)).y()


def test_the_page_starts_with_type_and_title(view):
    assert texts(view)[:2] == ["Project", "Example Safe Town"]


def test_how_many_are_not_named_stands_below_those_that_are(view):
    group = replace(IN_ENGLISH.relations[0], more=1234)
    view.show_page(replace(IN_ENGLISH, relations=(group,), more_events=56, more_citing=7))
    told = texts(view)
    at = [told.index(words) for words in ("and 56 more", "and 1,234 more", "and 7 more")]
    assert at == sorted(at)


def test_everything_related_can_be_listed_where_something_is_not_named(qtbot, view):
    assert not view.findChildren(FittingButton)
    view.show_page(replace(IN_HUNGARIAN, more_events=56, related='projekt:"Példa"'))
    (button,) = view.findChildren(FittingButton)
    assert button.text() == "Minden kapcsolódó rekord a listában"  # in the language of the page
    with qtbot.waitSignal(view.asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ['projekt:"Példa"']


def test_signs_that_mean_something_in_html_are_shown_as_they_are(view):
    assert "&lt; &amp; &gt;" in cited(view, "A passage").text()


def test_choosing_a_number_tells_which(qtbot, view):
    with qtbot.waitSignal(view.citation_chosen) as chosen:
        cited(view, "A passage").linkActivated.emit("cite:2")
    assert chosen.args == [2]


def test_a_number_can_be_chosen_by_keyboard(qtbot, view):
    text = cited(view, "in use")
    text.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(view.citation_chosen) as chosen:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert chosen.args == [1]


def test_the_tab_key_goes_from_number_to_number(qtbot, view):
    text = cited(view, "A passage")
    text.setFocus(Qt.FocusReason.TabFocusReason)
    assert text.selectedText() == "1"
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert text.selectedText() == "2"


def test_a_related_record_and_a_step_of_the_course_can_be_opened(qtbot, view):
    for button, record in ((ChipButton, "actor/firm"), (StepButton, "event/step-0")):
        with qtbot.waitSignal(view.opened) as opened:
            qtbot.keyClick(view.findChild(button), Qt.Key.Key_Space)
        assert opened.args == [record]


def test_the_words_of_a_page_are_in_its_own_language(view):
    view.show_page(IN_HUNGARIAN)
    words = messages.of(HUNGARIAN)
    assert {"Projekt", words.gettext("Relations"), words.gettext("Course of events")} <= set(
        texts(view)
    )


def test_a_text_that_exists_in_another_language_only_says_so(view):
    view.show_page(replace(IN_ENGLISH, passages=(Line("Szöveg", (), "", "Hungarian"),)))
    assert "Hungarian" in texts(view)


def test_a_new_page_is_shown_from_its_top(view):
    bar = view.findChild(PageArea).verticalScrollBar()
    bar.setValue(300)
    view.show_page(IN_HUNGARIAN)
    assert bar.value() == 0


def test_the_same_page_in_another_language_stays_at_its_place(view):
    view.resize(760, 200)
    bar = view.findChild(PageArea).verticalScrollBar()
    bar.setValue(top(view, cited(view, "A second")) + 4)
    view.show_page(IN_HUNGARIAN, view.place())
    assert -10 < top(view, cited(view, "Egy második")) < 0


@pytest.mark.parametrize("width", [420, 1100])
def test_a_reader_stays_where_they_are_as_lines_break_elsewhere(qtbot, view, width):
    view.resize(760, 200)
    bar = view.findChild(PageArea).verticalScrollBar()
    bar.setValue(top(view, cited(view, "A second")) + 4)
    for new in (width, 760):
        view.resize(new, 200)
        qtbot.waitUntil(lambda: -20 < top(view, cited(view, "A second")) < 0)


def test_the_focus_stays_where_it_was_when_the_language_changes(qtbot, view):
    view.activateWindow()
    view.findChildren(ChipButton)[1].setFocus()
    qtbot.waitUntil(lambda: view.findChildren(ChipButton)[1].hasFocus())
    view.show_page(IN_HUNGARIAN, view.place())
    assert view.findChildren(ChipButton)[1].hasFocus()


def test_where_it_is_narrow_labels_stand_above_what_they_name(view):
    row = view.findChildren(LabelledRow)[0]
    label, value = row.findChildren(CitedText)
    assert top(view, label) == top(view, value)
    view.resize(400, 500)
    assert top(view, label) + label.height() <= top(view, value)


@pytest.mark.parametrize("factor", [1, 2])
def test_nothing_is_cut_off_at_400_pixels(qtbot, qapp, factor):
    font = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * factor)
    qapp.setFont(larger)
    view = RecordView()
    qtbot.addWidget(view)
    view.resize(400, 700)
    view.show()
    view.show_page(IN_HUNGARIAN)
    area = view.findChild(PageArea)
    content = area.widget()
    assert content.width() - area.viewport().width() <= area.horizontalScrollBar().maximum()
    assert factor == 2 or content.width() <= 400
    for label in content.findChildren(QLabel):
        right = label.mapTo(content, QPoint(0, 0)).x() + label.width()
        assert right <= content.width(), label.text()
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    qapp.setFont(font)


def test_in_a_wide_window_a_rule_ends_where_the_text_beside_a_label_may(qtbot, view):
    view.resize(2400, 500)
    view.show_page(IN_ENGLISH)
    rules = [part for part in view.findChildren(QFrame) if part.property("role") == "rule"]
    rows = view.findChildren(LabelledRow)
    qtbot.waitUntil(lambda: len({part.width() for part in (*rules, *rows)}) == 1)
    assert rules[0].width() < 100 * view.fontMetrics().averageCharWidth()


def test_with_no_record_the_view_says_what_to_do(view):
    view.show_nothing()
    assert "Choose a record in the list to read it here." in texts(view)
    assert "Ctrl+F" in texts(view)
    assert "Example Safe Town" not in texts(view)


def test_a_page_that_is_there_already_is_not_set_anew(view):
    there = view.findChild(PageArea).widget()
    view.show_page(replace(IN_ENGLISH), view.place())
    assert view.findChild(PageArea).widget() is there
    view.show_page(replace(IN_ENGLISH, title="Another title"), view.place())
    assert "Another title" in texts(view)


def marked(view: QWidget) -> set[str]:
    return {words for text in view.findChildren(MarkableText) for words in text.marked}


def test_found_words_are_marked_on_the_page_that_is_there_and_on_those_to_come(view):
    def find(text):
        words = [word for word in ("Example", "passage", "bekezdés") if word in text]
        return sorted((text.index(word), text.index(word) + len(word)) for word in words)

    assert marked(view) == set()
    view.mark(find)
    assert marked(view) == {"Example", "passage"}
    view.show_page(IN_HUNGARIAN)
    assert "bekezdés" in marked(view.findChild(PageArea).widget())
    view.mark(lambda _text: ())
    assert marked(view.findChild(PageArea).widget()) == set()
