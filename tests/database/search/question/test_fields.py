"""Fields of a question: their names, their values, and the records that have them."""

import re

import pytest

from database.search.question.tree import All, Condition, Word, leaves
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("status:in use vasút", ["vasút"]),
        ("összeg:>100 millió EUR vasút", ["vasút"]),
        ("összeg:>100 vasút", ["vasút"]),
        ("összeg:100 millió EUR körül vasút", ["vasút"]),
        ("amount:5M EUR (2019)", ["2019"]),
        ("country:hungary loan", ["loan"]),
        ("date:2016. október 5. szerződés", ["szerződés"]),
        ("type:project, kamera", ["kamera"]),
        ("actor:works vasút", ["vasút"]),
        ("actor:Example Works vasút", ["vasút"]),
        ("project:Example Works vasút", ["works", "vasút"]),  # this is no project
        ("foo:bar", ["foo", "bar"]),
        ("type:dragon", ["dragon"]),
        ("country:Narnia loan", ["narnia", "loan"]),
        ("country:New Zealand loan", ["new", "zealand", "loan"]),
        ("country:Serbia and Montenegro", ["montenegro"]),
        ("amount:plenty", ["plenty"]),
        ("event: kamera", ["event", "kamera"]),  # a colon as in a title
        ("amount:>100M AND loan", ["loan"]),
        ("összeg:>100 millió NEM loan", []),
        ("amount:>5M USA", ["usa"]),  # no currency
        ("type:p", []),
        ("railway???", ["railway"]),
        ("smart-type:project", ["smart", "type", "project"]),
    ],
)
def test_a_value_is_as_long_as_the_field_can_read(
    asker: Asker, text: str, words: list[str]
) -> None:
    assert [leaf.form for leaf in leaves(asker.ask(text).tree) if isinstance(leaf, Word)] == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("place:Novi Sad", "Novi Sad"),
        ("hely:Novi Sad Huawei", "Novi Sad"),
        ("country:Saudi Arabia loan", "Saudi Arabia"),
        ("ország:Egyesült Arab Emírségek hitel", "Egyesült Arab Emírségek"),
        ("nyelv:brazíliai portugál", "brazíliai portugál"),
        ("country:Wakanda Huawei", "Wakanda"),
        ("country:Narnia New Zealand", "Narnia"),
        ("country:Niger", "Niger"),
    ],
)
def test_a_name_that_no_record_has_is_told_as_a_whole(
    real_asker: Asker, text: str, value: str
) -> None:
    (told,) = real_asker.ask(text).understood
    assert (told.meaning, told.words) == ("unknown-value", (value,))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("actor:World Bank", "World Bank"),
        ("szereplő:Európai Unió hitel", "Európai Unió"),
        ("actor:Ana Brnabic", "Ana Brnabic"),  # no accents on the keyboard
        ("szereplő:kínai kormány", "kínai kormány"),
        ("source:Balkan Insight Huawei", "Balkan Insight"),  # which published it
        ("actor:Huawei loan", "Huawei"),
        ("actor: Huawei loan", "Huawei"),
        ("project: Belgrade Safe City", "Belgrade Safe City"),
        ("actor:Huawei -loan", "Huawei"),
    ],
)
def test_a_field_of_names_takes_the_whole_name_of_a_record(
    real_asker: Asker, text: str, name: str
) -> None:
    (told,) = (u for u in real_asker.ask(text).understood if u.meaning == "related")
    assert told.words == (name,)
    quoted = re.sub(rf":\s*{name}", f':"{name}"', text)
    assert real_asker.found(quoted) == real_asker.found(text)


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


@pytest.mark.parametrize(
    "text",
    ["szereplő:(works VAGY jovan)", "actor:works,jovan", "actor:works OR actor:jovan",
     'actor:("works" OR "jovan")', 'actor:(works, "jovan")', "actor:(works OR jovan OR",
     "actor:(works OR jovan VAGY)"],
)  # fmt: skip
def test_a_field_of_names_takes_one_of_several(asker: Asker, text: str) -> None:
    assert asker.found(text) == asker.found("actor:works") | asker.found("actor:jovan")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ('sector:("smart city" OR 5G)', "sector:(smart city OR 5G)"),
        ('country:("North Macedonia", Serbia)', "country:(MK OR RS)"),
        ("type:-source", "-type:source"),
        ("country:!Serbia", "-country:Serbia"),
        ("ország:NEM Szerbia", "-country:Serbia"),
        ('actor:-"World Bank"', '-actor:"World Bank"'),
        ("country:(Hungary AND Serbia)", "country:Hungary country:Serbia"),
        ("has:(amount ÉS date)", "has:amount has:date"),
        ("actor:(Huawei AND ZTE)", "actor:Huawei actor:ZTE"),
        ("year:2017-20", "year:2017..2020"),
        ("country:(Bosnia and Herzegovina OR Serbia)", "country:(BA OR RS)"),
    ],
)
def test_a_value_may_be_quoted_among_others_unwanted_or_one_of_several_that_all_must_be_there(
    real_asker: Asker, text: str, same: str
) -> None:
    assert real_asker.found(text) == real_asker.found(same)
    assert not {part.meaning for part in real_asker.ask(text).understood} - {
        "field",
        "related",
        "has",
        "between",
    }


def test_a_misspelt_field_names_the_one_that_may_be_meant(asker: Asker) -> None:
    assert [part.field for part in asker.ask("projct:x coutnry:x").understood] == [
        "project",
        "country",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("type:projct", ("projct", "project")),
        ("típus:projketek", ("projketek", "project")),
        ("country:Serrbia", ("Serrbia", "RS")),
        ("type:dragon", ("dragon",)),
        ("country:xx", ("xx",)),
    ],
)
def test_a_misspelt_value_names_the_one_that_may_be_meant(
    asker: Asker, text: str, words: tuple[str, ...]
) -> None:
    (told,) = asker.ask(text).understood
    assert (told.meaning, told.words) == ("unknown-value", words)


def test_conditions_leave_plain_words_plain(asker: Asker) -> None:
    question = asker.ask("vasút kamera type:project")
    assert question.is_plain
    assert [type(part) for part in question.tree.parts] == [Word, Word, Condition]  # type: ignore[union-attr]  # it is an All
    assert isinstance(question.tree, All)
