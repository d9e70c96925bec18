"""The form over the open dossiers: what can be chosen, what it means, what a question fills in."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from database.catalog import connect
from database.dossiers import EachOpen
from database.model.schema import Schema
from database.search.form import form_reading, form_writing
from database.search.form.form import CHOSEN, HAS, Choices, QueryForm, WrittenForm
from database.search.question.field_words import FieldWords
from database.search.question.fields import Fields
from i18n.collation import sort_key
from i18n.locales import Locale

if TYPE_CHECKING:
    import sqlite3


class QueryBuilder:
    """Turns forms into questions and questions into forms. For one thread at a time.

    Any call raises what ``open`` raises if a dossier that has come since cannot be opened.
    """

    def __init__(self, paths: Sequence[Path], schema: Schema) -> None:
        self._dossiers = EachOpen(paths, lambda path: _Dossier(connect(path), schema))

    @classmethod
    def open(cls, paths: Sequence[Path], schema: Schema) -> "QueryBuilder":
        """Open several dossiers; raises what ``database.catalog.connect`` raises.

        *paths* may change: the next choice is from those that are there by then.
        """
        return cls(paths, schema)

    def choices(self, locale: Locale) -> Choices:
        """Return what can be chosen, in the words of a language."""
        return Choices(
            {field_id: self._values(field_id, locale) for field_id in (*CHOSEN, HAS)},
            self._currencies(),
        )

    def read(self, text: str, locale: Locale) -> QueryForm:
        """Return the form that means *text*, with what it has no place for as its ``rest``.

        The dossier that knows the most of it is heard.
        """
        forms = (form_reading.read(text, each.fields, locale) for each in self._dossiers())
        return min(forms, key=lambda form: len(form.rest))

    def write(self, form: QueryForm, locale: Locale) -> WrittenForm:
        """Return the question that *form* means, in the words of a language."""
        words = [FieldWords(each.fields, locale) for each in self._dossiers()]
        return form_writing.write(form, words)

    def _values(self, field_id: str, locale: Locale) -> tuple[tuple[str, str], ...]:
        named: dict[str, str] = {}
        for dossier in self._dossiers():
            if field := dossier.fields.by_id(field_id):
                named |= dict(FieldWords(dossier.fields, locale).values(field))
        return tuple(sorted(named.items(), key=lambda value: sort_key(value[1], locale)))

    def _currencies(self) -> tuple[str, ...]:
        sql = "SELECT currency, count(*) FROM amount GROUP BY currency"
        found = Counter[str]()
        for dossier in self._dossiers():
            for currency, number in dossier.connection.execute(sql):
                found[currency] += number
        return tuple(currency for currency, _number in found.most_common())


class _Dossier:
    """One dossier, and its fields."""

    def __init__(self, connection: "sqlite3.Connection", schema: Schema) -> None:
        self.connection = connection
        self.fields = Fields(schema, connection)

    def close(self) -> None:
        self.connection.close()
