"""Where the value of a field begins and ends, and how it may be written."""

import re

import pytest

from database.search.question.tree import Word, leaves
from tests.database.search.questions import Asker


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
