"""A round through the window by Tab, and which part of it each stop is in."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop_app.reading_room import Reader

ROUND = 400  # more presses of Tab than any round through the window takes


def room_of(reader: Reader, widget: QWidget | None) -> str:
    """Return which part of the window a widget is in."""
    views = reader.views
    parts: dict[str, QWidget] = {
        "search": views.search_bar,
        "facets": views.facets,
        "results": views.results,
        "record": views.record,
        "evidence": views.evidence,
    }
    return next(
        (name for name, part in parts.items() if widget and part.isAncestorOf(widget)), "bar"
    )


def walk(reader: Reader, key: Qt.Key) -> Iterator[QWidget]:
    """Press Tab or Shift+Tab until the focus is back where it began; yield every stop."""
    first = QApplication.focusWidget()
    for _press in range(ROUND):
        reader.press(key)
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus is lost"
        yield focus
        if focus is first:
            return
    pytest.fail(f"the focus is caught on {QApplication.focusWidget()}")
