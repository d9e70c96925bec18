"""How fast a table becomes a dossier, in how much memory.

    make bench

Every import is a process of its own, so that its memory is its own.
"""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.shelf import ROOT

_IMPORT = """
import resource, sys, time
from pathlib import Path
from database.catalog import Catalog
from database.exchange.reading import formats, intake
from database.model import schema as schema_files
memory = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
schema, table = schema_files.load(), Path(sys.argv[1])
curated = Catalog.open(Path(sys.argv[2]), schema)
stages = {}
def progress(stage, done, total):
    stages.setdefault(stage, time.process_time())
wanted = intake.Wanted(table, formats.of_file(table), table.with_suffix(".tukor"), "Made", "en")
before, clock, processor = memory(), time.perf_counter(), time.process_time()
taken = intake.take_in(wanted, schema, curated, progress)
ended = time.process_time()
assert taken.account.lost == 0, taken.account.reasons()
print(taken.account.records, time.perf_counter() - clock, ended - processor,
      stages["checking"] - processor, stages["writing"] - stages["checking"], memory(), before)
"""


def _table(path: Path, size: int) -> Path:
    """Write a table of projects, and of the actors who build them: one in four."""
    words = (
        "city data centre camera network loan ministry road railway cloud service digital police"
    )
    several = words.split()
    with path.open("w", newline="", encoding="utf-8") as file:
        write = csv.writer(file).writerow
        write(("id", "type", "title_en", "summary_en", "status", "agreed", "budget_amount",
               "budget_currency", "sector", "country", "contractor", "purpose_en"))  # fmt: skip
        for n in range(size):
            told = " ".join(several[(n * k + k) % len(several)] for k in range(1, 41))
            if n % 4 == 0:
                write((f"actor/a{n}", "actor", f"Company {n}", told, *[""] * 5, "RS", "", ""))
            else:
                write((f"project/p{n}", "project", f"Project {several[n % 13]} {n}", told,
                       "under-way", f"{2000 + n % 25}-05", 1000 * n, "EUR", "5g | surveillance",
                       "RS", f"actor/a{n - n % 4}", told[:60]))  # fmt: skip
    return path


@pytest.mark.benchmark
def test_a_table_of_any_size_is_imported(
    tmp_path: Path, sizes: tuple[int, ...], real_dossier: Path
) -> None:
    print(f"\n{'rows':>8}{'clock':>9}{'processor':>11}  rows/s{'read':>9}{'checked':>9}  s", end="")
    print(f"{'MiB':>8}{'before':>8}")
    for size in sizes:
        table = _table(tmp_path / f"{size}.csv", size)
        command = [sys.executable, "-c", _IMPORT, str(table), str(real_dossier)]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        taken, clock, processor, read, checked, memory, before = map(float, ran.stdout.split())
        assert taken == size
        print(f"{size:>8}{size / clock:>9,.0f}{size / processor:>11,.0f}{'':>8}", end="")
        print(f"{read:>9.1f}{checked:>9.1f}{memory:>11.0f}{before:>8.0f}", flush=True)
