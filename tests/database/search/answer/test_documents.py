"""What was read of a record is kept for a while, but not of ever more records."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from database.catalog import connect
from database.search.answer.documents import Documents


@pytest.fixture
def read(
    real_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Documents, list[str]]]:
    """Documents that keep three records, and the statements that they read them with."""
    monkeypatch.setattr("database.search.answer.documents._KEPT_FORMS", 3)
    statements: list[str] = []
    with closing(connect(real_dossier)) as connection:
        documents = Documents(connection)
        connection.set_trace_callback(statements.append)
        yield documents, statements


@pytest.mark.parametrize(
    ("first", "then", "is_kept"),
    [([1, 2, 3], [1], True), ([1, 2, 3, 4], [4], True), ([1, 2, 3, 4], [1], False)],
)
def test_the_records_met_last_are_kept_and_no_others(
    read: tuple[Documents, list[str]], first: list[int], then: list[int], is_kept: bool
) -> None:
    documents, statements = read
    before = documents.forms(first)
    statements.clear()
    again = documents.forms(then)
    assert (statements == []) is is_kept
    assert [forms.every for forms in again.values()] == [before[n].every for n in then]
    assert list(before) == first


def test_who_is_met_again_is_kept_longer(read: tuple[Documents, list[str]]) -> None:
    documents, statements = read
    for numbers in ([1], [2], [3], [1], [4]):
        documents.forms(numbers)
    statements.clear()
    documents.forms([1])
    assert statements == []
    documents.forms([2])
    assert statements
