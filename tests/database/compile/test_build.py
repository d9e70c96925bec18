"""Compiling: one file, all or nothing, the same bytes for the same content."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from database import seal
from database.catalog import connect
from database.compile import build as building
from database.model.problem import ContentError
from database.search.index import entries as index
from tests.database.conftest import AddActor, Workshop

ROOT = Path(__file__).parents[3]


def test_the_same_content_gives_the_same_bytes(workshop: Workshop) -> None:
    first = workshop.build(workshop.folder / "first.tukor")
    second = workshop.build(workshop.folder / "second.tukor")
    assert first.read_bytes() == second.read_bytes()


def test_the_bytes_do_not_depend_on_the_order_of_sets(workshop: Workshop) -> None:
    program = (
        "import sys; from pathlib import Path; from database.compile.build import build;"
        "print(build(*map(Path, sys.argv[1:])).checksum)"
    )
    files = [workshop.folder / name for name in ("out.tukor", "content", "terms.toml")]
    checksums = {
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program, *files],
            cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(checksums) == 1


def test_the_bytes_do_not_depend_on_how_many_forms_fit_into_memory(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "_AT_A_TIME", 2)
    at_once = workshop.build(workshop.folder / "at-once.tukor").read_bytes()
    monkeypatch.setattr(index, "_FORMS_AT_ONCE", 10)
    assert workshop.build(workshop.folder / "in-parts.tukor").read_bytes() == at_once


def test_the_checksum_is_the_one_that_the_file_carries(workshop: Workshop) -> None:
    target = workshop.folder / "new folder" / "dossier.tukor"
    built = building.build(target, workshop.content, workshop.folder / "terms.toml")
    assert (built.path, built.records) == (target, 11)
    assert built.checksum == seal.examine(target).about["checksum"]


def test_a_changed_word_changes_the_file(workshop: Workshop) -> None:
    before = workshop.build(workshop.folder / "before.tukor").read_bytes()
    workshop.change("content/actor/flintford.toml", "A town of flint.", "A town of stone.")
    assert workshop.build(workshop.folder / "after.tukor").read_bytes() != before


@pytest.mark.parametrize("mistake", ["12_500_000 EUR", "[[", "true"])
def test_a_broken_record_leaves_the_old_dossier_as_it_was(workshop: Workshop, mistake: str) -> None:
    target = workshop.build(workshop.folder / "out" / "dossier.tukor")
    before = target.read_bytes()
    workshop.change("content/project/example-railway.toml", "12_500_000", mistake)
    with pytest.raises(ContentError):
        workshop.build(target)
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


def test_a_build_that_is_called_off_leaves_the_old_dossier_and_no_thread(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = workshop.build(workshop.folder / "out" / "dossier.tukor")
    before, threads = target.read_bytes(), threading.enumerate()
    monkeypatch.setattr(building, "_AT_A_TIME", 2)

    def call_off(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        building.build(target, workshop.content, workshop.folder / "terms.toml", call_off)
    assert (target.read_bytes(), threading.enumerate()) == (before, threads)


def test_nothing_unfinished_is_left_beside_the_dossier(workshop: Workshop) -> None:
    target = workshop.build(workshop.folder / "out" / "dossier.tukor")
    assert list(target.parent.iterdir()) == [target]


def test_a_new_build_replaces_the_old_one(workshop: Workshop, add_actor: AddActor) -> None:
    target = workshop.build(workshop.folder / "dossier.tukor")
    added = add_actor("newcomer", "Newcomer")
    workshop.build(target)
    with closing(connect(target)) as connection:
        found = connection.execute("SELECT count(*) FROM record WHERE id = ?", [added]).fetchone()
    assert found[0] == 1


def test_other_programs_can_read_the_tables(sample_dossier: Path) -> None:
    with closing(sqlite3.connect(sample_dossier)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        query = "SELECT title_hu FROM record WHERE id = 'project/example-railway'"
        assert connection.execute(query).fetchone() == ("Mintavasút",)


@pytest.mark.parametrize(("status", "counted"), [("announced", True), ("called-off", False)])
def test_of_several_statements_the_last_one_is_counted(
    workshop: Workshop, status: str, counted: bool
) -> None:
    target = workshop.build(workshop.folder / "dossier.tukor")
    with closing(connect(target)) as connection:
        rows = connection.execute(
            "SELECT r.id FROM facet JOIN record r ON r.number = facet.record"
            " WHERE facet.name = 'status' AND value = ?",
            [status],
        ).fetchall()
    assert bool(rows) == counted


def test_a_dossier_that_is_missing_is_stale(tmp_path: Path) -> None:
    assert building.stale(tmp_path / "none.tukor")


def test_a_dossier_older_than_the_content_is_stale(real_dossier: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.tukor"
    copy.write_bytes(real_dossier.read_bytes())
    os.utime(copy, (0, 0))
    assert building.stale(copy)
    os.utime(copy, (2**32, 2**32))
    assert not building.stale(copy)
