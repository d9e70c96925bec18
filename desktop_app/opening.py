"""Opening the window and staying until it is closed.

Nothing of Qt is imported before there is somebody to explain why that fails.
"""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from database import memory
from database.model.errors import KnownError
from desktop_app import screen
from desktop_app.errors import NoScreen, explain
from desktop_app.log import keep_log
from desktop_app.terminal import explaining
from i18n.locales import find
from i18n.messages import _

if TYPE_CHECKING:
    from desktop_app.window import Window


def run(dossiers: Sequence[Path], lang: str | None = None) -> int:
    """Open the window over these dossiers; return the exit status once it is closed.

    It is seen first, and furnished while the reader may already type. *lang* is the code of its
    language, the one chosen before if ``None``.
    """
    with explaining():
        if not screen.named():
            raise NoScreen("")
        return _run(dossiers, lang)


def _run(dossiers: Sequence[Path], lang: str | None) -> int:
    # While there is no window there is nothing to lose: Ctrl+C ends the program without a word.
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from PySide6.QtCore import QStandardPaths

    from desktop_app.frame import open_frame, start
    from desktop_app.furnishing import Furnishing
    from desktop_app.interruption import Interruption
    from desktop_app.settings import Settings

    app = start()
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    keep_log(Path(QStandardPaths.writableLocation(place)))
    settings = Settings()
    frame = open_frame(app, settings, find(lang) if lang else settings.locale())
    furnishing = Furnishing(frame, dossiers)
    furnishing.furnished.connect(memory.settle)
    errors: list[KnownError] = []
    furnishing.failed.connect(errors.append)
    furnishing.failed.connect(lambda error: _show(error, frame.window))
    furnishing.failed.connect(frame.window.close)
    Interruption(frame.window).asked.connect(frame.window.close)
    frame.window.show()
    app.exec()
    for error in errors:
        raise error
    return 0


def _show(error: KnownError, window: "Window") -> None:
    """Tell it on the screen too if nobody reads a terminal, as after a double click on a file."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QMessageBox

    if (sys.stderr and sys.stderr.isatty()) or QGuiApplication.platformName() == "offscreen":
        return
    told = explain(error)
    box = QMessageBox(QMessageBox.Icon.Critical, _("Tükör"), told.sentence, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(told.remedy)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.exec()
