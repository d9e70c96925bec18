"""The binding to Qt that the project is pinned to must be sound on every Python it supports."""

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_leaves_none_alone() -> None:
    """PySide6 6.12.0 on Python 3.11 lost a reference to None a call, and the program died of it."""
    watched = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        watched.setObjectName("name")
    assert sys.getrefcount(None) > before - 500
