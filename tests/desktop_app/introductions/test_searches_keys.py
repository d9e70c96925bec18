"""Using the dialog of saved and past searches without the mouse, at the real window."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView

from database.notebook import Notebook, Question
from desktop_app.views.filter_field import FilterField
from desktop_app.views.searches.question_list import QuestionList
from desktop_app.views.searches.searches_dialog import SearchesDialog
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.desktop_app.reading_room import Reader, ReadingRoom, in_dialog

DELETE, DOWN, ENTER = Qt.Key.Key_Delete, Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.fixture
def notebook(reading_room: ReadingRoom) -> Notebook:
    return Notebook(reading_room.settings.with_name("searches.sqlite"))


def in_searches(reader: Reader, look: Callable[[SearchesDialog], object]) -> object:
    return in_dialog(reader.action("searches").trigger, look)


def field(dialog: SearchesDialog) -> FilterField:
    found = dialog.findChild(FilterField)
    assert found is not None
    return found


def table(shelf: QuestionList) -> QTableView:
    found = shelf.findChild(QTableView)
    assert found is not None
    return found


def names(rows: QTableView) -> list[str]:
    return [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]


@pytest.mark.parametrize(("typed", "asked"), [("ujv", "Újvidék"), ("kam", "kamera")])
def test_enter_in_the_filter_asks_the_first_search_that_is_left(
    reader: Reader, notebook: Notebook, typed: str, asked: str
):
    notebook.save(Question("Belgrád"))
    notebook.save(Question("Újvidék"))
    notebook.remember(Question("kamera"))

    def ask(dialog: SearchesDialog) -> None:
        field(dialog).setText(typed)
        QTest.keyClick(field(dialog), ENTER)

    in_searches(reader, ask)
    reader.until_found(asked)


def test_enter_in_a_filter_that_leaves_nothing_does_nothing(reader: Reader, notebook: Notebook):
    notebook.save(Question("Belgrád"))

    def ask(dialog: SearchesDialog) -> bool:
        reader.until(field(dialog).hasFocus)
        field(dialog).setText("xqzzyqx")
        QTest.keyClick(field(dialog), ENTER)
        QTest.keyClick(field(dialog), DOWN)
        return dialog.isVisible() and field(dialog).hasFocus()

    assert in_searches(reader, ask)
    assert reader.results.text == ""


@pytest.mark.parametrize("saved", [True, False])
def test_down_goes_from_the_filter_to_the_first_list(
    reader: Reader, notebook: Notebook, saved: bool
):
    notebook.remember(Question("kamera"))
    if saved:
        notebook.save(Question("Belgrád"))

    def go(dialog: SearchesDialog) -> bool:
        reader.until(field(dialog).hasFocus)
        QTest.keyClick(field(dialog), DOWN)
        return table(dialog.saved if saved else dialog.past).hasFocus()

    assert in_searches(reader, go)


def test_enter_on_a_button_presses_that_button(reader: Reader, notebook: Notebook):
    notebook.save(Question("Belgrád"))

    def press(dialog: SearchesDialog) -> tuple[bool, int]:
        reader.until(dialog.isActiveWindow)
        delete = next(b for b in dialog.saved.findChildren(QPushButton) if "Delete" in b.text())
        delete.setFocus()
        QTest.keyClick(delete, ENTER)
        return dialog.isVisible(), table(dialog.saved).model().rowCount()

    assert in_searches(reader, press) == (True, 0)


def test_after_a_new_name_the_keyboard_is_on_the_row_still(reader: Reader, notebook: Notebook):
    for text in ("a", "b", "c"):
        notebook.save(Question(text))

    def rename(dialog: SearchesDialog) -> tuple[bool, str, list[str]]:
        rows = table(dialog.saved)
        reader.until(dialog.isActiveWindow)
        rows.setFocus()
        rows.selectRow(0)
        QTest.keyClick(rows, Qt.Key.Key_F2)
        editor = rows.findChild(QLineEdit)
        assert editor is not None
        editor.setText("x")
        QTest.keyClick(editor, ENTER)
        reader.until(lambda: names(rows) == ["b", "c", "x"])
        on_row, name = rows.hasFocus(), str(rows.currentIndex().siblingAtColumn(0).data())
        QTest.keyClick(QApplication.focusWidget(), DELETE)
        return on_row, name, names(rows)

    assert in_searches(reader, rename) == (True, "x", ["b", "c"])


@pytest.mark.parametrize(
    ("locale", "off", "on"), [(ENGLISH, "tick", "stay on"), (HUNGARIAN, "jelölje", "elidőzik")]
)
def test_an_empty_history_promises_nothing_while_nothing_is_remembered(
    reading_room: ReadingRoom, locale: Locale, off: str, on: str
):
    reader = reading_room.open(locale)
    reader.action("remember").setChecked(False)

    def hints(dialog: SearchesDialog) -> list[str]:
        hint = next(x for x in dialog.past.findChildren(QLabel) if x.wordWrap())
        before = hint.text()
        reader.action("remember").setChecked(True)
        return [before, hint.text()]

    told = in_searches(reader, hints)
    assert isinstance(told, list)
    assert [off in told[0], on in told[0]] == [True, False]
    assert [off in told[1], on in told[1]] == [False, True]


def test_the_history_tells_the_time_of_day(reader: Reader, notebook: Notebook):
    notebook.remember(Question("kamera"))
    notebook.save(Question("Belgrád"))

    def times(dialog: SearchesDialog) -> tuple[str, str]:
        return tuple(  # type: ignore[return-value]
            table(shelf).model().index(0, column).data()
            for shelf, column in ((dialog.past, 1), (dialog.saved, 3))
        )

    past, saved = in_searches(reader, times)  # type: ignore[misc]
    at = notebook.entries("past")[0].at.astimezone()
    assert past.endswith(f"{at:%Y, %H:%M}")
    assert saved.endswith(str(datetime.now().astimezone().year))
