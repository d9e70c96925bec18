"""A dossier that may be changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest


@pytest.fixture
def dossier(real_dossier: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the dossier that readers get."""
    copy = tmp_path / "copy.tukor"
    copy.write_bytes(real_dossier.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection
