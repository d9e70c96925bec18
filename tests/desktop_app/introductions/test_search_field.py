"""The suggestions at the field, at the real window."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.controllers.search import SearchController
from tests.desktop_app.reading_room import ReadingRoom


def test_suggestions_that_cannot_be_made_are_told_of_at_the_foot(
    reading_room: ReadingRoom, second: Path, type_text: Callable[[QWidget, str], None]
) -> None:
    with closing(sqlite3.connect(second)) as spoilt, spoilt:
        spoilt.execute("DROP TABLE named")  # the answer to so short a question needs it not
    reader = reading_room.open(dossier=second)
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    search = reader.window.findChild(SearchController)
    assert search is not None
    totals = list[int]()
    search.answered.connect(lambda results: totals.append(results.total))
    type_text(field, "rail")
    reader.until_found("rail")
    foot = reader.window.statusBar()
    reader.until(lambda: foot.currentMessage().startswith("Something went wrong"))
    # Asked of the answer, in whose place it may be told by now that the file was changed.
    assert totals[-1] > 0
