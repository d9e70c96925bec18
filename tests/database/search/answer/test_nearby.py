"""A field whose value no record has with the rest offers the nearest ones that some have."""

import pytest

from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from database.search.results import Suggestion
from i18n.locales import ENGLISH, HUNGARIAN, Locale


def nearby(engine: SearchEngine, text: str, locale: Locale = ENGLISH) -> list[Suggestion]:
    results = engine.search(SearchRequest(text, locale, unfinished=False))
    assert results.total == 0
    return [other for other in results.suggestions if other.kind == "nearby"]


def texts(engine: SearchEngine, text: str, locale: Locale = ENGLISH) -> list[str]:
    return [other.text for other in nearby(engine, text, locale)]


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("year:2035", ["year:2021", "year:2005..2021"]),
        ("year:>2021", ["year:2021", "year:2005..2021"]),
        ("year:<2005", ["year:2005", "year:2005..2021"]),
        ("év:2035", ["év:2021", "év:2005..2021"]),
        ("date:2035-06", ["date:2021", "date:2005..2021"]),
        ("start:2035", ["start:2019", "start:2018..2019"]),
        ("amount:>900 billion EUR", ["amount:9.5bn EUR", "amount:2.5M..9.5bn EUR"]),
        ("amount:40..50M EUR", ["amount:30M EUR", "amount:65M EUR", "amount:2.5M..9.5bn EUR"]),
        ("amount:<1 EUR", ["amount:2.5M EUR", "amount:2.5M..9.5bn EUR"]),
        ("amount:5M HUF", ["amount:EUR", "amount:USD"]),
        ("összeg:600 millió HUF körül", ["összeg:EUR", "összeg:USD"]),
        ("amount:about 47M EUR", ["amount:30M EUR", "amount:65M EUR", "amount:2.5M..9.5bn EUR"]),
        ("country:Atlantis", ["country:Serbia", "country:China", "country:Montenegro"]),
    ],
)
def test_a_value_that_no_record_has_offers_its_neighbours_and_all_that_there_are(
    real_engine: SearchEngine, asked: str, offered: list[str]
) -> None:
    assert texts(real_engine, asked) == offered


def test_another_value_of_a_field_is_one_that_its_own_field_has(real_engine: SearchEngine) -> None:
    """The kind of a source is a field called *type*, and so are the types of records."""
    assert texts(real_engine, "type-of-text:report year:2005") == [
        "type-of-text:report year:2020", "type-of-text:report year:2020..2021"
    ]  # fmt: skip


def test_values_are_written_in_the_language_of_the_reader(real_engine: SearchEngine) -> None:
    assert texts(real_engine, "összeg:>900 milliárd EUR", HUNGARIAN) == [
        "összeg:9,5 milliárd EUR",
        "összeg:2,5 millió..9,5 milliárd EUR",
    ]
    assert texts(real_engine, "ország:Atlantisz", HUNGARIAN)[:2] == [
        "ország:Szerbia",
        "ország:Kína",
    ]


@pytest.mark.parametrize(
    "asked",
    ["kamera year:2006", "year:2035 AND Huawei", "type:concern amount:>1M", "year:>2030 huawei",
     'country:"North Macedonia" huawei 5G', "status:completed year:2005",
     "has:amount type:concern"],
)  # fmt: skip
def test_values_are_those_that_records_have_together_with_the_rest(
    real_engine: SearchEngine, asked: str
) -> None:
    offered = nearby(real_engine, asked)
    assert offered
    for other in offered:
        again = real_engine.search(SearchRequest(other.text, ENGLISH, unfinished=False))
        assert again.total == other.total > 0


def test_only_records_within_the_filters_count(real_engine: SearchEngine) -> None:
    filters = frozenset({("type", "concern")})
    request = SearchRequest("year:2035", ENGLISH, filters=filters, unfinished=False)
    offered = real_engine.search(request).suggestions
    assert [other.text for other in offered] == ["year:2020", "year:2019..2020"]
    for other in offered:
        again = real_engine.search(SearchRequest(other.text, ENGLISH, filters=filters))
        assert again.total == other.total


def test_what_was_excluded_and_words_are_no_field_to_change(real_engine: SearchEngine) -> None:
    assert texts(real_engine, "xqzyw -year:2019") == []
    assert texts(real_engine, "xqzyw") == []
    assert texts(real_engine, "actor:Xqzyw") == []


@pytest.mark.parametrize("text", ["type:project type:event", "amount:>100M EUR amount:<200M USD"])
def test_a_field_that_is_asked_for_twice_is_offered_no_other_value(
    real_engine: SearchEngine, text: str
) -> None:
    assert nearby(real_engine, text) == []
