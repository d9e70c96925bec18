"""From a double click to a window that can be used, against a bare window of Qt's; and the size.

    make bundle && make bench

Both programs start in turn on the same virtual screen, whose memory is watched. Tükör can be used
when it is first painted: what is typed then stands in its field and is answered, as
``tests/desktop_app/test_furnishing.py`` has it. It is complete when the picture has not changed for
``STILL`` seconds, with the records in its list.
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

import pytest

from tests.frozen.sandbox import BUNDLE, PROGRAM
from tests.frozen.screen import screen

pytestmark = pytest.mark.benchmark

STARTS = 7
STILL = 2.0  # on a busy machine the search engine takes a second to load after the first paint
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
    print(f"\nmilliseconds, median of {STARTS} (worst)    first paint          complete")
    ratios = {}
    for state in ("warm", *(["cold"] if os.access(DROP_CACHES, os.W_OK) else [])):
        bare, bundle = zip(*(_one_each(tmp_path, state) for _turn in range(STARTS)), strict=True)
        ratios[state] = _report(state, list(bare), list(bundle))
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


def _one_each(home: Path, state: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Start the bare window and the bundle, each once."""
    return (
        _start([sys.executable, "-c", BARE], home, state),
        _start([PROGRAM], home, state),
    )


def _start(command: list[str | Path], home: Path, state: str) -> tuple[float, float]:
    """Start a program on a new screen; return when it was painted and when complete."""
    with ExitStack() as after:
        display = after.enter_context(screen("1280x800", memory=home))
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
        changes = [(moment - began) * 1000 for moment in _changes(picture)]
        assert changes, "nothing was painted"
        return changes[0], changes[-1]


def _changes(picture: mmap.mmap) -> Iterator[float]:
    """Yield the moments at which the picture changes, until it has been still for a while."""
    seen, until = hash(picture[:]), time.perf_counter() + 30
    while (now := time.perf_counter()) < until:
        if (shown := hash(picture[:])) != seen:
            seen, until = shown, now + STILL
            yield now
        time.sleep(0.002)


def _report(
    state: str, bare: list[tuple[float, float]], bundle: list[tuple[float, float]]
) -> float:
    """Print one line a program; return how many times longer the bundle takes until used."""
    for name, starts in (("a bare window", bare), ("Tükör", bundle)):
        columns = (
            f"{statistics.median(column):6.0f} ({max(column):5.0f})"
            for column in zip(*starts, strict=True)
        )
        print(f"{state}  {name:<24}  {'      '.join(columns)}")
    first, complete = (
        statistics.median(start[n] for start in bundle)
        / statistics.median(start[n] for start in bare)
        for n in (0, 1)
    )
    print(f"{state}  {'times as long':<24}  {first:6.2f}             {complete:6.2f}")
    return first


def _size(path: Path) -> float:
    """Return how many MiB there are in a file or a folder."""
    files = [path] if path.is_file() else path.rglob("*")
    return (
        sum(file.stat().st_size for file in files if file.is_file() and not file.is_symlink()) / MIB
    )
