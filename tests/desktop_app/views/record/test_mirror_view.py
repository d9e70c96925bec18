"""Both languages side by side."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QScrollArea

from desktop_app.views.chip import ChipButton
from desktop_app.views.record.mirror_view import MirrorView
from tests.desktop_app.views.sample_page import IN_ENGLISH, IN_HUNGARIAN


@pytest.fixture
def view(qtbot) -> MirrorView:
    view = MirrorView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.show_pages(IN_ENGLISH, IN_HUNGARIAN)
    return view


def top(view: MirrorView, start: str) -> int:
    label = next(label for label in view.findChildren(QLabel) if start in label.text())
    return label.mapTo(view, QPoint(0, 0)).y()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("English", "Magyar"),
        ("Example Safe", "Példás"),
        ("Status", "Állapot"),
        ("800 places", "800 helyszín"),
        ("A passage", "Egy bekezdés"),
        ("A second", "Egy második"),  # although the first is longer in Hungarian
        ("Purpose", "Cél"),
        ("Contractor", "Kivitelező"),
    ],
)
def test_what_belongs_together_starts_at_the_same_height(view, left, right):
    assert top(view, left) == top(view, right)


def test_a_part_that_one_language_lacks_leaves_the_rest_abreast(view):
    view.show_pages(replace(IN_ENGLISH, other_titles=()), IN_HUNGARIAN)
    assert top(view, "A second") == top(view, "Egy második")


def test_a_record_can_be_opened_from_either_side(qtbot, view):
    for button in view.findChildren(ChipButton):
        with qtbot.waitSignal(view.opened):
            button.click()


def test_the_same_record_stays_at_its_place_when_shown_again(view):
    view.resize(1000, 250)
    bar = view.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(top(view, "A second"))
    view.show_pages(replace(IN_ENGLISH, names=("Another name",)), IN_HUNGARIAN, view.place())
    assert -5 < top(view, "A second") <= 0
    view.show_pages(replace(IN_ENGLISH, record_id="project/other"), IN_HUNGARIAN)
    assert bar.value() == 0


def test_pages_that_are_there_already_are_not_set_anew(view):
    there = view.findChild(QScrollArea).widget()
    view.show_pages(replace(IN_ENGLISH), IN_HUNGARIAN)
    assert view.findChild(QScrollArea).widget() is there
