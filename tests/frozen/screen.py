"""A screen of our own for the program: to see its window, press its keys, take its picture."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

PATIENCE = 60  # seconds until a start counts as hung
SIGHT = 0.5  # seconds that a reader takes from seeing a window to pressing a key in it


@dataclass(frozen=True)
class Screen:
    """An X server without network, and what a reader does at it."""

    display: str

    @property
    def socket(self) -> Path:
        """Where the server listens; it can be reached from a system without network."""
        return Path(f"/tmp/.X11-unix/X{self.display[1:]}")

    def window(self, program: subprocess.Popen[bytes], *, narrower: int = 100_000) -> str:
        """Wait until the program shows a window *narrower* than so many pixels; return its number.

        That tells a dialog from the window behind it.
        """
        until = monotonic() + PATIENCE
        while program.poll() is None and monotonic() < until:
            for found in self._xdotool("search", "--onlyvisible", "--name", ".").split():
                if self.size(found)[0] < narrower:
                    return found
            sleep(0.05)
        ended = program.poll()
        told = program.stderr.read().decode() if program.stderr and ended is not None else ""
        pytest.fail(f"no window; exit status {ended}\n{told}")

    def size(self, window: str) -> tuple[int, int]:
        """Return width and height of a window."""
        told = dict(
            line.split("=")
            for line in self._xdotool("getwindowgeometry", "--shell", window).split()
        )
        return int(told["WIDTH"]), int(told["HEIGHT"])

    def press(self, window: str, *keys: str) -> None:
        """Press keys in a window, as there is no window manager to give it the keyboard."""
        sleep(SIGHT)
        self._xdotool("windowfocus", "--sync", window, "key", "--delay", "60", *keys)

    def picture(self, target: Path) -> bytes:
        """Save a picture of the whole screen and return it."""
        target.parent.mkdir(parents=True, exist_ok=True)
        taking = ["import", "-display", self.display, "-window", "root", str(target)]
        subprocess.run(taking, check=True, capture_output=True, timeout=PATIENCE)
        return target.read_bytes()

    def _xdotool(self, *words: str) -> str:
        environment = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(
            ["xdotool", *words],
            env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE,
        ).stdout  # fmt: skip


@contextmanager
def screen(size: str = "1280x900", *, memory: Path | None = None) -> Iterator[Screen]:
    """Offer a screen for a while; its picture lies in the folder *memory*, as Xvfb_screen0."""
    for needed in ("Xvfb", "xdotool"):
        if not shutil.which(needed):
            pytest.fail(f"{needed} is missing: `make setup-tests` installs it or says how")
    reading, writing = os.pipe()
    # Without -noreset it begins anew whenever its last client leaves, such as one that has looked
    # for a window, and turns away a program that comes at that moment.
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp",
         "-noreset", *(["-fbdir", str(memory)] if memory else [])],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    try:
        yield Screen(f":{number}")
    finally:
        server.terminate()
        server.wait()


@contextmanager
def running(command: list[str | Path], **how: object) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program for a while."""
    program = subprocess.Popen(command, stderr=subprocess.PIPE, **how)  # type: ignore[call-overload]
    try:
        yield program
    finally:
        program.terminate()
        program.communicate(timeout=PATIENCE)
