"""Dossiers of any size for measuring: real records, and others made of real texts.

Every record is made when it is asked for, the same each time, so that a dossier may have more of
them than fit into memory.
"""

import time
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from database.compile import build, content
from database.compile.content import Content
from database.model import schema as schema_files
from database.model.record import Record, RecordId
from tests.benchmarks.record_maker import RecordMaker

# What a hundred made records are.
SHARES = {"actor": 15, "concern": 5, "event": 15, "project": 45, "source": 20}


class Records(Mapping[RecordId, Record]):
    """The real records and as many made ones as are wanted, in order of type and name.

    ``seconds`` tells what went into making them, by the clock and of the processor.
    """

    def __init__(self, real: Content, count: int, seed: int) -> None:
        made = max(0, count - len(real.records))
        ends = dict.fromkeys(SHARES, 0)
        for n in range(made):  # the types take turns, so that even a few records have all
            ends[min(SHARES, key=lambda t: (ends[t] + 1) / SHARES[t] if n else t != "source")] += 1
        self._real = real.records
        self._maker = RecordMaker(real, ends, seed)
        self._ids = sorted([*real.records, *self._maker.ids()])
        self.seconds = (0.0, 0.0)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[RecordId]:
        return iter(self._ids)

    def __contains__(self, record_id: object) -> bool:
        at = bisect_left(self._ids, str(record_id))
        return self._ids[at : at + 1] == [record_id]

    def __getitem__(self, record_id: RecordId) -> Record:
        if record_id in self._real:
            return self._real[record_id]
        if record_id not in self:
            raise KeyError(record_id)
        clock, processor = time.perf_counter(), time.process_time()
        made = self._maker.record(record_id)
        self.seconds = (
            self.seconds[0] + time.perf_counter() - clock,
            self.seconds[1] + time.process_time() - processor,
        )
        return made


def made_content(records: int, seed: int = 1) -> Content:
    """Return the real content with *records* records in all; never fewer than there really are."""
    real = content.load(schema_files.load())
    return replace(real, records=Records(real, records, seed))


def compile_synthetic(path: Path, records: int, seed: int = 1) -> Path:
    """Compile a dossier of *records* records into *path*; the same seed gives the same dossier."""
    path.unlink(missing_ok=True)
    build.compile_into(path, made_content(records, seed), schema_files.load())
    return path
