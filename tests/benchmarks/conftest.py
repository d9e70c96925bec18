"""Where measurements keep what they have built."""

import os
from pathlib import Path

import pytest

from tests.benchmarks.shelf import Shelf


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The folder that ``TUKOR_BENCH_FOLDER`` names, else one that lasts as long as the run."""
    named = os.environ.get("TUKOR_BENCH_FOLDER")
    folder = Path(named) if named else tmp_path_factory.mktemp("shelf")
    folder.mkdir(parents=True, exist_ok=True)
    return Shelf(folder)


@pytest.fixture
def sizes() -> tuple[int, ...]:
    """How many records to measure with: ``TUKOR_BENCH_SIZES=300,20000,200000``."""
    return tuple(map(int, os.environ.get("TUKOR_BENCH_SIZES", "300,2000").split(",")))
