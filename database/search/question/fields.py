"""The fields that a question can name, most of them derived from the schema."""

import re
import sqlite3
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from database.model.schema import Field, Schema
from database.search.question import field_values as values
from database.search.question.field_figures import DateReader, MoneyReader, YearReader
from database.search.question.field_values import Choice, ChoiceReader, Label, Reader, plain, stems
from database.search.question.statements import folded
from database.search.question.tree import Condition
from i18n import formats, labels
from i18n.locales import LOCALES, Locale

_NAMES = Path(__file__).with_suffix(".toml")
# One word of the name of a field.
WORD = r"[^\W\d_](?:[\w-]*\w)?"
# How a field is written: its name and a colon, at the beginning of a word; or a sign of comparison
# instead, of which = is no part of the value: ``year>2018``, ``amount > 5M EUR``, ``type=project``.
_NAME = re.compile(rf"(?P<name>{WORD})(?:(?P<colon>:)|[^\S\n]*(?:=(?![<>=])|(?=[<>=≥≤])))")
# A name of several words, with a colon always: ``kind of actor:``.
_LONG_NAME = re.compile(rf"(?P<name>{WORD}(?:[^\S\n]+{WORD}){{1,3}})(?P<colon>:)")
Labels = Iterator[Label]


@dataclass(frozen=True, slots=True)
class QueryField:
    """A field of the query language; ``label`` is the schema's word for it, ``""`` for our own.

    ``names`` are what readers may write, in any spelling. ``facet`` counts its values, if any does;
    ``stated`` is the schema's field that has them, which may have another id: ``source-type``.
    """

    id: str
    reader: Reader
    label: str
    names: tuple[str, ...]
    facet: str = ""
    stated: str = ""


class Fields:
    """All fields of one dossier, by any of their names."""

    def __init__(self, schema: Schema, connection: sqlite3.Connection) -> None:
        self.schema = schema
        self._db = connection
        self._own = tomllib.loads(_NAMES.read_text("utf-8"))
        self._having: dict[str, Mapping[str, int]] = {}

    @cached_property
    def all(self) -> tuple[QueryField, ...]:
        """Every field; where two have a name in common, the first one has it."""
        return (*self._own_fields(), *self._types(), *self._schema_fields())

    def find(self, name: str) -> QueryField | None:
        """Return the field of this name, written in any way and with any ending: ``évek``."""
        return self._by_name.get(plain(name)) or self._inflected(name)

    def named(self, text: str, at: int) -> tuple[re.Match[str] | None, QueryField | None]:
        """Return what may be the name of a field there, and the field of this name, if any.

        The match has a ``name``, and a ``colon`` unless a sign of comparison follows.
        """
        for pattern in (_LONG_NAME, _NAME):
            named = pattern.match(text, at)
            field = self.find(named["name"]) if named else None
            if field:
                break
        return named, field

    def by_id(self, field_id: str) -> QueryField | None:
        """Return the field of this id."""
        return next((field for field in self.all if field.id == field_id), None)

    def having(self, field: QueryField) -> Mapping[str, int]:
        """Return how many records have each value of a field, by its code."""
        if field.id not in self._having:
            table, name = ("facet", "name") if field.facet else ("stated", "field")
            sql = f"SELECT value, count(*) FROM {table} WHERE {name} = ? GROUP BY value"
            rows = self._db.execute(sql, [field.facet or field.stated])
            self._having[field.id] = dict(map(tuple, rows))
        return self._having[field.id]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name that finds a field, as ``plain`` has it."""
        return tuple(self._by_name)

    @cached_property
    def _by_name(self) -> Mapping[str, QueryField]:
        found: dict[str, QueryField] = {}
        for field in self.all:
            for name in (field.id, *field.names):
                found.setdefault(plain(name), field)
        return found

    @cached_property
    def _by_stem(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for field in self.all:
            for name in field.names:
                for stem in stems(name):
                    found[stem] = found.get(stem, frozenset()) | {field.id}
        return found

    def _inflected(self, name: str) -> QueryField | None:
        """Return the one field of which *name* is another form."""
        several = [self._by_stem.get(stem, frozenset()) for stem in stems(name)]
        found = frozenset().union(*several)
        return self.by_id(next(iter(found))) if len(found) == 1 else None

    def _own_fields(self) -> Iterator[QueryField]:
        readers: dict[str, Reader] = {
            "type": ChoiceReader(self._type_labels),
            "title": values.NameReader(),
            "year": YearReader(),
            "date": DateReader(),
            "amount": MoneyReader(partial(self._currencies, "")),
            "kind": ChoiceReader(self._kind_labels),
            "has": values.PresenceReader(self._presences()),
            "id": values.IdReader(tuple(self.schema.types)),
        }
        for name, names in self._own["own"].items():
            yield QueryField(name, readers[name], "", tuple(names), name)

    def _types(self) -> Iterator[QueryField]:
        for record_type in self.schema.types.values():
            words = (record_type.label, record_type.plural)
            known_by = tuple(field.id for field in record_type.fields if field.kind == "name")
            yield QueryField(
                id=record_type.id,
                reader=values.NameReader(
                    record_type.id, known_by, partial(self._is_name, record_type.id, known_by)
                ),
                label=record_type.label,
                names=self._names(record_type.id, words),
            )

    def _schema_fields(self) -> Iterator[QueryField]:
        facets = set(self.schema.facets())
        taken = set(self._own["own"]) | set(self.schema.types)
        for field in sorted(self.schema.fields(), key=lambda field: field.id not in facets):
            reader = self._reader(field)
            field_id = f"{field.vocabulary or field.kind}" if field.id in taken else field.id
            if reader and field_id not in taken:
                taken.add(field_id)
                names = self._names(field_id, (field.label,))
                facet = field.id if field.facet else ""
                yield QueryField(field_id, reader, field.label, names, facet, field.id)

    def _names(self, field_id: str, words: tuple[str, ...]) -> tuple[str, ...]:
        translated = [labels.schema_label(w, locale).lower() for w in words for locale in LOCALES]
        also = self._own["also"].get(field_id, ())
        return tuple(dict.fromkeys([field_id, *also, *translated]))

    def _reader(self, field: Field) -> Reader | None:
        match field.kind:
            case "code":
                return ChoiceReader(partial(self._code_labels, field))
            case "country" | "language":
                name, every = _NAMED[field.kind]
                return ChoiceReader(partial(self._named, field, name), every)
            case "place":
                return ChoiceReader(partial(self._place_labels, field), self._known_names)
            case "date":
                return DateReader(field.id)
            case "money":
                return MoneyReader(partial(self._currencies, field.id), field.id)
            case "name" | "url":
                return values.PartReader(field.id)
            case _:  # prose is for words, not for fields
                return None

    def _type_labels(self) -> Labels:
        for record_type in self.schema.types.values():
            choice = Choice("facet", "type", record_type.id)
            yield Label(record_type.id, choice)
            for locale in LOCALES:
                for word in (record_type.label, record_type.plural):
                    yield Label(labels.schema_label(word, locale), choice, locale.code)

    def _kind_labels(self) -> Labels:
        """Yield the values of every field that says of what kind a record is."""
        for field in {field.vocabulary: field for field in self.schema.fields()}.values():
            if field.vocabulary.endswith(("-kind", "-type")):
                yield from self._code_labels(field)

    def _code_labels(self, field: Field) -> Labels:
        for code, label in self.schema.vocabularies[field.vocabulary].items():
            choice = Choice(*self._where(field), code)
            for short in (code, *self._own["values"].get(code, ())):
                yield Label(short, choice)
            for locale in LOCALES:
                word = labels.code_label(field.vocabulary, str(label), locale)
                yield Label(word, choice, locale.code)

    def _named(self, field: Field, name: Callable[[str, Locale], str]) -> Labels:
        """Yield codes that the dossier has, with their names in every language."""
        table, field_id = self._where(field)
        column = "name" if table == "facet" else "field"
        sql = f"SELECT DISTINCT value FROM {table} WHERE {column} = ?"
        for (code,) in self._db.execute(sql, [field_id]):
            choice = Choice(table, field_id, code)
            for short in (code, *self._own["values"].get(code, ())):
                yield Label(short, choice)
            for locale in LOCALES:
                yield Label(name(code, locale), choice, locale.code)

    def _place_labels(self, field: Field) -> Labels:
        rows = self._db.execute(
            """SELECT key, key, '' FROM place
               UNION ALL SELECT name_en, key, 'en' FROM place
               UNION ALL SELECT name_hu, key, 'hu' FROM place
               UNION ALL SELECT other.value, place.key, '' FROM place, json_each(also) AS other"""
        )
        for label, key, language in rows:
            yield Label(label, Choice(*self._where(field), key), language)

    def _known_names(self) -> Iterator[str]:
        """Yield labels of several words that the thesaurus has, names of cities among them."""
        sql = "SELECT DISTINCT label FROM label WHERE label LIKE '% %'"
        return (label for (label,) in self._db.execute(sql))

    def _is_name(self, type_id: str, known_by: tuple[str, ...], text: str) -> bool:
        """Tell whether some record of a type is called *text*, in its titles or those fields."""
        words, marks = folded(text), ", ".join("?" * len(known_by))
        sql = f"""SELECT record FROM headword JOIN record ON number = headword.record
                  WHERE fold = ? AND type = ?
                  UNION ALL SELECT record FROM stated WHERE field IN ({marks}) AND value = ?"""
        return any(self._db.execute(sql, [words.strip(), type_id, *known_by, words]))

    def _currencies(self, field_id: str) -> list[str]:
        sql = """SELECT currency FROM amount WHERE ?1 IN ('', field)
                 GROUP BY currency ORDER BY count(*) DESC, currency"""
        return [currency for (currency,) in self._db.execute(sql, [field_id])]

    def _where(self, field: Field) -> tuple[str, str]:
        return ("facet" if field.facet else "stated", field.id)

    def _presences(self) -> Mapping[str, tuple[str, Condition]]:
        """Return what ``has:`` can be asked for: by plain name, its id and its condition."""
        found: dict[str, tuple[str, Condition]] = {}
        for field_id, names in self._own["has"].items():
            for name in names:
                found[plain(name)] = (field_id, _PRESENT.get(field_id) or _has(field_id))
        for field in self.schema.fields():
            for name in self._names(field.id, (field.label,)):
                found.setdefault(plain(name), (field.id, _has(field.id)))
        return found


def _has(field_id: str) -> Condition:
    return Condition("SELECT record FROM stated WHERE field = ?", (field_id,))


def _in_any_language(names: Callable[[Locale], Iterable[str]]) -> Iterator[str]:
    return chain.from_iterable(map(names, LOCALES))


# The name of a code, and all names that there are.
_NAMED: Mapping[str, tuple[Callable[[str, Locale], str], Callable[[], Iterable[str]]]] = {
    "country": (formats.country_name, partial(_in_any_language, formats.country_names)),
    "language": (formats.language_name, partial(_in_any_language, formats.language_names)),
}
_PRESENT = {
    "amount": Condition("SELECT record FROM amount"),
    "date": Condition("SELECT record FROM dated"),
    "source": Condition("SELECT record FROM citation"),
}
