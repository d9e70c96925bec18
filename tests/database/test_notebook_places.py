"""Saved searches stand where the reader put them, in notebooks old and new."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread

import pytest

from database.notebook import Entry, Notebook, Question
from database.notebook_file import FORMAT


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """A notebook with three saved searches and a past one."""
    notebook = Notebook(tmp_path / "searches.sqlite")
    for text in ("a", "b", "c"):
        notebook.save(Question(text), text.upper())
    notebook.remember(Question("past"))
    return notebook


@pytest.fixture
def older(notebook: Notebook) -> Notebook:
    """The same, as it was written before there were places."""
    run(notebook.path, "ALTER TABLE question DROP COLUMN place")
    return notebook


def run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


def arrange(notebook: Notebook, texts: str) -> None:
    saved = {entry.question.text: entry for entry in notebook.entries("saved")}
    notebook.arrange(replace(saved[text], place=place) for place, text in enumerate(texts))


def places(notebook: Notebook) -> dict[str, int | None]:
    return {entry.question.text: entry.place for entry in notebook.entries("saved")}


def without_places(entries: tuple[Entry, ...]) -> list[Entry]:
    return [replace(entry, place=None) for entry in entries]


def test_what_is_saved_has_no_place_until_the_reader_gives_it_one(notebook: Notebook):
    assert places(notebook) == {"a": None, "b": None, "c": None}
    arrange(notebook, "cab")
    notebook.save(Question("d"))
    assert places(Notebook(notebook.path)) == {"c": 0, "a": 1, "b": 2, "d": None}


def test_a_place_outlives_another_name_and_being_saved_again(notebook: Notebook):
    arrange(notebook, "cab")
    notebook.rename(notebook.entries("saved")[0], "Z")
    notebook.save(Question("a"), "A again")
    assert places(notebook) == {"c": 0, "a": 1, "b": 2}


def test_what_is_put_back_has_its_place_again(notebook: Notebook):
    arrange(notebook, "cab")
    before = notebook.entries("saved")
    notebook.delete(before[:2])
    notebook.put_back(before[:2])
    assert notebook.entries("saved") == before


def test_an_arrangement_can_be_taken_back_whole(notebook: Notebook):
    before = notebook.entries("saved")
    arrange(notebook, "cab")
    notebook.arrange(before)
    assert notebook.entries("saved") == before


def test_arranging_brings_nothing_back_that_another_window_deleted(notebook: Notebook):
    saved = notebook.entries("saved")
    Notebook(notebook.path).delete(saved[:1])
    notebook.arrange(replace(entry, place=place) for place, entry in enumerate(saved))
    assert places(notebook) == {"b": 1, "a": 2}


def test_an_older_notebook_is_read_as_it_is_and_written_in_only_when_something_is(older: Notebook):
    before = older.path.read_bytes()
    assert places(older) == {"a": None, "b": None, "c": None}
    assert older.path.read_bytes() == before


def test_an_older_notebook_keeps_everything_when_it_gets_places(older: Notebook):
    saved, past = older.entries("saved"), older.entries("past")
    arrange(older, "cab")
    assert places(older) == {"c": 0, "a": 1, "b": 2}
    assert without_places(older.entries("saved")) == [*saved]
    assert older.entries("past") == past


def test_what_was_deleted_from_an_older_notebook_comes_back(older: Notebook):
    before = older.entries("saved")
    older.delete(before)
    older.put_back(before)
    assert older.entries("saved") == before


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_an_older_notebook_that_may_not_be_written_to_can_still_be_read(older: Notebook):
    older.path.chmod(0o400)
    assert places(older) == {"a": None, "b": None, "c": None}


def test_an_older_program_may_write_in_it_and_the_places_stay(notebook: Notebook):
    arrange(notebook, "cab")
    older_save = (
        "INSERT INTO question (shelf, written, at, name)"
        " SELECT 'saved', replace(written, '\"a\"', '\"d\"'), at, 'D' FROM question"
        " WHERE name = 'A'"
    )
    for statement in (older_save, "UPDATE question SET name = 'X' WHERE name = 'B'"):
        run(notebook.path, statement)
    assert places(notebook) == {"c": 0, "a": 1, "b": 2, "d": None}
    with closing(sqlite3.connect(notebook.path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (FORMAT,) == (1,)


def test_windows_that_make_places_in_the_same_older_notebook_lose_nothing(older: Notebook):
    start = Barrier(4)

    def write() -> None:
        start.wait()
        arrange(Notebook(older.path), "bca")

    threads = [Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert places(older) == {"b": 0, "c": 1, "a": 2}
