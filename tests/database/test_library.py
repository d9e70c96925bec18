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
    counts = {entry.value: entry.count for entry in merged.facets[0].counts}
    for value, count in counts.items():
        assert count == sum(
            entry.count
            for results in single
            for entry in results.facets[0].counts
            if entry.value == value
        )


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
