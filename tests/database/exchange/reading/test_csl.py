"""Bibliographies: every item becomes a source."""

import json
from typing import Any

import pytest

from database.model.values import Code, Plain
from tests.database.exchange.reading.conftest import TakeIn

ITEM: dict[str, Any] = {
    "id": "kovacs2020",
    "type": "article-newspaper",
    "title": "A bridge too narrow",
    "author": [
        {"given": "Ödön", "family": "Kovács"},
        {"literal": "The Example Office"},
        {"given": "Ludwig", "non-dropping-particle": "van", "family": "Driel"},
    ],
    "container-title": "Example News",
    "issued": {"date-parts": [[2020, 3, 4]]},
    "language": "en-GB",
    "URL": "https://example.org/bridge",
    "abstract": "Why the bridge is too narrow for the trains.",
}


def bibliography(*items: object) -> str:
    return json.dumps(list(items), indent=1)


def test_an_item_becomes_a_source(take: TakeIn) -> None:
    taken = take(bibliography(ITEM), "table.json")
    (source,) = taken.records()
    assert source.type == "source"
    assert source.title.by_language == {"en": "A bridge too narrow"}
    assert source.description.within("en").startswith("Why the bridge")
    names = [value.text for value in source.attributes["author"] if isinstance(value, Plain)]
    assert names == ["Ödön Kovács", "The Example Office", "Ludwig van Driel"]
    assert source.attributes["publisher"] == (Plain("name", "Example News"),)
    assert source.attributes["type"] == (Code("source-type", "article-newspaper"),)
    assert [str(value) for value in source.attributes["issued"]] == ["2020-03-04"]
    assert source.attributes["url"] == (Plain("url", "https://example.org/bridge"),)
    assert taken.account.lost == 0


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2020]]}, "2020"),
        ({"date-parts": [["2020", "3"]]}, "2020-03"),
        ({"date-parts": [[2020], []]}, "2020"),
        ({"date-parts": [[2019, 12], [2020, 1]]}, "2019-12/2020-01"),
        ({"date-parts": [[2020, 3]], "circa": True}, "about 2020-03"),
        ({"raw": "2020-03-04"}, "2020-03-04"),
        ({"literal": "2005/.."}, "2005/.."),
    ],
)
def test_a_date_is_as_precise_as_it_is_stated(
    take: TakeIn, issued: dict[str, Any], date: str
) -> None:
    (source,) = take(bibliography(ITEM | {"issued": issued}), "table.json").records()
    assert [str(value) for value in source.attributes["issued"]] == [date]


@pytest.mark.parametrize(
    ("change", "key", "message"),
    [
        ({"issued": {"raw": "spring of last year"}}, "issued", "This is no date."),
        ({"type": "motion_picture"}, "type", "This field does not know this word."),
        ({"URL": "example.org"}, "url", "This is no address of a web page."),
        ({"volume": "12"}, "volume", "There is no place for this."),
        ({"publisher": "Example Press"}, "publisher", "There is no place for this."),
        ({"author": ["Kovács"]}, "author", "This value cannot be read."),
    ],
)
def test_what_has_no_place_is_told_and_the_rest_is_taken(
    take: TakeIn, change: dict[str, Any], key: str, message: str
) -> None:
    taken = take(bibliography(ITEM, ITEM | change), "table.json")
    assert len(taken.records()) == 2
    (((told, why), (line,)),) = taken.left_out().items()
    assert (told, why) == (key, message)
    assert line == len(bibliography(ITEM).splitlines())  # where the second item begins


def test_what_stands_before_a_mistake_is_taken_in(take: TakeIn) -> None:
    taken = take(bibliography(ITEM)[:-2] + ",\n {broken\n]", "table.json")
    assert len(taken.records()) == 1
    assert list(taken.left_out()) == [("", "The line cannot be read.")]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "nonsense", "[" * 100_000, "[3, null]", "[" + "9" * 5000 + "]"],
    ids=lambda text: text[:9],
)
def test_no_bibliography_gives_nothing(take: TakeIn, text: str) -> None:
    assert take(text, "table.json").path is None
