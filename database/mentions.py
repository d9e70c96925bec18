"""What points to a record of a dossier: relations of other records, and their citations.

A few records of a large dossier are mentioned by very many.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from database.model.record import RecordId, Relation

_RANKED = """
    SELECT source.id AS source_id, :target AS target_id, source.number AS source_number,
           source.type AS source_type, relation.*, row_number() OVER (
               PARTITION BY relation.role ORDER BY source.date DESC, source.number, position
           ) AS place
    FROM relation JOIN record AS source ON source.number = relation.record
    WHERE relation.target = (SELECT number FROM record WHERE id = :target)"""
_FIRST = f"""
    SELECT * FROM ({_RANKED}) WHERE place <= ifnull(:most, place)
    ORDER BY role, source_number, position"""
_MORE = f"""
    SELECT role, source_type, count(*) FROM ({_RANKED}) WHERE place > :most
    GROUP BY role, source_type"""
_CITING = """
    SELECT record FROM citation JOIN record AS cited ON cited.number = citation.source
    WHERE cited.id = :source AND record <> cited.number"""


@dataclass(frozen=True, slots=True)
class Mention:
    """A record that points to another one: who, in which role, and since when."""

    source: RecordId
    relation: Relation


def once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions without those that say again who has which role since when.

    Two editions of a dossier have most of them in common.
    """
    found: dict[tuple[str, ...], Mention] = {}
    for each in mentions:
        found.setdefault((each.source, each.relation.role, str(each.relation.date)), each)
    return tuple(found.values())


def rows(
    connection: sqlite3.Connection, record_id: RecordId, most: int | None
) -> list[sqlite3.Row]:
    """Return the relations that point to a record, by role, then in order of their record.

    Of each role *most* at most: those of the latest records.
    """
    return connection.execute(_FIRST, {"target": record_id, "most": most}).fetchall()


def more(
    connection: sqlite3.Connection, record_id: RecordId, most: int
) -> Counter[tuple[str, str]]:
    """Return how many relations ``rows`` leaves out, by role and type of their record."""
    rows = connection.execute(_MORE, {"target": record_id, "most": most})
    return Counter({(row[0], row[1]): row[2] for row in rows})


def citing(
    connection: sqlite3.Connection, source_id: RecordId, most: int | None
) -> tuple[RecordId, ...]:
    """Return the other records that cite a source, *most* at most, in order of type and name."""
    sql = f"SELECT id FROM record WHERE number IN ({_CITING}) ORDER BY number LIMIT :most"
    limit = -1 if most is None else most
    return tuple(row[0] for row in connection.execute(sql, {"source": source_id, "most": limit}))


def more_citing(connection: sqlite3.Connection, source_id: RecordId, most: int) -> int:
    """Return how many records ``citing`` leaves out."""
    sql = f"SELECT max(0, count(DISTINCT record) - :most) FROM ({_CITING})"
    return int(connection.execute(sql, {"source": source_id, "most": most}).fetchone()[0])
