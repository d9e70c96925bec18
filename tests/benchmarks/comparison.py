"""Asking several engines the same questions in turn, and telling how they did."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain

from database import memory
from tests.benchmarks import shelf
from tests.benchmarks.engine_ours import Ours
from tests.benchmarks.engines import ROWS, Engine, Page
from tests.benchmarks.questions import KINDS, Drawer, Question
from tests.benchmarks.report import Times, median, p95, slope
from tests.benchmarks.rivals import Field

# Milliseconds at the 95th percentile: the first page, and complete.
TARGETS = {20_000: (10, 40), 200_000: (40, 250)}


@dataclass
class Score:
    """What one engine did with questions; ``found`` tells how often it had the right record.

    ``among_rows`` tells how often that record was on the first page.
    """

    first: Times = field(default_factory=Times)
    complete: Times = field(default_factory=Times)
    totals: list[int] = field(default_factory=list)
    among_rows: int = 0
    found: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.first + other.first,
            self.complete + other.complete,
            self.totals + other.totals,
            self.among_rows + other.among_rows,
            self.found + other.found,
        )

    def __str__(self) -> str:
        return (
            f"{self.first}   {self.complete}   {median(self.totals):>8.0f}"
            f" {self.among_rows:>6} {self.found:>6} of {len(self.totals)}"
        )


class Comparison:
    """The scores of every engine at every size."""

    def __init__(self) -> None:
        self._scores: dict[tuple[int, str, str], Score] = defaultdict(Score)

    def measure(self, several: Field, size: int, count: int) -> None:
        """Ask *count* questions of each kind, for the first page, for all, and for the record."""
        # For all engines, as in the program; and as if its reader rested before each question.
        memory.settle()
        drawer = Drawer(several.content, several.fts5.connection, shelf.SEED)
        questions = drawer.questions(count)
        for engine in several.engines:  # opening is not measured
            for question in questions[:10]:
                engine.complete(question)
        for engine, question in _in_turn(several.engines, questions):
            score = self._scores[size, question.kind, engine.name]
            memory.tidy()
            page = _timed(engine.first, question, score.first)
            score.totals.append(page.total)
            score.among_rows += question.wanted in page.numbers
        for engine, question in _in_turn(several.engines, questions):
            score = self._scores[size, question.kind, engine.name]
            memory.tidy()
            _timed(engine.complete, question, score.complete)
            score.found += engine.has(question, question.wanted)

    def report(self, size: int) -> None:
        """Print what was measured at one size."""
        print(f"\n{size:,} records, {ROWS} rows a page; milliseconds: median / 95th percentile")
        print(
            f"{'':<16}{'':<9}{'first page, clock':>18}   {'processor':>17}"
            f"   {'complete, clock':>18}   {'processor':>17}"
            f"   {'hits':>8} {f'in {ROWS}':>6} {'found':>6}"
        )
        for kind in (*KINDS, "all"):
            for engine in self.engines(size):
                label = kind if engine == Ours.name else ""
                print(f"{label:<16}{engine:<9}{self.score(size, engine, kind)}")
        if size in TARGETS:
            self._report_targets(size)

    def report_growth(self, sizes: tuple[int, ...]) -> None:
        """Print with which power of the number of records the median grows."""
        if len(sizes) < 2:
            return
        engines = self.engines(sizes[0])
        print("\ngrowth of the median (processor): its exponent over the number of records")
        print(f"{'':<16}", *(f"{engine + ' first':>15}{'complete':>10}" for engine in engines))
        for kind in KINDS:
            print(f"{kind:<16}", *(self._growth(sizes, kind, engine) for engine in engines))

    def score(self, size: int, engine: str, kind: str = "all") -> Score:
        """Return the score of one engine for a kind of question."""
        kinds = KINDS if kind == "all" else (kind,)
        return sum((self._scores[size, one, engine] for one in kinds), Score())

    def engines(self, size: int) -> list[str]:
        """Return the engines that were measured at a size, ours first."""
        return list(dict.fromkeys(engine for s, _kind, engine in self._scores if s == size))

    def _report_targets(self, size: int) -> None:
        print("targets at the 95th percentile: first page {}, complete {}".format(*TARGETS[size]))
        for kind in KINDS:
            score = self.score(size, Ours.name, kind)
            told = [
                f"{name} {_met(times.wall, most)} (processor alone: {_met(times.cpu, most)})"
                for name, times, most in (
                    ("first page", score.first, TARGETS[size][0]),
                    ("complete", score.complete, TARGETS[size][1]),
                )
            ]
            print(f"  {kind:<16}", "; ".join(told))

    def _growth(self, sizes: tuple[int, ...], kind: str, engine: str) -> str:
        measured = [(s, self.score(s, engine, kind)) for s in sizes if engine in self.engines(s)]
        first = slope([(s, median(score.first.cpu)) for s, score in measured])
        complete = slope([(s, median(score.complete.cpu)) for s, score in measured])
        return f"{first:>15.2f}{complete:>10.2f}"


def _in_turn(engines: list[Engine], questions: list[Question]) -> Iterable[tuple[Engine, Question]]:
    """Pair every question with every engine; another engine begins each time."""
    return chain.from_iterable(
        [(engine, question) for engine in engines[n % len(engines) :] + engines[: n % len(engines)]]
        for n, question in enumerate(questions)
    )


def _timed(ask: Callable[[Question], Page], question: Question, times: Times) -> Page:
    wall, cpu = time.perf_counter(), time.thread_time()
    page = ask(question)
    cpu, wall = time.thread_time() - cpu, time.perf_counter() - wall
    times.add(wall * 1000, cpu * 1000)
    return page


def _met(times: list[float], most: float) -> str:
    return "met" if p95(times) <= most else "missed"
