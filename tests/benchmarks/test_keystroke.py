"""From a keystroke to painted results, and from one language to the other, at growing sizes.

    make bench

Prints milliseconds, median and 95th percentile, and how each figure grows with the number of
records.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.assembly import assemble, start
from desktop_app.settings import Settings
from desktop_app.window import Window
from i18n.locales import ENGLISH, HUNGARIAN
from tests.benchmarks.synthetic import compile_synthetic

SIZES = (200, 2_000, 20_000)
TYPED = ("okosváros", "Huawei", "data centre", "kamerák", "Vučić", "loan", "5G")
SWITCHES = 10


@pytest.mark.benchmark
def test_a_keystroke_is_painted_within_a_frame(tmp_path: Path) -> None:
    app = start()
    rows = []
    for size in SIZES:
        dossier = compile_synthetic(tmp_path / f"{size}.tukor", size)
        window = assemble(app, (dossier,), Settings(tmp_path / "settings.ini"), ENGLISH)
        window.show()
        _until(lambda w=window: _answered(w, ""))
        keystrokes = [t for text in TYPED for t in _type(app, window, text)]
        switches = [_switch(app, window, n) for n in range(SWITCHES)]
        rows.append((size, keystrokes, switches))
        window.close()
        window.deleteLater()
        app.processEvents()
    _report(rows)
    assert [size for size, *_rest in rows] == list(SIZES)


def _answered(window: Window, text: str) -> bool:
    results = window.views.results.results
    return results is not None and results.text == text


def _until(done: Callable[[], bool]) -> None:
    """Let the window work as for a reader, asking every millisecond whether it is *done*."""
    loop, asking = QEventLoop(), QTimer(interval=1)
    asking.timeout.connect(lambda: loop.exit() if done() else None)
    asking.start()
    QTimer.singleShot(60_000, loop, lambda: loop.exit(1))
    assert loop.exec() == 0, "no answer within a minute"


def _type(app: QApplication, window: Window, text: str) -> list[float]:
    """Type *text*; return the milliseconds from each key to its results on screen."""
    bar = window.views.search_bar
    bar.set_text("")
    target = bar.focusProxy() or bar
    times = []
    for n, letter in enumerate(text, 1):
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        began = time.perf_counter()
        app.sendEvent(target, key)
        _until(lambda n=n: _answered(window, text[:n]))
        window.views.results.repaint()
        times.append((time.perf_counter() - began) * 1000)
    return times


def _switch(app: QApplication, window: Window, turn: int) -> float:
    """Switch the language; return the milliseconds until window and results speak it."""
    wanted = HUNGARIAN if turn % 2 == 0 else ENGLISH
    before = window.views.results.results
    began = time.perf_counter()
    window.views.languages.chosen.emit(wanted)
    _until(lambda: window.views.results.results is not before)
    window.repaint()
    return (time.perf_counter() - began) * 1000


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _report(rows: list[tuple[int, list[float], list[float]]]) -> None:
    print("\nrecords   keystroke median / p95   language switch median / worst   (ms)")
    for size, keys, switches in rows:
        print(
            f"{size:>7}   {statistics.median(keys):>10.1f} / {_p95(keys):<10.1f}"
            f" {statistics.median(switches):>14.1f} / {max(switches):<10.1f}"
        )
    first, last = rows[0], rows[-1]
    growth = statistics.median(last[1]) / statistics.median(first[1])
    print(f"{last[0] // first[0]} times the records: {growth:.1f} times the keystroke")
