"""What nobody foresaw is logged, and told to the reader."""

import logging
import sys
from collections.abc import Iterator

import pytest

from database.model.errors import UnknownRecord
from desktop_app.errors import Explanation, explain
from desktop_app.log import install_last_resort


@pytest.fixture
def told() -> Iterator[list[Explanation]]:
    """Install the last resort; return what it tells."""
    before, told = sys.excepthook, list[Explanation]()
    install_last_resort(told.append)
    yield told
    sys.excepthook = before


def uncaught(error: BaseException) -> None:
    """Do what Python does with an exception that nobody caught."""
    try:
        raise error
    except type(error):
        kind, value, trace = sys.exc_info()
        assert kind is not None
        assert value is not None
        sys.excepthook(kind, value, trace)


def test_a_bug_is_logged_with_its_trace_and_told(
    told: list[Explanation], caplog: pytest.LogCaptureFixture
) -> None:
    uncaught(ZeroDivisionError("division by zero"))
    assert told == [explain(ZeroDivisionError())]
    (record,) = caplog.records
    assert record.levelno == logging.CRITICAL
    assert "raise error\nZeroDivisionError: division by zero" in caplog.text


def test_a_known_error_is_told_but_is_no_bug(
    told: list[Explanation], caplog: pytest.LogCaptureFixture
) -> None:
    uncaught(UnknownRecord("project/none"))
    assert told == [explain(UnknownRecord("project/none"))]
    assert caplog.records == []


def test_ctrl_c_is_left_to_python(
    told: list[Explanation], capsys: pytest.CaptureFixture[str]
) -> None:
    uncaught(KeyboardInterrupt())
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
