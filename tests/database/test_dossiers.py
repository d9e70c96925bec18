"""A dossier is known by its file and named by its id; two files may have one id."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from database.catalog import connect
from database.dossiers import EachOpen, Shelved, names, renamed, titles
from database.library import Library
from database.model.errors import DossierMissing
from database.model.schema import Schema
from database.model.text import Text
from database.search.library_search import LibrarySearch
from database.search.request import Filter, SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN

SAMPLE = "example-dossier"


def shelved(path: str, dossier_id: str = "a", **title: str) -> Shelved:
    return Shelved(Path(path), dossier_id, Text(title or {"en": dossier_id, "hu": dossier_id}))


@pytest.mark.parametrize(
    ("shelf", "expected"),
    [
        ([shelved("/x/a.tukor")], ["a"]),
        ([shelved("/x/a.tukor"), shelved("/x/b.tukor", "b")], ["a", "b"]),
        (
            [shelved("/x/a.tukor"), shelved("/y/a.tukor"), shelved("/x/b.tukor", "b")],
            ["a@/x/a.tukor", "a@/y/a.tukor", "b"],
        ),
    ],
)
def test_the_name_is_the_id_with_the_file_where_others_have_it(
    shelf: list[Shelved], expected: list[str]
) -> None:
    assert list(names(shelf)) == expected
    assert all(each.answers_to(each.id) and each.answers_to(each.full_name) for each in shelf)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["/x/a.tukor"], ["Dams"]),
        (["/x/a.tukor", "/x/b ű.tukor"], ["a.tukor (Dams)", "b ű.tukor (Dams)"]),
        (["/x/a.tukor", "/y/a.tukor"], ["x/a.tukor (Dams)", "y/a.tukor (Dams)"]),
        (["/x/z/a.tukor", "/y/z/a.tukor"], ["x/z/a.tukor (Dams)", "y/z/a.tukor (Dams)"]),
    ],
)
def test_equal_titles_are_told_apart_by_their_files(paths: list[str], expected: list[str]) -> None:
    shelf = [shelved(path, path, en="Dams", hu="Gátak") for path in paths]
    shelf.append(shelved("/x/other.tukor", "other", en="Roads", hu="Utak"))
    called = titles(shelf)
    assert [title.within("en") for title in called[:-1]] == expected
    assert all("Gátak" in title.within("hu") for title in called[:-1])
    assert called[-1] == shelf[-1].title


def of(*dossiers: str) -> frozenset[Filter]:
    return frozenset({("type", "event"), *(("dossier", name) for name in dossiers)})


FIRST, TWIN, OTHER = shelved("/x/a"), shelved("/y/a"), shelved("/x/b", "b")


@pytest.mark.parametrize(
    ("filters", "before", "now", "expected"),
    [
        (of("a"), [FIRST], [FIRST, TWIN], of("a@/x/a")),  # not the one that has come
        (of("a@/x/a"), [FIRST, TWIN], [FIRST], of("a")),
        (of("a@/x/a"), [FIRST, TWIN], [TWIN], of()),
        (of("a"), [FIRST, OTHER], [OTHER], of()),
        (of("a", "b"), [FIRST, OTHER], [OTHER], of("b")),
        (of("a"), [OTHER], [OTHER], of("a")),  # a saved search may name what is not open
        (of("a"), [OTHER], [OTHER, FIRST], of("a")),
        (of("a"), [], [FIRST, TWIN], of("a@/x/a", "a@/y/a")),
        (of("a@/y/a"), [], [FIRST, TWIN], of("a@/y/a")),
        (of("a@/y/a"), [], [TWIN, OTHER], of("a")),
        (of(), [FIRST], [], of()),
    ],
)
def test_a_filter_means_the_same_dossier_whatever_else_comes_and_goes(
    filters: frozenset[Filter],
    before: list[Shelved],
    now: list[Shelved],
    expected: frozenset[Filter],
) -> None:
    assert renamed(filters, before, now) == expected


@pytest.fixture(scope="module")
def editions(sample_dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two files of one dossier."""
    other = tmp_path_factory.mktemp("older") / "Régi kiadás.tukor"
    shutil.copyfile(sample_dossier, other)
    return sample_dossier, other


def test_two_files_of_one_id_are_two_dossiers_in_answers(
    editions: tuple[Path, Path], schema: Schema
) -> None:
    search, library = LibrarySearch.open(editions, schema), Library.open(editions, schema)
    assert list(library.dossiers) == [f"{SAMPLE}@{path.as_posix()}" for path in editions]
    every = search.search(SearchRequest("", HUNGARIAN, limit=500))
    (facet, *_others) = every.facets
    assert [c.value for c in facet.counts] == list(library.dossiers)
    labels = {count.value: count.label for count in facet.counts}
    assert labels == {name: title.within("hu") for name, title in library.dossiers.items()}
    assert [c.count for c in facet.counts] == [every.total // 2] * 2
    assert {hit.dossier for hit in every.hits} == set(library.dossiers)
    for name in library.dossiers:
        chosen = frozenset({("dossier", name)})
        within = search.search(SearchRequest("", ENGLISH, filters=chosen, limit=500))
        without = search.search(SearchRequest("", ENGLISH, excluded=chosen, limit=500))
        assert within.total == without.total == every.total // 2
        assert {hit.dossier for hit in within.hits} == {name}
        assert {hit.dossier for hit in without.hits} == set(library.dossiers) - {name}


def test_what_both_editions_state_is_stated_once(
    editions: tuple[Path, Path], schema: Schema
) -> None:
    alone, both = Library.open(editions[:1], schema), Library.open(editions, schema)
    for record_id in alone.titles:
        assert both.mentions(record_id) == alone.mentions(record_id)
        assert both.citing(record_id) == alone.citing(record_id)


def is_open(connection: sqlite3.Connection) -> bool:
    try:
        return bool(connection.execute("SELECT 1").fetchone())
    except sqlite3.ProgrammingError:
        return False


def test_where_one_cannot_be_opened_those_before_it_are_closed_and_others_stay(
    editions: tuple[Path, Path], tmp_path: Path
) -> None:
    opened: list[sqlite3.Connection] = []

    def open_one(path: Path) -> sqlite3.Connection:
        opened.append(connect(path))
        return opened[-1]

    first, second = editions
    paths = [first]
    each = EachOpen(paths, open_one)
    paths += [second, tmp_path / "none.tukor"]
    with pytest.raises(DossierMissing):
        each()
    assert (list(map(is_open, opened)), each.opened) == ([True, False], (opened[0],))
    paths.pop()
    assert list(map(is_open, each())) == [True, True]
    each.close()
    assert not any(map(is_open, opened))
