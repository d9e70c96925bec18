"""The reader's own notebook: kept whole, shared by windows, never lost in silence."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

import pytest

from database.model.errors import (
    NotebookBusy,
    NotebookFull,
    NotebookTooNew,
    NotebookUnwritable,
)
from database.notebook import MOST_PAST, Notebook, Question
from database.notebook_file import FORMAT
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN

CAMERAS = Question(
    "kamerák Újvidéken",
    frozenset({("type", "project"), ("year", "2019")}),
    frozenset({("status", "cancelled")}),
    frozenset({"data centre"}),
    "newest",
)
HUAWEI = Question("Huawei")


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "ő könyvtár" / "searches.sqlite")


def texts(notebook: Notebook, kind) -> list[str]:
    return [entry.question.text for entry in notebook.entries(kind)]


def run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


def test_a_notebook_that_was_never_written_in_is_empty_and_makes_no_file(notebook: Notebook):
    assert notebook.entries("saved") == notebook.entries("past") == ()
    assert not notebook.path.parent.exists()


def test_a_saved_question_is_kept_whole(notebook: Notebook):
    notebook.save(CAMERAS, "Kamerák")
    (entry,) = Notebook(notebook.path).entries("saved")
    assert (entry.question, entry.name) == (CAMERAS, "Kamerák")
    assert entry.at.utcoffset() is not None


@pytest.mark.parametrize("locale", [ENGLISH, HUNGARIAN], ids=lambda locale: locale.code)
def test_a_question_is_asked_again_in_any_language(locale):
    request = CAMERAS.request(locale)
    assert request.locale == locale
    assert Question.of(request) == CAMERAS


def test_what_is_asked_does_not_depend_on_language_or_page():
    asked = SearchRequest("Huawei", HUNGARIAN, limit=30, first=60)
    assert Question.of(asked) == HUAWEI


def test_a_question_saved_twice_is_there_once_under_its_newer_name(notebook: Notebook):
    notebook.save(HUAWEI, "one")
    notebook.save(HUAWEI, "two")
    assert [entry.name for entry in notebook.entries("saved")] == ["two"]


def test_a_saved_question_can_be_renamed_and_lose_its_name_again(notebook: Notebook):
    notebook.save(HUAWEI)
    (entry,) = notebook.entries("saved")
    notebook.rename(entry, "’; DROP TABLE question; --")
    assert notebook.entries("saved")[0].name == "’; DROP TABLE question; --"
    notebook.rename(entry, "")
    assert notebook.entries("saved") == (entry,)


def test_past_questions_are_there_once_each_newest_first(notebook: Notebook):
    for text in ("a", "b", "c", " a "):
        notebook.remember(Question(text))
    assert texts(notebook, "past") == ["a", "c", "b"]


def test_the_same_words_within_other_filters_are_another_question(notebook: Notebook):
    notebook.remember(Question("a"))
    notebook.remember(Question("a", frozenset({("type", "actor")})))
    assert texts(notebook, "past") == ["a", "a"]


def test_asking_for_everything_or_pasting_a_book_is_not_worth_remembering(notebook: Notebook):
    notebook.remember(Question("  ", order="title"))
    notebook.remember(Question("x" * 1_001))
    assert notebook.entries("past") == ()


def test_the_oldest_questions_are_forgotten_but_saved_ones_never(notebook: Notebook):
    notebook.save(HUAWEI)
    for number in range(MOST_PAST + 3):
        notebook.remember(Question(f"q{number}"))
    kept = texts(notebook, "past")
    assert len(kept) == MOST_PAST
    assert (kept[0], kept[-1]) == (f"q{MOST_PAST + 2}", "q3")
    assert texts(notebook, "saved") == ["Huawei"]


def test_what_is_deleted_can_be_put_back_as_it_was(notebook: Notebook):
    notebook.save(CAMERAS, "Kamerák")
    for text in ("a", "b", "c"):
        notebook.remember(Question(text))
    before = notebook.entries("saved"), notebook.entries("past")
    gone = (*before[0], before[1][1])
    notebook.delete(gone)
    assert (texts(notebook, "saved"), texts(notebook, "past")) == ([], ["c", "a"])
    notebook.put_back(gone)
    assert (notebook.entries("saved"), notebook.entries("past")) == before


def test_putting_back_leaves_what_was_asked_again_meanwhile(notebook: Notebook):
    notebook.remember(HUAWEI)
    gone = notebook.entries("past")
    notebook.delete(gone)
    notebook.remember(HUAWEI)
    newer = notebook.entries("past")
    notebook.put_back(gone)
    assert notebook.entries("past") == newer


def test_what_is_deleted_is_not_to_be_found_in_the_file(notebook: Notebook):
    notebook.remember(Question("confidential-source"))
    assert b"confidential-source" in notebook.path.read_bytes()
    notebook.delete(notebook.entries("past"))
    assert b"confidential-source" not in notebook.path.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="rights are other things elsewhere")
def test_nobody_else_may_read_it(notebook: Notebook):
    notebook.save(HUAWEI)
    assert stat.S_IMODE(notebook.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(notebook.path.parent.stat().st_mode) == 0o700


def test_two_windows_see_what_either_writes(notebook: Notebook):
    other = Notebook(notebook.path)
    notebook.save(HUAWEI)
    other.save(CAMERAS)
    assert notebook.entries("saved") == other.entries("saved")
    assert len(notebook.entries("saved")) == 2


def test_windows_that_begin_the_same_notebook_at_once_lose_nothing(notebook: Notebook):
    start = Barrier(4)
    failures: list[Exception] = []

    def write(writer: int) -> None:
        start.wait()
        try:
            for number in range(5):
                Notebook(notebook.path).save(Question(f"{writer}-{number}"))
        except NotebookBusy as error:
            failures.append(error)

    threads = [Thread(target=write, args=[writer]) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(notebook.entries("saved")) == 20


def test_a_window_that_keeps_the_file_to_itself_is_told_of(notebook: Notebook, monkeypatch):
    monkeypatch.setattr("database.notebook_file._PATIENCE", 0.0)
    notebook.save(HUAWEI)
    with closing(sqlite3.connect(notebook.path, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotebookBusy):
            notebook.save(CAMERAS)
        with pytest.raises(NotebookBusy):
            notebook.entries("saved")
    notebook.save(CAMERAS)
    assert len(notebook.entries("saved")) == 2


def test_a_file_of_a_later_version_is_left_as_it_is(notebook: Notebook):
    notebook.save(HUAWEI)
    run(notebook.path, f"PRAGMA user_version = {FORMAT + 1}")
    before = notebook.path.read_bytes()
    with pytest.raises(NotebookTooNew):
        notebook.entries("saved")
    with pytest.raises(NotebookTooNew):
        notebook.save(CAMERAS)
    assert notebook.path.read_bytes() == before


def test_an_empty_file_is_an_empty_notebook(notebook: Notebook):
    notebook.path.parent.mkdir()
    notebook.path.touch()
    assert notebook.entries("saved") == ()
    notebook.save(HUAWEI)
    assert texts(notebook, "saved") == ["Huawei"]


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path):
    (tmp_path / "file").touch()
    notebook = Notebook(tmp_path / "file" / "searches.sqlite")
    assert notebook.entries("saved") == ()
    with pytest.raises(NotebookUnwritable):
        notebook.save(HUAWEI)


def test_a_folder_in_place_of_the_file_is_told_of(notebook: Notebook):
    notebook.path.mkdir(parents=True)
    with pytest.raises(NotebookUnwritable):
        notebook.entries("saved")


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_told_of_and_can_still_be_read(notebook: Notebook):
    notebook.save(HUAWEI)
    notebook.path.chmod(0o400)
    notebook.path.parent.chmod(0o500)
    try:
        assert texts(notebook, "saved") == ["Huawei"]
        with pytest.raises(NotebookUnwritable):
            notebook.save(CAMERAS)
    finally:
        notebook.path.parent.chmod(0o700)


def test_a_full_disk_is_told_of_and_nothing_written_before_is_lost(notebook: Notebook, monkeypatch):
    notebook.save(HUAWEI)
    connect = sqlite3.connect

    def cramped(*args, **kwargs) -> sqlite3.Connection:
        db = connect(*args, **kwargs)
        db.execute("PRAGMA max_page_count = 1")  # as many as there are
        return db

    monkeypatch.setattr("database.notebook_file.sqlite3.connect", cramped)
    with pytest.raises(NotebookFull):
        notebook.save(Question("long " * 10_000))
    assert texts(notebook, "saved") == ["Huawei"]


def test_an_order_that_only_a_later_version_knows_counts_for_nothing_and_is_kept(
    notebook: Notebook,
):
    notebook.save(HUAWEI, "Cég")
    notebook.save(CAMERAS)
    run(notebook.path, "UPDATE question SET written = replace(written, 'relevance', 'by-place')")
    _cameras, entry = notebook.entries("saved")
    assert entry.question.request(ENGLISH) == HUAWEI.request(ENGLISH)
    assert texts(notebook, "saved") == [CAMERAS.text, HUAWEI.text]
    notebook.rename(entry, "Vállalat")
    notebook.save(entry.question, "Huawei")
    (_cameras, renamed) = notebook.entries("saved")
    assert (renamed.question, renamed.name) == (entry.question, "Huawei")
    notebook.delete([renamed])
    assert texts(notebook, "saved") == [CAMERAS.text]
    notebook.put_back([renamed])
    with closing(sqlite3.connect(notebook.path)) as db:
        kept = [written for (written,) in db.execute("SELECT written FROM question")]
    assert ['"order": "by-place"' in written for written in kept] == [False, True]
