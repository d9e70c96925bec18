"""Words next to each other in the records of a dossier."""

import sqlite3
from collections.abc import Iterable, Sequence


class Phrases:
    """Tells which folds stand next to each other in some record, one statement a question."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def stand(self, *several: Sequence[str], without: Iterable[str] = ()) -> bool:
        """Tell whether a record has one of *several* phrases, and none of those to be *without*.

        A phrase is known folds next to each other.
        """
        wanted = " OR ".join(f'"{" ".join(folds)}"' for folds in several)
        return self._answer(" NOT ".join([f"({wanted})", *(f'"{phrase}"' for phrase in without)]))

    def begin(self, fold: str, letters: str) -> bool:
        """Tell whether a record has *fold* and next to it a word that begins with *letters*."""
        return self._answer(f'"{fold} {letters}" *')

    def _answer(self, asked: str) -> bool:
        sql = "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1"
        return self._db.execute(sql, [asked]).fetchone() is not None
