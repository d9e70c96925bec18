"""Several dossiers in one window."""

from pathlib import Path

import pytest

from tests.desktop_app.reading_room import Reader, ReadingRoom
from tests.desktop_app.shelf import dossiers

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
