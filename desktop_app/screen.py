"""The screen that the window is to open on, or why there is none."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.errors import NoScreen, explain

if TYPE_CHECKING:  # a program that opens no window needs no Qt
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

# What Qt says of a screen that is only imagined, or of a locale that it has already changed for a
# better one: nobody has to do anything.
_SMALL_TALK = ("does not support propagateSizeHints", "not UTF-8")
_TITLE = 2  # lines of text: about what the system takes for the title of a window


def named() -> bool:
    """Tell whether the environment names anything that a window could open on."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def room_for(window: "QWidget") -> "QSize":
    """Return how large a window may be on its screen, in pixels, its title and frame left out.

    Only the system knows how high these are, and not before it has drawn them.
    """
    room = window.screen().availableSize()
    room.setHeight(room.height() - _TITLE * window.fontMetrics().height())
    return room


def bring_in(window: "QWidget") -> None:
    """Move a window that reaches over the edges of its screen back from them, if it has room."""
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    left = max(room.left(), min(frame.left(), room.right() + 1 - frame.width()))
    top = max(room.top(), min(frame.top(), room.bottom() + 1 - frame.height()))
    if (left, top) != (frame.left(), frame.top()):
        window.move(left, top)


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
        if not _is_small_talk(message):
            reasons.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    _tell(reasons)  # it was not that bad


@contextmanager
def without_small_talk() -> Iterator[None]:
    """Leave out what Qt says of an imagined screen; whatever else it says is told."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def hear(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not _is_small_talk(message):
            _tell([message])

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _is_small_talk(message: str) -> bool:
    return any(part in message for part in _SMALL_TALK)


def _leave(reasons: list[str]) -> None:
    told = explain(NoScreen(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY", "")))
    _tell([str(told), *(f"({reason})" for reason in reasons[:1])])  # Qt goes on guessing
    os._exit(1)


def _tell(lines: Sequence[str]) -> None:
    if sys.stderr:  # a program of Windows without a terminal has none
        sys.stderr.writelines(f"{line}\n" for line in lines)
        sys.stderr.flush()
