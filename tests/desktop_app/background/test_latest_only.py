"""The one way off the thread of the window."""

import logging
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.background.latest_only import LatestOnly, single_worker
from tests.desktop_app.reading_room import PATIENCE


@pytest.fixture
def pool(qapp: QApplication) -> Iterator[QThreadPool]:
    pool = single_worker(qapp)
    yield pool
    assert pool.waitForDone(PATIENCE), "a background task outlived its test"
    pool.deleteLater()


@pytest.fixture
def latest(pool: QThreadPool) -> LatestOnly:
    return LatestOnly(pool)


def fail() -> object:
    raise LookupError("no such thing")


def test_an_answer_comes_back_to_the_thread_of_the_window(qtbot: QtBot, latest: LatestOnly) -> None:
    threads = []
    latest.ready.connect(lambda _answer: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(latest.ready) as answer:
        latest.submit(QThread.currentThread)
    assert answer.args is not None
    assert answer.args[0] is not QThread.currentThread()
    assert threads == [QThread.currentThread()]


def test_superseded_work_never_starts(qtbot: QtBot, latest: LatestOnly) -> None:
    started: list[int] = []
    begun, gate = threading.Event(), threading.Event()
    latest.submit(lambda: begun.set() or gate.wait(PATIENCE / 1000))
    assert begun.wait(PATIENCE / 1000)
    for n in range(20):
        latest.submit(lambda n=n: started.append(n) or n)
    with qtbot.waitSignal(latest.ready) as answer:
        gate.set()
    assert started == [19]
    assert answer.args == [19]


def test_the_answer_to_a_superseded_question_is_forgotten(qtbot: QtBot, latest: LatestOnly) -> None:
    answers: list[object] = []
    latest.ready.connect(answers.append)
    begun, gate = threading.Event(), threading.Event()
    latest.submit(lambda: begun.set() or (gate.wait(PATIENCE / 1000) and "old"))
    assert begun.wait(PATIENCE / 1000)
    with qtbot.waitSignal(latest.ready):
        latest.submit(lambda: "new")
        gate.set()
    assert answers == ["new"]


def test_a_failure_is_reported_and_logged(
    qtbot: QtBot, latest: LatestOnly, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.INFO, logger="desktop_app"),
        qtbot.assertNotEmitted(latest.ready),
        qtbot.waitSignal(latest.failed) as failure,
    ):
        latest.submit(fail)
    assert failure.args is not None
    assert isinstance(failure.args[0], LookupError)
    assert "no such thing" in caplog.text


def test_a_superseded_failure_troubles_nobody(qtbot: QtBot, latest: LatestOnly) -> None:
    failures: list[object] = []
    latest.failed.connect(failures.append)
    begun, gate = threading.Event(), threading.Event()
    latest.submit(lambda: begun.set() or (gate.wait(PATIENCE / 1000) and fail()))
    assert begun.wait(PATIENCE / 1000)
    with qtbot.waitSignal(latest.ready):
        latest.submit(lambda: "answer")
        gate.set()
    assert failures == []


def test_work_goes_on_after_a_failure(qtbot: QtBot, latest: LatestOnly) -> None:
    with qtbot.waitSignal(latest.failed):
        latest.submit(fail)
    with qtbot.waitSignal(latest.ready) as answer:
        latest.submit(lambda: "answer")
    assert answer.args == ["answer"]


def test_every_work_runs_on_the_same_thread_so_that_a_connection_may_be_kept(
    qtbot: QtBot, latest: LatestOnly
) -> None:
    threads = set()
    for _turn in range(5):
        with qtbot.waitSignal(latest.ready) as answer:
            latest.submit(threading.get_ident)
        assert answer.args is not None
        threads.add(answer.args[0])
    assert len(threads) == 1


class Slow:
    """Counts for a minute unless it is told to give up."""

    def __init__(self) -> None:
        self.begun, self.ended, self._given_up = (threading.Event() for _ in range(3))
        self.left_in_time = False

    def work(self) -> object:
        self.begun.set()
        try:
            if self._given_up.wait(60):
                self.left_in_time = True
                raise InterruptedError
        finally:
            self.ended.set()
        return "too late"

    def abandon(self) -> None:
        self._given_up.set()


def test_work_under_way_is_abandoned_for_a_newer_question(
    qtbot: QtBot, latest: LatestOnly, caplog: pytest.LogCaptureFixture
) -> None:
    slow, heard = Slow(), list[object]()
    latest.ready.connect(heard.append)
    latest.failed.connect(heard.append)
    latest.submit(slow.work, slow.abandon)
    assert slow.begun.wait(PATIENCE / 1000)
    with (
        caplog.at_level(logging.INFO, logger="desktop_app"),
        qtbot.waitSignal(latest.ready),
    ):
        latest.submit(lambda: "new")
    assert slow.left_in_time
    assert heard == ["new"]
    assert caplog.text == ""


def test_what_is_not_under_way_is_not_abandoned(qtbot: QtBot, latest: LatestOnly) -> None:
    abandoned: list[str] = []
    with qtbot.waitSignal(latest.ready):
        latest.submit(lambda: "done", lambda: abandoned.append("done"))
    begun, gate = threading.Event(), threading.Event()
    latest.submit(lambda: begun.set() or gate.wait(PATIENCE / 1000))
    assert begun.wait(PATIENCE / 1000)
    latest.submit(lambda: "waiting", lambda: abandoned.append("waiting"))
    with qtbot.waitSignal(latest.ready) as answer:
        latest.submit(lambda: "new")
        gate.set()
    assert answer.args == ["new"]
    assert abandoned == []
