"""The window is there first, and what belongs in it comes while the reader may already type."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from database.model.errors import DossierMissing
from desktop_app.actions import COMMANDS, FROM_THE_START
from desktop_app.frame import Frame, open_frame
from desktop_app.furnishing import PIECES, Furnishing
from desktop_app.settings import Settings
from i18n.locales import ENGLISH, HUNGARIAN
from tests.desktop_app.reading_room import PATIENCE, SIZE, ReadingRoom

# None of them may be loaded before the window can be seen: together they take longer than Qt.
HEAVY = ("click", "sqlite3", "sqlite_utils", "whoosh", "babel", "rapidfuzz", "database.library")

FIRST_PICTURE = """
import sys
from pathlib import Path
from PySide6 import QtCore, QtGui
from desktop_app import __main__, furnishing, settings
from desktop_app.frame import open_frame, start
from i18n.locales import ENGLISH
app = start()
frame = open_frame(app, settings.Settings(Path(sys.argv[1])), ENGLISH)
frame.window.painted.connect(app.quit)
frame.window.show()
app.exec()
print(*sys.modules)
print(*vars(QtCore), *vars(QtGui))
"""

# Ends as soon as what reads signs is there, though nobody has typed any.
NOBODY_TYPES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app import furnishing, settings
from desktop_app.frame import open_frame, start
from i18n.locales import ENGLISH
app = start()
frame = open_frame(app, settings.Settings(Path(sys.argv[1])), ENGLISH)
rest = furnishing.Furnishing(frame, (Path(sys.argv[2]),))
timer = QTimer(interval=50)
timer.timeout.connect(lambda: "whoosh.query" in sys.modules and frame.window.close())
timer.start()
frame.window.show()
app.exec()
"""


@pytest.fixture
def frame(
    reading_room: ReadingRoom, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[Frame]:
    """The frame of a window, not shown yet."""
    frame = open_frame(qapp, Settings(tmp_path / "settings.ini"), ENGLISH)
    yield frame
    reading_room.adopt(frame.window)


def answered(frame: Frame, text: str) -> Callable[[], bool]:
    """Return whether the window shows the answer to *text*."""

    def seen() -> bool:
        panes = getattr(frame.window, "panes", None)
        shown = panes and panes.views.results.results
        return bool(shown) and shown.text == text

    return seen


def test_what_is_typed_before_there_is_anything_to_search_is_answered(
    frame: Frame, real_dossier: Path, qtbot: QtBot, type_text: Callable[[QLineEdit, str], None]
) -> None:
    Furnishing(frame, (real_dossier,))
    field = frame.window.findChild(QLineEdit)
    frame.window.painted.connect(lambda: type_text(field, "Huawei"))
    frame.window.show()
    qtbot.waitUntil(answered(frame, "Huawei"))
    assert (field.text(), field.selectedText()) == ("Huawei", "")
    assert frame.window.views.results.results.total > 5


def test_the_language_can_be_changed_before_there_is_anything_else(
    frame: Frame, real_dossier: Path, qtbot: QtBot
) -> None:
    Furnishing(frame, (real_dossier,))
    frame.window.painted.connect(lambda: frame.window.top.languages.chosen.emit(HUNGARIAN))
    frame.window.show()
    qtbot.waitUntil(answered(frame, ""))
    assert frame.window.menus["&File"].title() == "&Fájl"
    assert "Kína Szerbia IKT-szektorában" in frame.window.edition.accessibleName()


def test_only_what_can_be_done_is_offered_until_all_is_there(
    frame: Frame, real_dossier: Path, qtbot: QtBot
) -> None:
    def offered() -> set[str]:
        return {c.id for c in COMMANDS if frame.window.actions_by_id[c.id].isEnabled()}

    Furnishing(frame, (real_dossier,))
    assert offered() == FROM_THE_START
    frame.window.show()
    qtbot.waitUntil(answered(frame, ""))
    later = {"back", "forward", "save_search", "export_record", "stop_export"}
    later |= {"close_dossier", "renew_dossier", "copy_id", "copy_reference", "mirror", "open_link"}
    assert {c.id for c in COMMANDS} - offered() == later


def test_a_window_is_furnished_once_everything_is_there(
    frame: Frame, real_dossier: Path, qtbot: QtBot
) -> None:
    furnishing = Furnishing(frame, (real_dossier,))
    there: list[bool] = []
    furnishing.furnished.connect(lambda: there.append(frame.window.panes is not None))
    frame.window.show()
    qtbot.waitUntil(answered(frame, ""))
    assert there == [True]


def test_it_is_told_why_a_window_stays_empty(frame: Frame, tmp_path: Path, qtbot: QtBot) -> None:
    furnishing = Furnishing(frame, (tmp_path / "none.tukor",))
    with qtbot.waitSignal(furnishing.failed) as told:
        frame.window.show()
    assert isinstance(told.args[0], DossierMissing)


def test_closing_a_window_at_once_forgets_nothing_of_its_panes(
    reading_room: ReadingRoom, qapp: QApplication
) -> None:
    panes = reading_room.open().window.panes
    panes.across.handle(1).moveSplitter(panes.across.sizes()[0] + 40)
    left = panes.across.sizes()
    reading_room.close()
    hasty = open_frame(qapp, Settings(reading_room.settings), ENGLISH)
    hasty.window.show()
    hasty.window.close()
    reading_room.adopt(hasty.window)
    reading_room.close()
    window = reading_room.open().window
    window.resize(*SIZE)  # the system makes it as small as the screen
    kept = window.panes.across.sizes()
    assert kept[:2] == pytest.approx(left[:2], abs=2)


def test_what_reads_signs_is_loaded_while_nobody_types(tmp_path: Path, real_dossier: Path) -> None:
    command = [sys.executable, "-c", NOBODY_TYPES, tmp_path / "settings.ini", real_dossier]
    assert subprocess.run(command, timeout=PATIENCE / 1000, check=False).returncode == 0


def test_little_is_loaded_before_the_window_can_be_seen(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE, tmp_path / "settings.ini"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    loaded, of_qt = (set(line.split()) for line in ran.stdout.splitlines())
    assert "desktop_app.window" in loaded
    assert loaded.isdisjoint({*HEAVY, *PIECES})
    assert "QAction" in of_qt
    assert "Qt" not in of_qt, "its 130 enumerations take longer than the rest of the picture"
