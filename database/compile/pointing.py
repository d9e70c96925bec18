"""Which records a record points to, and what has to be known of those to write it."""

import json
import sqlite3
from collections.abc import Iterable

from database.model.record import Record, RecordId
from database.model.text import Text
from database.model.values import Stance


def ends(record: Record) -> set[RecordId]:
    """Return the records that *record* cites, is related to, or takes a stance on."""
    values = (claim.value for claim in record.claims)
    return (
        {citation.source for citation in record.citations()}
        | {relation.target for relation in record.relations}
        | {value.about for value in values if isinstance(value, Stance)}
    )


def mentioned(records: Iterable[Record]) -> set[RecordId]:
    """Return some records themselves and all that they point to."""
    several = list(records)
    return {record.id for record in several}.union(*map(ends, several))


def known(
    connection: sqlite3.Connection, ids: Iterable[RecordId]
) -> dict[RecordId, tuple[int, Text]]:
    """Return number and title of those of some records that the dossier has."""
    rows = connection.execute(
        """SELECT id, number, title_en, title_hu FROM record
           WHERE id IN (SELECT value FROM json_each(?))""",
        [json.dumps(sorted(ids))],
    )
    return {row[0]: (row[1], Text.of(en=row[2], hu=row[3])) for row in rows}
