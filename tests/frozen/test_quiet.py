"""The frozen program opens no socket but to the screen, and starts no other program."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from database.exchange.writing.formats import FORMATS
from tests.frozen.sandbox import PROGRAM
from tests.frozen.screen import PATIENCE, Screen, running, screen

pytestmark = pytest.mark.frozen

# What would betray a network or a helper; also what could only be seen of an open socket.
WATCHED = "socket,socketpair,connect,bind,listen,accept,accept4,sendto,execve,fork,vfork"

# Something to import in each format, by the ending of its name.
FILES = {
    "csv": "title,purpose\nA bridge,To carry the trains\n",
    "ftm.json": '{"id": "p", "schema": "Project", "properties": {"name": ["A bridge"]}}\n',
    "json": '[{"id": "b", "type": "report", "title": "A bridge"}]',
}


@pytest.fixture(scope="module")
def display() -> Iterator[Screen]:
    with screen() as offered:
        yield offered


def watched(log: Path, *words: str | Path) -> list[str | Path]:
    if not shutil.which("strace"):
        pytest.fail("strace is missing: `make setup-tests` installs it or says how")
    # -f: its threads and children too; -e signal=none: nothing but calls
    return ["strace", "-f", "-qq", "-e", f"trace={WATCHED}", "-e", "signal=none", "-o", log,
            PROGRAM, *words]  # fmt: skip


def environment(home: Path, display: Screen) -> dict[str, str]:
    return {
        "DISPLAY": display.display,
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(home),
    }


def suspicious(log: Path, display: Screen) -> list[str]:
    """Return the calls that a quiet program does not make."""
    screens = rf'connect\(\d+, {{sa_family=AF_UNIX, sun_path=@?"{display.socket}"}}'
    return [
        line
        for line in log.read_text("utf-8").splitlines()
        if not re.search(rf'socket\(AF_UNIX|{screens}|execve\("{PROGRAM}"', line)
    ]


def test_it_is_quiet_while_it_is_used(display: Screen, tmp_path: Path):
    log = tmp_path / "calls"
    with running(watched(log), env=environment(tmp_path, display)) as program:
        window = display.window(program)
        sleep(2)
        display.press(window, *"huawei")
        sleep(1)
        display.press(window, "ctrl+shift+e")
        display.press(display.window(program, narrower=display.size(window)[0]), "Return")
        sleep(2)
        display.press(display.window(program, narrower=display.size(window)[0]), "Escape")
        display.press(window, "ctrl+l", "F2", "ctrl+q")
        program.wait(PATIENCE)
    assert (tmp_path / "huawei.csv").read_text("utf-8-sig").startswith("id,type,")
    assert "locale=hu" in (tmp_path / ".config/tukor/tukor.conf").read_text("utf-8")
    assert "AF_UNIX" in log.read_text("utf-8")
    assert suspicious(log, display) == []


def test_it_is_quiet_while_it_imports(display: Screen, tmp_path: Path):
    """The menu, the dialog that asks which file, the one that imports it, and the new record."""
    log, made = tmp_path / "calls", tmp_path / "table.tukor"
    (tmp_path / "table.csv").write_text(FILES["csv"], "utf-8")
    with running(watched(log), env=environment(tmp_path, display), cwd=tmp_path) as program:
        window = display.window(program)
        sleep(2)
        display.press(window, "ctrl+shift+i")
        narrower = display.size(window)[0]
        keys = [*"table", "period", *"csv", "Return"]
        display.press(display.window(program, narrower=narrower), *keys)
        sleep(2)
        display.press(display.window(program, narrower=narrower), "Return")
        until = monotonic() + PATIENCE
        while not made.exists() and monotonic() < until:
            sleep(0.1)
        sleep(1)
        display.press(display.window(program, narrower=narrower), "Escape")
        display.press(window, "ctrl+q")
        program.wait(PATIENCE)
    assert made.exists()
    assert suspicious(log, display) == []


@pytest.mark.parametrize("suffix", ["csv", "ftm.json", "json"])
def test_its_import_is_quiet_and_takes_the_file_in(
    display: Screen, tmp_path: Path, suffix: str
) -> None:
    log, file = tmp_path / "calls", tmp_path / f"table.{suffix}"
    file.write_text(FILES[suffix], "utf-8")
    with running(watched(log, "import", file), env=environment(tmp_path, display)) as program:
        program.communicate(timeout=120)
    assert program.returncode == 0
    assert (tmp_path / "table.tukor").exists()
    assert suspicious(log, display) == []


@pytest.mark.parametrize(
    "words",
    [
        ("--version",),
        ("search", "okosváros"),
        ("show", "project/belgrade-safe-city"),
        *(
            ("export", "huawei", "--format", each.id, "--out", f"{{folder}}.{each.suffix}")
            for each in FORMATS
        ),
        ("tour", "--out", "{folder}"),
    ],
    ids=lambda words: " ".join(words[:4:3]),
)
def test_its_commands_are_quiet(display: Screen, tmp_path: Path, words: tuple[str, ...]):
    log = tmp_path / "calls"
    command = watched(log, *(word.format(folder=tmp_path / "tour") for word in words))
    with running(command, env=environment(tmp_path, display)) as program:
        program.communicate(timeout=120)
    assert program.returncode == 0
    assert suspicious(log, display) == []
