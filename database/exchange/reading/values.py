"""Words and figures as people write them, made into the written form of content files.

What cannot be understood is passed on as it is: the validator refuses it, and says of which field.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from database.exchange.reading.draft import Intent
from database.model.schema import Field, Schema
from database.model.values import plain_number
from database.search.question.money import unit as money_unit
from i18n import cldr, labels
from i18n.locales import LOCALES
from i18n.numerals import UnreadableNumber, parse_number

# 2016. 10. 05. or 2016/10/5: the year first can mean one day only.
_YEAR_FIRST = re.compile(r"(\d{4})[./]\s?(\d{1,2})[./]\s?(\d{1,2})\.?")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*")
_COUNTRY_CODE = 2  # letters
_LONGEST_FIGURE = 100
_PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_WITH_UNIT = re.compile(
    r"(?P<before>\D*?)\s*(?P<figure>-?\d[\d.,\s\u00a0\u202f]*)\s*(?P<after>\D*)"
)


class Values:
    """Reads the values of fields; of codes, units and countries the words in any language too."""

    def __init__(self, intent: Intent) -> None:
        self._intent = intent
        self._codes: dict[str, Mapping[str, str]] = {}

    def written(self, field: Field, text: str) -> Any:
        """Return the written form of one value of *field*."""
        match field.kind:
            case "text":
                return self._intent.text(text)
            case "date":
                return date(text)
            case "money":
                return money(text)
            case "quantity":
                return self.quantity(text)
            case "code":
                return self.code(field.vocabulary, text)
            case "country":
                return self._countries.get(plain(text), text)
            case "place":
                return self._places.get(plain(text), text)
            case _:
                return text

    def type(self, text: str) -> str | None:
        """Return the type of record that is meant, one or several of it."""
        return self._types.get(plain(text))

    def code(self, vocabulary: str, text: str) -> str:
        """Return the code of a word in a closed list."""
        if vocabulary not in self._codes:
            self._codes[vocabulary] = _by_word(vocabulary, self._intent.schema)
        return self._codes[vocabulary].get(plain(text), text)

    def quantity(self, text: str) -> Any:
        """Read ``100 cameras``."""
        found = _figure(text)
        if not found:
            return text
        return {"number": number(found["figure"]), "unit": self.unit(found["after"])}

    def unit(self, text: str) -> str:
        """Return the code of a unit."""
        return self._units.get(plain(text), text)

    @cached_property
    def _types(self) -> Mapping[str, str]:
        types = self._intent.schema.types.values()
        return {
            plain(word): each.id
            for each in types
            for locale in LOCALES
            for word in (
                each.id,
                labels.schema_label(each.label, locale),
                labels.schema_label(each.plural, locale),
            )
        }

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        known: dict[str, str] = {}
        for locale in LOCALES:
            for code, name in cldr.of(locale).territories.items():
                if len(code) == _COUNTRY_CODE:  # longer ones are of continents
                    known |= {plain(name): code, code.casefold(): code}
        return known

    @cached_property
    def _places(self) -> Mapping[str, str]:
        places = self._intent.places
        known = {plain(name): key for key, place in places.items() for name in place.name}
        return known | {plain(key): key for key in places}

    @cached_property
    def _units(self) -> Mapping[str, str]:
        schema, known = self._intent.schema, {}
        for code in schema.vocabularies["unit"]:
            for locale in LOCALES:
                for value in (1, 2):
                    words = labels.quantity(*schema.unit(code), value, locale)
                    known[plain(words.removeprefix(str(value)))] = code
            known[plain(code)] = code
        return known


def _figure(text: str) -> re.Match[str] | None:
    return _WITH_UNIT.fullmatch(text) if len(text) <= _LONGEST_FIGURE else None


def _by_word(vocabulary: str, schema: Schema) -> Mapping[str, str]:
    known: dict[str, str] = {}
    for code, label in schema.vocabularies[vocabulary].items():
        words = [labels.code_label(vocabulary, str(label), locale) for locale in LOCALES]
        known |= {plain(word): code for word in (*words, code)}
    return known


def plain(text: str) -> str:
    """Return a word so that its spellings are one: ``Actor_kind`` is ``actor kind``."""
    return re.sub(r"[\s_-]+", " ", text).strip().casefold()


def date(text: str) -> str:
    """Return a date in ISO 8601 if it is written with the year first; days have no hours here."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
        return f"{year:04}-{month:02}-{day:02}"
    found = _TIME.fullmatch(text)
    return found[1] if found else text


def number(text: str) -> int | float | str:
    """Return a number if it is one in one way only: ``1,234`` is not, ``1,234,567`` is."""
    text = text.strip()
    if _PLAIN_NUMBER.fullmatch(text):
        return text
    read = set()
    for locale in LOCALES:
        try:
            read.add(parse_number(text, locale))
        except UnreadableNumber:
            continue
    return plain_number(read.pop()) if len(read) == 1 else text


def money(text: str) -> Any:
    """Read ``150000000 EUR``, ``EUR 150,000,000`` or ``150 millió euró``, as in a question."""
    found = _figure(text)
    if not found:
        return text
    words = f"{found['after']} {found['before']}".strip()
    scale, currency = money_unit(words) or (1, words.upper())
    amount = number(found["figure"])
    if scale > 1:
        if not _PLAIN_NUMBER.fullmatch(str(amount)):
            return text
        amount = plain_number(Decimal(str(amount)) * scale)
    return {"amount": amount, "currency": currency}
