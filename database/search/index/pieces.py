"""The texts of a record: everything by which it can be found, and what is shown of it in a list."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from database.model.record import Record
from database.model.schema import Schema
from database.model.text import Text
from database.model.values import Plain, Value
from database.model.wording import Wording

# Parts the facts of a headline from each other.
FACT_SEPARATOR = "\t"


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a record in every language.

    A ``name`` finds before a ``subject`` (how the editors classify the record) or the ``lead``
    (what they say that it is), and these before other text. The lead and other ``prose`` read well
    as a snippet, a subject or another ``label`` less so.
    """

    text: Text
    kind: Literal["name", "subject", "lead", "prose", "label"] = "prose"


def headline(record: Record, schema: Schema, wordings: Mapping[str, Wording]) -> Text:
    """Return the few facts that stand beside the title in a list of hits."""
    lines = {}
    for language, wording in wordings.items():
        facts = []
        for field in schema.types[record.type].headline:
            values = [wording.claim(claim) for claim in record.claimed(field)][-1:]
            facts += values or [wording.value(v) for v in record.attributes.get(field, ())]
        lines[language] = FACT_SEPARATOR.join(facts)
    return Text(lines)


def pieces_of(record: Record, wordings: Mapping[str, Wording]) -> Iterator[Piece]:
    """Yield every text by which a record can be found, the most telling first."""
    yield Piece(record.title, "name")
    for name in record.names:
        yield Piece(Text.of(en=name.text, hu=name.text), "name")
    yield Piece(record.description, "lead")
    for passage in record.summary:
        yield Piece(passage.text)
    yield from _claim_pieces(record, wordings)
    yield from _attribute_pieces(record, wordings)
    yield from _relation_pieces(record, wordings)


def _claim_pieces(record: Record, wordings: Mapping[str, Wording]) -> Iterator[Piece]:
    record_type = next(iter(wordings.values())).schema.types[record.type]
    for claim in record.claims:
        field = record_type.field(claim.field)
        if field is None:
            continue
        lines = {}
        for language, wording in wordings.items():
            note = claim.note.within(language) if claim.note else ""
            date = wording.date(claim.date) if claim.date else ""
            parts = [f"{wording.label(field)}: {wording.claim(claim)}", note, date]
            lines[language] = " · ".join(part for part in parts if part)
        yield Piece(Text(lines))


def _attribute_pieces(record: Record, wordings: Mapping[str, Wording]) -> Iterator[Piece]:
    lines = {}
    for language, wording in wordings.items():
        values = [value for group in record.attributes.values() for value in group]
        values.sort(key=_is_address)  # an address is for finding, not for reading
        lines[language] = " · ".join(wording.value(value) for value in values)
    yield Piece(Text(lines), "subject")
    places = next(iter(wordings.values())).places
    for value in record.attributes.get("place", ()):
        place = places.get(value.text) if isinstance(value, Plain) else None
        if place and place.also:
            yield Piece(Text.of(en=" · ".join(place.also), hu=" · ".join(place.also)), "label")


def _relation_pieces(record: Record, wordings: Mapping[str, Wording]) -> Iterator[Piece]:
    for relation in record.relations:
        lines = {}
        for language, wording in wordings.items():
            label = relation.label.within(language) if relation.label else ""
            role = wording.role(relation.role, reverse=False)
            date = wording.date(relation.date) if relation.date else ""
            parts = [f"{role}: {wording.title(relation.target)}", label, date]
            lines[language] = " · ".join(part for part in parts if part)
        yield Piece(Text(lines), "label")


def _is_address(value: Value) -> bool:
    return isinstance(value, Plain) and value.kind == "url"
