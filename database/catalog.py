"""Every question asked of one open dossier, except full-text search."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from database import mentions
from database.mentions import Mention
from database.model import reading
from database.model.errors import (
    DossierDamaged,
    DossierMissing,
    DossierTooNew,
    DossierTooOld,
    UnknownRecord,
)
from database.model.record import (
    Citation,
    Claim,
    Name,
    Passage,
    Place,
    Record,
    RecordId,
    Relation,
    Term,
)
from database.model.schema import Field, Schema
from database.model.text import Text
from database.model.values import LANGUAGES, Value
from database.titles import Titles

# The layout of the tables; raised whenever they change so that an older program could misread them.
FORMAT = 3
# So much of a dossier stays in memory (KiB): questions come back to the same pages of its index,
# and in a large one SQLite's usual 2 MB are too few for them.
_CACHE = 16 << 10
# An id is the type, a slash and a name, so the index of the ids tells it: records are not read.
_OF_TYPE = "SELECT count(*) FROM record WHERE id > ? || '/' AND id < ? || '0'"


def connect(path: Path) -> sqlite3.Connection:
    """Open a dossier for reading; the connection may be used by one thread at a time.

    Raises:
        DossierMissing: there is no such file.
        DossierDamaged: it is no dossier, or it is broken.
        DossierTooNew: a later version of the program wrote it.
        DossierTooOld: an earlier version of the program wrote it.
    """
    if not path.is_file():
        raise DossierDamaged(path) if path.exists() else DossierMissing(path)
    # ``immutable`` lets SQLite read from a folder it may not write to, such as a program folder.
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
    except sqlite3.OperationalError as error:  # it may not be read
        raise DossierDamaged(path) from error
    try:
        _check(connection, path)
    except (DossierTooNew, DossierTooOld):
        connection.close()
        raise
    except sqlite3.DatabaseError as error:
        connection.close()
        raise DossierDamaged(path) from error
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.row_factory = sqlite3.Row
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Tell a dossier from other files; raises ``sqlite3.DatabaseError`` for what is none."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > FORMAT:
        raise DossierTooNew(path)
    if 0 < version < FORMAT:
        raise DossierTooOld(path)
    connection.execute("SELECT count(*) FROM record, forms WHERE number = 0").fetchone()


def about(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return what a dossier says about itself: title, edition, languages, licence and more."""
    rows = connection.execute("SELECT key, value FROM about")
    return {row["key"]: json.loads(row["value"]) for row in rows}


class Catalog:
    """Read access to one dossier. Use it from the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, schema: Schema, path: Path = Path()) -> None:
        self._db = connection
        self._schema = schema
        self.path = path

    @classmethod
    def open(cls, path: Path, schema: Schema) -> "Catalog":
        """Open the dossier at *path*; raises what ``connect`` raises."""
        return cls(connect(path), schema, path)

    def close(self) -> None:
        """Let the file go; nothing can be read any more."""
        self._db.close()

    @cached_property
    def about(self) -> dict[str, Any]:
        """What the dossier says about itself: title, edition, languages, licence and more."""
        return about(self._db)

    @cached_property
    def titles(self) -> Titles:
        """The title of every record, in order of type and name."""
        return Titles(self._db)

    @cached_property
    def counts(self) -> Counter[str]:
        """How many records there are of each type."""
        types = self._schema.types
        return Counter({t: self._db.execute(_OF_TYPE, [t, t]).fetchone()[0] for t in types})

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every place, by key."""
        rows = self._db.execute("SELECT * FROM place ORDER BY key")
        return {row["key"]: _place(row) for row in rows}

    @cached_property
    def terms(self) -> dict[str, Term]:
        """The thesaurus, by id."""
        rows = self._db.execute("SELECT * FROM term ORDER BY id")
        return {row["id"]: _term(row) for row in rows}

    def record(self, record_id: RecordId) -> Record:
        """Return one record with all its parts, in the order in which they are written.

        Raises:
            UnknownRecord: the dossier has no such record.
        """
        row = self._db.execute("SELECT * FROM record WHERE id = ?", [record_id]).fetchone()
        if row is None:
            raise UnknownRecord(record_id)
        number, cited = row["number"], self._citations(row["number"])
        return Record(
            id=record_id,
            type=row["type"],
            title=_text(row, "title"),
            description=_text(row, "description"),
            attributes=self._attributes(row),
            names=tuple(
                Name(name["text"], name["language"], name["kind"])
                for name in self._parts("name", number)
            ),
            summary=tuple(
                Passage(_text(part), cited["passage", n])
                for n, part in enumerate(self._parts("passage", number), 1)
            ),
            claims=tuple(
                self._claim(row["type"], part, cited["claim", n])
                for n, part in enumerate(self._parts("claim", number), 1)
            ),
            relations=tuple(
                self._relation(part, cited["relation", n])
                for n, part in enumerate(self._parts("relation", number), 1)
            ),
            origin=cited["record", 1],
        )

    def mentions(self, record_id: RecordId, most: int | None = None) -> tuple[Mention, ...]:
        """Return the relations that point to a record, by role, then in order of their record.

        Of each role *most* at most: those of the latest records.
        """
        rows = mentions.rows(self._db, record_id, most)
        return tuple(
            Mention(
                row["source_id"],
                self._relation(
                    row, self._citations(row["source_number"])["relation", row["position"]]
                ),
            )
            for row in rows
        )

    def more_mentions(self, record_id: RecordId, most: int) -> Counter[tuple[str, str]]:
        """Return how many relations ``mentions`` leaves out, by role and type of their record."""
        return mentions.more(self._db, record_id, most)

    def citing(self, source_id: RecordId, most: int | None = None) -> tuple[RecordId, ...]:
        """Return the other records that cite a source anywhere, *most* at most.

        They stand in order of type and name.
        """
        return mentions.citing(self._db, source_id, most)

    def more_citing(self, source_id: RecordId, most: int) -> int:
        """Return how many records ``citing`` leaves out."""
        return mentions.more_citing(self._db, source_id, most)

    def records(self, ids: Iterable[RecordId]) -> tuple[Record, ...]:
        """Return several records, in the order asked for."""
        return tuple(self.record(record_id) for record_id in ids)

    def _parts(self, table: str, number: int) -> list[sqlite3.Row]:
        columns = "part.*"
        join = ""
        if table == "relation":
            columns, join = "part.*, t.id AS target_id", "JOIN record t ON t.number = part.target"
        sql = f"SELECT {columns} FROM {table} part {join} WHERE part.record = ? ORDER BY position"
        return self._db.execute(sql, [number]).fetchall()

    def _citations(self, number: int) -> "_Cited":
        rows = self._db.execute(
            "SELECT part, part_position, written FROM citation WHERE record = ? ORDER BY position",
            [number],
        )
        cited = _Cited()
        for row in rows:
            key = (row["part"], row["part_position"])
            cited[key] = (*cited[key], reading.citation(row["written"]))
        return cited

    def _attributes(self, row: sqlite3.Row) -> dict[str, Any]:
        written = json.loads(row["attributes"])
        return {
            field.id: tuple(self._value(field, each) for each in written[field.id])
            for field in self._schema.types[row["type"]].attributes
            if field.id in written
        }

    def _claim(self, type_id: str, row: sqlite3.Row, citations: tuple[Citation, ...]) -> Claim:
        field = self._schema.types[type_id].field(row["field"])
        assert field is not None, f"the schema has no field {row['field']}"
        return Claim(
            field=field.id,
            value=self._value(field, json.loads(row["value"])),
            citations=citations,
            qualifier=row["qualifier"],
            date=reading.date(row["date"], self._schema) if row["date"] else None,
            note=_text(row, "note") or None,
        )

    def _value(self, field: Field, written: Any) -> Value:
        return reading.value(field, written, self._schema, complete=False)

    def _relation(self, row: sqlite3.Row, citations: tuple[Citation, ...]) -> Relation:
        assert row["role"] in self._schema.roles, f"the schema has no role {row['role']}"
        return Relation(
            role=row["role"],
            target=row["target_id"],
            citations=citations,
            date=reading.date(row["date"], self._schema) if row["date"] else None,
            label=_text(row, "label") or None,
        )


class _Cited(dict[tuple[str, int], tuple[Citation, ...]]):
    """Citations by the part they belong to; a part without any has none."""

    def __missing__(self, key: tuple[str, int]) -> tuple[Citation, ...]:
        return ()


def _text(row: sqlite3.Row, name: str = "") -> Text:
    before = f"{name}_" if name else ""
    texts = {language: row[before + language] for language in LANGUAGES}
    return Text({language: text for language, text in texts.items() if text})


def _place(row: sqlite3.Row) -> Place:
    return Place(
        key=row["key"],
        name=_text(row, "name"),
        also=tuple(json.loads(row["also"])),
        country=row["country"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        precision=row["precision"],
    )


def _term(row: sqlite3.Row) -> Term:
    labels = {language: tuple(words) for language, words in json.loads(row["labels"]).items()}
    return Term(row["id"], labels, _text(row, "definition"), tuple(json.loads(row["broader"])))
