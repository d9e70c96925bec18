"""From a double click to a window that can be used, against a bare window of Qt's; and the size.

    make bundle && make bench

Both programs start in turn on the same virtual screen, whose memory is watched. Tükör can be used
when it is first painted: what is typed then stands in its field and is answered, as
``tests/desktop_app/test_furnishing.py`` has it. Three moments more are told: when the records stand
in its list; when a letter that was typed as soon as there was a window is answered there; and when
all is complete, filters too, and the picture does not change any more.
"""

import mmap
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.frozen.sandbox import BUNDLE, PROGRAM
from tests.frozen.screen import screen

pytestmark = pytest.mark.benchmark

STARTS = 7
STILL = 2.0  # seconds: on a busy machine the filters come a second after the first paint
WATCHED = 6.0  # seconds at most: where something was typed, the caret blinks for ever
WIDTH, HEIGHT = 1280, 800
LIST = (range(200, 600), slice(300, 560))  # the lines of the screen, and what of each, with hits
BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1190, 756)
window.show()
app.exec()
"""
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
LEANEST = {"tukor": 111.1, "tukor-system": 99.5}  # MiB without data, packaging-findings.md
# What `from PySide6.QtWidgets import QApplication` loads of Qt, and nothing more.
FLOOR = (
    *(f"Qt{name}.abi3.so" for name in ("Core", "Gui", "Widgets")),
    *(f"Qt/lib/libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets")),
    "Qt/lib/libicu*.so.*",
)
MIB = 2**20


def test_the_bundle_starts_almost_as_fast_as_a_bare_window(tmp_path: Path):
    if not PROGRAM.exists():
        pytest.fail("there is no bundle: `make bundle` builds it")
    print(f"\nmilliseconds, median of {STARTS} (worst), and times as long as a bare window")
    ratios = {}
    for state in ("warm", *(["cold"] if os.access(DROP_CACHES, os.W_OK) else [])):
        ratios[state] = _report(state, [_one_each(tmp_path, state) for _turn in range(STARTS)])
    assert {state: ratio for state, ratio in ratios.items() if ratio > 1.5} == {}


def test_the_bundle_is_hardly_larger_than_qt():
    site = Path(str(find_spec("PySide6").origin)).parent
    floor = sum(_size(path) for pattern in FLOOR for path in site.glob(pattern))
    print(f"\nMiB: {floor:.1f} of Qt's windows, and what they cannot do without")
    for name, leanest in LEANEST.items():
        folder = BUNDLE.with_name(name)
        whole, data = _size(folder), _size(folder / "_internal/database/built")
        print(
            f"MiB: {whole:.1f} {name}, of that {data:.1f} dossier; the rest is"
            f" {(whole - data) / leanest:.2f} times the leanest that was found"
        )
        assert whole - data <= 1.3 * leanest


def _one_each(home: Path, state: str) -> dict[str, float]:
    """Start the bare window once and the bundle twice; return when everything was there."""
    bare = _start([sys.executable, "-c", BARE], home, state)
    bundle = _start([PROGRAM], home, state)
    typed = _start([PROGRAM], home, state, letter="h")
    assert typed.hits != bundle.hits, "the letter was not answered"
    return {
        "a bare window": bare.first,
        "first picture": bundle.first,
        "records in the list": bundle.listed,
        "first letter answered": typed.listed,
        "complete": bundle.last,
    }


class Seen(NamedTuple):
    """When a program was painted first, in its list for the last time, and at all for the last."""

    first: float
    listed: float
    last: float
    hits: int


def _start(command: list[str | Path], home: Path, state: str, letter: str = "") -> Seen:
    """Start a program on a new screen; type *letter* as soon as there is a picture."""
    with ExitStack() as after:
        display = after.enter_context(screen(f"{WIDTH}x{HEIGHT}", memory=home))
        framebuffer = after.enter_context((home / "Xvfb_screen0").open("rb"))
        picture = after.enter_context(mmap.mmap(framebuffer.fileno(), 0, prot=mmap.PROT_READ))
        environment = {
            "DISPLAY": display.display, "HOME": str(home), "LANG": "C.UTF-8",
            "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "xcb",
        }  # fmt: skip
        if state == "cold":
            os.sync()
            DROP_CACHES.write_text("3")
        began = time.perf_counter()
        program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        after.callback(program.wait)
        after.callback(program.terminate)
        changes: list[float] = []
        listed, hits = 0.0, _hits(picture)
        for moment in _changes(picture):
            changes.append((moment - began) * 1000)
            if (shown := _hits(picture)) != hits:
                listed, hits = changes[-1], shown
            if letter:
                find = ["search", "--onlyvisible", "--name", "."]
                keys = ["xdotool", *find, "windowfocus", "key", letter]
                typing = subprocess.Popen(keys, env=environment, stdout=subprocess.DEVNULL)
                after.callback(typing.wait)
                letter = ""
        assert changes, "nothing was painted"
        return Seen(changes[0], listed, changes[-1], hits)


def _hits(picture: mmap.mmap) -> int:
    """Return what tells one picture of the list from another."""
    head = len(picture) - 4 * WIDTH * HEIGHT
    lines, part = LIST
    starts = (head + 4 * WIDTH * line for line in lines)
    return hash(b"".join(picture[at + 4 * part.start : at + 4 * part.stop] for at in starts))


def _changes(picture: mmap.mmap) -> Iterator[float]:
    """Yield the moments at which the picture changes, until it has been still for a while."""
    seen, until, last = hash(picture[:]), time.perf_counter() + 30, float("inf")
    while (now := time.perf_counter()) < min(until, last):
        if (shown := hash(picture[:])) != seen:
            seen, until, last = shown, now + STILL, min(last, now + WATCHED)
            yield now
        time.sleep(0.002)


def _report(state: str, turns: list[dict[str, float]]) -> float:
    """Print one line a moment; return how many times longer the bundle takes until used."""
    medians = {name: statistics.median(turn[name] for turn in turns) for name in turns[0]}
    ratios = {name: median / medians["a bare window"] for name, median in medians.items()}
    for name, median in medians.items():
        worst = max(turn[name] for turn in turns)
        print(f"{state}  {name:<24} {median:6.0f} ({worst:5.0f})  {ratios[name]:6.2f}")
    return ratios["first picture"]


def _size(path: Path) -> float:
    """Return how many MiB there are in a file or a folder."""
    files = [path] if path.is_file() else path.rglob("*")
    return (
        sum(file.stat().st_size for file in files if file.is_file() and not file.is_symlink()) / MIB
    )
