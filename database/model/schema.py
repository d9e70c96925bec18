"""Record types, roles and vocabularies, as the files in ``database/schema`` declare them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "schema"
_NOT_RECORD_TYPES = ("relations", "vocabularies")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a record can say.

    ``claimed`` fields stand in claims with citations; the others are attributes, set by the
    editors. ``vocabulary`` is ``""`` unless ``kind`` is ``code``.
    """

    id: str
    label: str
    kind: str
    vocabulary: str = ""
    many: bool = False
    required: bool = False
    facet: bool = False
    claimed: bool = False


@dataclass(frozen=True, slots=True)
class RecordType:
    """One sort of record; ``fields`` are in the order in which a page shows them.

    ``weight`` is how much a hit of this type counts beside one of another type, 1.0 being full.
    ``headline`` names the fields that stand beside the title in a list of hits. Other records
    mention those of a ``named`` type, by any of their names.
    """

    id: str
    label: str
    plural: str
    weight: float
    headline: tuple[str, ...]
    named: bool
    fields: tuple[Field, ...]

    @property
    def attributes(self) -> tuple[Field, ...]:
        """Return the fields that the editors set without a citation."""
        return tuple(field for field in self.fields if not field.claimed)

    @property
    def claimed(self) -> tuple[Field, ...]:
        """Return the fields that claims give values to."""
        return tuple(field for field in self.fields if field.claimed)

    def field(self, field_id: str) -> Field | None:
        """Return the field of this id, if the type has it."""
        return next((field for field in self.fields if field.id == field_id), None)


@dataclass(frozen=True, slots=True)
class Role:
    """What one record is to another, with a label for either end of the relation."""

    id: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    label: str
    reverse: str


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything the schema files say; mappings keep the order of the files."""

    types: Mapping[str, RecordType]
    roles: Mapping[str, Role]
    vocabularies: Mapping[str, Mapping[str, str | tuple[str, str]]]

    def fields(self) -> Iterator[Field]:
        """Yield the fields of every type; one that several types have comes several times."""
        return chain.from_iterable(record_type.fields for record_type in self.types.values())

    def facets(self) -> tuple[str, ...]:
        """Return the names of all facets, in the order of the screen: type and year come first."""
        named = [field.id for field in self.fields() if field.facet]
        return tuple(dict.fromkeys(["type", "sector", "year", "status", "country", *named]))

    def facet_field(self, facet: str) -> Field | None:
        """Return a field that feeds the facet; ``None`` for ``type`` and ``year``."""
        found = (record_type.field(facet) for record_type in self.types.values())
        return next((field for field in found if field), None)

    def unit(self, code: str) -> tuple[str, str]:
        """Return the labels of a unit, for one and for several."""
        labels = self.vocabularies["unit"][code]
        return labels if isinstance(labels, tuple) else (labels, labels)

    def codes(self, vocabulary: str) -> frozenset[str]:
        """Return the codes of one vocabulary."""
        return frozenset(self.vocabularies[vocabulary])


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _field(raw: Mapping[str, Any], *, claimed: bool) -> Field:
    return Field(**raw, claimed=claimed)


def _record_type(type_id: str, raw: Mapping[str, Any]) -> RecordType:
    attributes = tuple(_field(field, claimed=False) for field in raw["attributes"])
    claimed = tuple(_field(field, claimed=True) for field in raw["fields"])
    return RecordType(
        id=type_id,
        label=raw["label"],
        plural=raw["plural"],
        weight=raw.get("weight", 1.0),
        headline=tuple(raw.get("headline", ())),
        named=raw.get("named", False),
        fields=claimed + attributes,
    )


def _role(raw: Mapping[str, Any]) -> Role:
    return Role(raw["id"], tuple(raw["from"]), tuple(raw["to"]), raw["label"], raw["reverse"])


def _vocabulary(raw: Mapping[str, Any]) -> dict[str, str | tuple[str, str]]:
    return {
        code: label if isinstance(label, str) else (label[0], label[1])
        for code, label in raw.items()
    }


_TYPE_ORDER = ("project", "actor", "event", "concern", "source")


@cache
def load(folder: Path = FOLDER) -> Schema:
    """Read the schema files of *folder*; they are part of the program and taken as sound."""
    names = [path.stem for path in folder.glob("*.toml") if path.stem not in _NOT_RECORD_TYPES]
    known = [name for name in _TYPE_ORDER if name in names]
    ordered = known + sorted(set(names) - set(known))
    relations = _read(folder / "relations.toml")["roles"]
    return Schema(
        types={name: _record_type(name, _read(folder / f"{name}.toml")) for name in ordered},
        roles={role["id"]: _role(role) for role in relations},
        vocabularies={
            name: _vocabulary(raw) for name, raw in _read(folder / "vocabularies.toml").items()
        },
    )
