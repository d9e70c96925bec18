"""What several dossiers understand and find is told as one, without contradictions."""

import pytest

from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.library_search import LibrarySearch
from database.search.merged import added
from database.search.request import SearchRequest
from database.search.results import Facet, FacetCount
from i18n.locales import ENGLISH


def everything_told(engine: SearchEngine | LibrarySearch, text: str) -> tuple[str, ...]:
    """Return what is told of a question where the filters let nothing pass."""
    nothing = frozenset({("status", "called-off"), ("type", "source")})
    results = engine.search(SearchRequest(text, ENGLISH, filters=nothing, unfinished=False))
    assert results.total == 0
    return results.understood


@pytest.mark.parametrize(
    ("text", "real", "sample", "told"),
    [
        (
            "amount:>1M USD",
            "Only amounts stated in USD are compared: nothing is converted.",
            "No amount is stated in USD, only in: EUR. Nothing is converted.",
            "Only amounts stated in USD are compared: nothing is converted.",
        ),
        (
            "amount:>1M SEK",
            "No amount is stated in SEK, only in: EUR · USD. Nothing is converted.",
            "No amount is stated in SEK, only in: EUR. Nothing is converted.",
            "No amount is stated in SEK, only in: EUR · USD. Nothing is converted.",
        ),
        (
            "country:Montenegro",
            "Country: Montenegro",
            "Country: no such value: “Montenegro”. Searched as words.",
            "Country: Montenegro",
        ),
        (
            "country:North Macedonia",
            "Country: North Macedonia",
            "Country: no such value: “North Macedonia”. Searched as words.",
            "Country: North Macedonia",
        ),
        (
            "place:Flintford",
            "Place: no such value: “Flintford”. Searched as words.",
            "Place: Flintford",
            "Place: Flintford",
        ),
        (
            "country:Fiji",
            "Country: no such value: “Fiji”. Searched as words.",
            "Country: no such value: “Fiji”. Searched as words.",
            "Country: no such value: “Fiji”. Searched as words.",
        ),
    ],
)
def test_what_one_dossier_does_not_know_contradicts_no_other_one(
    both: LibrarySearch, each: list[SearchEngine], text: str, real: str, sample: str, told: str
) -> None:
    assert [everything_told(engine, text)[-1] for engine in each] == [real, sample]
    every = everything_told(both, text)
    assert every[-1] == told
    assert len(every) <= 2


def test_of_two_parts_each_dossier_may_know_one(both: LibrarySearch) -> None:
    told = everything_told(both, "place:Flintford country:Montenegro")
    assert set(told) == {"Place: Flintford", "Country: Montenegro"}


def test_values_that_only_some_dossiers_have_stand_in_one_sentence(both: LibrarySearch) -> None:
    (told,) = everything_told(both, "place:kr")
    assert told == "Place: Kragujevac · Flintford"  # which is Kremenovo, too


@pytest.mark.parametrize("turn", [1, -1], ids=["first", "last"])
def test_a_value_is_called_as_the_dossier_calls_it_that_has_it(schema: Schema, turn: int) -> None:
    lacking, having = FacetCount("nis", "nis", 0), FacetCount("nis", "Niš", 3)
    several = [(Facet("country", "Country", (entry,)),) for entry in (lacking, having)][::turn]
    assert added(several, schema, ENGLISH) == (Facet("country", "Country", (having,)),)


def test_what_any_dossier_was_asked_for_is_found_in_a_text(
    both: LibrarySearch, each: list[SearchEngine]
) -> None:
    asked = SearchRequest("railway okosváros", ENGLISH, unfinished=False)
    text = "Railways, a railway and smart cities"
    own = [list(engine.hits(asked).spans(text)) for engine in each]
    together = list(both.hits(asked).spans(text))
    assert together == sorted({span for spans in own for span in spans})
    assert len(together) > min(map(len, own))
