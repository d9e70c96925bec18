"""Nothing that can be typed breaks the search."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN
from tests.database.search.questions import Asker

NASTY = Path(__file__).parents[4] / "shared" / "data" / "nasty"

OPERATORS = ["AND", "OR", "NOT", "ÉS", "VAGY", "NEM", "(", ")", '"', "*", "+", "-", "NEAR", ":"]
questions = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*OPERATORS, "vasút", "Ђорђе", "the", "5G", "e"]), max_size=12).map(
        " ".join
    ),
)


def holds_together(engine: SearchEngine, text: str) -> None:
    """Ask, and see that the answer agrees with itself."""
    for locale in (ENGLISH, HUNGARIAN):
        results = engine.search(SearchRequest(text, locale))
        assert results.text == text
        assert len(results.hits) <= results.total <= 11
        assert sum(c.count for f in results.facets if f.name == "type" for c in f.counts) == (
            results.total
        )


@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=questions)
def test_no_question_is_too_strange(engine: SearchEngine, text: str) -> None:
    holds_together(engine, text)


FIGURES = st.text("0123456789-./–…<>=MbnEUR ", max_size=14)


@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    field=st.sampled_from(["year", "év", "date", "dátum", "amount", "összeg", "budget", "start"]),
    value=FIGURES | st.tuples(st.sampled_from(["after", "spring", "kb."]), FIGURES).map(" ".join),
)
def test_no_figure_of_a_field_is_too_strange(engine: SearchEngine, field: str, value: str) -> None:
    holds_together(engine, f"{field}:{value}")


def _strings(path: Path) -> list[str]:
    if path.suffix == ".json":
        return [str(text) for text in json.loads(path.read_text("utf-8"))]
    return path.read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("name", "several"),
    [("blns/blns.json", 500), ("csv-injection/payloadbox-csv-payload.txt", 5)],
)
def test_no_naughty_string_breaks_the_search(engine: SearchEngine, name: str, several: int) -> None:
    if not NASTY.exists():
        pytest.skip("the naughty strings of others are not kept in this repository")
    strings = _strings(NASTY / name)
    assert len(strings) >= several
    for text in strings:
        holds_together(engine, text)


@pytest.mark.parametrize("text", ["a" * 100_000, "a " * 50_000, "(" * 100_000, "\U0010ffff" * 999])
def test_no_question_is_too_long(engine: SearchEngine, text: str) -> None:
    holds_together(engine, text)


PIECES = [
    "AND", "OR", "NOT", "ÉS", "VAGY", "NEM", "(", ")", '"', "*", "?", "~", "~2", "+", "-", "−",
    "type:", "type:project", "year:2017..", "amount:>5M", "actor:", "title:(", "has:date", "..",
    "vasút", "华为", "the", "5G", "e", "ő?", "*a", ":", "country:", "összeg:>100 millió", "€",
]  # fmt: skip


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    pieces=st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=14),
    joint=st.sampled_from(["", " "]),
)
def test_no_question_is_an_error_and_blanks_around_it_mean_nothing(
    asker: Asker, pieces: list[str], joint: str
) -> None:
    text = joint.join(pieces)
    assert asker.found(text) == asker.found(f" {text} ")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("(vasút " * 200, "vasút"),
        ("-" * 400, ""),
        ("vasút OR " * 100, "vasút"),
        ("a~ " * 100, "a~"),
        ("*a*b" * 100, "*a*b"),
    ],
)
def test_no_question_is_too_deep_or_too_long(asker: Asker, text: str, same: str) -> None:
    assert asker.found(text) == asker.found(same)
