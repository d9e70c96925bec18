"""From a typed beginning to what is offered under the field, at growing sizes.

    make bench

Prints milliseconds of the worker's own time, median and 95th percentile, over every beginning of
what is typed.
"""

import statistics
import time
from functools import partial

import pytest

from database.model import schema as schema_files
from database.search.offer.suggest import Suggester
from i18n.locales import LOCALES
from tests.benchmarks.shelf import Shelf, compiler
from tests.benchmarks.synthetic import compile_synthetic

TYPED = (
    "okosváros", "Huawei", "data centre", "kamerák", "Вучић", "biztonságos város", "5G trial",
    "belgrade safe", "type:project", "ország:Szerbia", "szereplő:Huawei", "összeg:",
)  # fmt: skip


@pytest.mark.benchmark
def test_what_is_offered_comes_within_five_milliseconds(
    shelf: Shelf, sizes: tuple[int, ...]
) -> None:
    schema = schema_files.load()
    worst = {}
    for size in sizes:
        path = shelf.kept(f"{size}.tukor", compiler(), partial(compile_synthetic, records=size))
        suggester = Suggester.open([path], schema)
        times = []
        for turn in range(3):  # the first one imports and opens
            for text in TYPED:
                for end in range(1, len(text) + 1):
                    for locale in LOCALES:
                        began = time.thread_time()
                        suggester.suggest(text[:end], locale)
                        times += [1000 * (time.thread_time() - began)] if turn else []
        worst[size] = statistics.quantiles(times, n=20)[-1]
        median = statistics.median(times)
        print(f"\n{size:7,} records: {median:6.2f} {worst[size]:6.2f}", end="")
    assert all(time <= 5.0 for size, time in worst.items() if size <= 20_000)
