"""What many records have: every set is what FTS5 would find, also when a record has changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from database.catalog import connect
from database.compile import often
from database.model.schema import Schema
from database.search.answer import match, records
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH

QUESTIONS = (
    "a",
    "china huawei",
    "chinese compan",
    "agreement",
    "se serbia",
    "huawei -loan",
    "type:project government",
    "srb",
)


@pytest.fixture
def frequent(
    real_dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[sqlite3.Connection]:
    """The dossier that readers get, as if a dozen records were many."""
    monkeypatch.setattr(often, "_LEAST", 12)
    monkeypatch.setattr(often, "_BEGINNING", 2)
    copy = tmp_path / "frequent.tukor"
    copy.write_bytes(real_dossier.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DELETE FROM often")
        db = Database(connection)
        with db.atomic():
            often.list_records(db)
            often.pack(db)
        connection.commit()
        yield connection


def kept(connection: sqlite3.Connection) -> dict[str, int]:
    rows = connection.execute("SELECT asked, records FROM often")
    return {term: records.unpacked(found) for term, found in rows}


def test_each_set_has_the_records_that_have_the_word(frequent: sqlite3.Connection) -> None:
    sets = kept(frequent)
    assert {"serbia", "chi*", "s*"} <= sets.keys()
    words = {term: found for term, found in sets.items() if not term.endswith("*")}
    assert min(map(records.size, words.values())) < 24
    assert min(records.size(sets[term]) for term in sets.keys() - words.keys()) >= 24
    for term, found in sets.items():
        assert found == records.selected(frequent, match.RECORDS, (match.written(term),)), term
        assert records.size(found) >= 12


def test_what_few_records_have_is_left_to_the_index(real_dossier: Path) -> None:
    with closing(connect(real_dossier)) as connection:
        assert kept(connection) == {}


def test_a_record_leaves_the_sets_of_its_words_and_joins_others(
    frequent: sqlite3.Connection,
) -> None:
    before = kept(frequent)
    number = next(records.numbers(before["serbia"] & ~before["huawei"]))
    often.rewrite(Database(frequent), number, {"serbia", "sun"}, {"huawei", "sun"})
    after = kept(frequent)
    assert before["serbia"] ^ after["serbia"] == 1 << number
    assert before["huawei"] ^ after["huawei"] == 1 << number
    assert before["s*"] == after["s*"]


@pytest.mark.parametrize("typed", QUESTIONS)
def test_answers_are_the_same_with_and_without_sets(
    frequent: sqlite3.Connection, real_dossier: Path, schema: Schema, typed: str
) -> None:
    (_number, _name, file) = frequent.execute("PRAGMA database_list").fetchone()
    request = SearchRequest(typed, ENGLISH)
    with_sets, without = (
        SearchEngine.open(path, schema).search(request) for path in (Path(file), real_dossier)
    )
    assert with_sets == without
