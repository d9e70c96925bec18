"""The window that readers get, open over the dossier that they get."""

import shutil
from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.localization import Localizer
from tests.desktop_app.reading_room import Reader, ReadingRoom, dismiss


class PatientBot(QtBot):
    """Waits longer by itself than the few seconds in which an idle machine has done everything."""

    waitExposed = partialmethod(QtBot.waitExposed)
    waitSignal = partialmethod(QtBot.waitSignal)
    waitSignals = partialmethod(QtBot.waitSignals)
    waitUntil = partialmethod(QtBot.waitUntil)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Drive widgets, with patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def no_texts_of_qt_stay() -> Iterator[None]:
    """Take back the language that a test taught Qt, or the next test would meet it."""
    yield
    app = QApplication.instance()
    if app is not None:
        dismiss(app, Localizer)


@pytest.fixture
def reading_room(
    qtbot: QtBot, qapp: QApplication, real_dossier: Path, tmp_path: Path
) -> Iterator[ReadingRoom]:
    """Where windows can be opened, with a settings file of their own."""
    room = ReadingRoom(qtbot, qapp, real_dossier, tmp_path)
    yield room
    room.close()


@pytest.fixture
def reader(reading_room: ReadingRoom) -> Reader:
    """Someone at an English window that has just opened for the first time."""
    return reading_room.open()


@pytest.fixture
def second(sample_dossier: Path, tmp_path: Path) -> Path:
    """A dossier of the reader's own, which may be spoilt."""
    path = tmp_path / "Második.tukor"
    shutil.copyfile(sample_dossier, path)
    return path


@pytest.fixture
def two(reading_room: ReadingRoom, second: Path) -> Reader:
    """A reader with a second dossier open."""
    return reading_room.open(besides=(second,))


@pytest.fixture
def ask(reader: Reader, type_text: Callable[[QWidget, str], None]) -> Callable[[str], None]:
    """Type a question over the one before, and wait for its answer."""

    def ask_(text: str) -> None:
        reader.action("find").trigger()
        field = reader.views.search_bar.focusProxy()
        assert field is not None
        type_text(field, text)
        reader.until_found(text)

    return ask_
