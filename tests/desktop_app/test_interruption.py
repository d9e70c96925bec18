"""Ctrl+C on the terminal from which the window was opened, and a system that shuts down."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of Unix")

# The window is told to end while it is furnished, and when nothing happens any more.
TOLD = """
import os, signal, sys
from pathlib import Path
for heard in (signal.SIGINT, signal.SIGHUP):  # what a shell does to what runs in the background
    signal.signal(heard, signal.SIG_DFL)
from PySide6.QtCore import QTimer
from desktop_app import furnishing, opening

class Furnishing(furnishing.Furnishing):
    def __init__(self, frame, dossiers):
        super().__init__(frame, dossiers)
        if sys.argv[2] == "at once":
            frame.window.painted.connect(self.tell)
        else:
            done = QTimer(self, interval=10)
            done.timeout.connect(lambda: frame.window.count.text() and (done.stop(), self.tell()))
            done.start()

    def tell(self):
        os.kill(os.getpid(), int(sys.argv[1]))

furnishing.Furnishing = Furnishing
sys.exit(opening.run((Path(sys.argv[3]),)))
"""


@pytest.mark.parametrize("when", ["at once", "later"])
@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_window_closes_as_its_reader_closes_it(
    real_dossier: Path, tmp_path: Path, wish: signal.Signals, when: str
) -> None:
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    ran = subprocess.run(
        [sys.executable, "-c", TOLD, str(wish.value), when, real_dossier],
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    told = [line for line in ran.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (ran.returncode, told) == (0, [])
    assert "geometry" in (tmp_path / "tukor/tukor.conf").read_text("utf-8")
