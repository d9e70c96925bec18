"""A draft becomes a record: its parts get their citations, and what is wrong with it is told."""

from collections.abc import Iterable, Iterator
from typing import Any

from database.compile.validator import RecordValidator
from database.exchange.reading.account import BAD_VALUE, NO_PLACE, NO_RECORD, Account
from database.exchange.reading.draft import Draft, Intent
from database.exchange.reading.naming import Names
from database.model.problem import Problem
from database.model.record import Record, RecordId
from database.model.schema import Field

Table = dict[str, Any]


class Recorder:
    """Makes records; what cites nothing itself cites its line of the file, ``source/DOSSIER``."""

    def __init__(self, dossier: str, intent: Intent, names: Names, account: Account) -> None:
        self._dossier = dossier
        self._schema = intent.schema
        self._places = intent.places
        self._names = names
        self._account = account

    def record(self, record_id: RecordId, draft: Draft) -> Record:
        """Return the record of a draft, without what cannot be read of it."""
        table = self._table(draft)
        record_type = self._schema.types[draft.type]
        validator = RecordValidator(self._account.path, self._schema, record_type, complete=False)
        record = validator.readable(record_id, table)
        for problem in validator.problems:
            self._tell(problem, draft, table)
        return record

    def _table(self, draft: Draft) -> Table:
        """Return the draft as a content file would have it."""
        own = self._written(draft.sources, draft)
        table = {**draft.table, "cite": [*self._cite(draft.line), *own]}
        for field in self._schema.types[draft.type].attributes:
            if values := self._possible(field, table.pop(field.id, []), draft.line):
                table[field.id] = values if field.many else values[0]
        summary = table.get("summary", [])
        table["summary"] = [{**text, "cite": self._cited(text, draft)} for text in summary]
        table["claims"] = list(self._claims(table.get("claims", []), draft))
        table["relations"] = list(self._relations(table.get("relations", []), draft))
        return table

    def _possible(self, field: Field, values: list[Any], line: int) -> list[Any]:
        """Return the values that a field can have: one, if it cannot have many; of places ours."""
        possible: list[Any] = []
        for value in values:
            if possible and not field.many:
                self._account.leave_out(line, field.id, NO_PLACE)
            elif field.kind == "place" and str(value) not in self._places:
                self._account.leave_out(line, field.id, BAD_VALUE["place"])
            else:
                possible.append(value)
        return possible

    def _cited(self, part: Table, draft: Draft, line: int = 0) -> list[str]:
        """Return what a part rests on: what it says itself, else its line of the file."""
        own = [*self._written(part.get("cite", ()), draft)]
        return own or self._cite(line or draft.line)

    def _written(self, sources: Iterable[tuple[str, str]], draft: Draft) -> Iterator[str]:
        for name, locator in sources:
            source = self._names.find(name, ["source"])
            if source is None:
                self._account.leave_out(draft.line, "cite", NO_RECORD)
            else:
                yield f"{source.removeprefix('source/')} {locator}".strip()

    def _cite(self, line: int) -> list[str]:
        return [f"{self._dossier} l. {line}"]

    def _claims(self, claims: Iterable[Table], draft: Draft) -> Iterator[Table]:
        for claim in claims:
            value = claim["value"]
            if isinstance(value, dict) and "about" in value:
                about = self._names.find(str(value["about"]), list(self._schema.types))
                if about is None:
                    self._account.leave_out(draft.line, claim["field"], NO_RECORD)
                    continue
                claim = {**claim, "value": {**value, "about": about}}
            yield {**claim, "cite": self._cited(claim, draft)}

    def _relations(self, relations: Iterable[Table], draft: Draft) -> Iterator[Table]:
        for relation in relations:
            stated = dict(relation)
            line = stated.pop("line", draft.line)
            target = self._names.find(stated["to"], self._schema.roles[stated["role"]].targets)
            if target is None:
                self._account.leave_out(line, stated["role"], NO_RECORD)
            else:
                yield {**stated, "to": target, "cite": self._cited(stated, draft, line)}

    def _tell(self, problem: Problem, draft: Draft, table: Table) -> None:
        """Tell what the validator found in words for whoever made the file."""
        part, _blank, rest = problem.key.partition(" ")
        number, _blank, inner = rest.partition(" ")
        name = table[part][int(number) - 1].get("field", part) if number else part
        field = self._schema.types[draft.type].field(name)
        kind = field.kind if field and inner in {"", "value"} else inner
        self._account.leave_out(draft.line, name, BAD_VALUE.get(kind, BAD_VALUE[""]))
