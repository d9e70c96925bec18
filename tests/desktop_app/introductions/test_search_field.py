"""The suggestions at the field, at the real window."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.desktop_app.reading_room import ReadingRoom


def test_suggestions_that_cannot_be_made_are_told_of_at_the_foot(
    reading_room: ReadingRoom, second: Path, type_text: Callable[[QWidget, str], None]
) -> None:
    with closing(sqlite3.connect(second)) as spoilt, spoilt:
        spoilt.execute("DROP TABLE named")  # the answer to so short a question needs it not
    reader = reading_room.open(dossier=second)
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "rail")
    reader.until_found("rail")
    foot = reader.window.statusBar()
    reader.until(lambda: foot.currentMessage().startswith("Something went wrong"))
    assert reader.results.total > 0
