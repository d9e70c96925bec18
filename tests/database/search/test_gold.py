"""How well readers are answered: the questions of ``gold.toml`` asked of the real dossier."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import pytest

from database.catalog import connect
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import find

GOLD = tomllib.loads((Path(__file__).parent / "gold.toml").read_text("utf-8"))
Kind = tuple[str, str]


@dataclass(frozen=True)
class Answer:
    """Where the wanted records of one question came to stand, counted from 1; 0 is nowhere."""

    question: str
    ranks: dict[str, int]

    def recall(self, within: int) -> float:
        """Return the share of the wanted records among the first hits."""
        return mean(0 < rank <= within for rank in self.ranks.values())

    @property
    def reciprocal(self) -> float:
        """Return 1 / rank of the first wanted record."""
        ranks = [rank for rank in self.ranks.values() if rank]
        return 1 / min(ranks) if ranks else 0.0


def kinds() -> list[tuple[str, str, dict[str, list[str]]]]:
    return [(lang, kind, asked) for lang, of in GOLD.items() for kind, asked in of.items()]


@pytest.fixture(scope="module")
def answers(real_engine: SearchEngine) -> dict[Kind, list[Answer]]:
    """Ask everything once."""
    answered = defaultdict(list)
    for language, kind, questions in kinds():
        for text, wanted in questions.items():
            hits = real_engine.search(SearchRequest(text, find(language), limit=10)).hits
            found = {hit.id: rank for rank, hit in enumerate(hits, 1)}
            ranks = {record_id: found.get(record_id, 0) for record_id in wanted}
            answered[language, kind].append(Answer(text, ranks))
    return answered


def report(answers: dict[Kind, list[Answer]]) -> str:
    """Return a table of the figures, and the questions that were answered badly."""
    everything = [answer for several in answers.values() for answer in several]
    lines = [f"{'':16} {'n':>4} {'recall@5':>9} {'recall@10':>10} {'MRR':>6}"]
    for name, several in [*answers.items(), (("all", ""), everything)]:
        five, ten = (mean(answer.recall(n) for answer in several) for n in (5, 10))
        rank = mean(answer.reciprocal for answer in several)
        lines.append(f"{' '.join(name):16} {len(several):4} {five:9.3f} {ten:10.3f} {rank:6.3f}")
    missed = [f"{answer.question!r}: {answer.ranks}" for answer in everything if
              answer.recall(5) < 1]  # fmt: skip
    return "\n".join([*lines, "", f"{len(missed)} not wholly within the first five:", *missed])


def test_there_are_enough_questions_and_their_records_exist(real_dossier: Path) -> None:
    connection = connect(real_dossier)
    known = {row[0] for row in connection.execute("SELECT id FROM record")}
    connection.close()
    wanted = {record for _l, _k, asked in kinds() for several in asked.values() for record in
              several}  # fmt: skip
    assert wanted <= known
    assert sum(len(asked) for _language, _kind, asked in kinds()) >= 120


def test_nineteen_of_twenty_are_among_the_first_ten(answers: dict[Kind, list[Answer]]) -> None:
    told = report(answers)
    print(f"\n{told}")  # noqa: T201  # pytest -s shows it
    assert mean(a.recall(10) for several in answers.values() for a in several) >= 0.95, told


@pytest.mark.parametrize("kind", [(lang, kind) for lang, kind, _asked in kinds()], ids=" ".join)
def test_every_kind_of_question_is_answered_within_five(
    answers: dict[Kind, list[Answer]], kind: Kind
) -> None:
    bad = [answer for answer in answers[kind] if answer.recall(5) < 1]
    assert mean(answer.recall(5) for answer in answers[kind]) >= 0.85, bad
