"""What was written is read back, and what cannot be read is told apart."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from database.catalog import FORMAT, Catalog, connect
from database.compile import build, content
from database.compile.content import Content
from database.model.errors import (
    DossierDamaged,
    DossierError,
    DossierMissing,
    DossierTooNew,
    DossierTooOld,
    UnknownRecord,
)
from database.model.schema import Schema

SAMPLE = Path(__file__).parent.parent / "sample"


@pytest.fixture(scope="module", params=["sample", "real"])
def both_ends(
    request: pytest.FixtureRequest,
    schema: Schema,
    sample_dossier: Path,
    real_content: Content,
    real_dossier: Path,
) -> Iterator[tuple[Content, Catalog]]:
    """Content as its files have it, and the catalog of the dossier made from it."""
    if request.param == "real":
        path, loaded = real_dossier, real_content
    else:
        path = sample_dossier
        loaded = content.load(schema, SAMPLE / "content", SAMPLE / "terms.toml")
    with closing(connect(path)) as connection:
        yield loaded, Catalog(connection, schema)


def test_every_record_is_read_back_as_it_was_written(both_ends: tuple[Content, Catalog]) -> None:
    written, catalog = both_ends
    assert list(catalog.titles) == list(written.records)
    for record_id, record in written.records.items():
        assert catalog.record(record_id) == record


def test_types_come_in_the_order_of_the_schema_whatever_the_content_begins_with(
    real_content: Content, schema: Schema, tmp_path: Path
) -> None:
    reverse = dict(reversed(real_content.records.items()))
    build.compile_into(tmp_path / "x.tukor", replace(real_content, records=reverse), schema)
    with closing(connect(tmp_path / "x.tukor")) as connection:
        titles = list(Catalog(connection, schema).titles)
    types = list(schema.types)
    assert titles == sorted(reverse, key=lambda id_: types.index(id_.partition("/")[0]))
    assert titles != list(reverse)


def test_records_are_counted_by_type(both_ends: tuple[Content, Catalog]) -> None:
    written, catalog = both_ends
    assert catalog.counts == Counter(record.type for record in written.records.values())


def test_places_terms_and_the_title_page_are_read_back(both_ends: tuple[Content, Catalog]) -> None:
    written, catalog = both_ends
    assert catalog.places == written.places
    assert catalog.terms == written.terms
    assert written.about.items() <= catalog.about.items()
    assert catalog.about["languages"] == ["en", "hu"]


def test_every_relation_is_seen_from_its_other_end(both_ends: tuple[Content, Catalog]) -> None:
    written, catalog = both_ends
    told = {(r.id, x.role, x.target) for r in written.records.values() for x in r.relations}
    seen = {
        (mention.source, mention.relation.role, record_id)
        for record_id in written.records
        for mention in catalog.mentions(record_id)
    }
    assert seen == told


def test_every_citation_is_found_from_its_source(both_ends: tuple[Content, Catalog]) -> None:
    written, catalog = both_ends
    every = written.records.values()
    told = {(r.id, c.source) for r in every for c in r.citations() if c.source != r.id}
    sources = [record_id for record_id in written.records if record_id.startswith("source/")]
    seen = [(record_id, source) for source in sources for record_id in catalog.citing(source)]
    assert set(seen) == told
    assert len(seen) == len(told), "each record once"


@pytest.mark.parametrize("most", [1, 3, 1000])
def test_of_many_mentions_the_latest_are_told_and_the_others_counted(
    both_ends: tuple[Content, Catalog], most: int
) -> None:
    written, catalog = both_ends
    first = {
        r.id: min((d.sort_key() for d in r.dates()), default="") for r in written.records.values()
    }
    for record_id in written.records:
        every, some = catalog.mentions(record_id), catalog.mentions(record_id, most)
        assert [each for each in every if each in some] == [*some]
        more = catalog.more_mentions(record_id, most)
        for role in {mention.relation.role for mention in every}:
            dates = sorted(
                (first[m.source] for m in every if m.relation.role == role), reverse=True
            )
            told = sorted((first[m.source] for m in some if m.relation.role == role), reverse=True)
            assert told == dates[:most]
            others = [m for m in every if m.relation.role == role and m not in some]
            assert len(others) == len(dates[most:])
            for of_type in {m.source.partition("/")[0] for m in every}:
                these = [m for m in others if m.source.startswith(f"{of_type}/")]
                assert more[role, of_type] == len(these)


@pytest.mark.parametrize("most", [1, 3, 1000])
def test_of_many_who_cite_a_source_some_are_told_and_the_others_counted(
    both_ends: tuple[Content, Catalog], most: int
) -> None:
    written, catalog = both_ends
    for record_id in written.records:
        every = catalog.citing(record_id)
        assert catalog.citing(record_id, most) == every[:most]
        assert catalog.more_citing(record_id, most) == len(every[most:])


def test_a_mention_is_complete(catalog: Catalog) -> None:
    (office,) = catalog.mentions("actor/example-works")[1:2]
    assert (office.source, office.relation.role) == ("actor/jovan-djordjevic", "office")
    assert office.relation.target == "actor/example-works"
    assert str(office.relation.date) == "2012/.."
    assert office.relation.label is not None
    assert office.relation.label.within("hu") == "Igazgató"
    assert [citation.source for citation in office.relation.citations] == [
        "source/example-newspaper"
    ]


def test_mentions_stand_together_by_role(catalog: Catalog) -> None:
    roles = [mention.relation.role for mention in catalog.mentions("actor/example-works")]
    assert roles == ["contractor", "office", "signatory", "supplier"]


def test_records_come_in_the_order_asked_for(catalog: Catalog) -> None:
    ids = ["source/example-analysis", "actor/flintford", "project/example-railway"]
    assert [record.id for record in catalog.records(ids)] == ids


@pytest.mark.parametrize("record_id", ["actor/nobody", "", "actor/", "ACTOR/flintford", "' OR 1"])
def test_a_record_that_is_not_there_is_named(catalog: Catalog, record_id: str) -> None:
    with pytest.raises(UnknownRecord) as refusal:
        catalog.record(record_id)
    assert refusal.value.record_id == record_id
    assert catalog.mentions(record_id) == ()
    assert catalog.citing(record_id) == ()


def _truncated(good: Path, path: Path) -> None:
    path.write_bytes(good.read_bytes()[: good.stat().st_size // 2])


def _overwritten(good: Path, path: Path) -> None:
    whole = good.read_bytes()
    path.write_bytes(whole[:4096] + b"\x07" * (len(whole) - 4096))


def _of_another_program(_good: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")


def _newer(good: Path, path: Path) -> None:
    shutil.copy(good, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")


def _older(good: Path, path: Path) -> None:
    shutil.copy(good, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE pieces")
        connection.execute(f"PRAGMA user_version = {FORMAT - 1}")


def _newer_with_other_tables(_good: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE entry (id TEXT)")
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda _good, _path: None, DossierMissing),
        (lambda _good, path: path.mkdir(), DossierDamaged),
        (lambda _good, path: path.symlink_to("nowhere"), DossierMissing),
        (lambda _good, path: path.touch(), DossierDamaged),
        (lambda _good, path: path.write_text("Tűzkő. " * 1000, "utf-8"), DossierDamaged),
        (lambda _good, path: path.write_bytes(b"SQLite format 3\x00"), DossierDamaged),
        (_truncated, DossierDamaged),
        (_overwritten, DossierDamaged),
        (_of_another_program, DossierDamaged),
        (_newer, DossierTooNew),
        (_older, DossierTooOld),
        (_newer_with_other_tables, DossierTooNew),
    ],
)
def test_a_file_that_is_no_usable_dossier_is_told_apart(
    sample_dossier: Path, tmp_path: Path, spoil: object, error: type[DossierError]
) -> None:
    path = tmp_path / "dossier.tukor"
    assert callable(spoil)
    spoil(sample_dossier, path)
    with pytest.raises(error) as refusal:
        connect(path).close()
    assert refusal.value.path == path


@pytest.mark.parametrize("folder", ["plain", "Tükör 100% ?mode=rw#é", "Ниш & co", "a;b'c"])
def test_a_dossier_is_read_from_a_folder_nobody_may_write_to(
    sample_dossier: Path, tmp_path: Path, folder: str, schema: Schema
) -> None:
    path = tmp_path / folder / "dossier.tukor"
    path.parent.mkdir()
    shutil.copy(sample_dossier, path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with closing(connect(path)) as connection:
            assert len(Catalog(connection, schema).titles) == 11
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                connection.execute("DELETE FROM record")
    finally:
        path.parent.chmod(0o755)
    assert list(path.parent.iterdir()) == [path]
