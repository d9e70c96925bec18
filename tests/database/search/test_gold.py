"""How well readers are answered: the questions of ``gold.toml`` asked of the real dossier."""

from pathlib import Path
from statistics import mean

import pytest

from database.catalog import connect
from database.search.engine import SearchEngine
from tests.database.search.answers import Answer, answer, by, read, report

GOLD = read("gold.toml")
KINDS = sorted({f"{question.language} {question.kind}" for question in GOLD})
CLASSES = ("hu", "en", "sr-Latn", "sr-Cyrl", "unaccented", "inflected", "misspelt", "mixed")


@pytest.fixture(scope="module")
def answers(real_engine: SearchEngine) -> list[Answer]:
    """Ask everything once."""
    return [answer(real_engine, question) for question in GOLD]


def test_there_are_enough_questions_and_their_records_exist(real_dossier: Path) -> None:
    connection = connect(real_dossier)
    known = {row[0] for row in connection.execute("SELECT id FROM record")}
    connection.close()
    wanted = {record_id for question in GOLD for record_id in question.wanted}
    assert wanted <= known
    assert len(GOLD) >= 200


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_has_enough_questions_to_tell_something(name: str) -> None:
    assert sum(question.name == name for question in GOLD) >= 15


def test_readers_find_what_they_want(answers: list[Answer]) -> None:
    told = report(by(lambda question: question.name, answers))
    print(f"\n{told}")  # noqa: T201  # pytest -s shows it
    assert mean(one.recall(10) for one in answers) >= 0.97, told
    assert mean(one.reciprocal for one in answers) >= 0.85, told


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_question_is_answered_within_five(answers: list[Answer], kind: str) -> None:
    several = by(lambda question: f"{question.language} {question.kind}", answers)[kind]
    bad = [one for one in several if one.recall(5) < 1]
    assert mean(one.recall(5) for one in several) >= 0.85, bad
