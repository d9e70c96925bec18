"""Writing records into the tables of a dossier, through sqlite-utils.

The same content gives the same rows in the same order, and with the same SQLite the same bytes.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from database.compile import tally
from database.compile.content import Content
from database.model.reading import written_citation
from database.model.record import Citation, Record, RecordId
from database.model.schema import Schema
from database.model.text import Text
from database.model.values import LANGUAGES, to_json
from i18n.collation import sort_key
from i18n.locales import LOCALES

Row = dict[str, Any]

# Raised whenever tables change so that an older program could misread the file.
FORMAT = 2

_TABLES: Mapping[str, Row] = {
    "about": {"key": str, "value": str},
    "record": {
        "number": int,
        "id": str,
        "type": str,
        "title_en": str,
        "title_hu": str,
        "description_en": str,
        "description_hu": str,
        "attributes": str,
        "date": str,
        "sort_en": bytes,
        "sort_hu": bytes,
    },
    "name": {"record": int, "position": int, "text": str, "language": str, "kind": str},
    "passage": {"record": int, "position": int, "en": str, "hu": str},
    "claim": {
        "record": int,
        "position": int,
        "field": str,
        "value": str,
        "qualifier": str,
        "date": str,
        "note_en": str,
        "note_hu": str,
    },
    "relation": {
        "record": int,
        "position": int,
        "role": str,
        "target": int,
        "date": str,
        "label_en": str,
        "label_hu": str,
    },
    "citation": {
        "record": int,
        "part": str,
        "part_position": int,
        "position": int,
        "source": int,
        "written": str,
    },
    "facet": {"name": str, "value": str, "record": int},
    "tally": {"name": str, "value": str, "records": bytes},
    "place": {
        "key": str,
        "name_en": str,
        "name_hu": str,
        "also": str,
        "country": str,
        "latitude": float,
        "longitude": float,
        "precision": str,
    },
    "term": {"id": str, "labels": str, "definition_en": str, "definition_hu": str, "broader": str},
}
_KEYS: Mapping[str, Any] = {
    "about": "key",
    "record": "number",
    "place": "key",
    "term": "id",
    "name": ("record", "position"),
    "passage": ("record", "position"),
    "claim": ("record", "position"),
    "relation": ("record", "position"),
    "citation": ("record", "part", "part_position", "position"),
    "facet": ("name", "value", "record"),
    "tally": ("name", "value"),
}
_POINTS = [
    ("name", "record"),
    ("passage", "record"),
    ("claim", "record"),
    ("relation", "record"),
    ("relation", "target"),
    ("citation", "record"),
    ("citation", "source"),
]


def create_tables(db: Database) -> None:
    """Create the empty tables of a dossier; foreign keys make it readable for other tools."""
    for table, columns in _TABLES.items():
        foreign = [(c, "record", "number") for t, c in _POINTS if t == table]
        db.table(table).create(dict(columns), pk=_KEYS[table], foreign_keys=foreign or None)
    db.table("record").create_index(["id"], unique=True)
    db.table("relation").create_index(["target"])
    db.table("citation").create_index(["source"])
    db.table("facet").create_index(["record"])


def write_records(
    db: Database, several: Sequence[Record], numbers: Mapping[RecordId, int], schema: Schema
) -> None:
    """Write some of the records; ``numbers`` tells the number of every record."""
    _insert(db, "record", (_record(record, numbers[record.id]) for record in several))
    for table, rows in _PARTS.items():
        _insert(db, table, (row for record in several for row in rows(record, numbers)))
    facets = (x for r in several for x in tally.facets(r, numbers[r.id], schema))
    _insert(db, "facet", facets)


def remove_record(db: Database, number: int) -> None:
    """Take out one record with all its parts."""
    for table in (*_PARTS, "facet"):
        db.execute(f"DELETE FROM {table} WHERE record = ?", [number])
    db.execute("DELETE FROM record WHERE number = ?", [number])


def write_lists(db: Database, content: Content) -> None:
    """Write what is not said of one record; call it when all records are written."""
    about = {**content.about, "format": FORMAT}
    _insert(db, "about", ({"key": k, "value": _json(v)} for k, v in sorted(about.items())))
    tally.write(db)
    _insert(db, "place", _places(content))
    _insert(db, "term", _terms(content))


def _insert(db: Database, table: str, rows: Iterator[Row]) -> None:
    """Write many rows; one statement for them all takes a third of the time of ``insert_all``."""
    columns = _TABLES[table]
    values = ", ".join(f":{column}" for column in columns)
    db.conn.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})", rows)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _in_columns(name: str, text: Text | None) -> Row:
    words = text.by_language if text else {}
    return {f"{name}_{language}": words.get(language) for language in LANGUAGES}


def _record(record: Record, number: int) -> Row:
    attributes = {k: [to_json(v) for v in values] for k, values in record.attributes.items()}
    dates = sorted(date.sort_key() for date in record.dates())
    return {
        "number": number,
        "id": record.id,
        "type": record.type,
        **_in_columns("title", record.title),
        **_in_columns("description", record.description),
        "attributes": json.dumps(attributes, ensure_ascii=False),
        "date": dates[0] if dates else "",
        **{f"sort_{x.code}": sort_key(record.title.within(x.code), x) for x in LOCALES},
    }


def _names(record: Record, numbers: Mapping[RecordId, int]) -> Iterator[Row]:
    for n, name in enumerate(record.names, 1):
        yield {
            "record": numbers[record.id],
            "position": n,
            "text": name.text,
            "language": name.language,
            "kind": name.kind,
        }


def _passages(record: Record, numbers: Mapping[RecordId, int]) -> Iterator[Row]:
    for n, passage in enumerate(record.summary, 1):
        texts = {language: passage.text.by_language.get(language) for language in LANGUAGES}
        yield {"record": numbers[record.id], "position": n, **texts}


def _claims(record: Record, numbers: Mapping[RecordId, int]) -> Iterator[Row]:
    for n, claim in enumerate(record.claims, 1):
        yield {
            "record": numbers[record.id],
            "position": n,
            "field": claim.field,
            "value": _json(to_json(claim.value)),
            "qualifier": claim.qualifier,
            "date": claim.date and str(claim.date),
            **_in_columns("note", claim.note),
        }


def _relations(record: Record, numbers: Mapping[RecordId, int]) -> Iterator[Row]:
    for n, relation in enumerate(record.relations, 1):
        yield {
            "record": numbers[record.id],
            "position": n,
            "role": relation.role,
            "target": numbers[relation.target],
            "date": relation.date and str(relation.date),
            **_in_columns("label", relation.label),
        }


def _citations(record: Record, numbers: Mapping[RecordId, int]) -> Iterator[Row]:
    parts: dict[str, Sequence[Any]] = {
        "passage": record.summary,
        "claim": record.claims,
        "relation": record.relations,
    }
    for part, entries in parts.items():
        for place, entry in enumerate(entries, 1):
            for n, citation in enumerate(entry.citations, 1):
                yield _citation(citation, numbers) | {
                    "record": numbers[record.id],
                    "part": part,
                    "part_position": place,
                    "position": n,
                }


def _citation(citation: Citation, numbers: Mapping[RecordId, int]) -> Row:
    return {"source": numbers[citation.source], "written": written_citation(citation)}


_PARTS = {
    "name": _names,
    "passage": _passages,
    "claim": _claims,
    "relation": _relations,
    "citation": _citations,
}


def _places(content: Content) -> Iterator[Row]:
    for place in content.places.values():
        yield {
            "key": place.key,
            **_in_columns("name", place.name),
            "also": _json(place.also),
            "country": place.country,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "precision": place.precision,
        }


def _terms(content: Content) -> Iterator[Row]:
    for term in content.terms.values():
        yield {
            "id": term.id,
            "labels": json.dumps(dict(term.labels), ensure_ascii=False),
            **_in_columns("definition", term.definition),
            "broader": _json(term.broader),
        }
