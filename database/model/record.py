"""A record and its parts: frozen, complete, and free of any connection."""

from collections.abc import Mapping
from dataclasses import dataclass

from database.model.text import Text
from database.model.values import Plain, StatedDate, Value

RecordId = str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement can be checked.

    ``source`` is a record id. ``page``, ``section`` and ``line`` are CSL locators, ``""`` where the
    source has none; ``quotation`` is a short passage in the source's own words.
    """

    source: RecordId
    page: str = ""
    section: str = ""
    quotation: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A further name; ``language`` is a BCP 47 tag, ``kind`` a code of ``name-kind``."""

    text: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One to three sentences of running text with the sources they rest on."""

    text: Text
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one field, with its evidence.

    ``qualifier`` is a code of the vocabulary ``qualifier`` or ``""`` where the value is exact.
    ``date`` is the date for which the value holds, not the date of the source.
    """

    field: str
    value: Value
    citations: tuple[Citation, ...]
    qualifier: str = ""
    date: StatedDate | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What the record that holds it is to another one; ``label`` names an office."""

    role: str
    target: RecordId
    citations: tuple[Citation, ...]
    date: StatedDate | None = None
    label: Text | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of a dossier. ``attributes`` hold values by field id, in schema order.

    ``origin`` is where the record as a whole was taken from, if it was imported.
    """

    id: RecordId
    type: str
    title: Text
    description: Text
    attributes: Mapping[str, tuple[Value, ...]]
    names: tuple[Name, ...] = ()
    summary: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    origin: tuple[Citation, ...] = ()

    def claimed(self, field_id: str) -> tuple[Claim, ...]:
        """Return the claims about one field, in the order in which they are written."""
        return tuple(claim for claim in self.claims if claim.field == field_id)

    def plain(self, field_id: str) -> str:
        """Return the first plain value of an attribute, ``""`` where there is none."""
        values = self.attributes.get(field_id, ())
        return next((value.text for value in values if isinstance(value, Plain)), "")

    def dates(self) -> tuple[StatedDate, ...]:
        """Return every date that the record states, in no particular order."""
        values = [value for group in self.attributes.values() for value in group]
        values += [claim.value for claim in self.claims]
        stated = [value for value in values if isinstance(value, StatedDate)]
        parts: tuple[Claim | Relation, ...] = (*self.claims, *self.relations)
        return (*stated, *(part.date for part in parts if part.date))

    def citations(self) -> tuple[Citation, ...]:
        """Return every citation of the record, in reading order, repeats included."""
        parts: tuple[Passage | Claim | Relation, ...] = (
            *self.summary,
            *self.claims,
            *self.relations,
        )
        cited = (citation for part in parts for citation in part.citations)
        return (*self.origin, *cited)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that records name: WGS 84 degrees, as precise as ``precision`` says."""

    key: str
    name: Text
    also: tuple[str, ...]
    country: str
    latitude: float
    longitude: float
    precision: str


@dataclass(frozen=True, slots=True)
class Term:
    """A concept of the field: its words in each language, preferred first, and its definition.

    ``labels`` is keyed by language: ``en``, ``hu`` and, where useful, ``sr``.
    """

    id: str
    labels: Mapping[str, tuple[str, ...]]
    definition: Text
    broader: tuple[str, ...] = ()
