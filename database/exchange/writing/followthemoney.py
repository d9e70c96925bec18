"""FollowTheMoney, which OpenAleph and OpenSanctions read: one entity a line.

Projects, actors, events and sources become entities, relations become links between them; a link
is written where both of its ends are. The model has no place for concerns. What every entity rests
on stands in ``proof``, if the source is written too, and in ``sourceUrl``.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from database.exchange.language_codes import THREE_LETTERS
from database.exchange.writing.account import Account, Item, part
from database.exchange.writing.selection import Selection
from database.model.record import Citation, Record, RecordId, Relation
from database.model.text import Text
from database.model.values import Code, Money, Plain, StatedDate, Value, plain_number
from database.model.wording import Wording

# The schema of an entity: by type of record, of an actor by its kind.
_SCHEMATA = {"project": "Project", "event": "Event", "source": "Document", "actor": "LegalEntity"}
_ACTORS = {
    "person": "Person",
    "company": "Company",
    "public-body": "PublicBody",
    "international-organisation": "Organization",
    "civil-society": "Organization",
    "research-institute": "Organization",
    "political-party": "Organization",
    "state": "PublicBody",
    "city": "PublicBody",
}
_ORGANISATIONS = frozenset({"Company", "Organization", "PublicBody"})
LEGAL_ENTITIES = _ORGANISATIONS | {"LegalEntity", "Person"}
# Where names go that are not simply another name; the model knows no languages of names.
_NAMES = {"former": "previousName", "acronym": "weakAlias", "misspelling": "weakAlias"}
# Which property a field fills, by schema; of amounts the first one only, since it has one currency.
_DATES = {
    "Project": {"agreed": "date", "started": "startDate", "completed": "endDate"},
    "Event": {"date": "date"},
    "Document": {"issued": "publishedAt"},
}
_AMOUNTS = {"Project": "budget"}
# What else has a property, in words; statements in prose that have none become notes.
_WORDS = {
    "project": {"status": "status", "sector": "keywords", "purpose": "goal", "place": "address"},
    "actor": {"actor-kind": "classification", "sector": "sector", "place": "address"},
    "event": {"event-kind": "keywords", "sector": "keywords", "place": "location"},
    "source": {"author": "author", "publisher": "publisher", "type": "keywords",
               "publisher-kind": "keywords", "sector": "keywords"},
}  # fmt: skip
# Roles in an event that the model has a property for.
_AT_EVENTS = {"host": "organizer", "participant": "involved", "signatory": "involved",
              "speaker": "involved"}  # fmt: skip
_MEMBERSHIPS = frozenset({"office", "part-of"})

Properties = dict[str, list[str]]


def lines(selection: Selection, account: Account) -> Iterator[str]:
    """Yield the entity of each record, then its links to others."""
    written = _Written(selection)
    for record in selection:
        if record.type not in _SCHEMATA:
            account.leave_out(record)
            continue
        entity = _Entity(record, written)
        entity.fill()
        yield entity.line()
        yield from entity.link_lines()
        account.enter(record, entity.carried)


def entity_id(record_id: RecordId) -> str:
    """Return the id of a record's entity: ids of FollowTheMoney have no strokes in them."""
    return record_id.replace("/", "-")


def _line(entity: str, schema: str, properties: Properties) -> str:
    filled = {name: list(dict.fromkeys(values)) for name, values in properties.items() if values}
    shape = {"id": entity, "schema": schema, "properties": filled}
    return json.dumps(shape, ensure_ascii=False) + "\n"


class _Written:
    """Which entities are written, and what they are."""

    def __init__(self, selection: Selection) -> None:
        self._library = selection.library
        self._schemata: dict[RecordId, str] = {}
        self._addresses: dict[RecordId, str] = {}
        self.ids = frozenset(selection.ids)
        self.wording = selection.wording()
        self.words = {
            kept.id: {f.id: "notes" for f in kept.claimed if f.kind == "text"}
            | _WORDS.get(kept.id, {})
            for kept in selection.types
        }

    def schema(self, record_id: RecordId) -> str:
        """Return the schema of a record's entity; ``""`` where there is none."""
        if record_id not in self.ids:
            return ""
        if record_id not in self._schemata:
            self._schemata[record_id] = _schema_of(self._library.record(record_id))
        return self._schemata[record_id]

    def address(self, citation: Citation) -> str:
        """Return where the source of a citation is on the web; ``""`` if it is not."""
        if citation.source not in self._addresses:
            self._addresses[citation.source] = self._library.record(citation.source).plain("url")
        return self._addresses[citation.source]


def _schema_of(record: Record) -> str:
    kind = next(iter(record.attributes.get("actor-kind", ())), None)
    known = _ACTORS.get(kind.code) if isinstance(kind, Code) else None
    return known or _SCHEMATA.get(record.type, "")


@dataclass
class _Entity:
    """A record on its way; ``carried`` counts what of it has found a place."""

    record: Record
    written: _Written
    properties: Properties = field(default_factory=dict)
    carried: Counter[Item] = field(default_factory=Counter)
    links: list[Relation] = field(default_factory=list)

    @cached_property
    def schema(self) -> str:
        return _schema_of(self.record)

    @property
    def wording(self) -> Wording:
        return self.written.wording

    def line(self) -> str:
        return _line(entity_id(self.record.id), self.schema, self.properties)

    def fill(self) -> None:
        """Find a place for all that the model can take."""
        record = self.record
        self._texts("name", record.title, "title")
        if self.schema == "Document":  # of which the model requires a name of the file besides
            self.properties |= {"title": [*record.title], "fileName": [entity_id(record.id)]}
        self._texts("description", record.description, "description")
        for name in record.names:
            self._add(_NAMES.get(name.kind, "alias"), name.text, part("name"))
        self._summary()
        self._plain_values()
        self._dates()
        self._words()
        self._amount()
        self._proofs()
        self._relations()

    def _add(self, prop: str, value: str, item: Item | None = None) -> None:
        self.properties.setdefault(prop, []).append(value)
        if item:
            self.carried[item] += 1

    def _texts(self, prop: str, text: Text, what: str) -> None:
        for words in dict.fromkeys(text):
            self._add(prop, words, part(what))

    def _summary(self) -> None:
        """Put the paragraphs of each language into one text: values have no order."""
        passages = [passage.text.by_language for passage in self.record.summary]
        for language in dict.fromkeys(key for texts in passages for key in texts):
            self._add("summary", "\n\n".join(t[language] for t in passages if t.get(language)))
        self.carried[part("summary")] += len(passages)

    def _plain_values(self) -> None:
        for name, prop, known in (
            ("country", "country", str.lower),
            ("language", "language", lambda tag: THREE_LETTERS.get(tag.partition("-")[0], "")),
            ("url", "sourceUrl", str),
        ):
            for value in self.record.attributes.get(name, ()):
                if isinstance(value, Plain) and (written := known(value.text)):
                    self._add(prop, written, Item("field", name))

    def _dates(self) -> None:
        for name, prop in _DATES.get(self.schema, {}).items():
            claimed = [claim.value for claim in self.record.claimed(name)]
            for value in (*claimed, *self.record.attributes.get(name, ())):
                if isinstance(value, StatedDate):
                    for filled, days in self._days(prop, value).items():
                        self.properties.setdefault(filled, []).extend(days)
                    self.carried[Item("field", name)] += 1

    def _days(self, prop: str, date: StatedDate) -> Properties:
        if prop == "date":
            return _span(prop, date)
        return {prop: [((prop == "endDate" and date.end) or date.start).isoformat()]}

    def _words(self) -> None:
        for name, prop in self.written.words[self.record.type].items():
            item = Item("field", name)
            for value in self.record.attributes.get(name, ()):
                self._add(prop, self.wording.value(value), item)
            for claim in self.record.claimed(name):
                for words in _said(claim.value, self.wording):
                    self._add(prop, words)
                self.carried[item] += 1

    def _amount(self) -> None:
        stated = self.record.claimed(_AMOUNTS.get(self.schema, ""))
        money = next((claim.value for claim in stated if isinstance(claim.value, Money)), None)
        if money:
            self._add("amount", str(plain_number(money.amount)), Item("field", stated[0].field))
            self._add("currency", money.currency)

    def _proofs(self) -> None:
        """Name the sources by their entities and addresses; a source has an address of its own."""
        for citation in self.record.citations():
            is_itself, address = citation.source == self.record.id, self.written.address(citation)
            is_written = citation.source in self.written.ids
            if is_written and not is_itself:
                self._add("proof", entity_id(citation.source))
            if address and self.schema != "Document":
                self._add("sourceUrl", address)
            self.carried[part("citation")] += bool(
                is_written or (address and self.schema != "Document")
            )

    def _relations(self) -> None:
        """Fill in who was at an event; prepare the links to all others that are written."""
        for relation in self.record.relations:
            other = self.written.schema(relation.target)
            if self.schema == "Event" and relation.role in _AT_EVENTS and other in LEGAL_ENTITIES:
                self._add(_AT_EVENTS[relation.role], entity_id(relation.target), part("relation"))
            elif other:
                self.links.append(relation)
                self.carried[part("relation")] += 1
                self.carried[part("relation-date")] += relation.date is not None
                self.carried[part("office")] += relation.label is not None

    def link_lines(self) -> Iterator[str]:
        """Yield the links, each with an id of its own."""
        turns = Counter[str]()
        for relation in self.links:
            ends = (entity_id(self.record.id), entity_id(relation.target))
            named = f"{ends[0]}.{relation.role}.{ends[1]}"
            turns[named] += 1
            numbered = f"{named}.{turns[named]}" if turns[named] > 1 else named
            schema, first, second = _link(
                relation.role, self.schema, self.written.schema(relation.target)
            )
            addresses = [self.written.address(citation) for citation in relation.citations]
            yield _line(
                numbered,
                schema,
                {first: [ends[0]], second: [ends[1]], "sourceUrl": [*filter(None, addresses)]}
                | _of_link(relation, self.wording),
            )


def _link(role: str, own: str, other: str) -> tuple[str, str, str]:
    """Return the schema of a link, its property for the record and the one for the other end."""
    if own == "Project" and other in LEGAL_ENTITIES:
        return "ProjectParticipant", "project", "participant"
    if role in _MEMBERSHIPS and own in LEGAL_ENTITIES and other in _ORGANISATIONS:
        return "Membership", "member", "organization"
    if role == "owner" and own == "Company" and other in LEGAL_ENTITIES:
        return "Ownership", "asset", "owner"
    return "UnknownLink", "subject", "object"


def _of_link(relation: Relation, wording: Wording) -> Properties:
    properties = {"role": [wording.role(relation.role, reverse=False), *(relation.label or ())]}
    return properties | (_span("date", relation.date) if relation.date else {})


def _span(prop: str, date: StatedDate) -> Properties:
    """Return a date of some length: FollowTheMoney has no spans, but beginnings and ends."""
    if not date.end and not date.open_end:
        return {prop: [date.start.isoformat()]}
    end = [date.end.isoformat()] if date.end else []
    return {"startDate": [date.start.isoformat()], "endDate": end}


def _said(value: Value, wording: Wording) -> Iterable[str]:
    """Yield a value in words, a text in every language."""
    return iter(value) if isinstance(value, Text) else [wording.value(value)]
