"""Saving searches, finding them again, and looking at those made before, at the real window."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
)

from database.notebook import Notebook, Question
from desktop_app.controllers.search import SearchController
from desktop_app.controllers.searches import SearchMemory
from i18n.locales import HUNGARIAN
from tests.desktop_app.reading_room import Reader, ReadingRoom, in_dialog

ACTORS = frozenset({("type", "actor")})
WITHOUT_EVENTS = frozenset({("type", "event")})


@pytest.fixture
def notebook(reading_room: ReadingRoom) -> Notebook:
    return Notebook(reading_room.settings.with_name("searches.sqlite"))


def search(reader: Reader) -> SearchController:
    found = reader.window.findChild(SearchController)
    assert found is not None
    return found


def memory(reader: Reader) -> SearchMemory:
    found = reader.window.findChild(SearchMemory)
    assert found is not None
    return found


def ask(reader: Reader, question: Question) -> None:
    request = question.request(search(reader).request.locale)
    reader.until_answered(lambda: search(reader).restore(request))


def menu(reader: Reader) -> list[str]:
    shown = reader.window.menus["&Searches"]
    shown.aboutToShow.emit()
    return [action.text() for action in shown.actions() if not action.isSeparator()][3:]


def save(reader: Reader, name: str | None = None) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        field = dialog.findChild(QLineEdit)
        assert field is not None
        if name is not None:
            field.setText(name)
        dialog.accept()

    QTimer.singleShot(0, answer)
    reader.action("save_search").trigger()


def test_there_is_nothing_to_save_until_something_is_asked(reader: Reader):
    assert not reader.action("save_search").isEnabled()
    ask(reader, Question("huawei"))
    assert reader.action("save_search").isEnabled()
    ask(reader, Question("", ACTORS))
    assert reader.action("save_search").isEnabled()
    reader.until_answered(search(reader).browse)
    assert not reader.action("save_search").isEnabled()


def test_a_search_is_saved_whole_and_asked_again_with_one_click(
    reading_room: ReadingRoom, notebook: Notebook
):
    reader = reading_room.open()
    question = Question("huawei", excluded=WITHOUT_EVENTS, order="title")
    ask(reader, question)
    found = reader.results.total
    save(reader, "Huawei without events")
    reader = reading_room.open(HUNGARIAN)
    assert menu(reader) == ["&1  Huawei without events"]
    action = reader.window.menus["&Searches"].actions()[-1]
    reader.until_answered(action.trigger)
    assert Question.of(search(reader).request) == question
    assert reader.results.total == found
    assert reader.views.search_bar.text() == "huawei"


def test_a_search_without_a_name_is_called_by_its_words_in_either_language(reader: Reader):
    ask(reader, Question("", ACTORS))
    save(reader)
    assert menu(reader) == ["&1  Type: Actors"]
    reader.speak("Magyar")
    assert menu(reader) == ["&1  Típus: Szereplők"]


def test_saved_searches_stand_in_the_order_of_the_alphabet(reader: Reader, notebook: Notebook):
    for name in ("zab", "ő", "cukor", "csak"):
        notebook.save(Question(name))
    reader.speak("Magyar")
    assert menu(reader) == ["&1  cukor", "&2  csak", "&3  ő", "&4  zab"]


def test_saving_again_offers_the_name_that_it_has(reader: Reader):
    ask(reader, Question("huawei"))
    save(reader, "Mine")

    def name(dialog: QDialog) -> str:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        return field.text()

    assert in_dialog(reader.action("save_search").trigger, name) == "Mine"


def test_a_name_that_another_search_has_is_not_given_without_a_word(reader: Reader):
    ask(reader, Question("huawei"))
    save(reader, "Mine")
    warning = "Another saved search has this name."

    def warned(dialog: QDialog, name: str) -> bool:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(name)
        labels = dialog.findChildren(QLabel)
        return any(label.text() == warning and label.isVisible() for label in labels)

    for question, told in (("huawei", False), ("kamera", True)):  # the first has the name itself
        ask(reader, Question(question))
        seen = in_dialog(
            reader.action("save_search").trigger,
            lambda dialog: [warned(dialog, name) for name in ("other", " mine ", "Mine 2")],
        )
        assert seen == [False, told, False]


def test_an_opened_hit_makes_a_search_worth_remembering(reader: Reader, notebook: Notebook):
    ask(reader, Question("huawei"))
    assert notebook.entries("past") == ()
    reader.go_to(reader.ids()[0])
    assert [entry.question.text for entry in notebook.entries("past")] == ["huawei"]


def test_enter_makes_a_search_worth_remembering(reader: Reader, notebook: Notebook, type_text):
    reader.views.search_bar.focus()
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "kamera")
    reader.until_found("kamera")
    reader.press(Qt.Key.Key_Return)
    assert [entry.question.text for entry in notebook.entries("past")] == ["kamera"]


def test_past_searches_are_offered_under_the_field(reader: Reader, type_text):
    ask(reader, Question("kamerák Újvidéken"))
    memory(reader).stay()
    reader.until_answered(search(reader).browse)
    reader.views.search_bar.focus()
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "kamerak u")
    rows = reader.views.suggestions.model()
    reader.until(
        lambda: "kamerák Újvidéken" in [rows.index(r, 0).data() for r in range(rows.rowCount())]
    )


def test_the_choice_to_remember_nothing_outlives_the_window(
    reading_room: ReadingRoom, notebook: Notebook
):
    reader = reading_room.open()
    reader.action("remember").trigger()
    reader = reading_room.open()
    assert not reader.action("remember").isChecked()
    ask(reader, Question("huawei"))
    reader.go_to(reader.ids()[0])
    assert notebook.entries("past") == ()


def boxes(reader: Reader) -> list[QMessageBox]:
    return [box for box in reader.window.findChildren(QMessageBox) if box.isVisible()]


def test_a_damaged_file_is_told_of_and_kept(reading_room: ReadingRoom, notebook: Notebook):
    notebook.path.write_bytes(b"no database " * 400)
    reader = reading_room.open()
    reader.until(lambda: bool(boxes(reader)))
    (box,) = boxes(reader)
    assert "cannot be read" in box.text()
    assert "searches-damaged-1.sqlite" in box.informativeText()
    box.close()
    ask(reader, Question("huawei"))
    save(reader, "Mine")
    assert menu(reader) == ["&1  Mine"]


def test_a_file_of_a_newer_version_leaves_the_window_at_work(
    reading_room: ReadingRoom, notebook: Notebook
):
    with closing(sqlite3.connect(notebook.path)) as db, db:
        db.execute("PRAGMA user_version = 99")
    reader = reading_room.open(HUNGARIAN)
    reader.until(lambda: "újabb változata" in reader.window.statusBar().currentMessage())
    ask(reader, Question("huawei"))
    assert reader.ids()
    save(reader, "Mine")
    (box,) = boxes(reader)
    assert "újabb változata" in box.text()
    box.close()


def test_two_windows_share_what_is_saved(
    reading_room: ReadingRoom, reader: Reader, notebook: Notebook, tmp_path: Path
):
    ask(reader, Question("huawei"))
    save(reader, "Mine")
    notebook.save(Question("kamera"), "Theirs")
    assert menu(reader) == ["&1  Mine", "&2  Theirs"]
