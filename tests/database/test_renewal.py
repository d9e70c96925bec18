"""A dossier that an older program made is compiled anew from its own records."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from database import seal
from database.compile import edit
from database.dossiers import BUILT_IN
from database.library import Library
from database.model.errors import (
    DossierAhead,
    DossierAltered,
    DossierDamaged,
    DossierMissing,
    DossierOutdated,
    DossierSigned,
    FileExists,
    FileKept,
    FileUnwritable,
)
from database.model.schema import Schema
from database.renewal import renew
from database.search.language.version import VERSION, shortfall

OPEN_FILES = Path("/proc/self/fd")


def test_only_another_version_falls_short(
    sample_dossier: Path, outdated: Path, of_another_version: Callable[[int], Path]
) -> None:
    def told(path: Path) -> object:
        return type(shortfall(path, seal.examine(path).about))

    assert told(sample_dossier) is type(None)
    assert told(outdated) is DossierOutdated
    assert told(of_another_version(1)) is DossierAhead
    assert isinstance(shortfall(outdated, {}), DossierOutdated)  # the first ones did not tell


@pytest.mark.parametrize("name", ["sample_dossier", "real_dossier"])
def test_a_renewed_dossier_is_the_one_that_its_content_makes_now_to_the_byte(
    request: pytest.FixtureRequest, name: str, schema: Schema, tmp_path: Path
) -> None:
    path: Path = request.getfixturevalue(name)
    renewed = renew(path, schema, tmp_path / "renewed.tukor")
    assert renewed.path.read_bytes() == path.read_bytes()


def test_one_of_an_older_program_takes_its_own_place(
    outdated: Path, sample_dossier: Path, schema: Schema
) -> None:
    outdated.chmod(0o640)
    told: list[tuple[int, int]] = []
    renewed = renew(outdated, schema, report=lambda done, total: told.append((done, total)))
    assert renewed.path.read_bytes() == sample_dossier.read_bytes()
    assert seal.examine(outdated).about["analyser"] == VERSION
    assert told[-1] == (renewed.records, renewed.records)
    assert outdated.stat().st_mode & 0o777 == 0o640
    assert [*outdated.parent.iterdir()] == [outdated]


def test_what_a_link_leads_to_is_renewed_and_the_link_stays(
    outdated: Path, schema: Schema, tmp_path: Path
) -> None:
    link = tmp_path / "link.tukor"
    link.symlink_to(outdated)
    renew(link, schema)
    assert link.is_symlink()
    assert seal.examine(outdated).about["analyser"] == VERSION


class Unwanted(Exception):
    """The reader has given it up."""


def test_who_stops_it_finds_the_file_as_it_was(outdated: Path, schema: Schema) -> None:
    before = outdated.read_bytes()

    def stop(done: int, total: int) -> None:
        if done == total:  # at the last moment
            raise Unwanted

    with pytest.raises(Unwanted):
        renew(outdated, schema, report=stop)
    assert outdated.read_bytes() == before
    assert [*outdated.parent.iterdir()] == [outdated]


def test_what_its_publisher_signed_is_renewed_beside_it_only(
    outdated: Path, schema: Schema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = seal.examine(outdated)
    signed = seal.Seal(outdated, found.about, found.checksum, True, seal.Signature.GOOD, "Kiadó")
    monkeypatch.setattr(seal, "examine", lambda _path: signed)
    before = outdated.read_bytes()
    with pytest.raises(DossierSigned):
        renew(outdated, schema)
    assert outdated.read_bytes() == before
    assert renew(outdated, schema, tmp_path / "copy.tukor").records


def test_what_somebody_changed_gets_no_new_seal(outdated: Path, schema: Schema) -> None:
    with closing(sqlite3.connect(outdated)) as connection, connection:
        connection.execute("UPDATE record SET title_en = 'Changed' WHERE number = 1")
    with pytest.raises(DossierAltered):
        renew(outdated, schema)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE record SET type = 'gone' WHERE number = 1",
        "UPDATE claim SET field = 'gone'",
        "UPDATE claim SET value = '\"gone\"' WHERE field = 'status'",
        "UPDATE relation SET role = 'gone'",
        "UPDATE citation SET written = ''",
        "UPDATE record SET attributes = '{'",
        "UPDATE term SET labels = '{'",
        "UPDATE place SET name_hu = CAST(x'ff41' AS TEXT)",  # no UTF-8
    ],
)
def test_what_cannot_be_understood_is_told_as_damage(
    outdated: Path, schema: Schema, damage: str
) -> None:
    with closing(sqlite3.connect(outdated)) as connection, connection:
        connection.execute("DELETE FROM about WHERE key = 'checksum'")  # it had none of its own
        assert connection.execute(damage).rowcount
    before = outdated.read_bytes()
    with pytest.raises(DossierDamaged) as told:
        renew(outdated, schema)
    assert told.value.path == outdated
    assert outdated.read_bytes() == before
    assert [*outdated.parent.iterdir()] == [outdated]


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="only Linux tells which files are open")
def test_it_is_closed_before_another_takes_its_place(outdated: Path, schema: Schema) -> None:
    """Windows replaces no file that is open."""
    told: list[bool] = []

    def look(_done: int, _total: int) -> None:
        told.append(any(each.resolve() == outdated for each in OPEN_FILES.iterdir()))

    renew(outdated, schema, report=look)
    assert told[0], "it is not read at all"
    assert not told[-1]


def test_one_of_a_newer_program_is_left_to_it(
    of_another_version: Callable[[int], Path], schema: Schema
) -> None:
    with pytest.raises(DossierAhead):
        renew(of_another_version(1), schema)


def test_other_files_are_left_as_they_are(outdated: Path, schema: Schema, tmp_path: Path) -> None:
    other = tmp_path / "other.tukor"
    other.write_text("mine")
    with pytest.raises(FileExists):
        renew(outdated, schema, other)
    for kept in (BUILT_IN, outdated):
        with pytest.raises(FileKept):
            renew(outdated, schema, kept, replace=True)
    with pytest.raises(DossierMissing):
        renew(tmp_path / "nowhere.tukor", schema)
    assert other.read_text() == "mine"
    assert renew(outdated, schema, other, replace=True).path == other


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="everybody may write there")
def test_a_folder_that_may_not_be_written_to_is_told(outdated: Path, schema: Schema) -> None:
    before = outdated.read_bytes()
    outdated.parent.chmod(0o500)
    try:
        with pytest.raises(FileUnwritable):
            renew(outdated, schema)
    finally:
        outdated.parent.chmod(0o700)
    assert outdated.read_bytes() == before


def test_a_record_is_not_put_into_an_index_of_another_version(
    outdated: Path, schema: Schema, tmp_path: Path
) -> None:
    path = Path(shutil.copy(outdated, tmp_path))
    record = Library.open([path], schema).record("project/example-railway")
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        before = [*connection.iterdump()]
        with pytest.raises(DossierOutdated) as told:
            edit.put(connection, schema, record)
        assert told.value.path == path
        assert [*connection.iterdump()] == before
