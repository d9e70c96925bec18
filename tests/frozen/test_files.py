"""The frozen program after a double click: a window with the file, or a dialog to say why not."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.frozen.sandbox import BUNDLE, PROGRAM
from tests.frozen.screen import PATIENCE, Screen, running, screen

pytestmark = pytest.mark.frozen

ENTRY = Path(__file__).parents[2] / "resources" / "packaging" / "tukor.desktop"


@pytest.fixture(scope="module")
def display() -> Iterator[Screen]:
    with screen() as offered:
        yield offered


@pytest.fixture
def environment(display: Screen, tmp_path: Path) -> dict[str, str]:
    return {
        "DISPLAY": display.display, "HOME": str(tmp_path), "LANG": "hu_HU.UTF-8",
        "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "xcb",
    }  # fmt: skip


def double_click(file: Path) -> list[str | Path]:
    """Return what a file manager starts, by the desktop entry."""
    (command,) = re.findall(r"^Exec=(.*)$", ENTRY.read_text("utf-8"), re.MULTILINE)
    assert command == "tukor %f"
    return [PROGRAM, file]


def files_of(program: subprocess.Popen[bytes]) -> set[Path]:
    """Return what the program has open."""
    return {path.readlink() for path in Path(f"/proc/{program.pid}/fd").iterdir()}


def test_a_dossier_is_opened(display: Screen, environment: dict[str, str], tmp_path: Path):
    (built_in,) = BUNDLE.glob("_internal/database/built/*.tukor")
    file = Path(shutil.copy(built_in, tmp_path / "az én dossziém.tukor"))
    with running(double_click(file), env=environment) as program:
        window = display.window(program)
        until = monotonic() + PATIENCE
        while not (opened := {file, built_in} <= files_of(program)) and monotonic() < until:
            sleep(0.05)
        display.press(window, "ctrl+q")
        assert program.wait(PATIENCE) == 0
    assert opened


def test_a_file_that_is_no_dossier_is_told_of_in_a_dialog(
    display: Screen, environment: dict[str, str], tmp_path: Path
):
    file = tmp_path / "levél.tukor"
    file.write_text("Tisztelt Uram!", "utf-8")
    with running(double_click(file), env=environment, stdout=subprocess.DEVNULL) as program:
        dialog = display.window(program, narrower=900)
        assert display.size(dialog)[1] < 400
        display.press(dialog, "Escape")
        assert program.wait(PATIENCE) == 1
        assert program.stderr is not None
        assert "A dosszié nem olvasható" in program.stderr.read().decode()
