"""Changing one record gives the dossier that compiling the changed content gives."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from database.catalog import Catalog
from database.compile import edit, label_forms, orders
from database.compile.build import compile_into
from database.compile.content import Content, load
from database.model.errors import UnknownRecord
from database.model.record import Record, Relation
from database.model.schema import Schema
from database.model.text import Text
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH
from tests.conftest import SAMPLE

RAILWAY, MINISTRY = "project/example-railway", "actor/example-ministry"


@pytest.fixture
def content(schema: Schema) -> Content:
    return load(schema, SAMPLE / "content", SAMPLE / "terms.toml")


@pytest.fixture
def dossier(content: Content, schema: Schema, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The miniature dossier, to be written to."""
    compile_into(tmp_path / "sample.tukor", content, schema)
    with closing(opened(tmp_path / "sample.tukor")) as connection:
        yield connection


def opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    return connection


def everything(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables, and every word of the full-text index with its places."""
    told = {}
    names = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not row[0].startswith(("sqlite_", "search", "named"))
    ]
    for name in names:
        rows = (tuple(row) for row in connection.execute(f"SELECT * FROM {name}"))
        told[name] = sorted(rows, key=repr)
    for name in ("search", "named"):
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.v_{name} USING fts5vocab(main, {name}, instance)"
        )
        rows = connection.execute(f"SELECT * FROM temp.v_{name}")
        told[name] = sorted((tuple(row) for row in rows), key=repr)
        connection.execute(f"DROP TABLE temp.v_{name}")
    told["about"] = [row for row in told["about"] if row[0] != "checksum"]
    return told


def titled(record: Record, english: str, hungarian: str) -> Record:
    return replace(record, title=Text.of(en=english, hu=hungarian))


def without_claims(record: Record) -> Record:
    return replace(record, claims=record.claims[:1])


def told_otherwise(record: Record) -> Record:
    return replace(record, description=Text.of(en="A line of trombones.", hu="Harsonák sora."))


def told_in_words_of_the_thesaurus(record: Record) -> Record:
    return replace(record, description=Text.of(en="A track that runs.", hu="Pálya, vonatok."))


@pytest.mark.parametrize("record_id", [RAILWAY, MINISTRY, "source/example-newspaper"])
@pytest.mark.parametrize(
    "change",
    [
        lambda record: record,
        lambda record: titled(record, "Trombone Line", "Harsonavonal"),
        without_claims,
        told_otherwise,
        told_in_words_of_the_thesaurus,
    ],
    ids=["as it was", "another title", "fewer claims", "another description", "known words"],
)
def test_an_edit_is_as_good_as_compiling_afresh(
    dossier: sqlite3.Connection,
    content: Content,
    schema: Schema,
    tmp_path: Path,
    record_id: str,
    change: "type[Record]",
) -> None:
    changed = change(content.records[record_id])
    edit.put(dossier, schema, changed)
    must_be_as_compiled(dossier, changed, content, schema, tmp_path)


def must_be_as_compiled(
    dossier: sqlite3.Connection, changed: Record, content: Content, schema: Schema, folder: Path
) -> None:
    afresh = replace(content, records={**content.records, changed.id: changed})
    compile_into(folder / "afresh.tukor", afresh, schema)
    with closing(opened(folder / "afresh.tukor")) as connection:
        told, wanted = everything(dossier), everything(connection)
    assert told.keys() == wanted.keys() - {"ordered"}
    for table in told.keys() - {"sqlite_stat1", "label_forms"}:
        assert told[table] == wanted[table], table


def test_a_record_that_names_itself_is_found_by_its_new_title_alone(
    dossier: sqlite3.Connection, content: Content, schema: Schema, tmp_path: Path
) -> None:
    record = content.records[RAILWAY]
    naming = replace(record, relations=(replace(record.relations[0], target=RAILWAY),))
    edit.put(dossier, schema, naming)
    renamed = titled(naming, "Trombone Line", "Harsonavonal")
    edit.put(dossier, schema, renamed)
    must_be_as_compiled(dossier, renamed, content, schema, tmp_path)


def test_many_edits_are_as_good_as_compiling_once(
    dossier: sqlite3.Connection, content: Content, schema: Schema
) -> None:
    for module in (label_forms, orders):  # as the first of them does
        module.forget(Database(dossier))
    before = everything(dossier)
    record = content.records[RAILWAY]
    for turn in range(40):  # so many leave parts to be merged in the full-text index
        edit.put(dossier, schema, record if turn % 2 else told_otherwise(record))
        found = SearchEngine(dossier, schema).search(SearchRequest("harsonák", ENGLISH))
        assert [hit.id for hit in found.hits] == ([] if turn % 2 else [RAILWAY])
    assert everything(dossier) == before


def test_a_new_record_is_found_and_counted(
    dossier: sqlite3.Connection, content: Content, schema: Schema
) -> None:
    new = replace(
        titled(content.records[MINISTRY], "Office of Trombones", "Harsonahivatal"),
        id="actor/office-of-trombones",
        relations=(Relation("partner", RAILWAY, content.records[RAILWAY].summary[0].citations),),
    )
    before = SearchEngine(dossier, schema).search(SearchRequest("", ENGLISH))
    edit.put(dossier, schema, new)
    engine = SearchEngine(dossier, schema)
    after = engine.search(SearchRequest("", ENGLISH))
    assert after.total == before.total + 1
    actors = [
        next(entry.count for entry in results.facets[0].counts if entry.value == "actor")
        for results in (before, after)
    ]
    assert actors[1] == actors[0] + 1
    assert engine.search(SearchRequest("harsonahivatalban", ENGLISH)).hits[0].id == new.id
    mentions = Catalog(dossier, schema).mentions(RAILWAY)
    assert new.id in {mention.source for mention in mentions}


def test_a_record_with_a_dead_end_is_refused_and_nothing_changes(
    dossier: sqlite3.Connection, content: Content, schema: Schema
) -> None:
    record = content.records[RAILWAY]
    wrong = replace(record, relations=(replace(record.relations[0], target="actor/nobody"),))
    before = everything(dossier)
    with pytest.raises(UnknownRecord):
        edit.put(dossier, schema, wrong)
    assert everything(dossier) == before


def test_a_file_that_cannot_be_written_to_stays_as_it_was(
    dossier: sqlite3.Connection, content: Content, schema: Schema
) -> None:
    before = everything(dossier)
    full = "BEFORE INSERT ON label BEGIN SELECT raise(FAIL, 'full'); END"
    dossier.execute(f"CREATE TEMP TRIGGER full {full}")
    renamed = titled(content.records[MINISTRY], "Office", "Hivatal")
    with pytest.raises(sqlite3.Error, match="full"):
        edit.put(dossier, schema, renamed)
    assert everything(dossier) == before


def test_an_edited_dossier_carries_no_seal_any_more(
    dossier: sqlite3.Connection, content: Content, schema: Schema
) -> None:
    assert "checksum" in Catalog(dossier, schema).about
    edit.put(dossier, schema, content.records[RAILWAY])
    assert "checksum" not in Catalog(dossier, schema).about
