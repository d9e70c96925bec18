"""Our own JSON lines, one record each with all there is; ``exchange.writing.complete`` wrote them.

Whom a line names and no line is of, as where only some records were exported, becomes a record of
the title that stands there: what is cited keeps its source, and what is related its other end.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from database.exchange.reading import json_text
from database.exchange.reading.account import BAD_VALUE, NO_PLACE, NO_TYPE, Account
from database.exchange.reading.draft import Draft, Intent
from database.exchange.reading.text_file import TextFile
from database.model.reading import written_citation
from database.model.record import Citation
from database.model.schema import Schema
from database.model.values import LANGUAGES

Data = Mapping[str, Any]

# By these keys such a line is told from others.
MARKS = frozenset({"type", "title", "attributes", "claims", "relations"})
_READ = MARKS | {"id", "type_label", "description", "names", "summary", "origin"}
_LOCATORS = ("page", "section", "line", "quotation")


def read(file: TextFile, intent: Intent, account: Account) -> Iterator[Draft]:
    """Yield a record for each line, then one for each that they only name."""
    named = _Named(intent.schema)
    for line, data in json_text.of_lines(file, account):
        record_type = data.get("type")
        if not isinstance(record_type, str) or record_type not in intent.schema.types:
            account.leave_out(line, "", NO_TYPE)
            continue
        draft = Draft(line, record_type, _string(data, "id"))
        _Line(draft, data, named, intent.schema, account).read()
        named.tell(draft.name)
        yield draft
    yield from named.drafts()


class _Named:
    """The records that lines name, as far as no line is of them."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._told: set[str] = set()
        self._named: dict[str, Draft] = {}

    def tell(self, record_id: str) -> None:
        """Take notice of a record that has a line."""
        self._told.add(record_id)
        self._named.pop(record_id, None)

    def name(self, record_id: str, title: dict[str, str], line: int) -> Draft | None:
        """Return what is known of a record that is named, nothing if it has a line by now."""
        record_type = record_id.partition("/")[0]
        if record_id in self._told or record_type not in self._schema.types:
            return None
        table = {"title": title}
        return self._named.setdefault(record_id, Draft(line, record_type, record_id, table))

    def drafts(self) -> Iterator[Draft]:
        """Yield those of which there was no line, in the order in which they were named."""
        yield from self._named.values()


class _Line:
    """One line: its parts are checked for their shape here, for their values later."""

    def __init__(
        self, draft: Draft, data: Data, named: _Named, schema: Schema, account: Account
    ) -> None:
        self._draft = draft
        self._data = data
        self._named = named
        self._schema = schema
        self._account = account

    def read(self) -> None:
        """Put all that the line has into the draft."""
        draft, data = self._draft, self._data
        for part in ("title", "description"):
            if text := self._text(data.get(part), part):
                draft.table[part] = text
        for name in self._objects(data, "names"):
            draft.call(name.get("text", ""), name.get("kind", ""), name.get("language", ""))
        draft.table["summary"] = [*self._summary()]
        self._put_attributes()
        for claim in self._objects(data, "claims"):
            self._put_claim(claim)
        for relation in self._objects(data, "relations"):
            self._put_relation(relation)
        draft.sources = self._cited(data, "origin")
        for key in sorted(data.keys() - _READ):
            self._account.leave_out(draft.line, key, NO_PLACE)

    def _summary(self) -> Iterator[dict[str, Any]]:
        for passage in self._objects(self._data, "summary"):
            if text := self._text(passage.get("text"), "summary"):
                yield {**text, "cite": self._cited(passage)}

    def _put_attributes(self) -> None:
        attributes = self._data.get("attributes", {})
        if not isinstance(attributes, Mapping):
            self._leave_out("attributes")
            return
        known = {field.id for field in self._schema.types[self._draft.type].attributes}
        for field_id, stated in attributes.items():
            if field_id not in known:
                self._account.leave_out(self._draft.line, field_id, NO_PLACE)
                continue
            for one in self._objects(stated, "values", field_id):
                if self._is_value(one.get("value"), field_id):
                    self._draft.set(field_id, one["value"])

    def _put_claim(self, claim: Data) -> None:
        field_id = _string(claim, "field")
        if self._schema.types[self._draft.type].field(field_id) is None:
            self._account.leave_out(self._draft.line, field_id or "claims", NO_PLACE)
        elif self._is_value(claim.get("value"), field_id):
            besides: dict[str, Any] = {"cite": self._cited(claim)}
            besides |= {key: claim[key] for key in ("qualifier", "date") if claim.get(key)}
            if note := self._text(claim.get("note"), field_id):
                besides["note"] = note
            self._draft.claim(field_id, claim["value"], **besides)

    def _put_relation(self, relation: Data) -> None:
        """Put a relation where it belongs: one in reverse is stated by the other record."""
        role, other = _string(relation, "role"), _string(relation, "record")
        if role not in self._schema.roles:
            self._account.leave_out(self._draft.line, role or "relations", NO_PLACE)
            return
        end = self._named.name(other, self._text(relation.get("title"), role), self._draft.line)
        besides: dict[str, Any] = {"cite": self._cited(relation), "line": self._draft.line}
        if relation.get("date"):
            besides["date"] = relation["date"]
        if detail := self._text(relation.get("detail"), role):
            besides["label"] = detail
        if not relation.get("reverse"):
            self._draft.relate(role, other, **besides)
        elif end:
            end.relate(role, self._draft.name, **besides)

    def _cited(self, part: Data, key: str = "citations") -> list[tuple[str, str]]:
        """Return the sources of a part, each with where to look in it, and have them known."""
        cited = []
        for one in self._objects(part, key):
            source = _string(one, "source")
            title = self._text(one.get("title"), "cite")
            known = self._named.name(source, title, self._draft.line)
            if known and "url" not in known.table and (url := _string(one, "url")):
                known.set("url", url)
            locator = Citation("", **{name: _string(one, name) for name in _LOCATORS})
            cited.append((source, written_citation(locator).strip()))
        return cited

    def _text(self, told: Any, what: str) -> dict[str, str]:
        """Return a text by language, nothing if there is none."""
        if not told:
            return {}
        if not isinstance(told, Mapping) or not all(isinstance(t, str) for t in told.values()):
            self._leave_out(what)
            return {}
        return {each: told[each].strip() for each in LANGUAGES if told.get(each, "").strip()}

    def _objects(self, data: Any, key: str, what: str = "") -> list[Data]:
        """Return the objects of a list; what is none of them is left out."""
        several = data.get(key, []) if isinstance(data, Mapping) else None
        if not isinstance(several, list):
            self._leave_out(what or key)
            return []
        objects = [each for each in several if isinstance(each, Mapping)]
        for _other in range(len(several) - len(objects)):
            self._leave_out(what or key)
        return objects

    def _is_value(self, value: Any, what: str) -> bool:
        parts: Iterable[Any] = value.values() if isinstance(value, Mapping) else [value]
        if all(isinstance(part, str | int | float) for part in parts):
            return True
        self._leave_out(what)
        return False

    def _leave_out(self, what: str) -> None:
        self._account.leave_out(self._draft.line, what, BAD_VALUE[""])


def _string(data: Data, key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""
