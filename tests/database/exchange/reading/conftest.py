"""Files to be taken in, and the dossier that comes of them."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from database.catalog import Catalog, connect
from database.exchange.reading import formats
from database.exchange.reading.account import Account
from database.exchange.reading.intake import Progress, Wanted, take_in
from database.model.record import Record
from database.model.schema import Schema


@dataclass(frozen=True)
class Taken:
    """What became of a file."""

    account: Account
    path: Path | None
    schema: Schema

    def records(self) -> list[Record]:
        """Return the records that were in the file, in the order of the dossier."""
        assert self.path, "nothing was taken in"
        with closing(connect(self.path)) as connection:
            catalog = Catalog(connection, self.schema)
            ids = [record_id for record_id in catalog.titles if record_id != "source/table"]
            return list(catalog.records(ids))

    def record(self, title: str) -> Record:
        """Return the record of a title."""
        return next(record for record in self.records() if title in record.title)

    def left_out(self) -> dict[tuple[str, str], list[int]]:
        """Return the lines on which something was left out, by what and why."""
        reasons = self.account.reasons()
        return {(problem.key, problem.message): sorted(lines.numbers) for problem, lines in reasons}


TakeIn = Callable[..., Taken]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    return tmp_path


@pytest.fixture
def take_file(catalog: Catalog, schema: Schema, folder: Path) -> TakeIn:
    """Take a file in, as the title ``Table`` and in English unless told otherwise."""

    def run(
        path: Path, *, language: str = "en", replace: bool = False, progress: Progress | None = None
    ) -> Taken:
        format_ = formats.of_file(path)
        target = folder / "table.tukor"
        wanted = Wanted(path, format_, target, "Table", language, replace, date(2026, 11, 26))
        told = take_in(wanted, schema, catalog, progress or (lambda *_told: None))
        return Taken(told.account, told.dossier, schema)

    return run


@pytest.fixture
def take(take_file: TakeIn, folder: Path) -> TakeIn:
    """Take in what is written under a name."""

    def run(text: str | bytes, name: str = "table.csv", **besides: object) -> Taken:
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return take_file(path, **besides)

    return run
