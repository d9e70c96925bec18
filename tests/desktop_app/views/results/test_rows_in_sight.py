"""Which rows are painted when another answer comes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from database.search.results import Fragment
from desktop_app.models.result_list import ResultListModel
from desktop_app.views.results.result_list import ResultList
from tests.desktop_app.views.sample_results import results


class Painted(QObject):
    """Takes note of what of a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


@pytest.fixture
def rows(qtbot, schema):
    rows = ResultList(ResultListModel(schema))
    qtbot.addWidget(rows)
    rows.resize(400, 600)
    with qtbot.waitExposed(rows):
        rows.show()
    rows.show_results(results(4))
    QApplication.processEvents()
    QApplication.sendEvent(rows.viewport(), QEvent(QEvent.Type.Leave))  # of the mouse
    QApplication.processEvents()
    return rows


def painted_by(rows, answer):
    """Show an answer, and return which rows it painted."""
    painted = Painted(rows.viewport())
    rows.show_results(answer)
    QApplication.processEvents()
    boxes = (rows.visualRect(rows.model().index(row)) for row in range(rows.model().rowCount()))
    return [row for row, box in enumerate(boxes) if painted.region.intersects(box)]


def point_at(rows, place):
    QTest.mouseMove(rows.viewport(), place)
    QApplication.processEvents()


def changed(answer, row, **parts):
    hits = list(answer.hits)
    hits[row] = replace(hits[row], **parts)
    return replace(answer, hits=tuple(hits))


def test_hits_that_look_as_before_are_not_painted_again(rows):
    assert painted_by(rows, changed(results(4), 1, score=0.5)) == []


@pytest.mark.parametrize("parts", [
    {"snippet": (Fragment("A camera that watches the streets of a city"),)},
    {"title_fragments": (Fragment("Camera", matched=True), Fragment(" 2"))},
    {"match": "fuzzy"},
    {"facts": ("Planned",)},
])  # fmt: skip
def test_a_hit_that_looks_otherwise_is_painted_and_no_other(rows, parts):
    assert painted_by(rows, changed(results(4), 2, **parts)) == [2]


def test_the_row_that_the_mouse_is_over_is_painted_when_it_comes_and_when_it_goes(rows):
    first, second = (rows.visualRect(rows.model().index(row)) for row in (0, 1))
    painted = Painted(rows.viewport())
    point_at(rows, second.center())
    assert painted.region == QRegion(second)
    point_at(rows, first.center())
    assert painted.region == QRegion(first | second)


def test_another_answer_paints_no_row_for_the_mouse_but_the_one_that_it_was_over(rows):
    point_at(rows, rows.visualRect(rows.model().index(1)).center())
    assert painted_by(rows, results(4)) == [1]
    assert painted_by(rows, results(4)) == []


def test_rows_that_move_are_painted(rows):
    assert painted_by(rows, results(3, first=1)) == [0, 1, 2]


def test_a_row_that_is_no_longer_chosen_is_painted(rows):
    rows.select("actor/camera-1")
    QApplication.processEvents()
    painted = Painted(rows.viewport())
    rows.select(None)
    rows.show_results(results(4))
    QApplication.processEvents()
    assert painted.region.intersects(rows.visualRect(rows.model().index(1)))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_room_that_rows_leave_is_painted(rows, count):
    left = rows.visualRect(rows.model().index(count)) | rows.visualRect(rows.model().index(3))
    painted = Painted(rows.viewport())
    rows.show_results(results(count))
    QApplication.processEvents()
    assert (QRegion(left) - painted.region).isEmpty()


def test_a_list_wants_at_once_what_can_be_seen_and_half_of_it_again(rows):
    wanted = []
    rows.room_changed.connect(wanted.append)
    rows.resize(400, 1500)
    rows.show_results(results(wanted[-1], total=60))
    bar = rows.verticalScrollBar()
    assert 0.2 * bar.pageStep() < bar.maximum() < 0.8 * bar.pageStep()
    font = QFont(rows.font())
    font.setPointSizeF(2 * font.pointSizeF())
    rows.setFont(font)
    assert wanted[-1] < 0.6 * wanted[-2]
