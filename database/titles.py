"""The titles of records, each read when it is asked for: a dossier may have very many."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from database.model.record import RecordId
from database.model.text import Text
from database.model.values import LANGUAGES

_COLUMNS = ", ".join(f"title_{language}" for language in LANGUAGES)
_TITLE = f"SELECT {_COLUMNS} FROM record WHERE id = ?"


class Titles(Mapping[RecordId, Text]):
    """The title of every record of a dossier, in order of type and name.

    Use it from the thread that opened the dossier.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def __getitem__(self, record_id: RecordId) -> Text:
        row = self._db.execute(_TITLE, [record_id]).fetchone()
        if row is None:
            raise KeyError(record_id)
        told = zip(LANGUAGES, row, strict=True)
        return Text({language: title for language, title in told if title})

    def __iter__(self) -> Iterator[RecordId]:
        rows = self._db.execute("SELECT id FROM record ORDER BY number")
        return (row[0] for row in rows)

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM record").fetchone()[0])


class MergedTitles(Mapping[RecordId, Text]):
    """The titles of several dossiers, those of the first one first.

    What stands in several is called as in the first that has it.
    """

    def __init__(self, several: Sequence[Titles]) -> None:
        self._several = several

    def __getitem__(self, record_id: RecordId) -> Text:
        for titles in self._several:
            found = titles.get(record_id)
            if found is not None:
                return found
        raise KeyError(record_id)

    def __iter__(self) -> Iterator[RecordId]:
        return iter(self._ids())

    def __len__(self) -> int:
        return len(self._ids())

    def _ids(self) -> dict[RecordId, None]:
        return dict.fromkeys(chain.from_iterable(self._several))
