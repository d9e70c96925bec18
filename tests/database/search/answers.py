"""How well readers are answered: the questions of a file, and where the wanted records stood."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import find

# Kinds of question that any reader asks; their class is the reader's language.
_PLAIN = {"names", "topics", "questions", "figures"}


@dataclass(frozen=True)
class Question:
    """What somebody who reads *language* asks, and the records to be shown."""

    language: str
    kind: str
    text: str
    wanted: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return the class in which the question is counted: ``hu``, ``inflected``, ``fielded``."""
        return self.language if self.kind in _PLAIN else self.kind


@dataclass(frozen=True)
class Answer:
    """Where the wanted records of one question came to stand, counted from 1; 0 is nowhere."""

    question: Question
    ranks: Mapping[str, int]

    def recall(self, within: int) -> float:
        """Return the share of the wanted records among the first hits."""
        return mean(0 < rank <= within for rank in self.ranks.values())

    @property
    def reciprocal(self) -> float:
        """Return 1 / rank of the first wanted record."""
        ranks = [rank for rank in self.ranks.values() if rank]
        return 1 / min(ranks) if ranks else 0.0


def read(name: str) -> list[Question]:
    """Return the questions of a file beside this one: tables are ``[language.kind]``."""
    tables = tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))
    return list(_questions(tables))


def _questions(tables: Mapping[str, Mapping[str, Mapping[str, list[str]]]]) -> Iterator[Question]:
    for language, kinds in tables.items():
        for kind, asked in kinds.items():
            for text, wanted in asked.items():
                yield Question(language, kind, text, tuple(wanted))


def answer(engine: SearchEngine, question: Question) -> Answer:
    """Ask for the first ten hits."""
    hits = engine.search(SearchRequest(question.text, find(question.language), limit=10)).hits
    found = {hit.id: rank for rank, hit in enumerate(hits, 1)}
    return Answer(question, {record_id: found.get(record_id, 0) for record_id in question.wanted})


def by(told: Callable[[Question], str], answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    """Group *answers* by what is *told* of their questions."""
    grouped = defaultdict(list)
    for one in answers:
        grouped[told(one.question)].append(one)
    return dict(grouped)


def report(grouped: Mapping[str, list[Answer]]) -> str:
    """Return a table of the figures, and the questions that were answered badly."""
    everything = [one for several in grouped.values() for one in several]
    lines = [f"{'':16} {'n':>4} {'success@5':>10} {'recall@5':>9} {'recall@10':>10} {'MRR':>6}"]
    for name, several in [*grouped.items(), ("all", everything)]:
        whole = mean(one.recall(5) == 1 for one in several)
        five, ten = (mean(one.recall(n) for one in several) for n in (5, 10))
        rank = mean(one.reciprocal for one in several)
        lines.append(
            f"{name:16} {len(several):4} {whole:10.3f} {five:9.3f} {ten:10.3f} {rank:6.3f}"
        )
    missed = [f"{a.question.text!r}: {a.ranks}" for a in everything if a.recall(5) < 1]
    return "\n".join([*lines, "", f"{len(missed)} not wholly within the first five:", *missed])
