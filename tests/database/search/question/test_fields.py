"""Fields of a question: their names, their values, and the records that have them."""

import pytest

from database.search.question.tree import All, Condition, Word
from tests.database.search.questions import Asker

RAILWAY, CAMERAS = "project/example-railway", "project/example-cameras"
OPENING, CONTRACT = "event/example-opening-2018", "event/example-contract-2016"
WORKS, DIRECTOR = "actor/example-works", "actor/jovan-djordjevic"
NOISE = "concern/example-noise"


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("type:project", RAILWAY, OPENING),
        ("típus:projekt", RAILWAY, OPENING),
        ("TIPUS:Projektek", RAILWAY, OPENING),
        ("típus:esemény", OPENING, RAILWAY),
        ("type:(event OR project)", RAILWAY, NOISE),
        ("type:event,project", RAILWAY, NOISE),
        ("type:proj", RAILWAY, OPENING),  # still typing
        ("year:2016", RAILWAY, OPENING),
        ("év:2017..2018", OPENING, CONTRACT),
        ("year>2016", OPENING, CONTRACT),
        ("év >= 2018", OPENING, CONTRACT),
        ("year=2018", OPENING, CONTRACT),
        ("amount > 10M EUR", RAILWAY, CAMERAS),
        ("összeg≥12,5 millió euró", RAILWAY, CAMERAS),
        ("type = project", RAILWAY, OPENING),
        ("title=railway", RAILWAY, CAMERAS),
        ("év:..2016", CONTRACT, OPENING),
        ("year:2018..", OPENING, CONTRACT),
        ("year:>2016", OPENING, CONTRACT),
        ("year:<=2016", CONTRACT, OPENING),
        ("year:2017–2018", OPENING, CONTRACT),
        ("year: 2018", OPENING, CONTRACT),
        ("date:2016-10-05", RAILWAY, OPENING),
        ("dátum:2016. október 5.", RAILWAY, OPENING),
        ("datum:2016-10", RAILWAY, OPENING),
        ("date:5 October 2016", RAILWAY, OPENING),
        ("agreed:2016", RAILWAY, CONTRACT),
        ("megállapodás ideje:2016", RAILWAY, CONTRACT),  # as pages write it
        ("kind of event:agreement", CONTRACT, OPENING),
        ("esemény típusa:megállapodás", CONTRACT, OPENING),
        ("vasút megállapodás ideje:2016", RAILWAY, CONTRACT),
        ("year:[2017 TO 2018]", OPENING, CONTRACT),  # as other query languages write it
        ("év:{2018 TO *}", OPENING, CONTRACT),
        ("amount:[10M TO 20M EUR]", RAILWAY, CAMERAS),
        ("amount:>10M EUR", RAILWAY, CAMERAS),
        ("amount:10.000.000..1.000.000.000.000 EUR", RAILWAY, CAMERAS),
        ("összeg:>=12,5 millió euró", RAILWAY, CAMERAS),
        ("osszeg:12..13 millió EUR", RAILWAY, CAMERAS),
        ("budget:>10M", RAILWAY, CAMERAS),
        ("költségvetés:>10M", RAILWAY, CAMERAS),
        ("amount:>100M EUR", None, RAILWAY),
        ("amount:>1 USD", None, RAILWAY),  # its own currency only
        ("country:RS", WORKS, NOISE),
        ("ország:Szerbia", WORKS, NOISE),
        ("orszag:szerbia", WORKS, NOISE),
        ("country:hungary", NOISE, WORKS),
        ("status:in use", RAILWAY, CAMERAS),
        ("állapot:Használatban", RAILWAY, CAMERAS),
        ("status:operational", RAILWAY, CAMERAS),  # as readers guess it
        ("állapot:működő", RAILWAY, CAMERAS),
        ("outlet:Flintford Mirror", "source/example-newspaper", "source/example-analysis"),
        ("lap:Flintford", "source/example-newspaper", "source/example-analysis"),
        ("sector:surveillance", CAMERAS, NOISE),
        ("ágazat:Közlekedés", NOISE, "actor/flintford"),
        ("title:railway", RAILWAY, CAMERAS),
        ("cím:mintavasútról", RAILWAY, CAMERAS),
        ('title:"example railway"', RAILWAY, CAMERAS),
        ("place:Flintford", RAILWAY, NOISE),
        ("hely:Tűzkő", RAILWAY, NOISE),
        ("has:amount", RAILWAY, NOISE),
        ("van:összeg", RAILWAY, NOISE),
        ("has:date", OPENING, NOISE),
        ("has:coordinates", RAILWAY, NOISE),
        ("has:purpose", RAILWAY, NOISE),
        ("van:forrás", RAILWAY, "actor/nobody"),
        ("has:url", "source/example-newspaper", RAILWAY),
        ("id:example-railway", RAILWAY, CAMERAS),
        ("id:project/example-railway", RAILWAY, CAMERAS),
        ("year:<1000", None, RAILWAY),
        ("year:>9998", None, RAILWAY),
        ("year:0500..9999", RAILWAY, NOISE),
        ('actor:"example works"', WORKS, NOISE),
        ('szereplő:"example works"', RAILWAY, NOISE),
        ("actor:Example Works", WORKS, NOISE),
        ("actor:jovan", DIRECTOR, NOISE),
        ("project:railway", RAILWAY, "actor/nobody"),
        ("project:railway type:event", OPENING, RAILWAY),
        ("source:open type:project", RAILWAY, "source/example-newspaper"),
        ("language:en", "source/example-analysis", RAILWAY),
        ("nyelv:angol", "source/example-analysis", RAILWAY),
    ],
)
def test_a_field_finds_what_has_its_value(
    asker: Asker, text: str, wanted: str | None, unwanted: str
) -> None:
    question = asker.ask(text)
    assert [part.meaning for part in question.understood if part.meaning.startswith(
        ("unknown", "bad", "no-"))] == []  # fmt: skip
    found = asker.found(text)
    assert wanted in found or wanted is None
    assert unwanted not in found


def test_money_is_compared_within_its_currency_and_says_so(asker: Asker) -> None:
    question = asker.ask("amount:>10M EUR")
    (condition,) = question.conditions
    assert ("currency = ?" in condition.sql, condition.parameters) == (True, ("EUR", 10_000_000))
    assert ("own-currency-only", ("EUR",)) in {(p.meaning, p.words) for p in question.understood}
    meanings = {part.meaning for part in asker.ask("amount:>10M").understood}
    assert meanings == {"more-than", "any-currency"}


@pytest.mark.parametrize("text", ["amount:>10M SEK", "összeg:5..10 millió USD", "-amount:<5 CNY"])
def test_a_currency_without_any_amount_is_told_with_those_that_have_some(
    asker: Asker, text: str
) -> None:
    (told,) = (part for part in asker.ask(text).understood if part.meaning == "other-currencies")
    assert told.words[0] in text
    assert told.words[1:] == ("EUR",)


def test_two_currencies_are_not_compared_and_the_reader_is_told(asker: Asker) -> None:
    question = asker.ask("amount:10M EUR..20M USD")
    (told,) = question.understood
    assert (told.meaning, told.words) == ("two-currencies", ("EUR", "USD"))
    assert question.conditions == ()


def test_a_currency_alone_asks_for_every_amount_in_it(asker: Asker) -> None:
    assert asker.found("amount:euró") == asker.found("has:amount")
    (told, others) = asker.ask("budget:USD").understood
    assert (told.words, others.meaning) == (("USD",), "other-currencies")


@pytest.mark.parametrize(
    ("inflected", "plain"),
    [
        ("évek:2018", "év:2018"),
        ("years:2018", "year:2018"),
        ("típusa:projektet", "típus:projekt"),
        ("összege:>10M EUR", "összeg:>10M EUR"),
        ("országok:Szerbiában", "ország:Szerbia"),
        ("countries:Serbia", "country:Serbia"),
        ("státusz:használatban", "állapot:használatban"),
        ("szektor:közlekedés", "ágazat:közlekedés"),
        ("van:összegek", "van:összeg"),
        ("has:amounts", "has:amount"),
    ],
)
def test_a_field_and_its_value_may_have_endings(asker: Asker, inflected: str, plain: str) -> None:
    assert asker.found(inflected) == asker.found(plain)
    meanings = [part.meaning for part in asker.ask(inflected).understood]
    assert meanings == [part.meaning for part in asker.ask(plain).understood]


def test_a_misspelt_field_names_the_one_that_may_be_meant(asker: Asker) -> None:
    assert [part.field for part in asker.ask("projct:x coutnry:x").understood] == [
        "project",
        "country",
    ]


def test_conditions_leave_plain_words_plain(asker: Asker) -> None:
    question = asker.ask("vasút kamera type:project")
    assert question.is_plain
    assert [type(part) for part in question.tree.parts] == [Word, Word, Condition]  # type: ignore[union-attr]  # it is an All
    assert isinstance(question.tree, All)
