"""What of the records was written, and what a format could not carry."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal, NamedTuple

from database.model.record import Record
from database.model.values import StatedDate
from database.model.wording import Wording
from i18n import messages
from i18n.messages import N_

# What records have besides the fields of the schema, and what it is called in a report.
PARTS = {
    "title": N_("Titles in the second language"),
    "description": N_("Descriptions in the second language"),
    "name": N_("Other names"),
    "name-kind": N_("Languages and kinds of names"),
    "summary": N_("Paragraphs of summaries"),
    "qualifier": N_("Words such as “about” and “up to”"),
    "as-of": N_("Days for which a value holds"),
    "note": N_("Notes on values"),
    "rough-date": N_("Dates known roughly"),
    "relation": N_("Relations"),
    "relation-date": N_("Dates of relations"),
    "office": N_("Offices"),
    "citation": N_("Citations"),
    "locator": N_("Pages, sections and quotations of citations"),
    "attribution": N_("Which statement a citation belongs to"),
}


class Item(NamedTuple):
    """Something that records have: a key of ``PARTS``, a field, or a whole record of a type."""

    sort: Literal["part", "field", "record"]
    id: str


def part(name: str) -> Item:
    """Return the item of a part of records; raises ``KeyError`` for what is none."""
    return Item("part", name if PARTS[name] else "")


def contents(record: Record) -> Counter[Item]:
    """Count everything there is in a record."""
    dates = [value for value in _values(record) if isinstance(value, StatedDate)]
    cited = record.citations()
    counts = {
        "title": len(set(record.title)),
        "description": len(set(record.description)),
        "name": len(record.names),
        "name-kind": len(record.names),
        "summary": len(record.summary),
        "qualifier": sum(bool(claim.qualifier) for claim in record.claims),
        "as-of": sum(claim.date is not None for claim in record.claims),
        "note": sum(claim.note is not None for claim in record.claims),
        "rough-date": sum(bool(date.modifier) for date in dates),
        "relation": len(record.relations),
        "relation-date": sum(relation.date is not None for relation in record.relations),
        "office": sum(relation.label is not None for relation in record.relations),
        "citation": len(cited),
        "locator": sum(bool(one.page or one.section or one.line or one.quotation) for one in cited),
        "attribution": len(cited),
    }
    found = Counter({part(name): count for name, count in counts.items()})
    found.update({Item("field", name): len(several) for name, several in record.attributes.items()})
    found.update(Item("field", claim.field) for claim in record.claims)
    return found


def _values(record: Record) -> Iterator[object]:
    yield from chain.from_iterable(record.attributes.values())
    yield from (claim.value for claim in record.claims)


class Loss(NamedTuple):
    """Something that the format cannot carry: what it is, in words, and how many there were."""

    label: str
    total: int


@dataclass(slots=True)
class Account:
    """How many records were ``written``, and how many of what was ``lost`` on the way."""

    written: int = 0
    lost: Counter[Item] = field(default_factory=Counter)

    def enter(self, record: Record, carried: Counter[Item]) -> None:
        """Count a record as written; whatever of it is not among *carried* is lost."""
        self.written += 1
        self.lost += contents(record) - carried

    def leave_out(self, record: Record) -> None:
        """Count a record that the format has no place for."""
        self.lost[Item("record", record.type)] += 1

    def losses(self, wording: Wording) -> tuple[Loss, ...]:
        """Return what was lost, in the order of the schema; records first, then fields."""
        labels = Counter[str]()
        for type_id in wording.schema.types:
            labels[wording.type_name(type_id, plural=True)] += self.lost[Item("record", type_id)]
        fields = {field.id: wording.label(field) for field in wording.schema.fields()}
        for name, label in fields.items():
            labels[label] += self.lost[Item("field", name)]
        for name, message in PARTS.items():
            labels[messages.of(wording.locale).gettext(message)] += self.lost[part(name)]
        return tuple(Loss(label, total) for label, total in labels.items() if total)
