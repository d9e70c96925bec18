"""A reader exports what they see, and is told what came of it."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QTableWidget

from database.exchange.writing.formats import FORMATS
from database.notebook import Question
from desktop_app.controllers.search import SearchController
from desktop_app.views.exchange.export_dialog import ExportDialog
from desktop_app.views.exchange.export_report import ExportReport
from i18n.locales import HUNGARIAN
from tests.desktop_app.reading_room import Reader, ReadingRoom
from tests.interface_words import left_in_english

SAFE_CITY = "project/belgrade-safe-city"


@pytest.fixture(autouse=True)
def no_documents_of_anybody() -> Iterator[None]:
    """Begin in a folder that belongs to the tests."""
    QStandardPaths.setTestModeEnabled(True)
    yield
    QStandardPaths.setTestModeEnabled(False)


def ask(reader: Reader, question: Question) -> None:
    search = reader.window.findChild(SearchController)
    request = question.request(search.request.locale)
    reader.until_answered(lambda: search.restore(request))


def export(
    reader: Reader,
    path: Path,
    format_id: str = "json",
    action: str = "export_results",
    look: Callable[[ExportDialog], object] = lambda _dialog: None,
) -> None:
    """Choose a format and a file in the dialog, as a reader does."""
    attended: list[bool] = []

    def attend() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ExportDialog):
            return
        waiting.stop()
        look(dialog)
        number = [each.id for each in FORMATS].index(format_id)
        dialog.selectNameFilter(dialog.nameFilters()[number])
        dialog.filterSelected.emit(dialog.selectedNameFilter())
        dialog.findChild(QLineEdit).setText(str(path))
        dialog.accept()
        attended.append(True)

    waiting = QTimer(interval=10)
    waiting.timeout.connect(attend)
    waiting.start()
    reader.action(action).trigger()
    waiting.stop()
    assert attended, "no dialog was opened"


def until_told(reader: Reader) -> str:
    """Wait for the end; return what the foot of the window says."""
    reader.until(lambda: reader.action("export_results").isEnabled())
    return reader.window.statusBar().currentMessage()


def report(reader: Reader) -> ExportReport:
    found = [each for each in reader.window.findChildren(ExportReport) if each.isVisible()]
    assert found, "nothing is reported as lost"
    return found[-1]


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    "question",
    [
        Question("huawei"),
        Question(
            "huawei",
            filters=frozenset({("type", "project"), ("type", "actor"), ("country", "RS")}),
            excluded=frozenset({("sector", "5g")}),
            order="title",
        ),
        Question("", filters=frozenset({("type", "source")}), order="newest"),
    ],
    ids=["words", "filters and order", "browsing"],
)
def test_every_hit_is_exported_in_the_order_of_the_screen(
    reader: Reader, tmp_path: Path, question: Question
):
    ask(reader, question)
    path = tmp_path / "out.jsonl"
    export(reader, path)
    told = until_told(reader)
    while len(reader.ids()) < reader.results.total:
        reader.until_longer(reader.window.findChild(SearchController).more)
    assert ids(path) == reader.ids()
    assert told == f"{reader.results.total} records exported: {path}"


def test_only_the_open_record_is_exported_if_that_is_wanted(reader: Reader, tmp_path: Path):
    assert not reader.action("export_record").isEnabled()
    ask(reader, Question("Belgrade Safe City"))
    reader.go_to(SAFE_CITY)
    path = tmp_path / "one.jsonl"
    names: list[str] = []
    export(
        reader, path, action="export_record",
        look=lambda dialog: names.append(dialog.path.name),
    )  # fmt: skip
    assert until_told(reader) == f"1 record exported: {path}"
    assert ids(path) == [SAFE_CITY]
    assert names == ["belgrade-safe-city.csv"]


def test_the_file_is_named_after_the_question_and_has_the_suffix_of_its_format(
    reader: Reader, tmp_path: Path
):
    ask(reader, Question('actor:"Huawei" / 5G?'))
    names: list[str] = []
    export(reader, tmp_path / "mine", "ris", look=lambda dialog: names.append(dialog.path.name))
    until_told(reader)
    assert names == ["actor Huawei 5G.csv"]
    assert (tmp_path / "mine.ris").read_text("utf-8").startswith("TY  - ")


def test_what_the_format_cannot_carry_is_reported(reader: Reader, tmp_path: Path):
    ask(reader, Question("huawei"))
    export(reader, tmp_path / "out.ijson", "followthemoney")
    until_told(reader)
    shown = report(reader)
    table = shown.findChild(QTableWidget)
    rows = {table.item(n, 0).text(): table.item(n, 1).text() for n in range(table.rowCount())}
    assert int(rows["Concerns"]) > 0
    assert int(rows["Which statement a citation belongs to"]) > 0
    shown.reject()


def test_nothing_is_reported_where_all_is_in_the_file(reader: Reader, tmp_path: Path):
    export(reader, tmp_path / "out.jsonl")
    until_told(reader)
    assert reader.window.findChildren(ExportReport) == []


def test_a_hungarian_sees_no_english_and_gets_a_table_for_their_spreadsheet(
    reading_room: ReadingRoom, tmp_path: Path
):
    reader = reading_room.open(HUNGARIAN)
    ask(reader, Question("okosváros"))
    english: list[str] = []
    export(
        reader, tmp_path / "ő.csv", "csv",
        look=lambda dialog: english.extend(left_in_english(dialog, seen_only=True)),
    )  # fmt: skip
    assert until_told(reader).endswith(f" rekord exportálva: {tmp_path / 'ő.csv'}")
    assert english == []
    assert left_in_english(report(reader)) == []
    with (tmp_path / "ő.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file, delimiter=";"))[:2] == ["id", "type"]
    report(reader).reject()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="there is no folder to be refused by")
@pytest.mark.parametrize(
    ("endonym", "sentence"),
    [("English", "The file cannot be written: "), ("Magyar", "A fájl nem írható: ")],
)
def test_a_file_that_cannot_be_written_is_told_in_a_box(
    reader: Reader, endonym: str, sentence: str
):
    if endonym != "English":
        reader.speak(endonym)
    path = Path("/proc/out.jsonl")  # where nobody may write
    export(reader, path)
    reader.until(lambda: bool(reader.window.findChildren(QMessageBox)))
    (box,) = reader.window.findChildren(QMessageBox)
    assert box.text() == f"{sentence}{path}"
    assert box.informativeText()
    assert reader.action("export_results").isEnabled()
    box.close()


def test_a_file_that_is_there_is_replaced_after_the_dialog_has_asked(
    reader: Reader, tmp_path: Path
):
    path = tmp_path / "out.jsonl"
    path.write_text("before", "utf-8")
    asked: list[str] = []

    def confirm() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            confirming.stop()
            asked.append(box.text())
            box.button(QMessageBox.StandardButton.Yes).click()

    confirming = QTimer(interval=10)
    confirming.timeout.connect(confirm)
    confirming.start()
    export(reader, path)
    until_told(reader)
    assert len(asked) == 1
    assert ids(path) != []


def test_nothing_is_offered_while_nothing_is_found(reader: Reader):
    ask(reader, Question("xyzzyq"))
    assert not reader.action("export_results").isEnabled()
    ask(reader, Question("huawei"))
    assert reader.action("export_results").isEnabled()


def test_the_reader_may_search_on_while_a_file_is_written(reader: Reader, tmp_path: Path):
    ask(reader, Question("huawei"))
    total = reader.results.total
    export(reader, tmp_path / "out.jsonl")
    assert not reader.action("export_results").isEnabled()  # one file at a time
    ask(reader, Question("ZTE"))
    until_told(reader)
    assert len(ids(tmp_path / "out.jsonl")) == total


def test_a_window_that_closes_leaves_no_half_a_file(
    reading_room: ReadingRoom, tmp_path: Path, qapp: QApplication
):
    reader = reading_room.open()
    export(reader, tmp_path / "out.csv", "csv")
    qapp.aboutToQuit.emit()
    reading_room.close()
    kept = [path.name for path in tmp_path.iterdir() if path.suffix in {".csv", ".part"}]
    assert kept in ([], ["out.csv"])
