"""What is offered under the field while a question is being typed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from database.catalog import connect
from database.model.schema import Schema
from database.search.offer.known_records import BEGINNING, NAMES, WITHIN
from database.search.offer.offer import Offer
from database.search.offer.suggest import Suggester
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale
from tests.database.conftest import Workshop


@pytest.fixture(scope="module")
def suggester(real_dossier: Path, schema: Schema) -> Suggester:
    return Suggester.open([real_dossier], schema)


@pytest.fixture(scope="module")
def dossier(real_dossier: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(real_dossier)) as connection:
        yield connection


def records(suggester: Suggester, text: str, locale: Locale = ENGLISH) -> list[str | None]:
    return [offer.record for offer in suggester.suggest(text, locale) if offer.kind == "record"]


def terms(suggester: Suggester, text: str, locale: Locale) -> list[Offer]:
    return [offer for offer in suggester.suggest(text, locale) if offer.kind == "term"]


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("belgrade sa", "project/belgrade-safe-city"),
        ("safe cit", "project/belgrade-safe-city"),  # not at the beginning of the title
        ("biztonsagos varos", "project/belgrade-safe-city"),  # in Hungarian, without accents
        ("Bezbedan gr", "project/belgrade-safe-city"),  # another name
        ("Безбедан", "project/belgrade-safe-city"),
        ("Вучић", "actor/aleksandar-vucic"),
        ("vucic", "actor/aleksandar-vucic"),
        ("Ниш", "project/nis-smart-city"),
        ("华", "actor/huawei"),
        ("hu", "actor/huawei"),
        ("yo", "project/reclaim-your-face-initiative"),  # two letters within the title
    ],
)
@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_a_record_is_offered_by_the_beginning_of_the_words_of_any_name(
    suggester: Suggester, text: str, record: str, locale: Locale
) -> None:
    assert record in records(suggester, text, locale)


def test_a_record_is_shown_in_the_readers_language_with_the_name_that_was_typed(
    suggester: Suggester,
) -> None:
    for locale, shown, detail in (
        (ENGLISH, "Belgrade Safe City", "Belgrádi Biztonságos Város"),
        (HUNGARIAN, "Belgrádi Biztonságos Város", ""),
    ):
        offers = suggester.suggest("Belgrádi Bizt", locale)
        assert (offers[0].shown, offers[0].detail) == (shown, detail)


def test_the_words_must_stand_in_one_name(suggester: Suggester) -> None:
    assert records(suggester, "safe huaw") == []


@pytest.mark.parametrize(
    ("text", "locale", "label", "meaning", "question"),
    [
        ("okosv", ENGLISH, "okosváros", "smart city", "okosváros"),
        ("okosv", HUNGARIAN, "okosváros", "smart city", "okosváros"),
        ("face reco", HUNGARIAN, "face recognition", "arcfelismerés", "face recognition"),
        ("Huawei arcfelism", ENGLISH, "arcfelismerés", "face recognition", "Huawei arcfelismerés"),
        ("Huawei face reco", ENGLISH, "face recognition", "arcfelismerés",
         "Huawei face recognition"),
    ],
)  # fmt: skip
def test_a_term_is_offered_with_what_it_means_in_the_other_language(
    suggester: Suggester, text: str, locale: Locale, label: str, meaning: str, question: str
) -> None:
    first = terms(suggester, text, locale)[0]
    assert (first.shown, first.detail, first.text) == (label, meaning, question)


def test_a_term_that_is_complete_is_not_changed_by_the_middle_of_another(
    suggester: Suggester,
) -> None:
    assert all(x.text.startswith("data centre") for x in terms(suggester, "data centre", ENGLISH))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Budapest-Bel", []),  # the end of a word with hyphens is no word
        ("kind-of-act", []),
        ("5G-háló", ["5G-hálózat", "5G-hálózatok biztonsága"]),
        ("safe cit", ["Safe City", "citizen"]),  # not safe city once more
    ],
)
def test_terms_that_would_make_no_other_question_are_not_offered(
    suggester: Suggester, text: str, shown: list[str]
) -> None:
    assert [offer.shown for offer in terms(suggester, text, ENGLISH)] == shown


def test_values_stand_alone_and_fields_come_last(suggester: Suggester) -> None:
    kinds = [offer.kind for offer in suggester.suggest("pro", ENGLISH)]
    assert kinds[-1] == "field"
    assert {offer.kind for offer in suggester.suggest("huawei type:", ENGLISH)} == {"value"}


def test_a_field_that_asks_for_a_record_offers_records_of_its_type(suggester: Suggester) -> None:
    assert suggester.suggest("actor:huaw", ENGLISH)[0].text == "actor:Huawei "
    offers = suggester.suggest('szereplő:"belgrád v', HUNGARIAN)
    assert offers[0].text == 'szereplő:"Belgrád városa" '


def test_records_of_other_types_take_no_place_from_those_that_a_field_asks_for(
    suggester: Suggester,
) -> None:
    assert len(suggester.suggest("source:sz", ENGLISH, 10)) == 10


def test_nothing_is_offered_for_nothing(suggester: Suggester) -> None:
    assert suggester.suggest("", ENGLISH) == ()
    assert suggester.suggest("  ", HUNGARIAN) == ()
    assert suggester.suggest("xyzzyq", HUNGARIAN) == ()


def test_there_are_never_more_than_were_asked_for(suggester: Suggester) -> None:
    for limit in (1, 3, 8):
        assert len(suggester.suggest("s", ENGLISH, limit)) <= limit
        assert len(suggester.suggest("serbia", ENGLISH, limit)) == min(limit, 8) or limit == 8


@given(st.text(max_size=40), st.integers(0, 50), st.sampled_from(LOCALES))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_typed(
    suggester: Suggester, text: str, cursor: int, locale: Locale
) -> None:
    for offer in suggester.suggest(text, locale, cursor=cursor):
        assert 0 <= offer.cursor <= len(offer.text)


@pytest.mark.parametrize(
    ("sql", "parameters"),
    [
        (BEGINNING, ["a", "b", "actor", 40]),
        (WITHIN, ['"belgrade" AND "saf" *', "", 40]),
        (NAMES, [1]),
    ],
)
def test_no_table_is_read_through(
    dossier: sqlite3.Connection, sql: str, parameters: list[object]
) -> None:
    plan = [row[3] for row in dossier.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)]
    scans = [step for step in plan if step.startswith("SCAN")]
    assert all("VIRTUAL TABLE INDEX" in step and ":M" in step for step in scans), plan
    assert plan


@pytest.fixture(scope="module")
def both(real_dossier: Path, sample_dossier: Path, schema: Schema) -> Suggester:
    return Suggester.open([real_dossier, sample_dossier], schema)


def test_two_dossiers_offer_the_same_thing_once(both: Suggester) -> None:
    assert [offer.text for offer in both.suggest("type:pr", ENGLISH)] == ["type:project "]
    assert "project/example-railway" in records(both, "example rail")
    assert "actor/huawei" in records(both, "huaw")


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("cam", "project/example-cameras"),
        ("city", "actor/flintford"),
        ("ra", "project/example-railway"),
        ("jo", "actor/jovan-djordjevic"),
        ("mini", "actor/example-ministry"),
    ],
)
def test_a_record_that_is_near_is_offered_whichever_dossier_has_it(
    both: Suggester, text: str, record: str
) -> None:
    found = records(both, text)
    assert record in found
    assert len(found) == 4


def test_the_nearest_records_of_all_dossiers_come_first(both: Suggester) -> None:
    shown = [offer.shown for offer in both.suggest("city of", ENGLISH) if offer.kind == "record"]
    assert shown == ["City of Niš", "City of Belgrade", "City of Flintford", "City of Kragujevac"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "actor:city",
            ["City of Niš", "City of Belgrade", "City of Flintford", "City of Kragujevac"],
        ),
        (
            "place:",
            ["Belgrade", "Kragujevac", "Washington, D.C.", "Brussels", "Flintford", "Beijing"],
        ),
        ("place:k", ["Kičevo", "Kragujevac", "Flintford"]),  # which is Kremenovo, too
    ],
)
def test_values_of_all_dossiers_stand_in_one_order(
    both: Suggester, text: str, shown: list[str]
) -> None:
    offered = [offer.shown for offer in both.suggest(text, ENGLISH)]
    assert offered[: len(shown)] == shown


@pytest.mark.parametrize(
    ("locale", "titles"),
    [
        (ENGLISH, {"An example dossier", "China in Serbia’s ICT sector"}),
        (HUNGARIAN, {"Egy mintadosszié", "Kína Szerbia IKT-szektorában"}),
    ],
)
def test_records_that_are_called_alike_are_offered_with_their_dossiers(
    workshop: Workshop, real_dossier: Path, schema: Schema, locale: Locale, titles: set[str]
) -> None:
    for language, title in (("en", "Example Works"), ("hu", "Minta Művek")):
        old, new = (f'title.{language} = "{name}"' for name in (title, "Huawei"))
        workshop.change("content/actor/example-works.toml", old, new)
    second = workshop.build(workshop.folder / "second.tukor")
    both = Suggester.open([second, real_dossier], schema)
    offers = [offer for offer in both.suggest("huaw", locale) if offer.kind == "record"]
    alike = [offer for offer in offers if offer.shown == "Huawei"]
    assert {offer.record for offer in alike} == {"actor/huawei", "actor/example-works"}
    assert {offer.detail for offer in alike} == titles
    assert not any(offer.detail in titles for offer in offers if offer not in alike)
    alone = Suggester.open([real_dossier], schema).suggest("huaw", locale)
    assert not any(offer.detail in titles for offer in alone)
