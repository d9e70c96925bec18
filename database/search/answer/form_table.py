"""The forms of words that a dossier has, looked up by their letters, beginning or stem."""

import json
import sqlite3
from collections.abc import Sequence

from database.search.answer.unit import MOST_BEGUN
from database.search.language.folding import bounds

# A pattern is searched by its forms only, so this many of the most frequent ones have to do.
MOST_PATTERN_FORMS = 200


class FormTable:
    """Reads the tables ``form`` and ``form_key`` of a dossier, one statement a question."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def folding_to(self, folded: str) -> list[str]:
        """Return the forms that are *folded* without accents, the most frequent first."""
        sql = "SELECT form FROM form WHERE fold = ? ORDER BY records DESC, form"
        return self._column(sql, [folded])

    def beginning_with(self, folded: str) -> list[str]:
        """Return forms that begin with *folded*, some of them if there are very many."""
        sql = "SELECT form FROM form WHERE fold >= ? AND fold < ? LIMIT ?"
        return self._column(sql, [*bounds(folded), MOST_BEGUN])

    def has_beginning(self, folded: str) -> bool:
        """Tell whether a form begins with *folded*."""
        sql = "SELECT 1 FROM form WHERE fold >= ? AND fold < ? LIMIT 1"
        return bool(self._column(sql, bounds(folded)))

    def like(self, pattern: str) -> list[str]:
        """Return the most frequent forms that answer to *pattern*, as SQLite's GLOB reads it."""
        beginning = pattern.partition("*")[0].partition("?")[0]
        sql = """SELECT form FROM form WHERE fold >= ? AND fold < ? AND fold GLOB ?
                 ORDER BY records DESC, form LIMIT ?"""
        return self._column(sql, [*bounds(beginning), pattern, MOST_PATTERN_FORMS])

    def sharing_a_key(self, keys: Sequence[str]) -> list[str]:
        """Return the forms that have one of *keys*, and those that only differ from one in accents.

        The most frequent ones stand first.
        """
        if not keys:  # no stems are kept of Serbian
            return []
        marks = ", ".join("?" * len(keys))
        folds = f"SELECT fold FROM form_key JOIN form USING (form) WHERE key IN ({marks})"
        sql = f"SELECT form FROM form WHERE fold IN ({folds}) ORDER BY records DESC, form"
        return self._column(sql, keys)

    def most_records(self, folds: Sequence[str]) -> int:
        """Return how many records have the most frequent form of *folds*, 0 for none."""
        sql = "SELECT max(records) FROM form WHERE fold IN (SELECT value FROM json_each(?))"
        (records,) = self._db.execute(sql, [json.dumps(folds)]).fetchone()
        return records or 0

    def _column(self, sql: str, parameters: Sequence[str | int]) -> list[str]:
        return [row[0] for row in self._db.execute(sql, parameters)]
