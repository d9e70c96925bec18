"""How fast a dossier is compiled, in how much memory, and how soon a changed record is found.

    make bench

Every build is a process of its own, so that its memory is its own; what it took at most before it
began to build stands beside that. Records are made as they are asked for; what that takes is not
counted, though some of it goes on while others are written: "at least" is the rate with all of it.
"""

import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from database.catalog import Catalog, connect
from database.compile import edit
from database.model.record import Record
from database.model.schema import Schema
from database.model.text import Text
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH
from tests.benchmarks.report import Times
from tests.benchmarks.rivals import compiled
from tests.benchmarks.shelf import ROOT, Shelf

RATE = 1_000  # records a second
FINDABLE = 25  # milliseconds, at
AT_MOST = 20_000  # records
CHANGES = 25
_BUILD = """
import resource, sys, time
from pathlib import Path
from database.compile import build
from database.model import schema
from tests.benchmarks.synthetic import made_content
memory = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
content = made_content(int(sys.argv[1]))
before = memory()
clock, processor = time.perf_counter(), time.process_time()
build.compile_into(Path(sys.argv[2]), content, schema.load())
clock, processor = time.perf_counter() - clock, time.process_time() - processor
making = content.records.seconds
print(clock - making[0], processor - making[1], clock, memory(), before)
"""


@pytest.mark.benchmark
def test_a_dossier_of_any_size_is_compiled(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    speed = f"{'clock':>10}{'processor':>11}{'at least':>10}  records/s (target {RATE:,})"
    print(f"\n{'records':>8}{speed}{'MiB':>10}{'before':>10}")
    for size in sizes:
        path = tmp_path / f"{size}.tukor"
        command = [sys.executable, "-c", _BUILD, str(size), str(path)]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        *seconds, memory, before = map(float, ran.stdout.split())
        clock, processor, whole = (size / spent for spent in seconds)
        told = f"{clock:>10,.0f}{processor:>11,.0f}{whole:>10,.0f}"
        print(f"{size:>8}{told}{'':>31}{memory:>10.0f}{before:>10.0f}", flush=True)
        with closing(connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM record").fetchone()[0] == size
        path.unlink()


@pytest.mark.benchmark
def test_a_changed_record_is_found_at_once(
    tmp_path: Path, shelf: Shelf, sizes: tuple[int, ...], schema: Schema
) -> None:
    size = max(size for size in sizes if size <= AT_MOST)
    path = Path(shutil.copy(compiled(shelf, size), tmp_path / "changed.tukor"))
    put, found = Times(), Times()
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        catalog = Catalog(connection, schema)
        ids = list(catalog.titles)
        for n in range(CHANGES):
            record = catalog.record(ids[n * len(ids) // CHANGES])
            word = f"xq{chr(97 + n)}jw"  # no form of another word, and the beginning of none
            clock, processor = time.perf_counter(), time.thread_time()
            edit.put(connection, schema, _saying(record, word))
            _add(put, clock, processor)
            results = SearchEngine(connection, schema).hits(SearchRequest(word, ENGLISH))
            _add(found, clock, processor)
            assert [hit.id for hit in results.hits] == [record.id]
    print(f"\n{size:,} records, one changed: ms by the clock and of the processor, median / p95")
    print(f"written {put}\nfound   {found}   (target {FINDABLE})")


def _saying(record: Record, word: str) -> Record:
    said = {language: f"{text} {word}" for language, text in record.description.by_language.items()}
    return replace(record, description=Text(said))


def _add(times: Times, clock: float, processor: float) -> None:
    times.add((time.perf_counter() - clock) * 1000, (time.thread_time() - processor) * 1000)
