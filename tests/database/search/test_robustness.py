"""Nothing that can be typed breaks the search."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN

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
