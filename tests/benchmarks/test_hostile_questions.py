"""A hundred thousand questions that nobody would ask: none is an error, none takes a second.

make bench
"""

import json
import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from database.catalog import connect
from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH

NASTY = Path(__file__).parents[3] / "shared" / "data" / "nasty"
SEVERAL, PARTS, AT_A_TIME = 100_000, 10, 200
LONGEST = 1.0  # seconds
SIGNS = [
    "AND", "OR", "NOT", "ÉS", "VAGY", "NEM", "NEAR", "(", ")", "((((", '"', "„", "”", "*", "?",
    "~", "~2", "~9/3", "+", "-", "−", "^2", ":", "..", "[a TO b]", "type:", "type:project",
    "year:2017..", "év:..2018", "amount:>5M EUR", "összeg:<1 billió", "actor:", "actor:*",
    'szereplő:"', "title:(", "has:date", "country:", "id:/", "date:>2020-01", "*a*b*c", "a*", "?a",
    "华", "华为", "ђ", "ő", "the", "és", "5G", "\x00", "\u202e", "\ufeff", "\U0010ffff", "\\",
    "'; DROP TABLE record; --", "year:", "date:", "összeg:", "2020-13", "2017-20", "0000", "-31",
]  # fmt: skip


def naughty() -> list[str]:
    """Return the strings of others that break programs, none if they are not there."""
    if not NASTY.exists():
        return ["%s", "<script>", "NULL"]
    told = json.loads((NASTY / "blns" / "blns.json").read_text("utf-8"))
    payloads = (NASTY / "csv-injection" / "payloadbox-csv-payload.txt").read_text("utf-8")
    return [*map(str, told), *payloads.splitlines()]


def mixtures(count: int, part: int) -> Iterator[str]:
    """Yield questions made of signs, naughty strings and words, in any order."""
    chance = random.Random(part)  # the same every time
    nasty, words = naughty(), ["vasút", "Huawei", "kamera", "adatközpont", "loan", "a", "x" * 60]
    words += ["half a", "félmilliárd", "sedamdeset" * 9, "0,5", "milliós"]
    yield from nasty
    for _turn in range(count - len(nasty)):
        pieces = (
            chance.choice(chance.choice((SIGNS, SIGNS, words, nasty)))
            for _piece in range(chance.randint(1, 14))
        )
        yield chance.choice(("", " ")).join(pieces)[: chance.choice((20, 80, 500, 2000))]


@pytest.mark.benchmark
@pytest.mark.parametrize("part", range(PARTS))
def test_no_mixture_of_signs_is_an_error_or_slow(
    real_dossier: Path, schema: Schema, part: int
) -> None:
    several = mixtures(SEVERAL // 2 // PARTS, part)
    with closing(connect(real_dossier)) as connection:
        engine = SearchEngine(connection, schema)
        times = [
            (_seconds(lambda t=text: engine.search(SearchRequest(t, ENGLISH))), text)
            for text in several
        ]
    times.sort(reverse=True)
    middle = times[len(times) // 2][0]
    print(f"\n{len(times)} questions: median {middle * 1000:.1f} ms, worst", *times[:3], sep="\n  ")
    assert times[0][0] < LONGEST, times[:3]


@pytest.mark.benchmark
@pytest.mark.parametrize("part", range(PARTS))
@settings(
    max_examples=SEVERAL // 2 // PARTS // AT_A_TIME,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.integers(), texts=st.lists(st.text(max_size=80), min_size=1, max_size=5))
def test_no_text_is_an_error_or_slow(
    engine: SearchEngine, part: int, seed: int, texts: list[str]
) -> None:
    chance = random.Random(seed + part)
    for _turn in range(AT_A_TIME):
        parts = [chance.choice((*texts, *SIGNS)) for _part in range(chance.randint(1, 6))]
        text = chance.choice(("", " ")).join(parts)
        assert _seconds(lambda t=text: engine.search(SearchRequest(t, ENGLISH))) < LONGEST, text


def _seconds(ask: Callable[[], object]) -> float:
    began = time.perf_counter()
    ask()
    return time.perf_counter() - began
