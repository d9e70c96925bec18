"""Compiling a dossier: one transaction, one file, the same bytes for the same content."""

import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from database import seal
from database.compile import content as content_files
from database.compile import writer
from database.compile.reader import CONTENT, TERMS
from database.dossiers import BUILT_IN
from database.model import schema as schema_files
from database.search import analysis, index, names, statements


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made; ``checksum`` is the one that the dossier carries (``database.seal``)."""

    path: Path
    records: int
    checksum: str


def build(target: Path = BUILT_IN, content: Path = CONTENT, terms: Path = TERMS) -> Built:
    """Compile the content into *target*, replacing it only when everything went well.

    Raises:
        ContentError: the content has problems; *target* is left as it was.
    """
    schema = schema_files.load()
    loaded = content_files.load(schema, content, terms)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        unfinished = Path(folder) / target.name
        checksum = compile_into(unfinished, loaded, schema)
        unfinished.replace(target)
    return Built(target, len(loaded.records), checksum)


def compile_into(path: Path, content: content_files.Content, schema: schema_files.Schema) -> str:
    """Write *content* and its index into a new file at *path*; return its checksum."""
    connection = sqlite3.connect(path)
    try:
        db = Database(connection)
        db.execute(f"PRAGMA user_version = {writer.FORMAT}")
        writer.create_tables(db)
        index.create_tables(db)
        statements.create_tables(db)
        content.about.update(analyser=analysis.VERSION, checksum=seal.BLANK)
        with connection:
            numbers = writer.write(db, content, schema)
            titles = {record.id: record.title for record in content.records.values()}
            index.write(db, content.records.values(), numbers, schema, titles, content.places)
            named = names.as_terms(content.records.values(), content.places.values())
            index.write_terms(db, [*content.terms.values(), *named])
            statements.write(db, content.records.values(), numbers)
        for table in ("search", "named"):
            db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        connection.commit()
        db.execute("ANALYZE")
        db.vacuum()
    finally:
        connection.close()
    return seal.close(path)


def stale(target: Path = BUILT_IN) -> bool:
    """Tell whether *target* is missing or older than anything it is compiled from."""
    if not target.exists():
        return True
    room = CONTENT.parent
    made_from = [TERMS, *CONTENT.rglob("*.toml"), *schema_files.FOLDER.glob("*.toml")]
    made_from += [*room.rglob("*.py"), *(room.parent / "i18n" / "locale").rglob("*.po")]
    newest = max(path.stat().st_mtime for path in made_from if path.exists())
    return newest > target.stat().st_mtime
