"""The dialog of saved and past searches, at the real window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from database.notebook import Entry, Notebook, Question
from desktop_app.controllers.seals import SealController
from desktop_app.models.question_table import QuestionTableModel
from desktop_app.presentation.question import Worded
from desktop_app.views.searches.question_list import QuestionList
from desktop_app.views.searches.searches_dialog import SearchesDialog
from tests.desktop_app.reading_room import Reader, ReadingRoom, in_dialog

ACTORS = frozenset({("type", "actor")})


@pytest.fixture
def notebook(reading_room: ReadingRoom) -> Notebook:
    return Notebook(reading_room.settings.with_name("searches.sqlite"))


def table(shelf: QuestionList) -> QTableView:
    found = shelf.findChild(QTableView)
    assert found is not None
    return found


def tables(dialog: SearchesDialog) -> list[list[list[str]]]:
    """Return what the lists of saved and past searches show, row by row."""
    shown = []
    for shelf in (dialog.saved, dialog.past):
        rows = table(shelf).model()
        columns = range(rows.columnCount())
        shown.append([[rows.index(r, c).data() for c in columns] for r in range(rows.rowCount())])
    return shown


def button(dialog: QDialog, words: str) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(b for b in buttons if b.text().replace("&", "") == words)


def test_the_dialog_lists_both_and_asks_again(reader: Reader, notebook: Notebook):
    notebook.save(Question("huawei", ACTORS), "Mine")
    notebook.remember(Question("kamera"))

    def look(dialog: SearchesDialog) -> list[list[list[str]]]:
        shown = tables(dialog)
        QTest.keyClick(table(dialog.saved), Qt.Key.Key_Return)
        return shown

    saved, past = in_dialog(reader.action("searches").trigger, look)
    assert [row[:2] for row in saved] == [["Mine", "huawei · Type: Actors"]]
    assert [row[0] for row in past] == ["kamera"]
    reader.until_found("huawei")
    assert reader.filters == ACTORS


def test_empty_lists_say_how_they_are_filled(reader: Reader):
    def hints(dialog: QDialog) -> list[str]:
        return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]

    shown = in_dialog(reader.action("searches").trigger, hints)
    assert any("Ctrl+S" in text for text in shown)
    assert any("stay on" in text for text in shown)


def test_the_filter_of_the_dialog_knows_no_accents(reader: Reader, notebook: Notebook):
    for text in ("Újvidék", "Belgrád"):
        notebook.save(Question(text))
        notebook.remember(Question(text))

    def narrow(dialog: SearchesDialog) -> list[list[str]]:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText("ujvid")
        return [[row[0] for row in rows] for rows in tables(dialog)]

    assert in_dialog(reader.action("searches").trigger, narrow) == [["Újvidék"], ["Újvidék"]]


def test_a_saved_search_is_renamed_in_the_list(reader: Reader, notebook: Notebook):
    notebook.save(Question("huawei"))

    def rename(dialog: SearchesDialog) -> None:
        button(dialog, "Rename").click()
        editor = table(dialog.saved).findChild(QLineEdit)
        assert editor is not None
        editor.setText("Ours")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        # The table takes the name over in its own time.
        reader.until(lambda: tables(dialog)[0][0][0] == "Ours")
        assert dialog.isVisible(), "Enter ends the writing, not the dialog"

    in_dialog(reader.action("searches").trigger, rename)
    assert [entry.name for entry in notebook.entries("saved")] == ["Ours"]


def test_a_search_is_deleted_by_key_and_comes_back(reader: Reader, notebook: Notebook):
    for text in ("a", "b", "c"):
        notebook.remember(Question(text))

    def delete(dialog: SearchesDialog) -> tuple[list[str], str, list[str]]:
        table(dialog.past).selectRow(1)
        QTest.keyClick(table(dialog.past), Qt.Key.Key_Delete)
        gone = [row[0] for row in tables(dialog)[1]]
        told = next(x.text() for x in dialog.findChildren(QLabel) if "deleted" in x.text())
        button(dialog, "Undo").click()
        return gone, told, [row[0] for row in tables(dialog)[1]]

    assert in_dialog(reader.action("searches").trigger, delete) == (
        ["c", "a"],
        "1 search deleted",
        ["c", "b", "a"],
    )


def test_history_is_cleared_as_a_whole_and_saved_searches_stay(reader: Reader, notebook: Notebook):
    notebook.save(Question("a"))
    notebook.remember(Question("b"))
    clear = in_dialog(
        reader.action("searches").trigger,
        lambda dialog: button(dialog, "Clear history").click() or tables(dialog),
    )
    assert [len(rows) for rows in clear] == [1, 0]
    assert notebook.entries("past") == ()


def test_a_past_search_is_saved_from_the_list(reader: Reader, notebook: Notebook):
    notebook.remember(Question("b"))

    def keep(dialog: SearchesDialog) -> None:
        QTimer.singleShot(0, lambda: QApplication.activeModalWidget().accept())
        button(dialog, "Save…").click()
        assert [row[0] for row in tables(dialog)[0]] == ["b"]

    in_dialog(reader.action("searches").trigger, keep)


def test_remembering_is_switched_off_in_the_dialog_too(reader: Reader):
    def switch(dialog: QDialog) -> None:
        box = dialog.findChild(QCheckBox)
        assert box is not None
        box.click()

    in_dialog(reader.action("searches").trigger, switch)
    assert not reader.action("remember").isChecked()


def test_saved_searches_tell_how_many_records_answer(reader: Reader, notebook: Notebook):
    total = reader.results.total
    notebook.save(Question(""), "Everything")
    notebook.save(Question("xqzzyqx"), "None")

    def count(dialog: SearchesDialog) -> list[tuple[str, str, Qt.AlignmentFlag]]:
        rows = table(dialog.saved).model()
        cells = [rows.index(row, 2) for row in range(2)]
        reader.until(lambda: all(cell.data() for cell in cells))
        spoken, aligned = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.TextAlignmentRole
        return [(cell.data(), cell.data(spoken), cell.data(aligned)) for cell in cells]

    for _opening in range(2):
        everything, none = in_dialog(reader.action("searches").trigger, count)
        assert everything[:2] == (str(total), f"{total} records")
        assert none[:2] == ("0", "0 records")
        assert everything[2] & Qt.AlignmentFlag.AlignRight


def test_a_number_not_known_is_left_blank_and_not_spoken(qapp: QApplication):
    entry = Entry("saved", Question("huawei"), datetime.now(UTC))
    model = QuestionTableModel("saved")
    model.show([Worded(entry, "huawei", "huawei", "today")])
    cell = model.index(0, 2)
    assert (cell.data(), cell.data(Qt.ItemDataRole.AccessibleTextRole)) == ("", "")


def test_searches_that_cannot_be_counted_are_told_of_at_the_foot(
    two: Reader, second: Path, notebook: Notebook
):
    notebook.save(Question("huawei"), "Mine")
    seals = two.window.findChild(SealController)
    two.until(lambda: seals is not None and len(seals.seals) == 2)  # the file was read till then
    second.unlink()
    in_dialog(two.action("searches").trigger, lambda _dialog: None)
    foot = two.window.statusBar()
    two.until(lambda: foot.currentMessage().startswith("The dossier was not found: "))


def test_it_grows_with_the_letters_while_it_is_open_and_so_do_its_rows(
    reader: Reader, notebook: Notebook
) -> None:
    notebook.save(Question("huawei"), "Mine")

    def look(dialog: SearchesDialog) -> None:
        rows = table(dialog.saved)
        usual, high = dialog.size(), rows.rowHeight(0)
        for _step in range(3):
            reader.action("smaller").trigger()
        reader.until(lambda: dialog.width() <= 0.9 * usual.width())
        reader.until(lambda: dialog.height() <= 0.9 * usual.height())
        assert rows.rowHeight(0) < high
        reader.action("usual_size").trigger()
        reader.until(lambda: dialog.size() == usual)
        assert rows.rowHeight(0) == high

    in_dialog(reader.action("searches").trigger, look)
