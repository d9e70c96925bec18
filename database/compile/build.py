"""Compiling a dossier: one transaction, one file, the same bytes for the same content."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from sqlite_utils import Database

from database import memory, seal
from database.catalog import FORMAT
from database.compile import content as content_files
from database.compile import label_forms, often, orders, pointing, tally, writer
from database.compile.reader import CONTENT, TERMS
from database.dossiers import BUILT_IN
from database.model import schema as schema_files
from database.model.record import Record
from database.search.index import entries as index
from database.search.index import lexicon, names
from database.search.language.version import VERSION
from database.search.question import statements
from database.writing_thread import writing_thread

# Told how many records are written, and how many there are.
Report = Callable[[int, int], None]

_AT_A_TIME = 500
# What decides about a dossier: content and schema, the program and its lists, its words.
_MADE_FROM = (".toml", ".py", ".po")
_WRITERS = (writer, index, statements)
_TABLES = (*_WRITERS, lexicon, label_forms, orders)
# An unfinished dossier is thrown away when anything goes wrong.
_UNFINISHED = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "cache_size = -32768",  # KiB
    f"user_version = {FORMAT}",
)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made; ``checksum`` is the one that the dossier carries (``database.seal``)."""

    path: Path
    records: int
    checksum: str


def build(
    target: Path = BUILT_IN,
    content: Path = CONTENT,
    terms: Path = TERMS,
    report: Report = lambda _done, _total: None,
) -> Built:
    """Compile the content into *target*, replacing it only when everything went well.

    *report* is told now and then how many of all records are written. What it raises ends the
    build, and *target* is left as it was.

    Raises:
        ContentError: the content has problems; *target* is left as it was.
    """
    schema = schema_files.load()
    target.parent.mkdir(parents=True, exist_ok=True)
    loaded = content_files.load(schema, content, terms)
    return replace_by(target, nullcontext(loaded), schema, report)


def replace_by(
    target: Path,
    source: AbstractContextManager[content_files.Content],
    schema: schema_files.Schema,
    report: Report = lambda _done, _total: None,
) -> Built:
    """Compile what *source* gives; it takes the place of *target* only when everything went well.

    *source* is left before: it may be *target*, and Windows replaces no file that is open.

    *report* is told a last time, that all is done, when nothing but that is left to do. What it
    raises ends the build, and *target* is left as it was.
    """
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        unfinished = Path(folder) / target.name
        with source as content:
            number = len(content.records)
            checksum = compile_into(unfinished, content, schema, report)
        _keep(unfinished, like=target)
        report(number, number)
        unfinished.replace(target)
    return Built(target, number, checksum)


def _keep(finished: Path, *, like: Path) -> None:
    """See that a file is on the disk before it replaces one, and that the same may read it."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    if like.exists():
        shutil.copymode(like, finished)


@memory.collecting_seldom()
def compile_into(
    path: Path,
    content: content_files.Content,
    schema: schema_files.Schema,
    report: Report = lambda _done, _total: None,
) -> str:
    """Write *content* and its index into a new file at *path*; return its checksum.

    Records are asked for twice, in the same order, and none is kept in memory; numbers count from
    1 by type, in the order of the schema, and else in that order. For *report* see ``build``.
    """
    # Without a name it is a file for the time being: nobody sees it, and nothing has to be undone.
    connection = sqlite3.connect("", check_same_thread=False)
    try:
        db = Database(connection)
        for setting in _UNFINISHED:
            db.execute(f"PRAGMA {setting}")
        for module in _TABLES:
            module.create_tables(db)
        about = {**content.about, "analyser": VERSION, "checksum": seal.BLANK}
        with db.atomic():
            lexicon.write(db, content.terms.values())
            _write_records(db, content, schema, report)
            _write_parts(db, content, schema, report)
            orders.write(db)
            writer.write_lists(db, replace(content, about=about))
            index.write_terms(db, content.terms.values())
            index.write_terms(db, names.of_places(content.places.values()))
            for module in _WRITERS:
                module.create_indexes(db)
        db.execute("ANALYZE")
        with db.atomic():
            label_forms.write(db, schema)
        db.execute("VACUUM INTO ?", [str(path)])
    finally:
        connection.close()
    return seal.close(path)


def _write_records(
    db: Database, content: content_files.Content, schema: schema_files.Schema, report: Report
) -> None:
    """Write all records alone, so that any part may point to any of them."""
    for several in _numbered(content, schema):
        writer.write_records(db, several)
        report(0, len(content.records))


def _write_parts(
    db: Database, content: content_files.Content, schema: schema_files.Schema, report: Report
) -> None:
    counted = tally.Tally(schema)
    with writing_thread() as writing:
        indexer = index.Indexer(db, schema, content.places, writing)
        for several in _numbered(content, schema):
            writing.wait()
            known = pointing.known(db.conn, pointing.mentioned(several.values()))
            numbers = {id_: number for id_, (number, _title) in known.items()}
            writer.write_parts(db, several, numbers)
            statements.write(db, several)
            index.write_terms(db, names.of_records(several.values(), schema))
            indexer.add(several, {id_: title for id_, (_number, title) in known.items()})
            for number, record in several.items():
                counted.add(record, number)
            report(max(several), len(content.records))
        writing.wait()
        indexer.close(partial(often.list_records, db))
    counted.write(db)
    often.pack(db)


def _numbered(
    content: content_files.Content, schema: schema_files.Schema
) -> Iterator[dict[int, Record]]:
    """Yield the records by their numbers, some at a time.

    Types come in the order of the schema, what readers look for most first: the search finds low
    numbers sooner. An id of no known type, which a dossier may have from elsewhere, comes last.
    """
    places = {name: place for place, name in enumerate(schema.types)}
    ids = sorted(content.records, key=lambda id_: places.get(id_.partition("/")[0], len(places)))
    waiting = enumerate(map(content.records.__getitem__, ids), 1)
    while several := dict(islice(waiting, _AT_A_TIME)):
        yield several


def stale(target: Path = BUILT_IN) -> bool:
    """Tell whether *target* is missing or older than anything it is compiled from."""
    if not target.exists():
        return True
    archive, house = CONTENT.parent, CONTENT.parents[1]
    files = chain(archive.rglob("*.*"), (house / "i18n").rglob("*.*"))
    made_from = (path for path in files if path.suffix in _MADE_FROM)
    newest = max(path.stat().st_mtime for path in made_from)
    return newest > target.stat().st_mtime
