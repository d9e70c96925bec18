"""Several dossiers, read and searched as one."""

from pathlib import Path

import pytest

from database.library import Library, LibrarySearch
from database.model.errors import UnknownRecord
from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.request import Order, SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN


@pytest.fixture(scope="module")
def paths(real_dossier: Path, sample_dossier: Path) -> tuple[Path, Path]:
    return real_dossier, sample_dossier


@pytest.fixture(scope="module")
def both(paths: tuple[Path, Path], schema: Schema) -> LibrarySearch:
    return LibrarySearch.open(paths, schema)


@pytest.fixture(scope="module")
def each(paths: tuple[Path, Path], schema: Schema) -> list[SearchEngine]:
    return [SearchEngine.open(path, schema) for path in paths]


def ask(engine: SearchEngine | LibrarySearch, text: str, order: Order = "relevance") -> list[str]:
    return [
        hit.id for hit in engine.search(SearchRequest(text, ENGLISH, limit=1000, order=order)).hits
    ]


@pytest.mark.parametrize("text", ["railway", "camera", "", "vasút", "Huawei", "type:event"])
@pytest.mark.parametrize("order", ["relevance", "newest", "oldest", "title", "amount"])
def test_hits_of_all_dossiers_stand_in_one_order(
    both: LibrarySearch, each: list[SearchEngine], text: str, order: Order
) -> None:
    merged, single = ask(both, text, order), [ask(engine, text, order) for engine in each]
    assert sorted(merged) == sorted(record for found in single for record in found)
    for found in single:
        assert [record for record in merged if record in set(found)] == found


def test_every_hit_names_its_dossier(both: LibrarySearch) -> None:
    hits = both.search(SearchRequest("railway", ENGLISH, limit=100)).hits
    homes = {hit.dossier for hit in hits}
    assert len(homes) == 2
    assert {hit.dossier for hit in hits if "example" in hit.id} == {"example-dossier"}


@pytest.mark.parametrize("order", ["relevance", "title"])
def test_pages_of_several_dossiers_make_up_the_whole(both: LibrarySearch, order: Order) -> None:
    whole = ask(both, "", order)
    pages = [
        hit.id
        for first in range(0, len(whole) + 7, 7)
        for hit in both.hits(SearchRequest("", ENGLISH, limit=7, first=first, order=order)).hits
    ]
    assert pages == whole


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


def test_a_record_is_read_from_the_dossier_that_has_it(
    paths: tuple[Path, Path], schema: Schema
) -> None:
    library = Library.open(paths, schema)
    assert library.record("actor/huawei").title.within("en") == "Huawei"
    assert library.record("project/example-railway").type == "project"
    with pytest.raises(UnknownRecord):
        library.record("project/nowhere")
