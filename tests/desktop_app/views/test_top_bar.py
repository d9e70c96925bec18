"""The buttons beside the search field."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.views.top_bar import TopBar


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    action = QAction("Back")
    bar = TopBar((action,), (), ())
    action.setParent(bar)
    qtbot.addWidget(bar)
    return bar


def drawing(bar: TopBar) -> int:
    return next(b for b in bar.findChildren(QToolButton) if b.defaultAction()).iconSize().height()


def test_drawings_grow_with_the_readers_text(bar: TopBar) -> None:
    font = bar.font()
    font.setPointSizeF(10)
    bar.setFont(font)
    before = drawing(bar)
    font.setPointSizeF(30)
    bar.setFont(font)
    assert drawing(bar) >= 1.5 * before
