"""One entity of FollowTheMoney, made into a record."""

from collections.abc import Mapping
from typing import Any

from database.exchange.language_codes import TWO_LETTERS
from database.exchange.reading.account import NO_PLACE, Account
from database.exchange.reading.draft import Draft, Intent
from database.exchange.reading.values import Values, date, number
from database.model.schema import Field

# Types of records, and kinds of actors, by schema.
_TYPES = {
    "Project": "project", "Event": "event", "Person": "actor", "Company": "actor",
    "Organization": "actor", "PublicBody": "actor", "LegalEntity": "actor", "Document": "source",
    "Article": "source", "Audio": "source", "Email": "source", "HyperText": "source",
    "Image": "source", "Package": "source", "Pages": "source", "PlainText": "source",
    "Table": "source", "Video": "source", "Workbook": "source",
}  # fmt: skip
_KINDS = {"Person": "person", "Company": "company", "PublicBody": "public-body"}
_TITLES = ("name", "title", "subject", "fileName")
_NAMES = {"alias": "variant", "weakAlias": "acronym", "previousName": "former"}
# Which field a property fills, by type of record; of several the first that takes the value.
_FIELDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "project": {
        "country": ("country",), "status": ("status",), "keywords": ("sector",),
        "date": ("agreed",), "startDate": ("started",), "endDate": ("completed",),
        "goal": ("purpose",), "notes": ("statement",),
    },
    "actor": {
        "country": ("country",), "mainCountry": ("country",), "jurisdiction": ("country",),
        "nationality": ("country",), "classification": ("actor-kind",), "sector": ("sector",),
        "keywords": ("sector",), "position": ("role-in-dossier",), "notes": ("statement",),
    },
    "event": {
        "country": ("country",), "location": ("place",), "keywords": ("event-kind", "sector"),
        "notes": ("statement",),
    },
    "source": {
        "country": ("country",), "author": ("author",), "publisher": ("publisher",),
        "publishedAt": ("issued",), "date": ("issued",), "authoredAt": ("issued",),
        "language": ("language",), "sourceUrl": ("url",), "notes": ("statement",),
        "keywords": ("type", "publisher-kind", "sector"),
    },
}  # fmt: skip
_AT_EVENTS = {"organizer": "host", "involved": "participant"}
_AMOUNTS = {"amountEur": "EUR", "amountUsd": "USD"}


def interval(properties: Mapping[str, list[str]]) -> str:
    """Return the date of something that has a beginning and an end, ``""`` if it has none."""
    starts, ends = properties.get("startDate"), properties.get("endDate")
    if not starts:
        return date(next(iter(properties.get("date", ends or ())), ""))
    start = date(starts[0])
    return f"{start}/{date(ends[0])}" if ends and ends[0] != starts[0] else start


class Entity:
    """Reads the properties of one entity; those that have no place are entered into the account."""

    def __init__(
        self,
        line: int,
        schema: str,
        properties: Mapping[str, list[str]],
        values: Values,
        intent: Intent,
        account: Account,
    ) -> None:
        self._line = line
        self._kind = schema
        self._left = {name: several for name, several in properties.items() if any(several)}
        self._values = values
        self._intent = intent
        self._account = account

    def draft(self) -> Draft | None:
        """Return the record, ``None`` if there is no type for the schema."""
        type_id = _TYPES.get(self._kind)
        if type_id is None:
            return None
        draft = Draft(self._line, type_id, "")
        self._name(draft)
        self._tell(draft)
        self._date(draft)
        self._amount(draft)
        self._relate(draft)
        for name in _FIELDS[type_id]:
            for text in self._take(name):
                self._put(draft, name, text)
        if self._kind in _KINDS and "actor-kind" not in draft.table:
            draft.set("actor-kind", _KINDS[self._kind])
        for name, several in self._left.items():
            for _value in several:
                self._account.leave_out(self._line, name, NO_PLACE)
        return draft

    def _relate(self, draft: Draft) -> None:
        """Tell who was at an event, and what a record rests on."""
        for name, role in _AT_EVENTS.items() if draft.type == "event" else ():
            for other in self._take(name):
                draft.relate(role, other)
        draft.sources = [(source, "") for source in self._take("proof")]

    def _take(self, name: str) -> list[str]:
        return self._left.pop(name, [])

    def _name(self, draft: Draft) -> None:
        """Take the first title; a further one is another name, or says nothing new."""
        titles = [title for name in _TITLES for title in self._take(name)]
        if titles:
            draft.table["title"] = self._intent.text(titles[0])
        for title in dict.fromkeys(titles[1:]):
            if title != titles[0]:
                draft.call(title)
        for name, kind in _NAMES.items():
            for text in self._take(name):
                draft.call(text, kind)

    def _tell(self, draft: Draft) -> None:
        """Take one description in each language; further ones go with the paragraphs."""
        description: dict[str, str] = {}
        paragraphs: list[str] = []
        for words in self._take("description"):
            text = self._intent.text(words)
            if text.keys() & description.keys():
                paragraphs.append(words)
            else:
                description |= text
        if description:
            draft.table["description"] = description
        paragraphs += (p.strip() for text in self._take("summary") for p in text.split("\n\n"))
        draft.table["summary"] = [self._intent.text(each) for each in paragraphs if each]

    def _date(self, draft: Draft) -> None:
        """Give an event its date, which may have a beginning and an end."""
        if draft.type == "event" and (stated := interval(self._left)):
            draft.claim("date", stated)
            for name in ("date", "startDate", "endDate"):
                self._take(name)

    def _amount(self, draft: Draft) -> None:
        """Give a project its budget."""
        if draft.type != "project":
            return
        currencies = self._take("currency")
        stated = [(amount, next(iter(currencies), "")) for amount in self._take("amount")]
        for name, currency in _AMOUNTS.items():
            further = self._take(name)
            stated += [(amount, currency) for amount in further if not stated]
        for amount, currency in stated:
            draft.claim("budget", {"amount": number(amount), "currency": currency})

    def _put(self, draft: Draft, name: str, text: str) -> None:
        fields = [self._field(draft.type, field_id) for field_id in _FIELDS[draft.type][name]]
        field = next((each for each in fields if self._knows(each, text)), fields[-1])
        if not field.claimed and not field.many and field.id in draft.table:
            self._account.leave_out(self._line, name, NO_PLACE)
            return
        value = self._written(field, text)
        if field.claimed:
            draft.claim(field.id, value)
        elif value not in draft.table.get(field.id, ()):
            draft.set(field.id, value)

    def _field(self, type_id: str, field_id: str) -> Field:
        field = self._intent.schema.types[type_id].field(field_id)
        assert field is not None, f"the schema has no field {field_id}"
        return field

    def _knows(self, field: Field, text: str) -> bool:
        if field.kind != "code":
            return True
        return self._values.written(field, text) in self._intent.schema.codes(field.vocabulary)

    def _written(self, field: Field, text: str) -> Any:
        if field.kind == "language":
            return TWO_LETTERS.get(text, text)
        return self._values.written(field, text)
