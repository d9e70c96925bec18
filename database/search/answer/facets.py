"""Counting hits by facet, and narrowing them by chosen values.

The dossier keeps, for each value of each facet, the set of its records; counting is cutting sets.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache, partial, reduce
from operator import or_

from database.model.schema import Schema
from database.model.values import Plain
from database.model.wording import Wording
from database.search.answer import records
from database.search.answer.records import Records
from database.search.request import Filter
from database.search.results import Facet, FacetCount
from i18n import messages
from i18n.collation import sort_key
from i18n.locales import Locale

Chosen = frozenset[Filter]

# The same labels are sorted with every answer.
_alphabetic = lru_cache(maxsize=4096)(sort_key)


class Facets:
    """Narrows and counts. Use it from one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, schema: Schema) -> None:
        self._db = connection
        self._schema = schema
        self._worded: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)

    def narrow(self, found: Records, filters: Chosen, excluded: Chosen) -> Records:
        """Return what *found* has within *filters* and without *excluded*.

        Within one facet any chosen value will do, across facets all must hold.
        """
        by_facet: dict[str, set[str]] = defaultdict(set)
        for name, value in filters:
            by_facet[name].add(value)
        for name, values in by_facet.items():
            found &= self._with_any(name, values)
        for name, value in excluded:
            found &= ~self._with_any(name, {value})
        return found

    def count(
        self, found: Records, filters: Chosen, excluded: Chosen, wording: Wording
    ) -> tuple[Facet, ...]:
        """Count *found*, which is not narrowed yet, in schema order of facets.

        A facet in which a value is chosen is counted without its own choice, so that the reader
        sees what choosing a second value would add; likewise an excluded value is counted as if it
        were not.
        """
        narrowed = self.narrow(found, filters, excluded)
        touched = {name for name, _value in filters | excluded}
        counted = []
        for name in self._schema.facets():
            within = narrowed
            if name in touched:
                within = self.narrow(found, _others(filters, name), _others(excluded, name))
            kept = {value for facet, value in filters | excluded if facet == name}
            facet = self._facet(name, within, kept, wording)
            if facet.counts:
                counted.append(facet)
        return tuple(counted)

    def values(self, name: str, within: Records) -> list[tuple[str, int]]:
        """Return the values that records of *within* have in a facet, and how many have each.

        They are in order of their codes; a value that none has is left out.
        """
        sizes = ((value, records.size(s & within)) for value, s in self._sets.get(name, {}).items())
        return [(value, size) for value, size in sizes if size]

    @cached_property
    def _sets(self) -> Mapping[str, Mapping[str, Records]]:
        sets: dict[str, dict[str, Records]] = defaultdict(dict)
        for row in self._db.execute("SELECT name, value, records FROM tally ORDER BY name, value"):
            sets[row["name"]][row["value"]] = records.unpacked(row["records"])
        return sets

    def _with_any(self, name: str, values: Iterable[str]) -> Records:
        sets = self._sets.get(name, {})
        return reduce(or_, (sets.get(value, records.NONE) for value in values), records.NONE)

    def _facet(self, name: str, within: Records, kept: set[str], wording: Wording) -> Facet:
        sizes = {value: records.size(s & within) for value, s in self._sets.get(name, {}).items()}
        sizes |= {value: 0 for value in kept - sizes.keys()}
        worded = self._words(name, wording, kept)
        counts = [
            FacetCount(value, worded[value], size)
            for value, size in sizes.items()
            if size or value in kept
        ]
        label = facet_label(name, self._schema, wording)
        return Facet(name, label, ordered(counts, name, self._schema, wording.locale))

    def _words(self, name: str, wording: Wording, kept: set[str]) -> Mapping[str, str]:
        """Return the values of a facet in words, which are looked up once a language.

        *kept* are chosen values, which another dossier may have and this one not.
        """
        known = self._worded[name, wording.locale.code]
        new = [*kept - known.keys(), *(() if known else self._sets.get(name, {}))]
        if new:
            label = value_labeller(name, self._schema, wording)
            known |= {value: label(value) for value in new}
        return known


def ordered(
    counts: Iterable[FacetCount], name: str, schema: Schema, locale: Locale
) -> tuple[FacetCount, ...]:
    """Return the values of a facet in the order of the screen."""
    if name == "year":
        return tuple(sorted(counts, key=lambda entry: entry.value))
    if name == "type":
        place = {type_id: n for n, type_id in enumerate(schema.types)}
        return tuple(sorted(counts, key=lambda entry: place.get(entry.value, len(place))))
    return tuple(sorted(counts, key=lambda entry: (-entry.count, _alphabetic(entry.label, locale))))


def facet_label(name: str, schema: Schema, wording: Wording) -> str:
    """Return the heading of a facet."""
    translate = messages.of(wording.locale)
    match name:
        case "type":
            return translate.pgettext("facet", "Type")
        case "year":
            return translate.pgettext("facet", "Year")
        case "dossier":
            return translate.pgettext("facet", "Dossier")
    field = schema.facet_field(name)
    return wording.label(field) if field else name


def _others(chosen: Chosen, name: str) -> Chosen:
    return frozenset(entry for entry in chosen if entry[0] != name)


def value_labeller(name: str, schema: Schema, wording: Wording) -> Callable[[str], str]:
    """Return what puts the values of a facet into words."""
    if name == "type":
        return partial(wording.type_name, plural=True)
    if name == "dossier":
        return wording.dossier
    field = schema.facet_field(name)
    if field is None:
        return str
    if field.kind == "code":
        return partial(wording.code, field.vocabulary)
    kind = field.kind
    return lambda value: wording.value(Plain(kind, value))
