"""Our search beside plain FTS5, a Whoosh index and tantivy: the same records, query by query.

    make bench                                                  300 and 2,000 records
    TUKOR_BENCH_SIZES=300,20000,200000 make bench               the whole comparison
    TUKOR_BENCH_FOLDER=DIR                                      keep what was built
    TUKOR_BENCH_EVERY=1                                         Whoosh at 20,000 too, for hours

Questions are drawn from records, so the record each was drawn from has to be found. Of words, a
third is asked for as it stands, a third without accents, and a third in another grammatical form.
Engines take turns at every question; the system has their files in memory. Times are in
milliseconds, by the clock and of the processor; the first page is 12 rows with snippets, as many as
the window asks for at first, then the total; complete is that with facets.
"""

import os

import pytest

from tests.benchmarks.comparison import Comparison
from tests.benchmarks.engine_ours import Ours
from tests.benchmarks.rivals import field_of
from tests.benchmarks.shelf import Shelf

QUESTIONS = int(os.environ.get("TUKOR_BENCH_QUESTIONS", "30"))


@pytest.mark.benchmark
def test_ours_finds_at_least_as_many_right_records_as_every_other(
    shelf: Shelf, sizes: tuple[int, ...]
) -> None:
    comparison = Comparison()
    for size in sizes:
        several = field_of(shelf, size, every=bool(os.environ.get("TUKOR_BENCH_EVERY")))
        for line in several.missing:
            print(f"not at {size:,} records: {line}")
        comparison.measure(several, size, QUESTIONS)
        comparison.report(size)
    comparison.report_growth(sizes)
    found = {
        (engine, size): comparison.score(size, engine).found
        for size in sizes
        for engine in comparison.engines(size)
    }
    assert {key: n for key, n in found.items() if n > found[Ours.name, key[1]]} == {}
