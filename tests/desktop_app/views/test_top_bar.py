"""The buttons beside the search field."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.views.top_bar import TopBar

NAMES = ("Back", "Forward", "Build", "Help", "Mirror")


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


@pytest.fixture
def full_bar(qtbot: QtBot) -> TopBar:
    back, forward, build, help_, mirror = actions = [QAction(name) for name in NAMES]
    bar = TopBar((back, forward), (build, help_), (mirror,))
    for action in actions:
        action.setParent(bar)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def shown(bar: TopBar) -> set[str]:
    buttons = (b for b in bar.findChildren(QToolButton) if b.defaultAction())
    return {button.defaultAction().text() for button in buttons if button.isVisible()}


def test_the_less_a_button_is_used_the_sooner_it_makes_room(full_bar: TopBar) -> None:
    seen = []
    for width in range(full_bar.sizeHint().width(), full_bar.minimumSizeHint().width() - 1, -1):
        full_bar.resize(width, full_bar.height())
        if not seen or shown(full_bar) != seen[-1]:
            seen.append(shown(full_bar))
    assert seen[0] == set(NAMES)
    gone = [before - after for before, after in pairwise(seen)]
    assert gone == [{"Help"}, {"Build"}, {"Mirror"}, {"Forward"}, {"Back"}]


def test_what_made_room_comes_back_where_there_is_some(full_bar: TopBar) -> None:
    wide = full_bar.sizeHint().width()
    full_bar.resize(full_bar.minimumSizeHint().width(), full_bar.height())
    assert shown(full_bar) == set()
    full_bar.resize(wide, full_bar.height())
    assert shown(full_bar) == set(NAMES)
