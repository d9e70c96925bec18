"""What is remembered of a reader's searches, and when."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QSignalSpy

from database.model.errors import NotebookDamaged, NotebookTooNew
from database.notebook import Notebook, Question
from database.search.request import SearchRequest
from desktop_app.controllers.searches import SearchMemory
from desktop_app.presentation.question import Undoable
from i18n.locales import ENGLISH, HUNGARIAN

FILTERS = frozenset({("type", "actor")})


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "searches.sqlite")


@pytest.fixture
def memory(qapp, notebook: Notebook) -> SearchMemory:
    memory = SearchMemory(notebook, parent=qapp)
    yield memory
    memory.deleteLater()


def ask(memory: SearchMemory, text: str, filters=frozenset(), locale=ENGLISH) -> None:
    memory.follow(SearchRequest(text, locale, filters=filters))


def ask_and_stay(memory: SearchMemory, *texts: str) -> None:
    for text in texts:
        ask(memory, text)
        memory.stay()


def past(notebook: Notebook) -> list[str]:
    return [entry.question.text for entry in notebook.entries("past")]


def pause(memory: SearchMemory) -> QTimer:
    timer = memory.findChild(QTimer)
    assert timer is not None
    return timer


def test_keystrokes_on_the_way_are_not_remembered(memory: SearchMemory, notebook: Notebook):
    for text in ("h", "hu", "hua", "huawei"):
        ask(memory, text)
    assert past(notebook) == []
    pause(memory).timeout.emit()
    assert past(notebook) == ["huawei"]


def test_each_keystroke_begins_the_pause_anew(qtbot, notebook: Notebook, qapp):
    memory = SearchMemory(notebook, pause=0, parent=qapp)
    ask(memory, "hua")
    ask(memory, "huawei")
    qtbot.waitUntil(lambda: past(notebook) == ["huawei"])
    assert not pause(memory).isActive()
    memory.deleteLater()


def test_whoever_opens_a_hit_at_once_has_stayed(memory: SearchMemory, notebook: Notebook):
    ask(memory, "huawei")
    memory.stay()
    assert past(notebook) == ["huawei"]
    assert not pause(memory).isActive()


def test_the_same_question_in_the_other_language_is_no_other_question(
    memory: SearchMemory, notebook: Notebook
):
    ask(memory, "huawei", FILTERS)
    memory.stay()
    ask(memory, "huawei", FILTERS, HUNGARIAN)
    assert not pause(memory).isActive()
    assert len(past(notebook)) == 1


def test_looking_at_everything_is_not_remembered(memory: SearchMemory, notebook: Notebook):
    ask_and_stay(memory, "  ", "")
    assert not notebook.path.exists()


def test_filters_alone_are_a_search(memory: SearchMemory, notebook: Notebook):
    ask(memory, "", FILTERS)
    memory.stay()
    (entry,) = notebook.entries("past")
    assert entry.question == Question("", FILTERS)


def test_nothing_is_remembered_or_offered_if_the_reader_does_not_want_it(
    memory: SearchMemory, notebook: Notebook
):
    ask_and_stay(memory, "before")
    told = QSignalSpy(memory.remembering)
    memory.set_remembering(False)
    ask_and_stay(memory, "after")
    assert past(notebook) == ["before"]
    assert memory.matching("be") == ()
    memory.set_remembering(True)
    assert memory.matching("be") == ["before"]
    assert [told.at(n) for n in range(told.count())] == [[False], [True]]


def test_a_search_can_be_saved_while_nothing_is_remembered(
    memory: SearchMemory, notebook: Notebook
):
    memory.set_remembering(False)
    assert memory.save(Question("huawei"), "  Mine  ")
    assert [entry.name for entry in memory.saved] == ["Mine"]


def test_a_saved_search_is_renamed(memory: SearchMemory):
    memory.save(Question("huawei"), "Mine")
    memory.rename(memory.saved[0], "Ours")
    assert memory.saved[0].name == "Ours"


def test_what_is_deleted_comes_back_step_by_step(memory: SearchMemory):
    memory.save(Question("huawei"), "Mine")
    ask_and_stay(memory, "a", "b")
    before = memory.saved, memory.past
    memory.delete(memory.saved)
    memory.delete(memory.past)
    assert (memory.saved, memory.past) == ((), ())
    assert memory.last_step == Undoable("deleted", before[1])
    memory.undo()
    assert (memory.saved, memory.past) == ((), before[1])
    memory.undo()
    assert (memory.saved, memory.past) == before
    memory.undo()
    assert memory.last_step is None


def placed(memory: SearchMemory) -> dict[str, int | None]:
    return {entry.question.text: entry.place for entry in memory.saved}


def test_saved_searches_are_arranged_and_put_where_they_were_step_by_step(memory: SearchMemory):
    for text in ("a", "b", "c"):
        memory.save(Question(text), "")
    before = memory.saved
    memory.arrange(before)
    memory.delete(memory.saved[:1])
    memory.arrange(memory.saved[::-1])
    assert placed(memory) == {"a": 0, "b": 1}
    for expected in ({"a": 2, "b": 1}, {"a": 2, "b": 1, "c": 0}, dict.fromkeys("abc")):
        memory.undo()
        assert placed(memory) == expected
    assert (memory.saved, memory.last_step) == (before, None)


def test_what_could_not_be_arranged_cannot_be_taken_back(memory: SearchMemory, notebook: Notebook):
    memory.save(Question("huawei"), "")
    from_the_future(notebook.path)
    assert failures(memory, lambda: memory.arrange(memory.saved)) == [(NotebookTooNew, True)]
    assert memory.last_step is None


def test_another_window_is_seen_when_it_is_looked_at(memory: SearchMemory, notebook: Notebook):
    changed = QSignalSpy(memory.changed)
    memory.read()
    assert changed.count() == 0
    notebook.save(Question("huawei"))
    memory.read()
    assert changed.count() == 1
    assert [entry.question.text for entry in memory.saved] == ["huawei"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ujv", ["Újvidék kamerái", "Biztonság Újvidéken"]),
        ("ÚJVIDÉK", ["Újvidék kamerái", "Biztonság Újvidéken"]),
        ("kam", ["kamera", "Újvidék kamerái"]),
        (" kamera", ["kamera", "Újvidék kamerái"]),
        ("", ["kamera", "Biztonság Újvidéken", "Újvidék kamerái"]),
        ("zzz", []),
    ],
)
def test_past_questions_that_fit_are_offered_newest_first(
    memory: SearchMemory, typed: str, offered: list[str]
):
    ask_and_stay(memory, "Újvidék kamerái", "Biztonság Újvidéken", "kamera")
    assert list(memory.matching(typed)) == offered


def test_words_asked_within_several_filters_are_offered_once(memory: SearchMemory):
    ask_and_stay(memory, "huawei")
    ask(memory, "huawei", FILTERS)
    memory.stay()
    ask(memory, "", FILTERS)
    memory.stay()
    assert list(memory.matching("")) == ["huawei"]


def spoil(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


def from_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA user_version = 99")


def failures(memory: SearchMemory, do: Callable[[], object]) -> list[tuple[type, bool]]:
    failed = QSignalSpy(memory.failed)
    do()
    told = [failed.at(n) for n in range(failed.count())]
    return [(type(error), asked) for error, asked in told]


def test_what_only_hinders_remembering_is_told_once(memory: SearchMemory, notebook: Notebook):
    from_the_future(notebook.path)
    assert failures(memory, lambda: ask_and_stay(memory, "a", "b", "c")) == [
        (NotebookTooNew, False)
    ]


def test_what_the_reader_asked_for_and_did_not_get_is_told_every_time(
    memory: SearchMemory, notebook: Notebook
):
    from_the_future(notebook.path)
    for _ in range(2):
        told = failures(memory, lambda: memory.save(Question("huawei"), ""))
        assert told == [(NotebookTooNew, True)]
    assert not memory.save(Question("huawei"), "")


def test_a_damaged_notebook_is_never_passed_over(memory: SearchMemory, notebook: Notebook):
    spoil(notebook.path)
    assert failures(memory, memory.read) == [(NotebookDamaged, True)]
    assert memory.save(Question("huawei"), "")
