"""How far an export has come is told at the foot of the window, and it can be stopped there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.background.stoppable import StoppableWork
from desktop_app.introductions.exporting import Exporting
from desktop_app.views.exchange.export_progress import ExportProgress
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.desktop_app.introductions.test_exporting import export, until_told
from tests.desktop_app.reading_room import Reader, ReadingRoom


def progress(reader: Reader) -> ExportProgress:
    shown = reader.window.findChild(ExportProgress)
    assert shown
    return shown


def texts(shown: ExportProgress) -> list[str]:
    return [part.text() for kind in (QLabel, QPushButton) for part in shown.findChildren(kind)]


@pytest.mark.parametrize(
    ("locale", "words"),
    [(ENGLISH, ["Exporting: 0%", "Stop"]), (HUNGARIAN, ["Exportálás: 0%", "Leállítás"])],
    ids=["en", "hu"],
)
def test_a_figure_is_seen_while_a_file_is_written(
    reading_room: ReadingRoom, tmp_path: Path, locale: Locale, words: list[str]
) -> None:
    reader = reading_room.open(locale)
    export(reader, tmp_path / "out.jsonl")
    shown = progress(reader)
    assert shown.isVisible()
    assert texts(shown) == words
    figures: list[int] = []
    exporting = reader.window.findChild(Exporting)
    assert exporting
    work = exporting.findChild(StoppableWork)
    assert work
    work.progressed.connect(lambda _step, share: figures.append(share // 10))
    until_told(reader)
    assert figures == sorted(figures)
    assert (figures[0] <= 2, figures[-1] >= 98) == (True, True)
    assert not shown.isVisible()
    reader.window.statusBar().clearMessage()
    assert reader.window.edition.isVisible()


@pytest.mark.parametrize("way", ["menu", "button", "key"])
def test_it_can_be_stopped_and_the_file_is_as_it_was(
    reader: Reader, tmp_path: Path, way: str
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    path = folder / "out.csv"
    export(reader, path, "csv")
    (button,) = progress(reader).findChildren(QPushButton)
    match way:
        case "menu":
            reader.action("stop_export").trigger()
        case "button":
            reader.click(button)
        case _:
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
            QTest.keyClick(button, Qt.Key.Key_Space)
    assert until_told(reader) == "Stopped. Nothing was written."
    assert not reader.action("stop_export").isEnabled()
    assert not progress(reader).isVisible()
    assert [*folder.iterdir()] == []
    export(reader, path, "csv")  # one more is not stopped before it has begun
    assert until_told(reader).endswith(f" records exported: {path}")
