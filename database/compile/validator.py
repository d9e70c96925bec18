"""Understanding one record: raw tables become a ``Record``, mistakes become problems."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from database.compile.reader import Table
from database.model import reading
from database.model.problem import Problem
from database.model.record import Citation, Claim, Name, Passage, Record, RecordId, Relation
from database.model.schema import Field, RecordType, Schema
from database.model.text import Text
from database.model.values import BadValue, StatedDate, Value

T = TypeVar("T")
_PARTS = ("title", "description", "names", "summary", "claims", "relations", "cite")
_KEYS = {
    "names": {"text", "lang", "kind"},
    "summary": {"en", "hu", "cite"},
    "claims": {"field", "value", "qualifier", "date", "note", "cite"},
    "relations": {"role", "to", "date", "label", "cite"},
}


class RecordValidator:
    """Reads one record; every mistake lands in ``problems`` and the reading goes on.

    A *complete* record has its texts in every language and every required field, as all records of
    the curated dossier do; what others made is not asked for that.
    """

    def __init__(
        self, path: Path, schema: Schema, record_type: RecordType, *, complete: bool = True
    ) -> None:
        self._path = path
        self._schema = schema
        self._type = record_type
        self._complete = complete
        self.problems: list[Problem] = []

    def record(self, record_id: RecordId, raw: Table) -> Record | None:
        """Return the record, or ``None`` where anything in it has to be mended first."""
        record = self.readable(record_id, raw)
        return None if self.problems else record

    def readable(self, record_id: RecordId, raw: Table) -> Record:
        """Return what can be read of the record, without the parts that have a mistake."""
        self._check_keys("file", raw, {*_PARTS, *(field.id for field in self._type.attributes)})
        record = Record(
            id=record_id,
            type=self._type.id,
            title=self._text("title", raw.get("title")),
            description=self._description(raw),
            attributes=self._attributes(raw),
            names=tuple(self._names(raw)),
            summary=tuple(self._summary(raw)),
            claims=tuple(self._claims(raw)),
            relations=tuple(self._relations(raw)),
            origin=self._citations("file", raw) if "cite" in raw else (),
        )
        if self._complete:
            self._check_required(record)
        return record

    def _problem(self, key: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self._path, key, message, hint))

    def _try(self, key: str, read: Callable[[], T], otherwise: T, written: Any = None) -> T:
        """Read what is *written*; a word or a number that cannot be read is named."""
        try:
            return read()
        except BadValue as error:
            hint = str(error)
            named = f"{written!r}" if isinstance(written, str | int | float) else "this"
            self._problem(key, f"{named} cannot be read", hint[:1].upper() + hint[1:] + ".")
            return otherwise

    def _check_keys(self, key: str, raw: Table, known: set[str]) -> None:
        for unknown in sorted(set(raw) - known):
            self._problem(key, f"unknown key {unknown!r}", f"Known: {', '.join(sorted(known))}.")

    def _check_required(self, record: Record) -> None:
        present = {claim.field for claim in record.claims}
        present |= {field for field, values in record.attributes.items() if values}
        for field in self._type.fields:
            if field.required and field.id not in present:
                where = "a claim" if field.claimed else "a line"
                self._problem(field.id, "this is missing", f"Add {where} for {field.id!r}.")

    def _tables(self, raw: Table, part: str) -> list[tuple[str, Table]]:
        tables = raw.get(part, [])
        if not isinstance(tables, list) or not all(isinstance(t, Mapping) for t in tables):
            self._problem(part, "this is no list of tables", f"Begin each with [[{part}]].")
            return []
        named = [(f"{part} {n}", table) for n, table in enumerate(tables, 1)]
        for key, table in named:
            self._check_keys(key, table, _KEYS[part])
        return named

    def _text(self, key: str, raw: Any) -> Text:
        return self._try(key, lambda: reading.text(raw, complete=self._complete), Text({}))

    def _description(self, raw: Table) -> Text:
        if "description" not in raw and not self._complete:
            return Text({})
        return self._text("description", raw.get("description"))

    def _date(self, key: str, raw: Table) -> StatedDate | None:
        if "date" not in raw:
            return None
        return self._try(
            f"{key} date", lambda: reading.date(raw["date"], self._schema), None, raw["date"]
        )

    def _optional_text(self, key: str, raw: Any) -> Text | None:
        return None if raw is None else self._text(key, raw)

    def _citations(self, key: str, raw: Table) -> tuple[Citation, ...]:
        written = raw.get("cite")
        if not isinstance(written, list) or not written:
            self._problem(key, "nothing is cited", 'Add cite = ["source p. 9 § Section"].')
            return ()
        cite = f"{key} cite"
        read = [self._try(cite, partial(reading.citation, w), None, w) for w in written]
        return tuple(citation for citation in read if citation)

    def _value(self, key: str, field: Field, raw: Any) -> Value | None:
        def read() -> Value:
            return reading.value(field, raw, self._schema, complete=self._complete)

        return self._try(key, read, None, raw)

    def _attributes(self, raw: Table) -> dict[str, tuple[Value, ...]]:
        found: dict[str, tuple[Value, ...]] = {}
        for field in self._type.attributes:
            if field.id not in raw:
                continue
            written = raw[field.id]
            if field.many != isinstance(written, list):
                self._problem(field.id, "wrong number of values", "Use [ ] only for several.")
                continue
            several = written if isinstance(written, list) else [written]
            values = [self._value(field.id, field, one) for one in several]
            found[field.id] = tuple(value for value in values if value is not None)
        return found

    def _names(self, raw: Table) -> list[Name]:
        kinds = self._schema.codes("name-kind")
        names: list[Name] = []
        for key, table in self._tables(raw, "names"):
            text, kind = table.get("text"), table.get("kind")
            lang = table.get("lang")
            tag = self._try(key, partial(reading.language_tag, lang), "", lang)
            if kind not in [*kinds]:
                self._problem(key, "unknown kind", f"Use one of: {', '.join(sorted(kinds))}.")
            elif not isinstance(text, str) or not text.strip():
                self._problem(key, "incomplete name", "Give text and lang.")
            elif tag:
                self._check_new(key, name := Name(text, tag, str(kind)), names)
                names.append(name)
        return names

    def _check_new(self, key: str, name: Name, before: list[Name]) -> None:
        """Find a name that stands twice; others may write one as often as they like."""
        alike = [(_as_heard(other.text), other.language) for other in before]
        this = (_as_heard(name.text), name.language)
        if self._complete and this in alike:
            same = f"the same name as names {alike.index(this) + 1}"
            self._problem(key, same, "Drop one of the two, or correct its lang.")

    def _summary(self, raw: Table) -> list[Passage]:
        return [
            Passage(
                self._text(key, {k: v for k, v in table.items() if k != "cite"}),
                self._citations(key, table),
            )
            for key, table in self._tables(raw, "summary")
        ]

    def _claims(self, raw: Table) -> list[Claim]:
        read = (self._claim(key, table) for key, table in self._tables(raw, "claims"))
        return [claim for claim in read if claim]

    def _claim(self, key: str, table: Table) -> Claim | None:
        fields = {field.id: field for field in self._type.claimed}
        field = fields.get(str(table.get("field", "")))
        if field is None:
            named = f" {table['field']!r}" if "field" in table else ""
            self._problem(key, f"unknown field{named}", f"Use one of: {', '.join(fields)}.")
            return None
        qualifier = table.get("qualifier", "")
        if qualifier not in ["", *self._schema.codes("qualifier")]:
            known = ", ".join(sorted(self._schema.codes("qualifier")))
            self._problem(key, f"unknown qualifier {qualifier!r}", f"Use one of: {known}.")
            qualifier = ""
        citations = self._citations(key, table)
        date = self._date(key, table)
        note = self._optional_text(f"{key} note", table.get("note"))
        value = self._value(f"{key} value", field, table.get("value"))
        if value is None:
            return None
        return Claim(field.id, value, citations, qualifier, date, note)

    def _relations(self, raw: Table) -> list[Relation]:
        read = (self._relation(key, table) for key, table in self._tables(raw, "relations"))
        return [relation for relation in read if relation]

    def _relation(self, key: str, table: Table) -> Relation | None:
        role = self._schema.roles.get(str(table.get("role", "")))
        if role is None or self._type.id not in role.sources:
            usable = [r.id for r in self._schema.roles.values() if self._type.id in r.sources]
            named = f"the role {table['role']!r}" if "role" in table else "this role"
            self._problem(key, f"{named} cannot stand here", f"Use one of: {', '.join(usable)}.")
            return None
        target = str(table.get("to", ""))
        if target.partition("/")[0] not in role.targets:
            self._problem(key, "wrong target", f"Point `to` at: {', '.join(role.targets)}.")
            return None
        return Relation(
            role.id,
            target,
            self._citations(key, table),
            self._date(key, table),
            self._optional_text(f"{key} label", table.get("label")),
        )


def _as_heard(name: str) -> str:
    return " ".join(name.split()).casefold()
