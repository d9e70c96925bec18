"""Importing in the window: a file becomes a dossier that is open beside the others at once."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from database.catalog import Catalog, connect
from desktop_app.controllers.search import SearchController
from desktop_app.controllers.shelf import Shelf
from desktop_app.introductions.importing import Importing
from desktop_app.views.exchange.import_dialog import ImportDialog
from desktop_app.views.exchange.import_report import ImportReport
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.desktop_app.reading_room import Reader, ReadingRoom, in_dialog

TABLE = (
    "type,title,purpose,started,zip\n"
    "project,A bridge over the Sava,To carry the trains of the line,2018,1\n"
    "actor,Bridge Works,,soon,2\n"
)
BRIDGE = "project/bridges-a-bridge-over-the-sava"

Q = TypeVar("Q", bound=QObject)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table to be imported."""
    path = tmp_path / "bridges.csv"
    path.write_text(TABLE, "utf-8")
    return path


def importing(reader: Reader) -> Importing:
    """Return what the menu would call, without asking which file."""
    shelf = reader.window.findChild(Shelf)
    search = reader.window.findChild(SearchController)
    assert shelf
    assert search
    made = Importing(reader.window, shelf)
    made.asked.connect(search.restore)
    return made


def button(dialog: QDialog, words: str) -> QAbstractButton:
    buttons = dialog.findChildren(QAbstractButton)
    return next(each for each in buttons if each.text().replace("&", "") == words)


def texts(dialog: QDialog) -> list[str]:
    """Return the words that can be seen in a dialog."""
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def rows(dialog: QDialog) -> list[list[str]]:
    """Return the table of what was left out."""
    shown = dialog.findChild(QTableWidget)
    assert shown
    numbers = range(shown.rowCount())
    return [[shown.item(row, column).text() for column in (0, 1)] for row in numbers]


@pytest.fixture
def through(qtbot: QtBot) -> Callable[..., object]:
    """Lead an import to its end, and look at what is told of it."""

    def lead(
        reader: Reader, path: Path, look: Callable[[QDialog], object], word: str = "Import"
    ) -> object:
        def attend(dialog: QDialog) -> object:
            button(dialog, word).click()
            report = dialog.findChild(ImportReport)
            assert report
            qtbot.waitUntil(report.isVisible)
            return look(dialog)

        return in_dialog(lambda: importing(reader).open(path), attend)

    return lead


@pytest.mark.parametrize(
    ("locale", "word", "sentence", "counts", "reason"),
    [
        (ENGLISH, "Import", "2 records taken in: bridges.csv", "Projects: 1 · Actors: 1",
         ["3 times in all\nzip (2 times, lines 2, 3)\nStarted (1 time, line 3)",
          "There is no place for this.\nIt stays in the file only."]),
        (HUNGARIAN, "Importálás", "2 rekord importálva: bridges.csv",
         "Projektek: 1 · Szereplők: 1",
         ["Összesen 3 alkalom\nzip (2 alkalom; sor: 2, 3)\nIndulás ideje (1 alkalom; sor: 3)",
          "Ennek nincs helye.\nCsak a fájlban marad meg."]),
    ],
    ids=["en", "hu"],
)  # fmt: skip
def test_it_is_told_what_was_taken_in_and_what_was_not(
    reading_room: ReadingRoom,
    through: Callable[..., object],
    table: Path,
    locale: Locale,
    word: str,
    sentence: str,
    counts: str,
    reason: list[str],
) -> None:
    reader = reading_room.open(locale)
    told, left_out = through(reader, table, lambda dialog: (texts(dialog), rows(dialog)), word)
    assert {sentence, counts} <= {*told}
    assert any(str(table.with_name("bridges.tukor")) in text for text in told)
    assert left_out == [reason]


def test_the_new_dossier_is_open_at_once_and_can_be_read(
    reader: Reader, through: Callable[..., object], table: Path
) -> None:
    reader.until_answered(lambda: reader.views.search_bar.asked.emit("bridge"))
    assert BRIDGE not in reader.ids()

    def show(dialog: QDialog) -> None:
        button(dialog, "Show its records").click()

    through(reader, table, show)
    new = {BRIDGE, "actor/bridges-bridge-works", "source/bridges"}
    reader.until(lambda: set(reader.ids()) == new)
    assert reader.filters == {("dossier", "bridges")}
    assert reader.views.search_bar.text() == ""
    reader.go_to(BRIDGE)
    assert "2018" in " ".join(reader.page_texts())
    reader.choose_citation(1)
    reader.until(lambda: "line 2" in " ".join(_evidence(reader)))
    assert "bridges · edition" in reader.window.edition.accessibleName()


def _evidence(reader: Reader) -> list[str]:
    return [label.text() for label in reader.views.evidence.findChildren(QLabel)]


def test_what_is_suggested_knows_the_new_dossier(
    reader: Reader, through: Callable[..., object], table: Path
) -> None:
    through(reader, table, lambda _dialog: None)
    reader.views.search_bar.set_text("bridge over the s")
    reader.views.search_bar.typed.emit("bridge over the s", 17)
    model = reader.views.suggestions.model()
    reader.until(
        lambda: (
            "A bridge over the Sava"
            in [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        )
    )


def test_a_text_in_the_other_language_says_so(
    reading_room: ReadingRoom, through: Callable[..., object], table: Path
) -> None:
    reader = reading_room.open(HUNGARIAN)
    through(reader, table, lambda _dialog: None, "Importálás")
    reader.until_answered(lambda: reader.views.search_bar.asked.emit("Sava"))
    reader.go_to(BRIDGE)
    page = reader.page_texts()
    assert "angol" in page


def test_another_name_is_chosen_than_that_of_a_dossier_that_is_there(
    reader: Reader, through: Callable[..., object], table: Path
) -> None:
    table.with_name("bridges.tukor").write_text("something else", "utf-8")
    told = through(reader, table, texts)
    assert any("bridges 2.tukor" in text for text in told)
    assert table.with_name("bridges.tukor").read_text("utf-8") == "something else"


def test_a_name_that_is_completed_does_not_replace_what_has_it(
    reader: Reader, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader was asked about ``mine`` at most, never about ``mine.tukor``."""
    table.with_name("mine.tukor").write_text("something else", "utf-8")
    chosen = (str(table.with_name("mine")), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: chosen)

    def look(dialog: QDialog) -> list[str]:
        button(dialog, "Other place…").click()
        return texts(dialog)

    told = in_dialog(lambda: importing(reader).open(table), look)
    assert str(table.with_name("mine 2.tukor")) in told


def test_a_dossier_that_is_open_is_never_replaced(
    reader: Reader,
    through: Callable[..., object],
    table: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    through(reader, table, lambda _dialog: None)
    opened = reader.window.findChild(Shelf).paths[-1]
    before = opened.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(opened), ""))

    def look(dialog: QDialog) -> None:
        button(dialog, "Other place…").click()
        button(dialog, "Import").click()
        told = f"This file must stay as it is: {opened}"
        qtbot.waitUntil(lambda: told in " ".join(texts(dialog)))

    in_dialog(lambda: importing(reader).open(table), look)
    assert opened.read_bytes() == before


def test_a_file_that_cannot_be_read_is_told_of_and_another_try_is_possible(
    reader: Reader, table: Path, qtbot: QtBot
) -> None:
    table.write_bytes("title\nHídfő\n".encode("cp1250"))

    def look(dialog: QDialog) -> str:
        button(dialog, "Import").click()
        qtbot.waitUntil(lambda: "This is no text" in " ".join(texts(dialog)))
        assert button(dialog, "Import").isEnabled()
        return " ".join(texts(dialog))

    told = in_dialog(lambda: importing(reader).open(table), look)
    assert "Save it as UTF-8" in told
    assert [path.name for path in table.parent.glob("*.tukor")] == []


def test_a_file_of_no_known_format_waits_for_one(reader: Reader, table: Path, qtbot: QtBot) -> None:
    nameless = table.rename(table.with_name("bridges"))

    def look(dialog: QDialog) -> str:
        assert not button(dialog, "Import").isEnabled()
        formats = next(
            box for box in dialog.findChildren(QComboBox) if box.findText("Table (CSV)") >= 0
        )
        formats.setCurrentIndex(0)
        button(dialog, "Import").click()
        qtbot.waitUntil(lambda: "2 records taken in: bridges" in texts(dialog))
        return dialog.windowTitle()

    assert in_dialog(lambda: importing(reader).open(nameless), look) == "Import"


def test_title_and_language_are_as_the_reader_says(
    reader: Reader, table: Path, qtbot: QtBot, schema: object
) -> None:
    table.write_text("title\nHíd\n", "utf-8")

    def look(dialog: QDialog) -> None:
        dialog.findChild(QLineEdit).setText("Hidak")
        languages = next(
            box for box in dialog.findChildren(QComboBox) if box.findText("Magyar") >= 0
        )
        languages.setCurrentText("Magyar")
        button(dialog, "Import").click()
        qtbot.waitUntil(lambda: "1 record taken in: bridges.csv" in texts(dialog))

    in_dialog(lambda: importing(reader).open(table), look)
    assert "Hidak · edition" in reader.window.edition.accessibleName()
    connection = connect(table.with_name("bridges.tukor"))
    catalog = Catalog(connection, schema)  # type: ignore[arg-type]
    assert catalog.record("project/bridges-hid").title.by_language == {"hu": "Híd"}
    connection.close()


def test_the_menu_asks_which_file(reader: Reader) -> None:
    title = in_dialog(reader.action("import").trigger, lambda dialog: dialog.windowTitle())
    assert title == "Import"
    assert not reader.window.findChildren(ImportDialog)
