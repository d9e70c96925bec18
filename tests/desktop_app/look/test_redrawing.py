"""What is drawn follows the colours and the letters of its widget."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.look.icons import icon
from desktop_app.look.theme import DARK, LIGHT
from desktop_app.views.asking.clear_button import ClearButton
from desktop_app.views.asking.search_help import SearchHelp
from desktop_app.views.results.order_chooser import OrderChooser


def close_of_help(anchor: QWidget) -> QAbstractButton:
    return SearchHelp(anchor, QWidget(anchor)).findChildren(QToolButton)[0]


@pytest.mark.parametrize(
    ("make", "drawing"), [(ClearButton, "clear"), (OrderChooser, "down"), (close_of_help, "clear")]
)
def test_a_drawing_has_the_colour_of_the_theme_and_the_size_of_the_letters(
    qtbot: QtBot, make: Callable[[QWidget], QAbstractButton], drawing: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = make(window)
    usual = button.iconSize()
    for look in (DARK, LIGHT):
        colours = window.palette()
        colours.setColor(QPalette.ColorRole.ToolTipBase, QColor(look.window))
        window.setPalette(colours)
        assert button.icon().cacheKey() == icon(drawing, look.muted).cacheKey()
    font = window.font()
    font.setPointSize(2 * font.pointSize())
    window.setFont(font)
    assert button.iconSize().height() > 1.5 * usual.height()
