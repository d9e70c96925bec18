"""Counting the answers to questions that nobody has asked yet."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from database.search.request import SearchRequest
from desktop_app.background.latest_only import LatestOnly, single_worker
from desktop_app.controllers.totals import Totals


def test_what_cannot_be_counted_is_told_of_and_passed_over(qtbot: QtBot):
    parent, counted, failed = QObject(), [], []

    def unreadable() -> object:
        raise OSError("the dossier is gone")

    totals = Totals(unreadable, LatestOnly(single_worker(parent), parent))  # type: ignore[arg-type]
    totals.counted.connect(lambda *answer: counted.append(answer))
    totals.failed.connect(lambda error: failed.append(str(error)))
    totals.ask(SearchRequest(text, "en") for text in ("huawei", "kamera"))
    qtbot.waitUntil(lambda: len(failed) == 2)
    assert (set(failed), counted) == ({"the dossier is gone"}, [])
