"""Controllers, each with a worker of its own."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from database.model.schema import Schema
from database.search.engine import SearchEngine
from desktop_app.background.latest_only import LatestOnly, single_worker
from desktop_app.controllers.search import Engine, SearchController
from i18n.locales import ENGLISH
from tests.desktop_app.controllers.asking import Make
from tests.desktop_app.reading_room import PATIENCE


@pytest.fixture
def make(qapp) -> Iterator[Make]:
    """Make controllers with a worker of their own."""
    pool = single_worker(qapp)

    def controller(open_engine: Callable[[], Engine]) -> SearchController:
        return SearchController(open_engine, LatestOnly(pool), ENGLISH)

    yield controller
    assert pool.waitForDone(PATIENCE), "a search outlived its test"
    pool.deleteLater()


@pytest.fixture
def search(make: Make, sample_dossier: Path, schema: Schema) -> SearchController:
    """A controller over the miniature dossier."""
    return make(partial(SearchEngine.open, sample_dossier, schema))


@pytest.fixture
def real_search(make: Make, real_dossier: Path, schema: Schema) -> SearchController:
    """A controller over the dossier that readers get."""
    return make(partial(SearchEngine.open, real_dossier, schema))
