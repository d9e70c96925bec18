"""From a click on a hit to its page, at growing sizes: any record, and the one most others name.

    make bench

Milliseconds of the window's own thread: reading the record, its page and setting that in type.
"""

import sqlite3
import time
from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from database.library import Library
from database.model.record import RecordId
from database.model.schema import Schema
from desktop_app.presentation.page import page
from desktop_app.views.record.record_view import RecordView
from i18n.locales import ENGLISH
from tests.benchmarks.report import median, p95
from tests.benchmarks.rivals import compiled
from tests.benchmarks.shelf import Shelf

SEVERAL = 30
_MOST_NAMED = """
    SELECT id FROM record JOIN relation ON target = number
    GROUP BY id ORDER BY count(*) DESC LIMIT 1"""
_MOST_CITED = """
    SELECT id FROM record JOIN citation ON source = number
    GROUP BY id ORDER BY count(*) DESC LIMIT 1"""


@pytest.mark.benchmark
def test_a_record_is_opened(
    shelf: Shelf, sizes: tuple[int, ...], schema: Schema, qtbot: QtBot
) -> None:
    print(f"\n{'records':>8}{'any':>8} /{'p95':>7}{'most named':>12}{'most cited':>12}  ms")
    for size in sizes:
        path = compiled(shelf, size)
        library = Library.open([path], schema)
        view = RecordView()
        qtbot.addWidget(view)
        view.resize(760, 700)
        view.show()
        ids = list(library.titles)
        some = [ids[n * len(ids) // SEVERAL] for n in range(SEVERAL)]
        with closing(sqlite3.connect(path)) as db:
            hubs = [db.execute(sql).fetchone()[0] for sql in (_MOST_NAMED, _MOST_CITED)]
        _opened(some[0], library, view)  # what loads but once
        times = [_opened(record_id, library, view) for record_id in some]
        named, cited = (_opened(record_id, library, view) for record_id in hubs)
        print(f"{size:>8}{median(times):>8.0f} /{p95(times):>7.0f}{named:>12.0f}{cited:>12.0f}")
        assert all(library.record(record_id) for record_id in (*some, *hubs))


def _opened(record_id: RecordId, library: Library, view: RecordView) -> float:
    began = time.thread_time()
    view.show_page(page(library.record(record_id), library, ENGLISH))
    view.grab()
    return (time.thread_time() - began) * 1000
