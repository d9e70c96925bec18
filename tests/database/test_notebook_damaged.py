"""A damaged notebook is put aside, never lost in silence."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from database.model.errors import NotebookDamaged
from database.notebook import Notebook, Question

CAMERAS = Question("kamerák Újvidéken", order="newest")
HUAWEI = Question("Huawei")


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "ő könyvtár" / "searches.sqlite")


def texts(notebook: Notebook) -> list[str]:
    return [entry.question.text for entry in notebook.entries("saved")]


def run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


def spoil_all(path: Path) -> None:
    path.write_bytes(b"Not a database, but a letter to a friend. " * 200)


def spoil_pages(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 8192)


def spoil_table(path: Path) -> None:
    run(path, "ALTER TABLE question RENAME TO answer")


def spoil_rows(path: Path) -> None:
    run(path, """UPDATE question SET written = '{"text": "Huawei"}'""")


def spoil_order(path: Path) -> None:
    run(path, """UPDATE question SET written = replace(written, '"relevance"', '["newest"]')""")


def spoil_date(path: Path) -> None:
    run(path, "UPDATE question SET at = 'yesterday'")


@pytest.mark.parametrize(
    "spoil", [spoil_all, spoil_pages, spoil_table, spoil_rows, spoil_order, spoil_date]
)
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(notebook: Notebook, spoil):
    notebook.save(HUAWEI)
    spoil(notebook.path)
    damaged = notebook.path.read_bytes()
    with pytest.raises(NotebookDamaged) as told:
        notebook.entries("saved")
    kept = told.value.kept
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert notebook.entries("saved") == ()
    notebook.save(CAMERAS)
    assert texts(notebook) == [CAMERAS.text]


def test_one_damaged_file_never_takes_the_place_of_another(notebook: Notebook):
    kept = set()
    for _ in range(3):
        notebook.save(HUAWEI)
        spoil_all(notebook.path)
        with pytest.raises(NotebookDamaged) as told:
            notebook.save(CAMERAS)
        kept.add(told.value.kept)
    assert len(kept) == 3
    assert all(path.exists() for path in kept)


def test_a_database_of_something_else_is_not_written_in(notebook: Notebook):
    notebook.path.parent.mkdir()
    run(notebook.path, "CREATE TABLE recipe (name TEXT)")
    with pytest.raises(NotebookDamaged) as told:
        notebook.save(HUAWEI)
    with closing(sqlite3.connect(told.value.kept)) as db:
        assert [name for (name,) in db.execute("SELECT name FROM sqlite_master")] == ["recipe"]
