"""The screen that the window is to open on, or why there is none."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.errors import NoScreen, explain


def named() -> bool:
    """Tell whether the environment names anything that a window could open on."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def explained() -> Iterator[None]:
    """Say in a sentence why Qt can open no window, and leave with exit status 1.

    Qt itself would tell it in English and abort the process, which no exception can prevent.
    """
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    reasons: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            _leave(reasons)
        reasons.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for message in reasons:  # it was not that bad
        sys.stderr.write(f"{message}\n")


def _leave(reasons: list[str]) -> None:
    told = explain(NoScreen(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY", "")))
    if sys.stderr:
        sys.stderr.write(f"{told}\n")
        sys.stderr.writelines(f"({reason})\n" for reason in reasons[:1])  # Qt goes on guessing
        sys.stderr.flush()
    os._exit(1)
