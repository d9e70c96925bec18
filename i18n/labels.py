"""The words of the schema, in a given language: labels, roles, codes of vocabularies, units.

The English word is the key, as it stands in ``database/schema/*.toml``; its context keeps the
"Agreed" of a status apart from the "Agreed" that heads a date. ``i18n.extract`` hands the same
pairs to translators.
"""

from decimal import Decimal
from functools import lru_cache

from i18n.locales import Locale
from i18n.messages import of
from i18n.numerals import number, plural_count

SCHEMA, ROLE, UNIT = "schema", "role", "unit"


@lru_cache(maxsize=1 << 10)
def schema_label(label: str, locale: Locale) -> str:
    """Return the label or plural of a record type, or the label of an attribute or field."""
    return of(locale).pgettext(SCHEMA, label)


@lru_cache(maxsize=1 << 10)
def role_label(label: str, locale: Locale) -> str:
    """Return the label of a relation from either end, which heads the list of related records."""
    return of(locale).pgettext(ROLE, label)


@lru_cache(maxsize=1 << 10)
def code_label(vocabulary: str, label: str, locale: Locale) -> str:
    """Return the label of a code, such as "In use" of the vocabulary ``status``.

    Labels of ``qualifier`` and ``date-modifier`` are patterns, to be filled by ``format``.
    """
    return of(locale).pgettext(vocabulary, label)


def within_sentence(label: str) -> str:
    """Return *label* as it stands in the middle of a sentence; an abbreviation keeps its capitals.

    Names keep theirs, too: leave them as they are.
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def quantity(one: str, many: str, value: Decimal | float, locale: Locale) -> str:
    """Write a number with its unit: ``1,000 cameras``, ``1000 kamera``.

    *one* and *many* are the unit's two labels in the schema; ``{number}`` stands for the figure.
    """
    pattern = of(locale).npgettext(UNIT, one, many, plural_count(value))
    return pattern.format(number=number(value, locale))
