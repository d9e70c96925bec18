"""The engines of the comparison, opened over the same records."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from database.compile import build
from database.compile.content import Content
from database.model import schema as schema_files
from tests.benchmarks import engine_fts5, engine_whoosh, shelf
from tests.benchmarks.documents import Document, documents
from tests.benchmarks.engine_ours import Ours
from tests.benchmarks.engines import Builder, Engine
from tests.benchmarks.shelf import Shelf
from tests.benchmarks.synthetic import made_content

# Of 20,000 records a Whoosh index answers to the beginning of a word in minutes.
_TOO_MANY_FOR_WHOOSH = 10_000
_LOOKED_AT = 100


@dataclass
class Field:
    """Engines over the same records; ``missing`` says why others are not among them."""

    content: Content
    engines: list[Engine]
    missing: list[str] = field(default_factory=list)

    @property
    def fts5(self) -> engine_fts5.Fts5:
        """The engine that knows how many records have a word."""
        return next(e for e in self.engines if isinstance(e, engine_fts5.Fts5))


def compiled(shelf_: Shelf, size: int) -> Path:
    """Return a dossier of *size* records, from the shelf if it is there."""

    def compile_(path: Path) -> None:
        build.compile_into(path, made_content(size, shelf.SEED), schema_files.load())

    return shelf_.kept(f"{size}.tukor", shelf.compiler(), compile_)


def field_of(shelf_: Shelf, size: int, *, every: bool) -> Field:
    """Open all engines over *size* records; *every* of them, however long they take to build."""
    content = made_content(size, shelf.SEED)
    dossier = compiled(shelf_, size)
    shelf.read_through(dossier)
    field_ = Field(content, [Ours(dossier)])
    source = _Source(content)
    code = shelf.digest(repr(document).encode() for document in source.some())
    _add(field_, shelf_, source, code, "fts5", engine_fts5.Fts5, engine_fts5.Fts5Builder)
    if size < _TOO_MANY_FOR_WHOOSH or every:
        whoosh = engine_whoosh.Whoosh, engine_whoosh.WhooshBuilder
        _add(field_, shelf_, source, code, "whoosh", *whoosh)
    else:
        field_.missing.append("Whoosh: too slow (TUKOR_BENCH_EVERY=1 asks it all the same)")
    if find_spec("tantivy"):
        from tests.benchmarks import engine_tantivy as rust

        _add(field_, shelf_, source, code, "tantivy", rust.Tantivy, rust.TantivyBuilder)
    else:
        field_.missing.append("tantivy: not installed (pip install -e '.[bench]')")
    return field_


@dataclass
class _Source:
    """Makes the documents; the time for that is not the engines'."""

    content: Content
    seconds: float = 0.0

    def __iter__(self) -> Iterator[Document]:
        several = documents(self.content, schema_files.load())
        while True:
            began = time.perf_counter()
            document = next(several, None)
            self.seconds += time.perf_counter() - began
            if document is None:
                return
            yield document

    def some(self) -> Iterator[Document]:
        """Yield a few documents from the beginning."""
        yield from islice(documents(self.content, schema_files.load()), _LOOKED_AT)


def _add(
    field_: Field,
    shelf_: Shelf,
    source: _Source,
    code: str,
    name: str,
    open_: Callable[[Path], Engine],
    builder: Callable[[Path], Builder],
) -> None:
    """Build an index unless the shelf has it, and open it."""

    def build_(path: Path) -> None:
        source.seconds, began = 0.0, time.perf_counter()
        index = builder(path)
        for document in source:
            index.add(document)
        index.close()
        took = time.perf_counter() - began - source.seconds
        print(f"{open_.name}: {len(field_.content.records) / took:,.0f} records/s", flush=True)

    path = shelf_.kept(f"{len(field_.content.records)}.{name}", f"{code}", build_)
    shelf.read_through(path)
    field_.engines.append(open_(path))
