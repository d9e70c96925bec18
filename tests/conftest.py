"""What the tests of every room share: dossiers, those who read them, and a keyboard."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from database.catalog import Catalog, connect
from database.compile import build as building
from database.compile.build import build, compile_into
from database.compile.content import Content
from database.compile.content import load as load_content
from database.model import schema as schema_files
from database.model.schema import Schema
from database.search.engine import SearchEngine
from i18n import messages
from i18n.__main__ import main as i18n
from i18n.locales import ENGLISH

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture(scope="session", autouse=True)
def compiled_catalogues() -> None:
    """Compile what the translators wrote, unless that is done already."""
    assert i18n(["compile"]) == 0, "the words of the interface cannot be compiled"


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Leave no test in the language of the one before."""
    yield
    messages.activate(ENGLISH)


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The schema that the program comes with."""
    return schema_files.load()


@pytest.fixture(scope="session")
def sample_dossier(tmp_path_factory: pytest.TempPathFactory, compiled_catalogues: None) -> Path:
    """The miniature dossier of ``tests/sample``, compiled."""
    target = tmp_path_factory.mktemp("sample") / "sample.tukor"
    return build(target, SAMPLE / "content", SAMPLE / "terms.toml").path


@pytest.fixture(scope="session")
def real_content(schema: Schema) -> Content:
    """The content that readers get, as its files have it."""
    return load_content(schema)


@pytest.fixture(scope="session")
def of_another_version(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Compile the miniature dossier as an older or newer program does: by how many versions."""

    def compiled(by: int) -> Path:
        target = tmp_path_factory.mktemp("version") / "version.tukor"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(building, "VERSION", building.VERSION + by)
            return build(target, SAMPLE / "content", SAMPLE / "terms.toml").path

    return compiled


@pytest.fixture
def outdated(of_another_version: Callable[[int], Path]) -> Path:
    """The miniature dossier as an older program compiled it."""
    return of_another_version(-1)


@pytest.fixture(scope="session")
def real_dossier(
    tmp_path_factory: pytest.TempPathFactory,
    real_content: Content,
    schema: Schema,
    compiled_catalogues: None,
) -> Path:
    """The dossier that readers get, compiled."""
    path = tmp_path_factory.mktemp("real") / "real.tukor"
    compile_into(path, real_content, schema)
    return path


@pytest.fixture(scope="session")
def catalog(sample_dossier: Path, schema: Schema) -> Iterator[Catalog]:
    """The catalog of the miniature dossier."""
    with closing(connect(sample_dossier)) as connection:
        yield Catalog(connection, schema)


@pytest.fixture(scope="session")
def real_catalog(real_dossier: Path, schema: Schema) -> Iterator[Catalog]:
    """The catalog of the dossier that readers get."""
    with closing(connect(real_dossier)) as connection:
        yield Catalog(connection, schema)


@pytest.fixture(scope="session")
def engine(sample_dossier: Path, schema: Schema) -> Iterator[SearchEngine]:
    """The search engine over the miniature dossier."""
    with closing(connect(sample_dossier)) as connection:
        yield SearchEngine(connection, schema)


@pytest.fixture
def type_text(qapp: QApplication) -> Callable[[QWidget, str], None]:
    """Type like a reader; QTest.keyClicks aborts on letters outside ASCII, such as "ú"."""

    def type_(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                qapp.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    return type_
