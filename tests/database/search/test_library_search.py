"""Several dossiers, searched as one."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.library_search import LibrarySearch
from database.search.request import Filter, Order, SearchRequest
from database.search.results import MOST_SUGGESTIONS, SuggestionKind
from i18n.collation import sort_key
from i18n.locales import ENGLISH, HUNGARIAN, Locale


def ask(engine: SearchEngine | LibrarySearch, text: str, order: Order = "relevance") -> list[str]:
    return [
        hit.id for hit in engine.search(SearchRequest(text, ENGLISH, limit=1000, order=order)).hits
    ]


@pytest.mark.parametrize("text", ["railway", "camera", "", "vasút", "Huawei", "type:event"])
@pytest.mark.parametrize("order", get_args(Order))
def test_hits_of_all_dossiers_stand_in_one_order(
    both: LibrarySearch, each: list[SearchEngine], text: str, order: Order
) -> None:
    merged, single = ask(both, text, order), [ask(engine, text, order) for engine in each]
    assert sorted(merged) == sorted(record for found in single for record in found)
    for found in single:
        assert [record for record in merged if record in set(found)] == found


@pytest.mark.parametrize("text", ["railway", "camera", "", "Huawei OR example"])
@pytest.mark.parametrize("order", get_args(Order))
def test_ids_are_those_of_all_hits_in_their_order(
    both: LibrarySearch,
    each: list[SearchEngine],
    paths: tuple[Path, Path],
    schema: Schema,
    text: str,
    order: Order,
) -> None:
    page = SearchRequest(text, ENGLISH, first=3, limit=2, order=order)
    assert list(both.ids(page)) == ask(both, text, order)
    assert list(LibrarySearch.open(paths[:1], schema).ids(page)) == ask(each[0], text, order)


def test_every_hit_names_its_dossier(both: LibrarySearch) -> None:
    hits = both.search(SearchRequest("railway", ENGLISH, limit=100)).hits
    homes = {hit.dossier for hit in hits}
    assert len(homes) == 2
    assert {hit.dossier for hit in hits if "example" in hit.id} == {"example-dossier"}


@pytest.mark.parametrize("text", ["", "railway", "Huawei"])
@pytest.mark.parametrize("order", get_args(Order))
def test_pages_of_several_dossiers_make_up_the_whole(
    both: LibrarySearch, text: str, order: Order
) -> None:
    whole = ask(both, text, order)
    for first in range(len(whole), -1, -7):  # from the last one backwards
        page = both.hits(SearchRequest(text, ENGLISH, limit=7, first=first, order=order))
        assert [hit.id for hit in page.hits] == whole[first : first + 7]
        assert page.total == len(whole)


def test_totals_and_facet_counts_add_up(both: LibrarySearch, each: list[SearchEngine]) -> None:
    request = SearchRequest("", HUNGARIAN, filters=frozenset({("type", "project")}))
    merged, single = both.search(request), [engine.search(request) for engine in each]
    assert merged.total == sum(results.total for results in single)
    types = next(facet for facet in merged.facets if facet.name == "type")
    counts = {entry.value: entry.count for entry in types.counts}
    for value, count in counts.items():
        assert count == sum(
            entry.count
            for results in single
            for entry in results.facets[0].counts
            if entry.value == value
        )


@pytest.mark.parametrize("text", ["", "railway", "smart city cameras", '"Huawie camrea"'])
@pytest.mark.parametrize(
    ("filters", "excluded"),
    [
        (frozenset(), frozenset()),
        (frozenset({("type", "project")}), frozenset({("country", "RS")})),
        (frozenset({("dossier", "example-dossier")}), frozenset()),
    ],
)
def test_a_total_is_that_of_the_whole_answer(
    both: LibrarySearch, text: str, filters: frozenset[Filter], excluded: frozenset[Filter]
) -> None:
    asked = SearchRequest(text, ENGLISH, filters, excluded=excluded, first=2, limit=1)
    assert both.total(asked) == both.hits(asked).total


@pytest.mark.parametrize("text", ["", "huawei", "vasút", "kamera", "flintford", "example", "zaj"])
@pytest.mark.parametrize("locale", [ENGLISH, HUNGARIAN])
def test_facets_and_their_values_stand_as_those_of_one_dossier_do(
    both: LibrarySearch, schema: Schema, text: str, locale: Locale
) -> None:
    facets = both.facets(SearchRequest(text, locale, unfinished=False))[1:]
    names = [facet.name for facet in facets]
    assert names == sorted(names, key=schema.facets().index)
    for facet in facets:
        values = [entry.value for entry in facet.counts]
        match facet.name:
            case "type":
                assert values == sorted(values, key=list(schema.types).index)
            case "year":
                assert values == sorted(values)
            case _:
                assert list(facet.counts) == sorted(
                    facet.counts, key=lambda entry: (-entry.count, sort_key(entry.label, locale))
                )


def narrowed(
    *wanted: tuple[str, str], without: frozenset[tuple[str, str]] = frozenset()
) -> SearchRequest:
    return SearchRequest("", ENGLISH, filters=frozenset(wanted), excluded=without, limit=500)


def test_a_facet_tells_the_dossiers_apart(both: LibrarySearch, each: list[SearchEngine]) -> None:
    totals = [engine.hits(SearchRequest("", HUNGARIAN)).total for engine in each]
    facet = both.facets(SearchRequest("", HUNGARIAN))[0]
    assert (facet.name, facet.label) == ("dossier", "Dosszié")
    assert [entry.count for entry in facet.counts] == totals
    assert [entry.value for entry in facet.counts] == [engine.about["id"] for engine in each]
    assert facet.counts[1].label == each[1].about["title"]["hu"]
    projects = both.facets(narrowed(("type", "project")))[0]
    assert sum(entry.count for entry in projects.counts) < sum(totals)


def test_the_answer_can_be_narrowed_to_a_dossier_or_go_without_it(both: LibrarySearch) -> None:
    sample = ("dossier", "example-dossier")
    within = both.search(narrowed(sample))
    without = both.search(narrowed(without=frozenset({sample})))
    assert {hit.dossier for hit in within.hits} == {"example-dossier"}
    assert within.total == len(within.hits)
    assert "example-dossier" not in {hit.dossier for hit in without.hits}
    every = both.search(narrowed())
    assert within.total + without.total == every.total
    for narrow in (within, without):  # what choosing another one would add is seen
        assert narrow.facets[0] == every.facets[0]
    types = {facet.name: sum(e.count for e in facet.counts) for facet in within.facets}
    assert types["type"] == within.total


def test_nothing_stands_in_a_dossier_that_is_wanted_and_excluded(both: LibrarySearch) -> None:
    sample = ("dossier", "example-dossier")
    nothing = both.search(narrowed(sample, without=frozenset({sample})))
    assert (nothing.hits, nothing.total) == ((), 0)
    assert [facet.name for facet in nothing.facets] == ["dossier"]


def test_where_filters_let_nothing_pass_it_is_told_which_to_take_off(both: LibrarySearch) -> None:
    sample = ("dossier", "example-dossier")
    types = both.search(narrowed(sample)).facets[1]
    asked = narrowed(sample, without=frozenset((types.name, c.value) for c in types.counts))
    found = both.hits(asked)
    assert found.total == 0
    ways = [(way.label, way.values, way.excluded, way.total) for way in found.loosenings]
    most = sorted(types.counts, key=lambda entry: -entry.count)[: len(ways)]
    assert ways == [("Type", (entry.label,), True, entry.count) for entry in most]
    nowhere = replace(asked, filters=frozenset({("type", "actor"), ("status", "in-use")}))
    assert both.hits(nowhere).total == 0
    for way in both.hits(replace(nowhere, excluded=frozenset())).loosenings:
        left = replace(nowhere, filters=nowhere.filters - way.filters, excluded=frozenset())
        assert both.hits(left).total == way.total > 0
    assert both.hits(narrowed(sample)).loosenings == ()  # something passes


def test_a_question_without_an_answer_is_no_matter_of_filters(both: LibrarySearch) -> None:
    request = replace(narrowed(("type", "project")), text="xqzzyw")
    assert both.hits(request).loosenings == ()


def test_a_dossier_alone_has_no_such_facet(paths: tuple[Path, Path], schema: Schema) -> None:
    alone = LibrarySearch.open(paths[1:], schema)
    assert "dossier" not in {facet.name for facet in alone.facets(narrowed())}
    assert alone.hits(narrowed(("dossier", "example-dossier"))).total > 0
    assert alone.hits(narrowed(("dossier", "another"))).total == 0


def test_what_one_dossier_has_is_no_reason_to_suggest_for_another(both: LibrarySearch) -> None:
    assert both.search(SearchRequest("NetDragon", ENGLISH)).suggestions == ()
    nothing = both.search(SearchRequest('"Huawie camrea"', ENGLISH))
    assert nothing.total == 0
    assert nothing.suggestions


@pytest.mark.parametrize(
    "text",
    [
        "type:project type:event",
        '"smart camera city"',
        '"smart city cameras"',
        "vasút AND Huawei AND 5G",
        "Szíria",
    ],
)
@pytest.mark.parametrize("filters", [frozenset(), frozenset({("type", "project")})])
def test_what_several_dossiers_suggest_is_suggested_once_and_finds_what_it_says(
    both: LibrarySearch, text: str, filters: frozenset[Filter]
) -> None:
    asked = SearchRequest(text, ENGLISH, filters, limit=0)
    offered = both.hits(asked).suggestions
    assert MOST_SUGGESTIONS >= len({other.text.lower() for other in offered}) == len(offered) > 0
    kinds = [other.kind for other in offered]
    assert kinds == sorted(kinds, key=get_args(SuggestionKind).index)
    for other in offered:
        assert both.hits(replace(asked, text=other.text)).total == other.total > 0


@pytest.mark.parametrize("text", ['"5G network"', '"face recognition"', '"example railway"'])
def test_where_few_are_found_quotation_marks_can_be_dropped_as_with_one_dossier(
    both: LibrarySearch, each: list[SearchEngine], text: str
) -> None:
    asked = SearchRequest(text, ENGLISH, unfinished=False)
    together, single = both.hits(asked), [engine.hits(asked) for engine in each]
    assert together.total == sum(results.total for results in single) > 0
    (few,) = [results for results in single if results.total]
    assert [(x.text, x.kind) for x in together.suggestions] == [(text.strip('"'), "unquoted")]
    assert together.suggestions == few.suggestions


def test_where_one_dossier_has_much_no_other_question_is_offered(
    both: LibrarySearch, each: list[SearchEngine]
) -> None:
    asked = SearchRequest('"smart city"', ENGLISH, unfinished=False)
    much, none = (engine.hits(asked) for engine in each)
    assert (much.suggestions, none.total) == ((), 0)
    assert both.hits(asked).suggestions == ()


def test_where_one_dossier_has_all_words_the_slips_of_another_are_none(
    both: LibrarySearch, each: list[SearchEngine]
) -> None:
    asked = SearchRequest('"listed camera"', ENGLISH, unfinished=False)
    assert "spelling" in {other.kind for other in each[1].hits(asked).suggestions}
    assert "spelling" not in {other.kind for other in both.hits(asked).suggestions}


def test_where_filters_let_nothing_pass_the_quotation_marks_are_not_to_blame(
    each: list[SearchEngine],
) -> None:
    asked = SearchRequest('"5G network"', ENGLISH, unfinished=False)
    assert each[0].hits(asked).suggestions
    nothing = replace(asked, filters=frozenset({("country", "FJ")}))
    assert (each[0].hits(nothing).total, each[0].hits(nothing).suggestions) == (0, ())


@pytest.mark.parametrize(("locale", "china"), [(ENGLISH, "China"), (HUNGARIAN, "Kína")])
def test_a_filter_has_its_name_in_a_dossier_too_that_has_nothing_of_it(
    both: LibrarySearch, each: list[SearchEngine], locale: Locale, china: str
) -> None:
    chosen = frozenset({("sector", "5g"), ("country", "CN")})
    for engine in (both, each[1]):
        for asked in (
            SearchRequest("xyzzyq", locale, excluded=chosen),
            SearchRequest("", locale, excluded=chosen),
            SearchRequest("railway", locale, filters=chosen),
        ):
            told = {(f.name, c.value): c.label for f in engine.facets(asked) for c in f.counts}
            assert (told["sector", "5g"], told["country", "CN"]) == ("5G", china)


def test_what_one_dossier_does_not_know_is_not_told_where_another_one_answers(
    both: LibrarySearch, each: list[SearchEngine]
) -> None:
    request = SearchRequest("amount:>1M USD", ENGLISH, unfinished=False)
    real, sample = (engine.search(request) for engine in each)
    assert real.total
    assert not sample.total
    assert real.understood != sample.understood  # the miniature has amounts in euros only
    assert both.search(request).understood == real.understood


@pytest.mark.parametrize("text", ["", "railway"])
def test_a_record_that_two_dossiers_have_is_among_the_ids_once(
    sample_dossier: Path, schema: Schema, tmp_path: Path, text: str
) -> None:
    again = Path(shutil.copy(sample_dossier, tmp_path))
    alone, twice = (
        LibrarySearch.open(paths, schema) for paths in ([again], [sample_dossier, again])
    )
    request = SearchRequest(text, ENGLISH)
    assert twice.total(request) == 2 * alone.total(request) > 2
    assert twice.ids(request) == alone.ids(request)
