"""Asking a dossier a question without the engine: which records does SQLite say answer?"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from database.catalog import Catalog, connect
from database.model.schema import Schema
from database.search import statements
from database.search.compiler import Question, ask
from database.search.vocabulary import Vocabulary


@dataclass
class Asker:
    """A dossier that can be asked."""

    connection: sqlite3.Connection
    vocabulary: Vocabulary

    @classmethod
    def open(cls, dossier: Path, copy: Path, schema: Schema) -> "Asker":
        """Open a copy of *dossier* in which the tables of ``statements`` are written afresh."""
        copy.write_bytes(dossier.read_bytes())
        _write_statements(copy, schema)
        connection = connect(copy)
        return cls(connection, Vocabulary(connection, schema))

    def ask(self, text: str, *, without: frozenset[str] = frozenset()) -> Question:
        return ask(text, self.vocabulary, without=without)

    def found(self, text: str, *, without: frozenset[str] = frozenset()) -> set[str]:
        """Return the ids of the records that answer."""
        question = self.ask(text, without=without)
        condition = question.condition
        where, parameters = [f"({condition.sql})"], [*condition.parameters]
        for sign, match in (("", question.match), ("NOT ", question.excluded)):
            if match:
                where.append(f"record {sign}IN (SELECT rowid FROM search WHERE search MATCH ?)")
                parameters.append(match)
        rows = self.connection.execute(
            f"SELECT id FROM (SELECT id, number AS record FROM record) WHERE {' AND '.join(where)}",
            parameters,
        )
        return {row[0] for row in rows}


def _write_statements(path: Path, schema: Schema) -> None:
    source = connect(path)
    catalog = Catalog(source, schema)
    records = [catalog.record(record_id) for record_id in catalog.titles]
    numbers = dict(source.execute("SELECT id, number FROM record").fetchall())
    source.close()
    writable = sqlite3.connect(path)
    db = Database(writable)
    if not set(statements.TABLES) <= set(db.table_names()):
        statements.create_tables(db)
    with writable:
        statements.write(db, records, numbers)
    writable.close()
