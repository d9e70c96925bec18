"""The whole window, used as a reader uses it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop_app.reading_room import Reader

TypeText = Callable[[QWidget, str], None]
SAFE_CITY = "project/belgrade-safe-city"


def test_start(reader: Reader, type_text: TypeText) -> None:
    print(QApplication.focusWidget())
    type_text(QApplication.focusWidget(), "safe city")
    reader.until_found("safe city")
    reader.go_to(SAFE_CITY)
    print(reader.chips()[0].text(), reader.page_texts()[:8])
    reader.speak("Magyar")
    print(reader.page_texts()[:8])
