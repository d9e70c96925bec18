"""What operators and sums find in the real dossier, and what the reader is told of them."""

import pytest

from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from database.search.results import SearchResults
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.database.conftest import AddActor
from tests.database.search.conftest import OpenEngine


def ask(engine: SearchEngine, text: str, locale: Locale = ENGLISH) -> SearchResults:
    return engine.hits(SearchRequest(text, locale, limit=200, unfinished=False))


def ids(results: SearchResults) -> set[str]:
    return {hit.id for hit in results.hits}


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Huawei AND loan", "+Huawei +loan"),
        ("Huawei ÉS hitel", "+Huawei +hitel"),
        ("(Huawei OR ZTE) AND loan", "+(Huawei OR ZTE) +loan"),
        ("Huawei AND NOT loan", "+Huawei -loan"),
        ("Belgrade camera AND school", "+Belgrade +camera +school"),
    ],
)
def test_and_finds_only_what_has_every_word(
    real_engine: SearchEngine, text: str, same: str
) -> None:
    assert ids(ask(real_engine, text)) == ids(ask(real_engine, same))


def test_words_without_and_still_have_answers_that_lack_one(real_engine: SearchEngine) -> None:
    beside, joined = (ask(real_engine, text) for text in ("Huawei loan", "Huawei AND loan"))
    assert 0 < joined.total < beside.total
    assert all(hit.match != "partial" for hit in joined.hits)
    assert ids(joined) == {hit.id for hit in beside.hits if hit.match != "partial"}


def test_and_binds_more_closely_than_or(real_engine: SearchEngine) -> None:
    found = ids(ask(real_engine, "Huawei AND loan OR NetDragon"))
    assert found == ids(ask(real_engine, "+Huawei +loan")) | ids(ask(real_engine, "NetDragon"))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("NetDragon OR OR ZTE", "NetDragon OR ZTE"),
        ("NetDragon VAGY OR VAGY ZTE", "NetDragon OR ZTE"),
        ("loan AND Huawei OR OR NetDragon", "loan AND Huawei OR NetDragon"),
        ("Huawei AND AND loan", "Huawei AND loan"),
        ("Huawei OR AND loan", "Huawei AND loan"),
        ("Huawei NOT NOT loan", "Huawei NOT loan"),
        ("Huawei NOT AND loan", "Huawei AND NOT loan"),
        ("Huawei OR NOT OR NOT loan", "Huawei OR NOT loan"),
        ('"Huawei OR OR loan"', '"Huawei or or loan"'),
    ],
)
def test_several_operators_in_a_row_are_one(
    real_engine: SearchEngine, text: str, same: str
) -> None:
    assert ids(ask(real_engine, text)) == ids(ask(real_engine, same))


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("type:project type:event", {"type:project", "type:event"}),
        ("év:1999 Huawei", {"Huawei"}),
        ("amount:>100M EUR amount:<200M USD", {"amount:>100M EUR"}),
        ("year:2017 +type:event status:completed",
         {"year:2017 type:event", "year:2017", "type:event"}),
        ("(year:1999 OR year:1998) -type:event Huawei", {"Huawei"}),
        ("aggály:közvilágítás", {"közvilágítás"}),
        ("year>2035", set()),
        ('project:"Huawei loan"', {"Huawei loan"}),
    ],
)  # fmt: skip
def test_where_nothing_has_all_fields_fewer_of_them_are_offered(
    real_engine: SearchEngine, text: str, offered: set[str]
) -> None:
    results = ask(real_engine, text)
    assert results.total == 0
    assert {other.text for other in results.suggestions if other.kind == "fewer"} == offered
    assert all(ask(real_engine, other.text).total == other.total for other in results.suggestions)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Huawei && loan", "Huawei AND loan"),
        ("Huawei || ZTE", "Huawei OR ZTE"),
        ("Huawei !loan", "Huawei -loan"),
        ('!"safe city"', '-"safe city"'),
    ],
)
def test_signs_of_other_query_languages_are_understood(
    real_engine: SearchEngine, text: str, same: str
) -> None:
    assert ids(ask(real_engine, text)) == ids(ask(real_engine, same))
    assert ask(real_engine, text).understood == ask(real_engine, same).understood


@pytest.mark.parametrize("text", ["Huawei AND xyzzyq", "NetDragon ÉS ZTE"])
def test_where_nothing_has_every_word_fewer_words_are_offered(
    real_engine: SearchEngine, text: str
) -> None:
    results = ask(real_engine, text)
    assert results.total == 0
    assert any(other.kind == "fewer" and other.total for other in results.suggestions)


@pytest.mark.parametrize(
    ("text", "english", "hungarian"),
    [
        ("Huawei AND", "A word is still missing beside “AND”: it is passed over.",
         "„AND” mellől még hiányzik egy szó, addig figyelmen kívül marad."),
        ("NOT", "“NOT” stands alone: searched as a word.",
         "„NOT” magában áll: szóként keresve."),
        ("(Huawei", "A bracket has no partner: it is passed over.",
         "Az egyik zárójelnek nincs párja, ezért figyelmen kívül marad."),
        ("Huawei year:<2020", "Year: before 2020", "Év: 2020 előtt"),
        ("date:<5 October 2016", "Date: before 5 October 2016", "Dátum: 2016. október 5. előtt"),
        ("year:2017-2020", "Year: from 2017 to 2020", "Év: 2017 és 2020 között"),
        ("Huawei date:soon", "“date:soon” is not read as a date: searched as words.",
         "„date:soon” nem olvasható dátumként: szavakként keresve."),
        ("*", "No word to search for yet: all records are listed.",
         "Még nincs keresendő szó: minden rekord látszik."),
        ('"Huawei cameras"~5', "“Huawei cameras”: within 5 words of each other, in any order",
         "„Huawei cameras”: legfeljebb 5 szónyira egymástól, bármilyen sorrendben"),
        ("-type:source", "Excluded – Type: Source", "Kizárva – Típus: Forrás"),
        ("Huawei NOT year:>2016", "Excluded – Year: after 2016", "Kizárva – Év: 2016 után"),
        ("Huawei AND loan", "All of these must be there: Huawei · loan",
         "Mindegyiknek szerepelnie kell: Huawei · loan"),
    ],
)  # fmt: skip
def test_the_reader_is_told_in_either_language(
    real_engine: SearchEngine, text: str, english: str, hungarian: str
) -> None:
    assert ask(real_engine, text).understood == (english,)
    assert ask(real_engine, text, HUNGARIAN).understood == (hungarian,)


def test_an_unfinished_and_finds_what_stands_before_it(real_engine: SearchEngine) -> None:
    assert ids(ask(real_engine, "Huawei AND ")) == ids(ask(real_engine, "Huawei"))


def test_who_asks_in_a_currency_that_no_amount_has_is_told_which_there_are(
    real_engine: SearchEngine,
) -> None:
    for locale, words in (
        (ENGLISH, "No amount is stated in SEK, only in: EUR · USD. Nothing is converted."),
        (
            HUNGARIAN,
            "Ebben a pénznemben nincs összeg: SEK. Más pénznemben van: EUR · USD. Átváltás nincs.",
        ),
    ):
        results = ask(real_engine, "amount:>100M SEK", locale)
        assert results.total == 0
        assert words in results.understood


def test_one_of_several_words_is_all_that_a_choice_wants(real_engine: SearchEngine) -> None:
    found = ask(real_engine, "Huawei OR ZTE")
    assert len(found.hits) > 20
    assert all(hit.match != "partial" for hit in found.hits)


def test_words_may_stand_as_far_apart_as_was_asked_for(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    add_actor("near", "Near", "They meet the dragon near this very castle.")
    engine = workshop_engine()
    for text in ('"dragon castle"~4', '"castle dragon"~4', '"dragon near castle"~9'):
        assert ids(ask(engine, text)) == {"actor/near"}
    for text in ('"dragon castle"~3', '"dragon castle"~1', '"dragon castle"'):
        assert not ids(ask(engine, text))


def test_a_rough_date_finds_what_is_dated_so_or_within_its_months(
    real_engine: SearchEngine,
) -> None:
    early, late = (ids(ask(real_engine, text)) for text in ("date:early 2020", "dátum:2020 vége"))
    assert "event/netdragon-memorandum-2020" in early - late
    assert "event/washington-declarations-2020" in late - early
