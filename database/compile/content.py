"""All content of a dossier, understood and checked as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from database.compile.lists import places, read_terms
from database.compile.reader import CONTENT, TERMS, RawContent, read
from database.compile.validator import RecordValidator
from database.model.problem import ContentError, Problem
from database.model.record import Place, Record, RecordId, Term
from database.model.schema import Schema
from database.model.values import Stance
from i18n import formats


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a dossier; records, places and terms are in the order of their files."""

    about: dict[str, Any]
    records: Mapping[RecordId, Record]
    places: Mapping[str, Place]
    terms: Mapping[str, Term]


def load(schema: Schema, content: Path = CONTENT, terms: Path = TERMS) -> Content:
    """Read and check everything.

    Raises:
        ContentError: something has to be mended first; it lists all problems.
    """
    raw = read(schema, content, terms)
    problems = list(raw.problems)
    records = _records(raw, schema, problems)
    loaded = Content(
        about=_about(raw, content, problems),
        records=records,
        places=places(raw, content, problems),
        terms=read_terms(raw, terms, problems),
    )
    paths = {record_id: path for record_id, (path, _) in raw.records.items()}
    known = {*raw.records, *raw.unreadable}
    for record in records.values():
        problems += _dangling(record, paths[record.id], known, set(raw.places))
    if not raw.problems and len(records) == len(raw.records):
        problems += _unused(loaded, paths)
    if problems:
        raise ContentError(tuple(sorted(problems)))
    return loaded


def _records(raw: RawContent, schema: Schema, problems: list[Problem]) -> dict[RecordId, Record]:
    records = {}
    for record_id, (path, table) in raw.records.items():
        validator = RecordValidator(path, schema, schema.types[record_id.partition("/")[0]])
        record = validator.record(record_id, table)
        problems += validator.problems
        if record:
            records[record_id] = record
    return records


def _about(raw: RawContent, content: Path, problems: list[Problem]) -> dict[str, Any]:
    path = content / "dossier.toml"
    for key in ("id", "edition", "languages", "licence", "title"):
        if key not in raw.dossier:
            problems.append(Problem(path, key, "this is missing", f"Add {key}."))
    return dict(raw.dossier)


def _references(record: Record) -> Iterator[tuple[str, RecordId]]:
    for citation in record.citations():
        yield "cite", citation.source
    for n, relation in enumerate(record.relations, 1):
        yield f"relations {n} to", relation.target
    for n, claim in enumerate(record.claims, 1):
        if isinstance(claim.value, Stance):
            yield f"claims {n} about", claim.value.about


def _dangling(record: Record, path: Path, known: set[RecordId], places: set[str]) -> list[Problem]:
    problems = [
        Problem(path, key, f"there is no record {target}", "Correct the name or add the record.")
        for key, target in _references(record)
        if target not in known
    ]
    named = [getattr(value, "text", "") for value in record.attributes.get("place", ())]
    problems += [
        Problem(path, "place", f"there is no place {place!r}", "Add it to places.toml.")
        for place in named
        if place not in places
    ]
    countries = [getattr(value, "text", "") for value in record.attributes.get("country", ())]
    problems += [
        Problem(path, "country", f"there is no country {code!r}", "Write its ISO 3166 code.")
        for code in countries
        if not formats.is_country(code)
    ]
    return problems


def _unused(content: Content, paths: dict[RecordId, Path]) -> list[Problem]:
    """Find records without a relation, and sources that nothing but themselves rests on."""
    problems = []
    cited = {c.source for r in content.records.values() for c in r.citations() if c.source != r.id}
    related = {
        end for r in content.records.values() for x in r.relations for end in (r.id, x.target)
    }
    for record in content.records.values():
        path = paths[record.id]
        if record.type == "source" and record.id not in cited:
            problems.append(Problem(path, "file", "nothing rests on it", "Cite it or drop it."))
        if record.type not in ("source", "concern") and record.id not in related:
            problems.append(Problem(path, "relations", "it has none", "Relate it to a record."))
    return problems
