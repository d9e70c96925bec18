"""A copy of the miniature content that a test may spoil, and what an editor is told then."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from database.compile.build import build
from database.compile.content import Content, load
from database.model.problem import ContentError, Problem
from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.library_search import LibrarySearch

SAMPLE = Path(__file__).parent.parent / "sample"


@dataclass(frozen=True)
class Workshop:
    """A folder with content of one's own."""

    folder: Path
    schema: Schema

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file of the content."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a passage that stands in a file."""
        text = (self.folder / name).read_text("utf-8")
        assert old in text, f"{name} does not say {old!r}"
        self.write(name, text.replace(old, new, 1))

    def load(self) -> Content:
        return load(self.schema, self.content, self.folder / "terms.toml")

    def build(self, target: Path) -> Path:
        return build(target, self.content, self.folder / "terms.toml").path

    def problems(self) -> tuple[Problem, ...]:
        """Return what there is to mend."""
        try:
            self.load()
        except ContentError as error:
            return error.problems
        return ()


@pytest.fixture
def workshop(tmp_path: Path, schema: Schema) -> Workshop:
    """A copy of the miniature content, sound as it stands."""
    shutil.copytree(SAMPLE / "content", tmp_path / "content")
    shutil.copy(SAMPLE / "terms.toml", tmp_path / "terms.toml")
    return Workshop(tmp_path, schema)


AddActor = Callable[..., str]


@pytest.fixture
def add_actor(workshop: Workshop) -> AddActor:
    """Write one more actor, with its own title and description, and return its id."""

    def add(name: str, title: str, description: str = "It is there.") -> str:
        workshop.write(
            f"content/actor/{name}.toml",
            f"""
            title = {{ en = "{title}", hu = "{title}" }}
            description = {{ en = "{description}", hu = "{description}" }}
            actor-kind = "company"
            [[relations]]
            role = "partner"
            to = "actor/example-works"
            cite = ["example-analysis"]
            """,
        )
        return f"actor/{name}"

    return add


@pytest.fixture(scope="module")
def paths(real_dossier: Path, sample_dossier: Path) -> tuple[Path, Path]:
    """Two dossiers that are open at once: the one that readers get, and the miniature."""
    return real_dossier, sample_dossier


@pytest.fixture(scope="module")
def both(paths: tuple[Path, Path], schema: Schema) -> LibrarySearch:
    """Search both as one."""
    return LibrarySearch.open(paths, schema)


@pytest.fixture(scope="module")
def each(paths: tuple[Path, Path], schema: Schema) -> list[SearchEngine]:
    """Search either of them by itself."""
    return [SearchEngine.open(path, schema) for path in paths]
