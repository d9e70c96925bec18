"""An imported dossier: whole or not at all, and searched like any other."""

import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from database import seal
from database.catalog import connect
from database.dossiers import BUILT_IN
from database.exchange.reading import formats
from database.library import Library
from database.model.errors import FileExists, FileUnreadable, FileUnwritable, FormatUnknown
from database.model.schema import Schema
from database.search.library_search import LibrarySearch
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN
from tests.database.exchange.reading.conftest import TakeIn

TABLE = "type,title,purpose\nproject,Railway of bridges,To watch the bridges\n"


class Stopped(Exception):
    """Somebody wants no more of it."""


@pytest.mark.parametrize("stage", ["reading", "checking", "writing"])
def test_an_import_that_is_stopped_leaves_nothing(take: TakeIn, folder: Path, stage: str) -> None:
    def stop(now: str, _done: int, _total: int) -> None:
        if now == stage:
            raise Stopped

    with pytest.raises(Stopped):
        take(TABLE, progress=stop)
    assert [path.name for path in folder.iterdir()] == ["table.csv"]


def test_it_can_be_stopped_until_all_is_written(take: TakeIn, folder: Path) -> None:
    """The last that is told is that all is done: the file is put in its place after that."""

    def stop(stage: str, done: int, total: int) -> None:
        if stage == "writing" and done == total:
            raise Stopped

    with pytest.raises(Stopped):
        take(TABLE, progress=stop)
    assert not (folder / "table.tukor").exists()


def test_a_dossier_that_is_there_is_replaced_only_if_that_is_wanted(
    take: TakeIn, folder: Path
) -> None:
    take(TABLE)
    before = (folder / "table.tukor").read_bytes()
    with pytest.raises(FileExists):
        take(TABLE.replace("bridges", "tunnels"))
    assert (folder / "table.tukor").read_bytes() == before
    assert take(TABLE.replace("bridges", "tunnels"), replace=True).record("Railway of tunnels")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_is_shown_with_a_mark(take: TakeIn, schema: Schema) -> None:
    taken = take(TABLE, name=os.fsdecode(b"t\xffble.csv"))
    library = Library.open([taken.path], schema)
    assert library.titles["source/table"].within("en") == "t\N{REPLACEMENT CHARACTER}ble.csv"


def test_the_same_file_gives_the_same_dossier(take: TakeIn, folder: Path) -> None:
    take(TABLE)
    before = (folder / "table.tukor").read_bytes()
    take(TABLE, replace=True)
    assert (folder / "table.tukor").read_bytes() == before


def test_a_folder_that_is_not_there_is_told_of(take: TakeIn, folder: Path) -> None:
    (folder / "table.tukor").mkdir()
    with pytest.raises(FileUnwritable):
        take(TABLE, replace=True)


def test_a_file_that_is_not_there_is_told_of(take_file: TakeIn, folder: Path) -> None:
    with pytest.raises(FileUnreadable):
        take_file(folder / "none.csv")


@pytest.mark.parametrize(
    ("name", "format_id"),
    [
        ("a.csv", "csv"),
        ("A.TSV", "csv"),
        ("a.json", "csl-json"),
        ("a.ftm.json", "followthemoney"),
        ("a.ijson", "followthemoney"),
    ],
)
def test_the_name_of_a_file_tells_its_format(name: str, format_id: str) -> None:
    assert formats.of_file(Path(name)).id == format_id
    assert formats.stem(Path(name)).casefold() == "a"


def test_a_name_may_tell_of_no_format() -> None:
    with pytest.raises(FormatUnknown):
        formats.of_file(Path("letter.docx"))


def test_an_imported_dossier_is_searched_beside_the_curated_one(
    take: TakeIn, real_dossier: Path, schema: Schema
) -> None:
    """The thesaurus goes along: who asks in Hungarian finds what is in English only."""
    taken = take(TABLE)
    assert taken.path
    engine = LibrarySearch.open([real_dossier, taken.path], schema)
    hits = engine.search(SearchRequest("bridges", ENGLISH)).hits
    assert "project/table-railway-of-bridges" in [hit.id for hit in hits]
    only = frozenset({("dossier", "table")})
    hits = engine.search(SearchRequest("vasút", HUNGARIAN, only)).hits
    assert [hit.id for hit in hits] == ["project/table-railway-of-bridges"]


def test_it_says_of_itself_what_it_is(take: TakeIn, schema: Schema) -> None:
    taken = take(TABLE)
    assert taken.path
    assert seal.examine(taken.path).intact
    library = Library.open([taken.path], schema)
    assert (library.about["id"], library.about["edition"]) == ("table", "2026-11-26")
    file = library.record("source/table")
    assert file.title.within("hu") == "table.csv"
    assert file.description.by_language == {
        "en": "Imported file, read on 26 November 2026",
        "hu": "Importált fájl; beolvasás: 2026. november 26.",
    }
    assert library.citing(file.id) == ("project/table-railway-of-bridges",)


def test_the_curated_dossier_is_not_touched(take: TakeIn, sample_dossier: Path) -> None:
    before = sample_dossier.read_bytes()
    take(TABLE)
    assert sample_dossier.read_bytes() == before
    assert BUILT_IN.parent.name == "built"


def test_texts_in_one_language_are_read_back(take: TakeIn, schema: Schema) -> None:
    taken = take(TABLE)
    assert taken.path
    with closing(connect(taken.path)) as connection:
        (title,) = connection.execute(
            "SELECT title_hu FROM record WHERE type = 'project'"
        ).fetchone()
    assert title is None
    assert taken.record("Railway of bridges").title.by_language == {"en": "Railway of bridges"}
