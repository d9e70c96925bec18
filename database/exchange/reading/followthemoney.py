"""FollowTheMoney, as Aleph and OpenSanctions write it: one entity on each line.

Entities become records and links between them relations. A link may stand before what it links, so
all of them are gathered first.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from database.exchange.reading import json_text
from database.exchange.reading.account import NO_PLACE, NO_RECORD, UNREADABLE_LINE, Account
from database.exchange.reading.draft import Draft, Intent
from database.exchange.reading.entity import Entity, interval
from database.exchange.reading.text_file import TextFile
from database.exchange.reading.values import Values, plain
from database.model.schema import Schema
from i18n import labels
from i18n.locales import LOCALES

# The links that are relations, by schema: whose record states it, who the other end is, and which
# role that has where the link names none that we know.
_LINKS = {
    "ProjectParticipant": (("project", "participant", "partner"),),
    "Membership": (("member", "organization", "part-of"),),
    "Directorship": (("director", "organization", "office"),),
    "Employment": (("employee", "employer", "office"),),
    "Ownership": (("asset", "owner", "owner"),),
    "Payment": (("project", "payer", "financier"), ("project", "beneficiary", "beneficiary")),
    "UnknownLink": (("subject", "object", "partner"),),
}

Properties = Mapping[str, list[str]]


def read(file: TextFile, intent: Intent, account: Account) -> Iterator[Draft]:
    """Yield a record for each project, actor, event and document, with its relations."""
    drafts: dict[str, Draft] = {}
    links: list[tuple[int, str, Properties]] = []
    values = Values(intent)
    for key, (line, schema, properties) in _entities(file, account).items():
        if schema in _LINKS:
            links.append((line, schema, properties))
        elif draft := Entity(line, schema, properties, values, intent, account).draft():
            draft.name = key
            drafts[key] = draft
        else:
            account.leave_out(line, schema, NO_PLACE)
    linker = _Linker(drafts, intent, account)
    for line, schema, properties in links:
        linker.link(line, schema, properties)
    yield from drafts.values()


def _entities(file: TextFile, account: Account) -> dict[str, tuple[int, str, Properties]]:
    """Return line, schema and properties of every entity by its id; it may come in fragments."""
    entities: dict[str, tuple[int, str, Properties]] = {}
    for line, value in json_text.of_lines(file, account):
        schema, properties = value.get("schema"), _properties(value)
        if not isinstance(schema, str) or properties is None:
            account.leave_out(line, "", UNREADABLE_LINE)
            continue
        key = str(value.get("id") or f"line {line}")
        first, known, before = entities.get(key, (line, schema, {}))
        together = {
            name: list(dict.fromkeys((*before.get(name, ()), *properties.get(name, ()))))
            for name in (*before, *properties)
        }
        entities[key] = first, known, together
    return entities


def _properties(value: Mapping[str, Any]) -> Properties | None:
    """Return the properties of an entity, all of them lists of strings."""
    stated = value.get("properties", {})
    if not isinstance(stated, Mapping):
        return None
    listed = {name: v if isinstance(v, list) else [v] for name, v in stated.items()}
    return {name: [str(each).strip() for each in several] for name, several in listed.items()}


class _Linker:
    """Puts links into the records that state them."""

    def __init__(self, drafts: Mapping[str, Draft], intent: Intent, account: Account) -> None:
        self._drafts = drafts
        self._intent = intent
        self._schema = intent.schema
        self._account = account
        self._roles = _by_word(intent.schema)

    def link(self, line: int, schema: str, properties: Properties) -> None:
        """Make a relation of a link, several where it has several ends."""
        placed = False
        for own, other, role in _LINKS[schema]:
            for near in properties.get(own, ()):
                for far in properties.get(other, ()):
                    placed = True
                    self._relate(line, (near, far), role, properties)
        if not placed:
            self._account.leave_out(line, schema, NO_PLACE)

    def _relate(self, line: int, ends: tuple[str, str], usual: str, properties: Properties) -> None:
        near, far = (self._drafts.get(end) for end in ends)
        if near is None or far is None:
            self._account.leave_out(line, usual, NO_RECORD)
            return
        words = properties.get("role", [])
        known = [self._roles[plain(word)] for word in words if plain(word) in self._roles]
        fitting = [role for role in (*known, usual) if self._fits(role, near.type, far.type)]
        if not fitting:
            self._account.leave_out(line, usual, NO_PLACE)
            return
        besides: dict[str, Any] = {"line": line}
        if said := [word for word in words if plain(word) not in self._roles]:
            besides["label"] = self._intent.text(said[0])
        if dated := interval(properties):
            besides["date"] = dated
        near.relate(fitting[0], ends[1], **besides)

    def _fits(self, role: str, near: str, far: str) -> bool:
        found = self._schema.roles[role]
        return near in found.sources and far in found.targets


def _by_word(schema: Schema) -> Mapping[str, str]:
    """Return the roles by their ids and by their labels in every language."""
    return {
        plain(word): role.id
        for role in schema.roles.values()
        for word in (role.id, *(labels.role_label(role.label, locale) for locale in LOCALES))
    }
