"""Writing records into the tables of a dossier, through sqlite-utils.

The same content gives the same rows in the same order, and with the same SQLite the same bytes.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from database import rows
from database.catalog import FORMAT
from database.compile.content import Content
from database.model.reading import written_citation
from database.model.record import Claim, Passage, Place, Record, RecordId, Relation, Term
from database.model.text import Text
from database.model.values import LANGUAGES, to_json
from i18n.collation import sort_key
from i18n.locales import LOCALES

# The values of a row, in the order of its columns below.
Row = tuple[Any, ...]

_TABLES: Mapping[str, Mapping[str, type]] = {
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
    "often": {"asked": str, "records": bytes},
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
    "often": "asked",
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


def create_indexes(db: Database) -> None:
    """Create the indexes of the tables; it is quicker when the rows are there."""
    db.table("relation").create_index(["target"])
    db.table("citation").create_index(["source"])
    db.table("facet").create_index(["record"])


def write_records(db: Database, records: Mapping[int, Record]) -> None:
    """Write records by their numbers, without their parts."""
    rows.insert(db.conn, "record", (_record(record, n) for n, record in records.items()))


def write_parts(
    db: Database, records: Mapping[int, Record], numbers: Mapping[RecordId, int]
) -> None:
    """Write the parts of records; ``numbers`` tells those of all that they point to."""
    for table, of in _PARTS.items():
        parts = (row for number, record in records.items() for row in of(record, number, numbers))
        rows.insert(db.conn, table, parts)


def remove_record(db: Database, number: int) -> None:
    """Take out one record with all its parts."""
    for table in _PARTS:
        db.execute(f"DELETE FROM {table} WHERE record = ?", [number])
    db.execute("DELETE FROM record WHERE number = ?", [number])


def write_lists(db: Database, content: Content) -> None:
    """Write what is not said of one record."""
    about = {**content.about, "format": FORMAT}
    rows.insert(db.conn, "about", ((key, _json(value)) for key, value in sorted(about.items())))
    rows.insert(db.conn, "place", map(_place, content.places.values()))
    rows.insert(db.conn, "term", map(_term, content.terms.values()))


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str).encode
_json_in_order = json.JSONEncoder(ensure_ascii=False).encode


def _each(text: Text | None) -> Iterator[str | None]:
    """Yield a text in each language of a dossier."""
    words = text.by_language if text else {}
    return map(words.get, LANGUAGES)


def _record(record: Record, number: int) -> Row:
    attributes = {k: [to_json(v) for v in values] for k, values in record.attributes.items()}
    return (
        number,
        record.id,
        record.type,
        *_each(record.title),
        *_each(record.description),
        _json_in_order(attributes),
        min((date.sort_key() for date in record.dates()), default=""),
        *(sort_key(record.title.within(locale.code), locale) for locale in LOCALES),
    )


def _names(record: Record, number: int, _numbers: Mapping[RecordId, int]) -> Iterator[Row]:
    for n, name in enumerate(record.names, 1):
        yield number, n, name.text, name.language, name.kind


def _passages(record: Record, number: int, _numbers: Mapping[RecordId, int]) -> Iterator[Row]:
    for n, passage in enumerate(record.summary, 1):
        yield number, n, *_each(passage.text)


def _claims(record: Record, number: int, _numbers: Mapping[RecordId, int]) -> Iterator[Row]:
    for n, claim in enumerate(record.claims, 1):
        value, date = _json(to_json(claim.value)), claim.date and str(claim.date)
        yield number, n, claim.field, value, claim.qualifier, date, *_each(claim.note)


def _relations(record: Record, number: int, numbers: Mapping[RecordId, int]) -> Iterator[Row]:
    for n, relation in enumerate(record.relations, 1):
        target, date = numbers[relation.target], relation.date and str(relation.date)
        yield number, n, relation.role, target, date, *_each(relation.label)


def _citations(record: Record, number: int, numbers: Mapping[RecordId, int]) -> Iterator[Row]:
    parts: dict[str, Sequence[Passage | Claim | Relation]] = {
        "passage": record.summary,
        "claim": record.claims,
        "relation": record.relations,
    }
    cited = [("record", 1, record.origin)] if record.origin else []
    cited += [
        (part, place, entry.citations)
        for part, entries in parts.items()
        for place, entry in enumerate(entries, 1)
    ]
    for part, place, citations in cited:
        for n, citation in enumerate(citations, 1):
            yield number, part, place, n, numbers[citation.source], written_citation(citation)


_PARTS = {
    "name": _names,
    "passage": _passages,
    "claim": _claims,
    "relation": _relations,
    "citation": _citations,
}


def _place(place: Place) -> Row:
    return (
        place.key,
        *_each(place.name),
        _json(place.also),
        place.country,
        place.latitude,
        place.longitude,
        place.precision,
    )


def _term(term: Term) -> Row:
    labels = _json_in_order(dict(term.labels))
    return term.id, labels, *_each(term.definition), _json(term.broader)
