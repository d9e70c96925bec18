"""Asking a dossier a question without ranking: which records answer?"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from database.catalog import connect
from database.model.schema import Schema
from database.search.answer import records
from database.search.answer.compiler import CompiledQuestion, ask
from database.search.answer.gather import Gatherer
from database.search.answer.vocabulary import Vocabulary


@dataclass
class Asker:
    """A dossier that can be asked."""

    connection: sqlite3.Connection
    vocabulary: Vocabulary

    @classmethod
    def open(cls, dossier: Path, schema: Schema) -> "Asker":
        """Open a dossier."""
        connection = connect(dossier)
        return cls(connection, Vocabulary(connection, schema))

    def ask(
        self, text: str, *, without: frozenset[str] = frozenset(), unfinished: bool = False
    ) -> CompiledQuestion:
        return ask(text, self.vocabulary, without=without, unfinished=unfinished)

    def found(
        self, text: str, *, without: frozenset[str] = frozenset(), unfinished: bool = False
    ) -> set[str]:
        """Return the ids of the records that answer."""
        question = self.ask(text, without=without, unfinished=unfinished)
        found = Gatherer(self.connection).complete(question)
        ids = dict(self.connection.execute("SELECT number, id FROM record").fetchall())
        return {ids[number] for number in records.numbers(found)}
