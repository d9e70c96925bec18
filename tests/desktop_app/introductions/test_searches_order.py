"""The reader's own order of saved searches, at the real window."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView

from database.notebook import Notebook, Question
from desktop_app.views.searches.move_buttons import MoveButtons
from desktop_app.views.searches.searches_dialog import SearchesDialog
from i18n.locales import HUNGARIAN
from tests.desktop_app.reading_room import Reader, ReadingRoom, in_dialog

ALT = Qt.KeyboardModifier.AltModifier
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def notebook(reading_room: ReadingRoom) -> Notebook:
    """The notebook with three saved searches."""
    notebook = Notebook(reading_room.settings.with_name("searches.sqlite"))
    for text in ("c", "a", "b"):
        notebook.save(Question(text))
    return notebook


def table(dialog: SearchesDialog) -> QTableView:
    found = dialog.saved.findChild(QTableView)
    assert found is not None
    return found


def names(dialog: SearchesDialog) -> str:
    rows = table(dialog).model()
    return "".join(rows.index(row, 0).data() for row in range(rows.rowCount()))


def current(dialog: SearchesDialog) -> str:
    index = table(dialog).currentIndex()
    return str(index.siblingAtColumn(0).data())


def moves(dialog: SearchesDialog) -> list[QPushButton]:
    """Return the arrows up and down."""
    (both,) = (part for part in dialog.findChildren(MoveButtons) if part.isVisible())
    return both.findChildren(QPushButton)


def press(dialog: SearchesDialog, row: int, *keys: Qt.Key) -> None:
    """Press Alt and each of the *keys* on a row."""
    table(dialog).selectRow(row)
    for key in keys:
        QTest.keyClick(table(dialog), key, ALT)


E = TypeVar("E", QDropEvent, QDragMoveEvent)


def dragged(kind: type[E], rows: QTableView, at: QPoint) -> E:
    """Return a drag of the selected *rows* over themselves: without a screen Qt drags nothing."""
    mime = rows.model().mimeData(rows.selectedIndexes())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = kind(at, Qt.DropAction.MoveAction, mime, left, none)
    event.source = lambda: rows  # type: ignore[method-assign]
    event.mime = mime  # type: ignore[attr-defined]  # Qt does not keep it
    return event


def drop(dialog: SearchesDialog, row: int, gap: float) -> None:
    """Drop a row at a height counted in rows."""
    rows = table(dialog)
    rows.selectRow(row)
    at = QPoint(rows.rowHeight(0), round(gap * rows.rowHeight(0)))
    rows.dropEvent(dragged(QDropEvent, rows, at))
    QApplication.processEvents()


def in_searches(reader: Reader, look: Callable[[SearchesDialog], object]) -> object:
    return in_dialog(reader.action("searches").trigger, look)


def in_menu(reader: Reader) -> list[str]:
    texts = [action.text() for action in reader.window.menus["&Searches"].actions()]
    return [text for text in texts if text.startswith("&") and text[1:2].isdigit()]


def test_they_stand_by_alphabet_until_the_reader_moves_one(reader: Reader, notebook: Notebook):
    assert in_searches(reader, names) == "abc"


@pytest.mark.parametrize(
    ("row", "keys", "order"),
    [
        (2, (UP,), "acb"),
        (2, (UP, UP), "cab"),
        (2, (UP, UP, UP), "cab"),
        (0, (DOWN,), "bac"),
        (0, (DOWN, DOWN, DOWN), "bca"),
        (1, (DOWN, UP), "abc"),
    ],
)
def test_keys_move_a_row_and_the_reader_with_it(
    reader: Reader, notebook: Notebook, row: int, keys: tuple[Qt.Key, ...], order: str
):
    def move(dialog: SearchesDialog) -> tuple[str, str]:
        press(dialog, row, *keys)
        return names(dialog), current(dialog)

    assert in_searches(reader, move) == (order, "abc"[row])


def test_arrows_move_a_row_as_far_as_there_is_another(reader: Reader, notebook: Notebook):
    def move(dialog: SearchesDialog) -> list[tuple[str, list[bool]]]:
        up, down = moves(dialog)
        seen = []
        table(dialog).selectRow(0)
        for _ in range(2):
            seen.append((names(dialog), [up.isEnabled(), down.isEnabled()]))
            down.click()
        return [*seen, (names(dialog), [up.isEnabled(), down.isEnabled()])]

    assert in_searches(reader, move) == [
        ("abc", [False, True]),
        ("bac", [True, True]),
        ("bca", [True, False]),
    ]


def test_the_arrows_say_what_they_do_and_by_which_keys(
    reading_room: ReadingRoom, notebook: Notebook
):
    def told(dialog: SearchesDialog) -> list[str]:
        return [button.accessibleName() for button in moves(dialog)]

    english = in_searches(reading_room.open(), told)
    assert english == ["Move up (Alt+Up)", "Move down (Alt+Down)"]
    hungarian = in_searches(reading_room.open(HUNGARIAN), told)
    assert str(hungarian).startswith("['Mozgatás feljebb (")


def test_several_rows_or_the_history_are_not_moved(reader: Reader, notebook: Notebook):
    for text in ("x", "y"):
        notebook.remember(Question(text))

    def move(dialog: SearchesDialog) -> tuple[str, list[bool], str]:
        table(dialog).selectAll()
        QTest.keyClick(table(dialog), UP, ALT)
        past = dialog.past.findChild(QTableView)
        assert past is not None
        past.selectRow(1)
        QTest.keyClick(past, UP, ALT)
        rows = past.model()
        shown = "".join(rows.index(row, 0).data() for row in range(2))
        return names(dialog), [button.isEnabled() for button in moves(dialog)], shown

    assert in_searches(reader, move) == ("abc", [False, False], "yx")


def test_a_row_moves_past_what_the_filter_hides(reader: Reader, notebook: Notebook):
    for text in ("a kamera", "kamera"):
        notebook.save(Question(text))

    def move(dialog: SearchesDialog) -> tuple[str, list[str]]:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText("kamera")
        press(dialog, 1, UP)
        narrowed = names(dialog)
        field.clear()
        rows = table(dialog).model()
        return narrowed, [rows.index(row, 0).data() for row in range(rows.rowCount())]

    assert in_searches(reader, move) == (
        "kameraa kamera",
        ["a", "kamera", "a kamera", "b", "c"],
    )


def test_a_move_is_taken_back_by_undo(reader: Reader, notebook: Notebook):
    def undo(dialog: SearchesDialog) -> tuple[bool, str]:
        reader.until(dialog.isActiveWindow)
        press(dialog, 2, UP, UP)
        labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
        for _ in range(2):
            QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        QTest.keyRelease(dialog, Qt.Key.Key_Control)  # or Qt holds it for the tests to come
        return "Order changed" in labels, names(dialog)

    assert in_searches(reader, undo) == (True, "abc")
    assert {entry.place for entry in notebook.entries("saved")} == {None}


def test_the_menu_follows_and_both_last(reading_room: ReadingRoom, notebook: Notebook):
    reader = reading_room.open()
    in_searches(reader, lambda dialog: press(dialog, 2, UP, UP))
    assert in_menu(reader) == ["&1  c", "&2  a", "&3  b"]
    again = reading_room.open(HUNGARIAN)
    assert in_searches(again, names) == "cab"
    assert in_menu(again) == ["&1  c", "&2  a", "&3  b"]


def test_what_is_saved_later_follows_by_alphabet(reader: Reader, notebook: Notebook):
    in_searches(reader, lambda dialog: press(dialog, 2, UP, UP))
    for text in ("f", "e"):
        notebook.save(Question(text))
    assert in_searches(reader, names) == "cabef"


def test_the_numbers_have_air_beside_them(reader: Reader, notebook: Notebook):
    def air(dialog: SearchesDialog) -> int:
        rows = table(dialog).model()
        cell = rows.index(0, 2)
        reader.until(lambda: bool(cell.data()))
        needed = dialog.fontMetrics().horizontalAdvance(str(cell.data()))
        return table(dialog).sizeHintForIndex(cell).width() - needed

    assert int(str(in_searches(reader, air))) >= reader.window.fontMetrics().averageCharWidth() * 2


@pytest.mark.parametrize(
    ("row", "gap", "order"),
    [
        (2, 0.2, "cab"),
        (2, 0.8, "acb"),
        (0, 1.2, "abc"),
        (0, 1.8, "bac"),
        (0, 2.8, "bca"),
        (0, 9.0, "bca"),  # below the last one
    ],
)
def test_a_row_is_dragged_to_the_nearest_gap_and_the_reader_with_it(
    reader: Reader, notebook: Notebook, row: int, gap: float, order: str
):
    def move(dialog: SearchesDialog) -> tuple[str, str]:
        drop(dialog, row, gap)
        return names(dialog), current(dialog)

    assert in_searches(reader, move) == (order, "abc"[row])


def test_several_rows_are_dragged_together_and_undo_takes_them_back(
    reader: Reader, notebook: Notebook
):
    def move(dialog: SearchesDialog) -> list[str]:
        rows = table(dialog)
        rows.selectRow(1)
        rows.selectionModel().select(
            rows.model().index(2, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
        rows.dropEvent(dragged(QDropEvent, rows, QPoint(5, 1)))
        QApplication.processEvents()
        moved = names(dialog)
        undo = next(b for b in dialog.findChildren(QPushButton) if "Undo" in b.text())
        undo.click()
        return [moved, names(dialog)]

    assert in_searches(reader, move) == ["bca", "abc"]


def test_a_drag_shows_where_the_row_would_come_to_stand(reader: Reader, notebook: Notebook):
    def look(dialog: SearchesDialog) -> list[bool]:
        rows = table(dialog)
        before = rows.grab().toImage()
        moving = dragged(QDragMoveEvent, rows, QPoint(5, round(rows.rowHeight(0) * 1.9)))
        rows.dragMoveEvent(moving)
        marked = rows.grab().toImage()
        rows.dragLeaveEvent(QDragLeaveEvent())
        return [moving.isAccepted(), marked != before, rows.grab().toImage() == before]

    assert in_searches(reader, look) == [True, True, True]


def test_what_comes_from_elsewhere_and_the_history_move_nothing(reader: Reader, notebook: Notebook):
    def look(dialog: SearchesDialog) -> tuple[str, bool, bool]:
        rows = table(dialog)
        strange = QMimeData()
        strange.setText("c")
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPoint(5, 1), Qt.DropAction.MoveAction, strange, left, none)
        QApplication.sendEvent(rows.viewport(), event)
        QApplication.processEvents()
        past = dialog.past.findChild(QTableView)
        assert past is not None
        return names(dialog), rows.dragEnabled(), past.dragEnabled()

    assert in_searches(reader, look) == ("abc", True, False)
