"""Several dossiers in one window."""

import shutil
from pathlib import Path

import pytest

from database.compile.build import build
from desktop_app.models.result_list import ResultRole
from tests.conftest import SAMPLE
from tests.desktop_app.introductions.shelf import dossiers
from tests.desktop_app.reading_room import Reader, ReadingRoom

RAILWAY = "project/example-railway"  # in the second dossier only


@pytest.fixture
def two(reading_room: ReadingRoom, sample_dossier: Path) -> Reader:
    """A reader with a second dossier open beside the one that comes with the program."""
    return reading_room.open(besides=(sample_dossier,))


def test_each_hit_names_its_dossier_in_the_language_of_the_window(two: Reader) -> None:
    bar = two.hits.verticalScrollBar()
    while len(two.ids()) < two.results.total:
        two.until_longer(lambda: bar.setValue(bar.maximum()))
    english = dossiers(two)
    assert len(english) == 2
    assert "China in Serbia’s ICT sector" in english
    two.speak("Magyar")
    assert len(dossiers(two)) == 2
    assert "Kína Szerbia IKT-szektorában" in dossiers(two)


def test_a_record_of_the_second_dossier_is_found_and_read(two: Reader) -> None:
    two.until_answered(lambda: two.views.search_bar.asked.emit("example railway"))
    assert RAILWAY in two.ids()
    two.go_to(RAILWAY)
    assert two.record_id == RAILWAY


def test_one_dossier_alone_is_not_named(reader: Reader) -> None:
    assert dossiers(reader) == {""}


def test_the_answer_is_narrowed_to_one_dossier_or_goes_without_it(two: Reader) -> None:
    row = two.facet_row("An example dossier")
    every = two.results.total
    two.until_answered(lambda: two.click(row))
    within = two.results.total
    assert dossiers(two) == {"An example dossier"}
    two.until_answered(lambda: two.click(row))
    assert two.results.total == every
    two.until_answered(lambda: row.turned.emit("excluded"))
    assert two.results.total == every - within
    assert "An example dossier" not in dossiers(two)


@pytest.fixture
def editions(reading_room: ReadingRoom, sample_dossier: Path, tmp_path: Path) -> Reader:
    """A reader with two editions of a dossier open, in the later of which a title has changed."""
    content = tmp_path / "content"
    shutil.copytree(SAMPLE / "content", content)
    file = content / "project" / "example-railway.toml"
    file.write_text(file.read_text("utf-8").replace('"Example railway"', '"Example tramway"'))
    later = build(tmp_path / "later.tukor", content, SAMPLE / "terms.toml").path
    return reading_room.open(besides=(sample_dossier, later))


def rows_of(reader: Reader, record_id: str) -> list[int]:
    return [row for row, found in enumerate(reader.ids()) if found == record_id]


def go_to_row(reader: Reader, row: int) -> None:
    index = reader.hits.model().index(row, 0)
    reader.hits.scrollTo(index)
    reader.click(reader.hits.viewport(), reader.hits.visualRect(index).center())


def test_a_hit_opens_the_record_as_its_own_dossier_has_it(editions: Reader) -> None:
    editions.until_answered(lambda: editions.views.search_bar.asked.emit("Flintford railway"))
    rows = rows_of(editions, RAILWAY)
    assert len(rows) == 2
    for row in (*rows, *rows):
        title = editions.hits.model().index(row, 0).data()
        go_to_row(editions, row)
        editions.until(lambda title=title: title in editions.page_texts())
        assert editions.hits.currentIndex().row() == row
    assert {editions.hits.model().index(row, 0).data() for row in rows} == {
        "Example railway",
        "Example tramway",
    }
    assert not editions.action("back").isEnabled(), "it is one record"


def test_the_chosen_one_of_two_stays_chosen_in_the_other_language(editions: Reader) -> None:
    editions.until_answered(lambda: editions.views.search_bar.asked.emit("Flintford railway"))
    for row in rows_of(editions, RAILWAY):
        go_to_row(editions, row)
        home = editions.hits.currentIndex().data(ResultRole.HIT).dossier
        for endonym in ("Magyar", "English"):
            editions.speak(endonym)
            hit = editions.hits.currentIndex().data(ResultRole.HIT)
            assert (hit.id, hit.dossier) == (RAILWAY, home)
