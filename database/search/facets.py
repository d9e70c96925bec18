"""Counting hits by facet, and narrowing them by chosen values."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial

from database.model.schema import Schema
from database.model.values import Plain
from database.model.wording import Wording
from database.search.request import Filter
from database.search.results import Facet, FacetCount
from i18n import collation, messages


def filter_clause(
    filters: Iterable[Filter], excluded: Iterable[Filter] = ()
) -> tuple[str, list[str]]:
    """Return SQL that holds for a ``record`` within the filters, and its parameters."""
    chosen: dict[str, list[str]] = defaultdict(list)
    for name, value in sorted(filters):
        chosen[name].append(value)
    clauses, parameters = ["1"], []
    for name, values in chosen.items():
        marks = ", ".join("?" * len(values))
        clauses.append(
            f"record IN (SELECT record FROM facet WHERE name = ? AND value IN ({marks}))"
        )
        parameters += [name, *values]
    for name, value in sorted(excluded):
        clauses.append("record NOT IN (SELECT record FROM facet WHERE name = ? AND value = ?)")
        parameters += [name, value]
    return " AND ".join(clauses), parameters


def count_facets(
    connection: sqlite3.Connection,
    schema: Schema,
    filters: frozenset[Filter],
    excluded: frozenset[Filter],
    wording: Wording,
) -> tuple[Facet, ...]:
    """Count the records of the table ``hit``, in schema order of facets.

    A facet in which a value is chosen is counted without its own choice, so that the reader sees
    what choosing a second value would add; likewise an excluded value is counted as if it were
    not.
    """
    counts = _count(connection, filters, excluded, "")
    for name in {name for name, _value in filters | excluded}:
        others, apart = (
            frozenset(chosen for chosen in several if chosen[0] != name)
            for several in (filters, excluded)
        )
        counts[name] = _count(connection, others, apart, name).get(name, {})
        for value in [value for facet, value in filters | excluded if facet == name]:
            counts[name].setdefault(value, 0)
    facets = (_facet(name, counts.get(name, {}), schema, wording) for name in schema.facets())
    return tuple(facet for facet in facets if facet.counts)


def _count(
    connection: sqlite3.Connection,
    filters: frozenset[Filter],
    excluded: frozenset[Filter],
    only: str,
) -> dict[str, dict[str, int]]:
    where, parameters = filter_clause(filters, excluded)
    sql = f"""SELECT name, value, count(*) FROM facet
              WHERE record IN (SELECT record FROM temp.hit WHERE {where}) AND ? IN ('', name)
              GROUP BY name, value"""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for name, value, count in connection.execute(sql, [*parameters, only]):
        counts[name][value] = count
    return counts


def _facet(name: str, counts: dict[str, int], schema: Schema, wording: Wording) -> Facet:
    label = _labeller(name, schema, wording)
    labelled = [FacetCount(value, label(value), count) for value, count in counts.items()]
    if name == "year":
        ordered = sorted(labelled, key=lambda entry: entry.value)
    elif name == "type":
        place = {type_id: n for n, type_id in enumerate(schema.types)}
        ordered = sorted(labelled, key=lambda entry: place.get(entry.value, len(place)))
    else:
        locale = wording.locale
        ordered = sorted(
            labelled, key=lambda entry: (-entry.count, collation.sort_key(entry.label, locale))
        )
    return Facet(name, facet_label(name, schema, wording), tuple(ordered))


def facet_label(name: str, schema: Schema, wording: Wording) -> str:
    """Return the heading of a facet."""
    translate = messages.of(wording.locale)
    match name:
        case "type":
            return translate.pgettext("facet", "Type")
        case "year":
            return translate.pgettext("facet", "Year")
    field = schema.facet_field(name)
    return wording.label(field) if field else name


def _labeller(name: str, schema: Schema, wording: Wording) -> Callable[[str], str]:
    """Return what puts the values of a facet into words."""
    if name == "type":
        return partial(wording.type_name, plural=True)
    field = schema.facet_field(name)
    if field is None:
        return str
    if field.kind == "code":
        return partial(wording.code, field.vocabulary)
    kind = field.kind
    return lambda value: wording.value(Plain(kind, value))
