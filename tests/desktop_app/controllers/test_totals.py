"""Counting the answers to questions that nobody has asked yet."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from database.search.request import SearchRequest
from desktop_app.background.latest_only import LatestOnly, single_worker
from desktop_app.controllers.totals import Totals


def test_what_cannot_be_counted_is_passed_over(qtbot: QtBot):
    parent, tries, told = QObject(), [], []

    def unreadable() -> object:
        tries.append(1)
        raise OSError("the dossier is gone")

    totals = Totals(unreadable, LatestOnly(single_worker(parent), parent))  # type: ignore[arg-type]
    totals.counted.connect(lambda *answer: told.append(answer))
    totals.ask(SearchRequest(text, "en") for text in ("huawei", "kamera"))
    qtbot.waitUntil(lambda: len(tries) == 2)
    assert told == []
