"""How a hit is set in type."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage

from database.search.results import Fragment
from desktop_app.look import theme
from desktop_app.models.result_list import ResultListModel
from desktop_app.views.results.marked_text import MarkedText, SetText
from desktop_app.views.results.result_list import ResultList
from tests.desktop_app.views.sample_results import results


@pytest.fixture
def rows(qtbot, schema):
    rows = ResultList(ResultListModel(schema))
    qtbot.addWidget(rows)
    rows.resize(400, 600)
    rows.show()
    return rows


def set_text(text, width=400.0, lines=2):
    return SetText(text, QFont(), width, lines)


def marked(fragments, width=400.0, lines=2):
    text = "".join(fragment.text for fragment in fragments)
    return MarkedText(fragments, set_text(text, width, lines), QPointF())


def colours(widget):
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    widget.render(image)
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_rows_are_as_high_as_their_text_and_no_text_has_more_than_two_lines(qapp, rows):
    rows.show_results(results(1))
    short = rows.visualRect(rows.model().index(0, 0)).height()
    rows.show_results(results(1, language="hu"))
    long = rows.visualRect(rows.model().index(0, 0)).height()
    line = rows.fontMetrics().lineSpacing()
    assert short < long <= short + 2 * line


def test_rows_are_set_again_for_another_width(qtbot, rows):
    rows.show_results(results(1))
    wide = rows.visualRect(rows.model().index(0, 0))
    rows.resize(180, 600)
    qtbot.waitUntil(lambda: rows.visualRect(rows.model().index(0, 0)).height() > wide.height())
    assert rows.visualRect(rows.model().index(0, 0)).width() <= 180


def test_rows_grow_with_the_font(qtbot, rows):
    rows.show_results(results(1))
    before = rows.visualRect(rows.model().index(0, 0)).height()
    font = QFont(rows.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    rows.setFont(font)
    qtbot.waitUntil(lambda: rows.visualRect(rows.model().index(0, 0)).height() > 1.5 * before)


def test_matched_words_are_marked_and_the_chosen_row_has_the_accent(qapp, rows):
    rows.show_results(results(3))
    assert theme.LIGHT.mark in colours(rows)
    assert theme.LIGHT.accent_soft not in colours(rows)
    rows.select("project/camera-0")
    assert {theme.LIGHT.accent, theme.LIGHT.accent_soft} <= colours(rows)


def test_a_row_that_is_painted_again_looks_the_same(rows):
    rows.show_results(results(3))
    images = []
    for _ in range(3):
        image = QImage(rows.size(), QImage.Format.Format_RGB32)
        rows.render(image)
        images.append(image)
    assert images[0] == images[1] == images[2]


def test_text_that_is_too_long_ends_in_an_ellipsis_after_a_whole_word():
    text = set_text("a city with cameras " * 50)
    assert text.layout.lineCount() == 2
    assert text.text.endswith((" …", "…"))
    assert text.text.removesuffix("…").split()[-1] in {"a", "city", "with", "cameras"}


def test_neighbouring_words_that_matched_are_marked_as_one():
    smart, city = Fragment("smart", matched=True), Fragment("city", matched=True)
    assert len(marked([smart, Fragment(" "), city]).boxes) == 1
    assert len(marked([smart, Fragment("-"), city]).boxes) == 1
    assert len(marked([smart, Fragment(" and "), city]).boxes) == 2


def test_a_mark_has_a_box_on_each_line_that_it_stands_on_and_on_no_other():
    words = [Fragment("camera " * 30), Fragment("city", matched=True), Fragment(" gates")]
    (box,) = marked(words, width=250.0, lines=9).boxes
    assert box.top() > 0
    words = [Fragment("camera " * 30), Fragment("city " * 30, matched=True)]
    boxes = marked(words, width=250.0, lines=99).boxes
    assert len({box.top() for box in boxes}) == len(boxes) > 2
    assert all(box.width() > 20 for box in boxes)


def test_a_mark_beyond_the_ellipsis_is_not_painted():
    assert marked([Fragment("x " * 500), Fragment("city", matched=True)]).boxes == ()


def test_the_ellipsis_in_place_of_a_word_that_matched_has_no_mark():
    fragments = [Fragment("watching "), Fragment("intelligent city", matched=True)]
    for width in range(40, 400, 3):
        text = set_text("watching intelligent city", float(width), lines=1)
        if text.text == "watching …":
            assert MarkedText(fragments, text, QPointF()).boxes == ()
            return
    pytest.fail("at no width was the word dropped")


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "x" * 2000, "a\nb\nc\nd", "华为 " * 200, "😀" * 300]
)
def test_any_text_can_be_set(text):
    lines = set_text(text, width=50.0).layout.lineCount()
    assert len(marked([Fragment(text, matched=True)], width=50.0).boxes) <= lines
