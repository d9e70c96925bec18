"""Asking questions in one line."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from database.catalog import connect
from database.model.schema import Schema
from database.search.answer.vocabulary import Vocabulary
from database.search.engine import SearchEngine
from tests.database.conftest import Workshop
from tests.database.search.questions import Asker

OpenEngine = Callable[[], SearchEngine]


@pytest.fixture
def workshop_engine(workshop: Workshop, schema: Schema) -> Iterator[OpenEngine]:
    """Compile the workshop as it stands, and open an engine over it."""
    with ExitStack() as opened:

        def open_() -> SearchEngine:
            path = workshop.build(workshop.folder / "workshop.tukor")
            return SearchEngine(opened.enter_context(closing(connect(path))), schema)

        yield open_


@pytest.fixture(scope="session")
def real_engine(real_dossier: Path, schema: Schema) -> Iterator[SearchEngine]:
    """The search engine over the dossier that readers get."""
    with closing(connect(real_dossier)) as connection:
        yield SearchEngine(connection, schema)


@pytest.fixture(scope="session")
def asker(sample_dossier: Path, schema: Schema) -> Iterator[Asker]:
    """The miniature dossier, to be asked which records answer."""
    opened = Asker.open(sample_dossier, schema)
    yield opened
    opened.connection.close()


@pytest.fixture(scope="session")
def real_asker(real_dossier: Path, schema: Schema) -> Iterator[Asker]:
    """The dossier that readers get, to be asked which records answer."""
    opened = Asker.open(real_dossier, schema)
    yield opened
    opened.connection.close()


@pytest.fixture(scope="session")
def vocabulary(real_dossier: Path, schema: Schema) -> Iterator[Vocabulary]:
    """The words of the real dossier."""
    with closing(connect(real_dossier)) as connection:
        yield Vocabulary(connection, schema)
