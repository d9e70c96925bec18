"""What stands in place of a record as long as none is open."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.views.record.empty_page import EmptyPage


@pytest.fixture
def page(qtbot: QtBot) -> EmptyPage:
    page = EmptyPage()
    qtbot.addWidget(page)
    page.resize(900, 500)
    with qtbot.waitExposed(page):
        page.show()
    return page


def labels(page: EmptyPage) -> list[QLabel]:
    return [label for label in page.findChildren(QLabel) if label.isVisible()]


def test_it_says_what_to_do_and_by_which_keys(page: EmptyPage) -> None:
    texts = [label.text() for label in labels(page)]
    assert texts[0] == "Choose a record in the list to read it here."
    assert {"Ctrl+F", "F1", "Tab", "Enter"} < {*texts}


@pytest.mark.parametrize("width", [900, 400, 250, 160])
def test_nothing_is_cut_off_at_the_side(qtbot: QtBot, page: EmptyPage, width: int) -> None:
    page.resize(width, 500)
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())
    for label in labels(page):
        right = label.mapTo(page.viewport(), label.rect().topRight()).x()
        assert right < page.viewport().width()


def test_the_keys_come_back_with_the_room_for_them(qtbot: QtBot, page: EmptyPage) -> None:
    every = len(labels(page))
    page.resize(110, 500)
    qtbot.waitUntil(lambda: len(labels(page)) == 1)
    page.resize(900, 500)
    qtbot.waitUntil(lambda: len(labels(page)) == every)
