"""Filters and counts: what a number beside a facet promises is what choosing it gives."""

from collections import Counter

import pytest

from database.catalog import Catalog
from database.model.record import Record
from database.model.schema import Schema
from database.model.values import to_json
from database.search.engine import SearchEngine
from database.search.request import Filter, SearchRequest
from database.search.results import SearchResults
from i18n.locales import ENGLISH, HUNGARIAN

TEXTS = ["", "railway", "vasút", "example", "camera railway", "signed contract opening", "-railway"]
FILTERS: list[set[Filter]] = [
    set(),
    {("type", "project")},
    {("type", "project"), ("type", "event")},
    {("country", "HU"), ("country", "RS")},
    {("type", "project"), ("country", "RS")},
    {("sector", "transport"), ("sector", "surveillance"), ("year", "2016"), ("type", "event")},
    {("status", "in-use")},
    {("type", "concern"), ("status", "in-use")},  # nothing is both
]


def values_of(record: Record, schema: Schema) -> set[Filter]:
    """Say under what a record is counted, in another way than the engine does."""
    found = {("type", record.type)}
    found |= {("year", str(year)) for date in record.dates() for year in date.years()}
    for field in schema.types[record.type].fields:
        if field.facet and field.claimed:
            found |= {(field.id, str(to_json(c.value))) for c in record.claimed(field.id)[-1:]}
        elif field.facet:
            values = record.attributes.get(field.id, ())
            found |= {(field.id, str(to_json(value))) for value in values}
    return found


def passes(values: set[Filter], filters: set[Filter]) -> bool:
    """Within one facet any chosen value will do; across facets all must hold."""
    return all(
        any((other, value) in values for other, value in filters if other == name)
        for name in {name for name, _value in filters}
    )


def everything(engine: SearchEngine, text: str, filters: set[Filter]) -> SearchResults:
    return engine.search(SearchRequest(text, ENGLISH, frozenset(filters), limit=200))


@pytest.mark.parametrize("filters", FILTERS)
def test_filters_are_or_within_a_facet_and_and_across(
    engine: SearchEngine, catalog: Catalog, schema: Schema, filters: set[Filter]
) -> None:
    expected = [i for i in catalog.titles if passes(values_of(catalog.record(i), schema), filters)]
    assert [hit.id for hit in everything(engine, "", filters).hits] == expected


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("filters", FILTERS)
def test_counts_are_those_of_counting_by_hand(
    engine: SearchEngine, catalog: Catalog, schema: Schema, text: str, filters: set[Filter]
) -> None:
    results = everything(engine, text, filters)
    for facet in results.facets:
        others = {chosen for chosen in filters if chosen[0] != facet.name}
        hits = everything(engine, text, others).hits
        counted = Counter(
            value
            for hit in hits
            for name, value in values_of(catalog.record(hit.id), schema)
            if name == facet.name
        )
        chosen = Counter({value: 0 for name, value in filters if name == facet.name})
        assert {c.value: c.count for c in facet.counts} == {**chosen, **counted}


@pytest.mark.parametrize("text", TEXTS)
def test_choosing_a_value_gives_as_many_hits_as_it_promised(
    engine: SearchEngine, text: str
) -> None:
    for facet in everything(engine, text, set()).facets:
        for entry in facet.counts:
            chosen = everything(engine, text, {(facet.name, entry.value)})
            assert chosen.total == len(chosen.hits) == entry.count, (facet.name, entry.value)


@pytest.mark.parametrize("text", ["data centre", "Huawei 5G", "Kragujevac loan", "kamera Belgrád"])
def test_the_promise_holds_in_the_real_dossier(real_engine: SearchEngine, text: str) -> None:
    for facet in everything(real_engine, text, set()).facets:
        for entry in facet.counts:
            chosen = everything(real_engine, text, {(facet.name, entry.value)})
            assert chosen.total == entry.count, (facet.name, entry.value)


@pytest.mark.parametrize("text", TEXTS)
def test_the_total_is_the_number_of_all_hits(engine: SearchEngine, text: str) -> None:
    results = everything(engine, text, set())
    assert results.total == len(results.hits) == len({hit.id for hit in results.hits})


@pytest.mark.parametrize(
    ("locale", "name", "label", "value", "words"),
    [
        (ENGLISH, "type", "Type", "project", "Projects"),
        (HUNGARIAN, "type", "Típus", "project", "Projektek"),
        (ENGLISH, "country", "Country", "RS", "Serbia"),
        (HUNGARIAN, "country", "Ország", "RS", "Szerbia"),
        (ENGLISH, "sector", "Sector", "transport", "Transport"),
        (HUNGARIAN, "sector", "Ágazat", "transport", "Közlekedés"),
        (ENGLISH, "year", "Year", "2016", "2016"),
        (HUNGARIAN, "year", "Év", "2016", "2016"),
    ],
)
def test_facets_speak_the_language_of_the_reader(
    engine: SearchEngine, locale: object, name: str, label: str, value: str, words: str
) -> None:
    language = HUNGARIAN if locale == HUNGARIAN else ENGLISH
    facets = {f.name: f for f in engine.search(SearchRequest("", language)).facets}
    assert facets[name].label == label
    assert {c.value: c.label for c in facets[name].counts}[value] == words


def test_facets_stand_in_the_order_of_the_schema(engine: SearchEngine, schema: Schema) -> None:
    names = [facet.name for facet in everything(engine, "", set()).facets]
    assert names == [name for name in schema.facets() if name in names]


def test_counts_stand_most_frequent_first_and_years_from_the_earliest(
    engine: SearchEngine,
) -> None:
    for facet in everything(engine, "", set()).facets:
        counts = [(entry.value, entry.count) for entry in facet.counts]
        if facet.name == "year":
            assert counts == sorted(counts)
        elif facet.name != "type":
            assert [n for _v, n in counts] == sorted((n for _v, n in counts), reverse=True)


@pytest.mark.parametrize(
    "unknown",
    [("type", "parrot"), ("sector", "parrot"), ("parrot", "green"), ("year", "MMXVI"),
     ("country", "XX"), ("status", ""), ("type", "'; --")],
)  # fmt: skip
def test_a_filter_from_elsewhere_finds_nothing_and_breaks_nothing(
    engine: SearchEngine, unknown: Filter
) -> None:
    assert everything(engine, "railway", {unknown}).hits == ()
