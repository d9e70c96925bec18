"""Work that can be stopped stays so, whatever is begun after it."""

from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.background.stoppable import StoppableWork, Tell
from tests.desktop_app.reading_room import PATIENCE


@pytest.mark.parametrize("is_stopped", [True, False])
def test_work_before_ends_where_it_is_when_another_begins(qtbot: QtBot, is_stopped: bool) -> None:
    parent = QObject()
    work = StoppableWork(parent)
    begun, gate = Event(), Event()
    ended, told = [], []
    work.progressed.connect(lambda step, _done: told.append(step))

    def first(tell: Tell) -> None:
        begun.set()
        gate.wait(PATIENCE / 1000)
        tell("first", 1, 2)
        ended.append("first")

    def second(tell: Tell) -> str:
        tell("second", 1, 2)
        return "done"

    work.begin(first)
    assert begun.wait(PATIENCE / 1000)
    if is_stopped:
        work.stop()
    work.begin(second)
    with qtbot.waitSignal(work.finished) as heard:
        gate.set()
    assert heard.args == ["done"]
    assert (ended, told) == ([], ["second"])


def test_work_that_is_stopped_says_so(qtbot: QtBot) -> None:
    parent = QObject()
    work = StoppableWork(parent)
    gate = Event()

    def waiting(tell: Tell) -> None:
        gate.wait(PATIENCE / 1000)
        tell("first", 1, 2)

    work.begin(waiting)
    work.stop()
    with qtbot.waitSignal(work.stopped):
        gate.set()
