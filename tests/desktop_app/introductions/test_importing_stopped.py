"""An import that its reader no longer wants."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop_app.background.stoppable import StoppableWork
from desktop_app.controllers.shelf import Shelf
from desktop_app.introductions.importing import Importing
from tests.desktop_app.reading_room import Reader, in_dialog


class Impatient(QObject):
    """A reader who stops it as soon as the file has been read; the import waits for them."""

    def __init__(self, dialog: QDialog, importing: Importing) -> None:
        super().__init__(dialog)
        choices = dialog.findChild(QDialogButtonBox)
        self._cancel = choices.button(QDialogButtonBox.StandardButton.Cancel)
        work = importing.findChild(StoppableWork)
        assert work
        work.progressed.connect(self._on_progressed, Qt.ConnectionType.BlockingQueuedConnection)

    @Slot(str, int)
    def _on_progressed(self, step: str, _share: int) -> None:
        if step == "checking":
            self._cancel.click()


def test_it_can_be_stopped_and_leaves_nothing(reader: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    table = tmp_path / "bridges.csv"
    rows = (f"project,Bridge {n},To carry the trains,2018" for n in range(1_000))
    table.write_text("\n".join(["type,title,purpose,started", *rows]), "utf-8")
    shelf = reader.window.findChild(Shelf)
    importing = Importing(reader.window, shelf)

    def look(dialog: QDialog) -> None:
        Impatient(dialog, importing)
        buttons = dialog.findChildren(QAbstractButton)
        next(each for each in buttons if each.text() == "&Import").click()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    in_dialog(lambda: importing.open(table), look)
    assert [path.name for path in tmp_path.iterdir() if "bridges" in path.name] == ["bridges.csv"]
    assert len(shelf.paths) == 1
