"""From a keystroke to painted results, and from one language to the other, at growing sizes.

    make bench

Milliseconds by the clock are what a reader waits; on a busy machine they tell more of the others.
So the time of the processor is told too, and where it goes: to the engine, which works on a thread
of its own, and to the window, which sets hits in type and paints them. ``facets`` is what both
spend on the facets, which follow the hits. The windows of all sizes are open at once and take turns
at every key, so that a bad moment of the machine hits them all.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QEventLoop, Qt, QThreadPool, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from database import memory
from database.search.library_search import LibrarySearch
from desktop_app.assembly import assemble
from desktop_app.controllers.search import SearchController
from desktop_app.frame import start
from desktop_app.localization import Localizer
from desktop_app.look.appearance import Appearance
from desktop_app.settings import Settings
from desktop_app.window import Window
from i18n.locales import ENGLISH, HUNGARIAN
from tests.benchmarks.report import median, p95, slope
from tests.benchmarks.rivals import compiled
from tests.benchmarks.shelf import Shelf
from tests.desktop_app.reading_room import dismiss

SIZES = (200, 2_000, 20_000)
TYPED = ("okosváros", "Huawei", "data centre", "kamerák", "Vučić", "loan", "5G", "Belgrade safe")
SWITCHES = 10
PAUSE = 50  # milliseconds between two keys; 240 words a minute
# Milliseconds at 200 records: median and 95th percentile of a keystroke, and a switch.
KEY, KEY_P95, SWITCH = 16, 33, 100


@dataclass
class Spent:
    """Milliseconds of each keystroke or switch: by the clock, and of the processor."""

    clock: list[float] = field(default_factory=list)
    engine: list[float] = field(default_factory=list)
    window: list[float] = field(default_factory=list)
    facets: list[float] = field(default_factory=list)

    @property
    def processor(self) -> list[float]:
        """What the first rows cost in all."""
        return [sum(parts) for parts in zip(self.engine, self.window, strict=True)]


@dataclass
class Engine:
    """How long the engine has worked, in seconds of the processor."""

    seconds: float = 0.0

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Hold a stopwatch to every question, on the thread that answers it."""
        for name in ("hits", "facets"):
            monkeypatch.setattr(LibrarySearch, name, self._timed(getattr(LibrarySearch, name)))

    def _timed(self, ask: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*request: Any) -> Any:
            began = time.thread_time()
            answer = ask(*request)
            self.seconds += time.thread_time() - began
            return answer

        return timed


class Reader:
    """Somebody in front of one window, with a stopwatch."""

    def __init__(self, app: QApplication, window: Window, engine: Engine) -> None:
        self._app, self._window, self._engine = app, window, engine
        self._seen: list[str] = []
        self._waiting = QEventLoop(window)
        search = window.findChild(SearchController)
        for name in ("answered", "counted"):  # heard after all those who show it
            getattr(search, name).connect(lambda _answer, name=name: self._see(name))

    def sits_down(self) -> None:
        """Open the window and let it finish what it begins with."""
        self._window.show()
        self._until("counted")
        for pool in self._window.findChildren(QThreadPool):
            pool.waitForDone()  # the dossier is compared with its checksum, once

    def clears(self) -> None:
        """Empty the field."""
        self._seen.clear()
        self._window.views.search_bar.put("", 0)
        self._until("counted")

    def types(self, letter: str, spent: Spent) -> None:
        """Type one letter."""
        field_ = self._window.views.search_bar.focusProxy()
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        self._measure(lambda: self._app.sendEvent(field_, key), spent)

    def switches(self, turn: int, spent: Spent) -> None:
        """Go over to the other language."""
        wanted = HUNGARIAN if turn % 2 == 0 else ENGLISH
        self._measure(lambda: self._window.views.languages.chosen.emit(wanted), spent)

    def _measure(self, do: Callable[[], object], spent: Spent) -> None:
        self._pause()
        self._seen.clear()
        engine, clock, window = self._engine.seconds, time.perf_counter(), time.thread_time()
        do()
        self._until("answered")
        spent.clock.append((time.perf_counter() - clock) * 1000)
        spent.window.append((time.thread_time() - window) * 1000)
        spent.engine.append((self._engine.seconds - engine) * 1000)
        engine, window = self._engine.seconds, time.thread_time()
        self._until("counted")
        whole = self._engine.seconds - engine + time.thread_time() - window
        spent.facets.append(whole * 1000)

    def _pause(self) -> None:
        """Let the window come to rest: nobody strikes a key at the moment of an answer."""
        QTimer.singleShot(PAUSE, self._waiting.quit)
        self._waiting.exec()

    def _see(self, what: str) -> None:
        self._seen.append(what)
        self._waiting.quit()

    def _until(self, what: str) -> None:
        """Let the window work until something is seen and painted, as Qt itself would paint it."""
        impatience = QTimer(singleShot=True, interval=60_000)
        impatience.timeout.connect(lambda: self._waiting.exit(1))
        impatience.start()
        while what not in self._seen:
            assert self._waiting.exec() == 0, "no answer within a minute"
        for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
            self._app.sendPostedEvents(None, kind.value)


@pytest.mark.benchmark
def test_a_keystroke_is_painted_within_a_frame(
    tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.collect_seldom()
    app, engine = start(), Engine()
    engine.watch(monkeypatch)
    dossiers = {size: compiled(shelf, size) for size in SIZES}
    keys, switches = ({size: Spent() for size in SIZES} for _kind in range(2))
    with _windows(app, tmp_path, dossiers) as windows:
        readers = {size: Reader(app, window, engine) for size, window in windows.items()}
        for reader in readers.values():
            reader.sits_down()
        memory.settle()
        for text in TYPED:
            for reader in readers.values():
                reader.clears()
            for letter in text:
                for size, reader in readers.items():
                    reader.types(letter, keys[size])
    for size in SIZES:  # one at a time: a language is that of all windows
        with _windows(app, tmp_path, {size: dossiers[size]}) as windows:
            reader = Reader(app, windows[size], engine)
            reader.sits_down()
            for turn in range(SWITCHES):
                reader.switches(turn, switches[size])
    _report("keystroke", keys)
    _report("language switch", switches)
    least = keys[SIZES[0]]
    print(
        f"targets at {SIZES[0]}: keystroke {KEY} / {KEY_P95}, switch {SWITCH}; of the processor"
        f" {median(least.processor):.1f} / {p95(least.processor):.1f},"
        f" {max(switches[SIZES[0]].processor):.1f}"
    )
    assert all(len(spent.clock) == sum(map(len, TYPED)) for spent in keys.values())


@contextmanager
def _windows(
    app: QApplication, folder: Path, dossiers: dict[int, Path]
) -> Iterator[dict[int, Window]]:
    hook = sys.excepthook
    windows = {
        size: assemble(app, (dossier,), Settings(folder / "settings.ini"), ENGLISH)
        for size, dossier in dossiers.items()
    }
    yield windows
    sys.excepthook = hook
    for window in windows.values():
        window.views.suggestions.dismiss()
        window.close()
        for pool in window.findChildren(QThreadPool):
            pool.waitForDone()
        window.deleteLater()
    dismiss(app, Localizer, Appearance)


def _report(what: str, spent: dict[int, Spent]) -> None:
    print(f"\n{what}, ms: median / 95th percentile")
    print(f"{'records':>8}" + "".join(
        f"{name:>18}" for name in ("clock", "processor", "engine", "window", "facets")
    ))  # fmt: skip
    for size, one in spent.items():
        columns = (one.clock, one.processor, one.engine, one.window, one.facets)
        told = "".join(f"{median(c):>9.1f} /{p95(c):>7.1f}" for c in columns)
        print(f"{size:>8}{told}")
    growth = slope([(size, median(one.processor)) for size, one in spent.items()])
    print(f"grows with the number of records to the power of {growth:.2f} (processor)")
