"""Several dossiers, read as one."""

import shutil
from pathlib import Path

import pytest

from database.library import Library
from database.model.errors import UnknownRecord
from database.model.schema import Schema
from database.search.form.builder import QueryBuilder
from database.search.library_search import LibrarySearch
from database.search.offer.suggest import Suggester
from database.search.request import SearchRequest
from i18n.locales import ENGLISH

RAILWAY = "project/example-railway"  # in the second dossier only
OPEN_FILES = Path("/proc/self/fd")


def test_a_record_is_read_from_the_dossier_that_has_it(
    paths: tuple[Path, Path], schema: Schema
) -> None:
    library = Library.open(paths, schema)
    assert library.record("actor/huawei").title.within("en") == "Huawei"
    assert library.record("project/example-railway").type == "project"
    with pytest.raises(UnknownRecord):
        library.record("project/nowhere")


def test_what_is_told_of_the_first_dossier_counts_none_of_the_others(
    paths: tuple[Path, Path], schema: Schema
) -> None:
    alone, library = Library.open(paths[:1], schema), Library.open(paths, schema)
    assert library.counts == alone.counts
    assert library.counts.total() == len(alone.titles) < len(library.titles)


def test_a_dossier_that_is_opened_later_is_searched_and_read_like_the_others(
    real_dossier: Path, sample_dossier: Path, schema: Schema
) -> None:
    paths = [real_dossier]
    library, search = Library.open(paths, schema), LibrarySearch.open(paths, schema)
    suggester = Suggester.open(paths, schema)
    request = SearchRequest("example railway", ENGLISH)
    assert RAILWAY not in library.titles
    assert RAILWAY not in search.ids(request)
    library.open_beside(sample_dossier)
    paths.append(sample_dossier)
    assert RAILWAY in search.ids(request)
    assert next(facet.name for facet in search.facets(request)) == "dossier"
    assert library.record(RAILWAY).title == library.titles[RAILWAY]
    offered = suggester.suggest("example rail", ENGLISH)
    assert RAILWAY in [offer.record for offer in offered]


def test_a_dossier_that_is_closed_answers_no_more_and_others_go_on(
    real_dossier: Path, sample_dossier: Path, schema: Schema
) -> None:
    paths = [real_dossier, sample_dossier]
    library, search = Library.open(paths, schema), LibrarySearch.open(paths, schema)
    suggester, builder = Suggester.open(paths, schema), QueryBuilder.open(paths, schema)
    assert RAILWAY in library.titles
    library.close(1)
    del paths[1]
    assert RAILWAY not in library.titles
    with pytest.raises(UnknownRecord):
        library.record(RAILWAY)
    assert RAILWAY not in search.ids(SearchRequest("example railway", ENGLISH))
    assert [f.name for f in search.facets(SearchRequest("", ENGLISH)) if f.name == "dossier"] == []
    offered = suggester.suggest("example rail", ENGLISH)
    assert RAILWAY not in [offer.record for offer in offered]
    alone = QueryBuilder.open([real_dossier], schema).choices(ENGLISH)
    assert builder.choices(ENGLISH) == alone


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="only Linux tells which files are open")
def test_the_file_of_a_dossier_that_is_closed_is_let_go(
    real_dossier: Path, sample_dossier: Path, schema: Schema, tmp_path: Path
) -> None:
    beside = Path(shutil.copy(sample_dossier, tmp_path))
    paths = [real_dossier, beside]

    def handles() -> int:
        return sum(each.resolve() == beside for each in OPEN_FILES.iterdir())

    library, search = Library.open(paths, schema), LibrarySearch.open(paths, schema)
    suggester, builder = Suggester.open(paths, schema), QueryBuilder.open(paths, schema)

    def ask() -> None:
        search.search(SearchRequest("example railway", ENGLISH))
        suggester.suggest("example rail", ENGLISH)
        builder.choices(ENGLISH)

    ask()
    assert handles() == 4
    library.reopen(1, beside)
    assert handles() == 4
    library.close(1)
    del paths[1]
    ask()
    assert handles() == 0
    search.interrupt()


def test_who_gives_up_a_search_of_a_closed_dossier_does_no_harm(
    sample_dossier: Path, schema: Schema
) -> None:
    search = LibrarySearch.open([sample_dossier], schema)
    search.close()
    search.interrupt()
