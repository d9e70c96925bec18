"""What fields and their values are called in one language, and how a question writes them."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from database.search.question import signs
from database.search.question.field_values import ChoiceReader, PresenceReader, plain
from database.search.question.fields import Fields, QueryField
from i18n import labels
from i18n.collation import sort_key
from i18n.locales import Locale
from i18n.messages import of

# What would end a value; what would part several in brackets.
_NEEDS_QUOTES = re.compile(r"""[\s()"]""")
_PARTS_VALUES = ',;|"()'
# Fields whose values keep their capitals in the middle of a question.
_PROPER_NAMES = ("country", "place")


class FieldWords:
    """The query language in the words of one language."""

    def __init__(self, fields: Fields, locale: Locale) -> None:
        self.fields = fields
        self.locale = locale
        self._values: dict[str, tuple[tuple[str, str], ...]] = {}
        self._spellings: dict[str, dict[str, frozenset[str]]] = {}

    @cached_property
    def operators(self) -> tuple[str, str, str]:
        """And, or, not; a language that has no such words takes the English ones."""
        return signs.OPERATORS.get(self.locale.code, signs.OPERATORS["en"])

    def name(self, field: QueryField) -> str:
        """Return what stands before the colon: ``típus``, ``kind-of-actor``."""
        written = "-".join(field_label(field, self.locale).lower().split())
        return written if self.fields.find(written) is field else field.id

    def values(self, field: QueryField) -> tuple[tuple[str, str], ...]:
        """Return the codes that a field can be asked for, each with its word, by the alphabet.

        A field that takes any word, or a figure, has none.
        """
        if field.id not in self._values:
            by_word = sorted(self._named(field), key=lambda v: sort_key(v[1], self.locale))
            self._values[field.id] = tuple(by_word)
        return self._values[field.id]

    @cached_property
    def names(self) -> tuple[tuple[QueryField, str, Mapping[str, str]], ...]:
        """Every field, its name, and its names in any language by their ``plain`` spelling."""
        return tuple(
            (field, self.name(field), {plain(name): name for name in (field.id, *field.names)})
            for field in self.fields.all
        )

    def spellings(self, field: QueryField, code: str) -> frozenset[str]:
        """Return everything that a value is called, in any language, as ``plain`` has it."""
        if field.id not in self._spellings:
            several: dict[str, set[str]] = {}
            match field.reader:
                case ChoiceReader() as reader:
                    for label in reader.labels():
                        several.setdefault(label.choice.value, set()).add(plain(label.text))
                case PresenceReader() as reader:
                    for name, (code_named, _has) in reader.conditions.items():
                        several.setdefault(code_named, set()).add(name)
            self._spellings[field.id] = {x: frozenset(names) for x, names in several.items()}
        return self._spellings[field.id].get(code, frozenset())

    def value(self, field: QueryField, code: str) -> str:
        """Return the value of a code as a question has it, after the colon."""
        word = self._sure(field, code, '"')
        return f'"{word}"' if _NEEDS_QUOTES.search(word) else word

    def one_of_several(self, field: QueryField, code: str) -> str:
        """Return the value of a code as it stands among others in brackets."""
        return self._sure(field, code, _PARTS_VALUES)

    def _sure(self, field: QueryField, code: str, parts: str) -> str:
        """Return the word for a code, or the code where the word would be taken for another.

        One that has any of the signs *parts* would be taken for several.
        """
        label = dict(self.values(field)).get(code, code)
        word = label if field.id in _PROPER_NAMES else labels.within_sentence(label)
        reading = field.reader.read(word) if set(parts).isdisjoint(word) else None
        return word if reading and reading.words == (code,) else code

    def _named(self, field: QueryField) -> Iterator[tuple[str, str]]:
        match field.reader:
            case ChoiceReader() as reader:
                told: set[str] = set()
                for label in reader.labels():
                    code = label.choice.value
                    if label.language == self.locale.code and code not in told:
                        told.add(code)
                        yield code, label.text
            case PresenceReader() as reader:
                for code in dict.fromkeys(code for code, _has in reader.conditions.values()):
                    named = self.fields.by_id(code)
                    if named and reader.read(field_label(named, self.locale)):
                        yield code, field_label(named, self.locale)
            case _:
                return


def field_label(field: QueryField, locale: Locale) -> str:
    """Return what a field is called."""
    if field.label:
        return labels.schema_label(field.label, locale)
    pgettext = of(locale).pgettext
    own = {
        "type": pgettext("search field", "Type"),
        "title": pgettext("search field", "Title"),
        "year": pgettext("search field", "Year"),
        "date": pgettext("search field", "Date"),
        "amount": pgettext("search field", "Amount"),
        "kind": pgettext("search field", "Kind"),
        "has": pgettext("search field", "Has"),
        "id": pgettext("search field", "Identifier"),
    }
    return own.get(field.id, field.id)
