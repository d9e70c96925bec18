"""What the index has of a record."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from database.catalog import connect
from database.search.answer.documents import Documents
from database.search.language import analysis


@pytest.fixture(scope="module")
def real(real_dossier: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(real_dossier)) as connection:
        yield connection


def test_the_names_of_a_record_begin_with_its_titles_and_one_for_both_languages_leaves_a_gap(
    real: sqlite3.Connection,
) -> None:
    titles = {
        row[0]: row[1:] for row in real.execute("SELECT number, title_en, title_hu FROM record")
    }
    forms = Documents(real).forms(titles)
    assert len({english == hungarian for english, hungarian in titles.values()}) == 2
    for number, (english, hungarian) in titles.items():
        first, second, *_others = forms[number].names.each
        assert set(first) == set(analysis.forms(english))
        assert set(second) == (set(analysis.forms(hungarian)) if hungarian != english else set())
