"""A dialog whose column is scrolled where the screen is low."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import screen
from desktop_app.look import theme
from desktop_app.views.column_dialog import ColumnDialog
from desktop_app.views.rich_text import wrapped

WIDTH = 300
Made = tuple[ColumnDialog, QLabel, QPushButton]


@pytest.fixture
def make(qtbot: QtBot) -> Callable[[int], Made]:
    """Open a dialog with so many words in it, and a button at its foot."""

    def make_(words: int) -> Made:
        dialog = ColumnDialog()
        qtbot.addWidget(dialog)
        content, button = QWidget(dialog), QPushButton("Close", dialog)
        text = wrapped("word " * words, "plain", content)
        within = QVBoxLayout()  # what stands in a layout within another is measured too
        within.addWidget(text)
        column = QVBoxLayout(content)
        column.addLayout(within)
        dialog.foot.addWidget(button)
        dialog.lay_out(content, by_keys=True)
        dialog.fit(WIDTH)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog, text, button

    return make_


def area(dialog: ColumnDialog) -> QScrollArea:
    found = dialog.findChild(QScrollArea)
    assert found is not None
    return found


def scrolled(dialog: ColumnDialog) -> int:
    """Return how many pixels there are to be scrolled."""
    return area(dialog).verticalScrollBar().maximum()


def test_it_is_as_high_as_what_is_in_it(make: Callable[[int], Made]) -> None:
    low, high = make(3)[0], make(60)[0]
    assert low.height() < high.height()
    assert (scrolled(low), scrolled(high)) == (0, 0)
    assert area(high).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_grows_with_its_words_but_never_shrinks(
    qtbot: QtBot, make: Callable[[int], Made]
) -> None:
    dialog, text, _button = make(3)
    text.setText("word " * 80)
    dialog.grow()
    grown = dialog.height()
    qtbot.waitUntil(lambda: text.height() >= text.heightForWidth(text.width()))
    assert scrolled(dialog) == 0
    text.setText("word")
    dialog.grow()
    assert dialog.height() == grown


def test_no_higher_than_the_screen_it_is_scrolled_above_its_foot(
    qtbot: QtBot, make: Callable[[int], Made]
) -> None:
    dialog, _text, button = make(2000)
    assert dialog.height() == screen.room_for(dialog).height()
    assert scrolled(dialog) > 0
    assert dialog.rect().contains(button.geometry())
    area(dialog).setFocus()  # Tab stops at it now
    assert area(dialog).hasFocus()
    qtbot.keyClick(area(dialog), Qt.Key.Key_Down)
    assert area(dialog).verticalScrollBar().value() > 0


def test_a_frame_tells_that_the_keyboard_scrolls_it(make: Callable[[int], Made]) -> None:
    dialog, text, button = make(2000)
    dialog.setStyleSheet(theme.style_sheet(theme.LIGHT, dialog.font()))

    def edges() -> set[str]:
        seen, frame = dialog.grab().toImage(), area(dialog).geometry()
        points = (frame.topLeft(), frame.bottomRight())
        return {seen.pixelColor(point).name() for point in points}

    button.setFocus()
    assert edges() == {theme.LIGHT.window}
    area(dialog).setFocus()
    assert edges() == {theme.LIGHT.accent}
    assert text.mapTo(dialog, text.rect().topLeft()).x() > area(dialog).x() + 2
