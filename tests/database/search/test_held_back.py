"""Questions written before the engine was asked any of them: what a stranger may expect.

The engine answered 0.896 of them at first; thesaurus, names and exceptions were mended then, so
from now on they guard what was reached.
"""

from statistics import mean

import pytest

from database.search.engine import SearchEngine
from tests.database.search.answers import answer, by, read, report

HELD_BACK = read("held_back.toml")
REACHED = 0.96


def test_there_are_enough_of_them() -> None:
    assert len(HELD_BACK) >= 120


def test_nineteen_of_twenty_find_their_record_among_the_first_five(
    real_engine: SearchEngine,
) -> None:
    answers = [answer(real_engine, question) for question in HELD_BACK]
    told = report(by(lambda question: question.kind, answers))
    print(f"\n{told}")  # noqa: T201  # pytest -s shows it
    assert mean(one.recall(5) == 1 for one in answers) >= REACHED, told


@pytest.mark.parametrize("kind", sorted({question.kind for question in HELD_BACK}))
def test_every_reader_finds_nine_of_ten(real_engine: SearchEngine, kind: str) -> None:
    answers = [answer(real_engine, question) for question in HELD_BACK if question.kind == kind]
    assert mean(one.recall(5) == 1 for one in answers) >= 0.9, report({kind: answers})
