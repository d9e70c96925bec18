"""Renewing a dossier that an older version of the program has made, from its own records."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from database import seal
from database.catalog import Catalog, connect
from database.compile.build import Built, Report, replace_by
from database.compile.content import Content
from database.dossiers import BUILT_IN
from database.exchange.whole_file import look, writing
from database.model.errors import DossierAhead, DossierAltered, DossierDamaged, DossierSigned
from database.model.record import Record, RecordId
from database.model.schema import Schema
from database.search.language.version import shortfall


def renew(
    path: Path,
    schema: Schema,
    target: Path | None = None,
    *,
    replace: bool = False,
    report: Report = lambda _done, _total: None,
) -> Built:
    """Compile the records of a dossier anew; the result takes its place, or that of *target*.

    Nothing that it states changes. It stays as it is until all is done; what *report* raises ends
    the work. A file at *target* is replaced only if that is wanted.

    Raises:
        DossierError: it cannot be read, is not what its publisher made, or is by a newer program.
        DossierSigned: in its own place it would lose its publisher's signature.
        ExportError: nothing can be written there, or that file is to be kept.
    """
    found = seal.examine(path)
    if found.broken:
        raise DossierAltered(path)
    if isinstance(ahead := shortfall(path, found.about), DossierAhead):
        raise ahead
    if target is None and found.signature is not seal.Signature.NONE:
        raise DossierSigned(path)
    into = target or path
    look(into, replace=replace or target is None, kept=(BUILT_IN, *([path] if target else [])))
    with writing(into):
        return replace_by(into.resolve(), _content(path, schema), schema, report)


@contextmanager
def _content(path: Path, schema: Schema) -> Iterator[Content]:
    with closing(connect(path)) as connection:
        catalog = Catalog(connection, schema, path)
        with _reading(path):
            places, terms = catalog.places, catalog.terms
            content = Content(
                about=catalog.about,
                records=_Records(catalog),
                places={key: places[key] for key in _as_written(connection, "place", "key")},
                terms={key: terms[key] for key in _as_written(connection, "term", "id")},
            )
        yield content


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Read from a dossier inside: what it says wrongly, or what no schema knows, is damage."""
    try:
        yield
    except (sqlite3.DatabaseError, ValueError, LookupError, AssertionError) as error:
        raise DossierDamaged(path) from error


def _as_written(connection: sqlite3.Connection, table: str, key: str) -> list[str]:
    """Return keys in the order in which they were written: the same rows make the same bytes."""
    return [row[0] for row in connection.execute(f"SELECT {key} FROM {table} ORDER BY rowid")]


class _Records(Mapping[RecordId, Record]):
    """The records of a dossier in their order, each read when it is asked for."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def __getitem__(self, record_id: RecordId) -> Record:
        with _reading(self._catalog.path):
            return self._catalog.record(record_id)

    def __iter__(self) -> Iterator[RecordId]:
        return iter(self._catalog.titles)

    def __len__(self) -> int:
        return len(self._catalog.titles)
