"""Which column of a table is what: by the ids of the schema and its labels in every language."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from database.exchange.reading.values import plain
from database.model.schema import Field, RecordType, Role, Schema
from database.model.values import LANGUAGES
from i18n import labels, messages
from i18n.locales import LOCALES
from i18n.messages import N_

# Columns that every type has, and what people call them.
_HEADINGS = {
    "id": (N_("Id"),),
    "type": (N_("Type"), N_("Type of record")),
    "title": (N_("Title"), N_("Name"), N_("Designation")),
    "description": (N_("Description"),),
    "summary": (N_("Summary"), N_("Abstract")),
    "names": (N_("Other names"), N_("Names")),
    "citations": (N_("Citations"),),
}
_TEXTS = ("title", "description", "summary")
# A value that is spread over several columns, by its kind: what each column has of it.
_PARTS = {
    "money": ("amount", "currency"),
    "quantity": ("number", "unit"),
    "stance": ("about", "ground"),
}
_ABOUT_VALUES = ("qualifier", "as of")


class Target(NamedTuple):
    """Where the cells of a column go.

    ``part`` says which part of a value is in it, ``""`` if it is all of it; of a text that is its
    language.
    """

    sort: str  # "general", "field" or "role"
    id: str
    part: str = ""


class Columns:
    """Finds out what the columns of a table are, from its *headings*."""

    def __init__(self, headings: Sequence[str], schema: Schema) -> None:
        self._headings = [plain(heading) for heading in headings]
        self._schema = schema
        self._targets: dict[str, list[Target | None]] = {}

    def of(self, type_id: str) -> Sequence[Target | None]:
        """Return what each column is for records of a type, ``None`` where it is nothing."""
        if type_id not in self._targets:
            known = dict(_targets(self._schema.types[type_id], self._schema))
            self._targets[type_id] = [known.get(heading) for heading in self._headings]
        return self._targets[type_id]

    @cached_property
    def likeliest_type(self) -> str:
        """The type with a place for most of the columns; it is that of records that tell none."""
        types = list(self._schema.types)
        return max(types, key=lambda type_id: len(set(self.of(type_id)) - {None}))

    @property
    def recognised(self) -> int:
        """How many columns there is a place for."""
        return len(set(self.of(self.likeliest_type)) - {None})


def _targets(record_type: RecordType, schema: Schema) -> Iterator[tuple[str, Target]]:
    """Yield what a heading means, what is meant first last: fields give way to what all have."""
    for role in schema.roles.values():
        if record_type.id in role.sources:
            yield from _each(_of_role(role), Target("role", role.id))
    for field in record_type.fields:
        headings = [*_of_field(field), plain(f"{record_type.id} {field.id}")]
        yield from _each(headings, Target("field", field.id))
        for part in _parts(field):
            with_part = (f"{heading} {part}" for heading in headings)
            yield from _each(with_part, Target("field", field.id, part))
    for name, words in _HEADINGS.items():
        headings = [name, *_in_every_language(words)]
        yield from _each(headings, Target("general", name))
        for language in LANGUAGES if name in _TEXTS else ():
            texts = (f"{heading} {language}" for heading in headings)
            yield from _each(texts, Target("general", name, language))
    for part in ("language", "kind"):
        yield f"names {part}", Target("general", "names", part)


def _each(headings: Iterable[str], target: Target) -> Iterator[tuple[str, Target]]:
    return ((heading, target) for heading in headings)


def _parts(field: Field) -> tuple[str, ...]:
    parts = LANGUAGES if field.kind == "text" else _PARTS.get(field.kind, ())
    return (*parts, *(_ABOUT_VALUES if field.claimed else ()))


def _of_field(field: Field) -> list[str]:
    return [plain(field.id), *(plain(labels.schema_label(field.label, x)) for x in LOCALES)]


def _of_role(role: Role) -> list[str]:
    return [plain(role.id), *(plain(labels.role_label(role.label, x)) for x in LOCALES)]


def _in_every_language(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield plain(word)
        yield from (plain(messages.of(locale).gettext(word)) for locale in LOCALES)
