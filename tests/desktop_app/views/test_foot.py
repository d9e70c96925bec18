"""The foot of the window."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.look import theme
from desktop_app.views.foot import Foot
from tests.desktop_app.painted import painted

WORDS = "Dossier opened: Bread in Syldavia"
WIDTH = 400


@pytest.fixture
def foot(qtbot: QtBot) -> Foot:
    foot = Foot(QLabel(WORDS))
    foot.addPermanentWidget(QLabel("3 records"))
    qtbot.addWidget(foot)
    foot.resize(WIDTH, 30)
    foot.setStyleSheet(theme.style_sheet(theme.LIGHT, foot.font()))
    with qtbot.waitExposed(foot):
        foot.show()
    return foot


def first_column(foot: Foot) -> int:
    """Return where the words at the left begin, in pixels."""
    seen = foot.grab().toImage()
    ground = QColor(theme.LIGHT.panel)
    half = QRect(0, 3, WIDTH // 2, seen.height() - 6)
    return next(
        x
        for x in range(half.width())
        if any(seen.pixelColor(x, y) != ground for y in range(half.top(), half.bottom()))
    )


def test_what_is_said_for_a_while_begins_where_the_rest_does(foot: Foot) -> None:
    always = first_column(foot)
    foot.showMessage(WORDS)
    assert first_column(foot) == always
    foot.clearMessage()
    assert first_column(foot) == always


def test_what_there_is_no_room_for_is_cut_short_and_told_whole(foot: Foot) -> None:
    foot.showMessage(f"{WORDS}, {WORDS}, {WORDS}")
    assert painted(foot).startswith(f"{WORDS}, ")
    assert "…" in painted(foot)
    assert painted(foot).endswith("3 records")
    assert foot.toolTip() == f"{WORDS}, {WORDS}, {WORDS}"
    foot.clearMessage()
    assert painted(foot) == f"{WORDS} 3 records"
    assert foot.toolTip() == ""
