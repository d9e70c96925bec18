"""A name in one language or script reaches the records that use it in another."""

import pytest

from database.compile.content import Content
from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.index import names
from database.search.language import analysis
from database.search.language.serbian import cases, nominatives, stems
from database.search.request import SearchRequest
from i18n.locales import ENGLISH
from tests.database.conftest import AddActor, Workshop
from tests.database.search.conftest import OpenEngine

RIVER = """
    title = { en = "Riverland", hu = "Folyamország" }
    description = { en = "A land.", hu = "Egy ország." }
    actor-kind = "state"
    [[names]]
    text = "Рекаландија"
    lang = "sr-Cyrl"
    kind = "native"
    [[names]]
    text = "河国"
    lang = "zh-Hans"
    kind = "variant"
    [[names]]
    text = "Backwater"
    lang = "en"
    kind = "variant"
    [[relations]]
    role = "partner"
    to = "actor/example-works"
    cite = ["example-analysis"]
"""


@pytest.mark.parametrize(
    "asked", ["Riverland", "Folyamország", "Folyamországról", "Рекаландија", "u Rekalandiji"]
)
def test_who_asks_by_one_name_finds_what_is_written_under_another(
    workshop: Workshop, add_actor: AddActor, workshop_engine: OpenEngine, asked: str
) -> None:
    workshop.write("content/actor/riverland.toml", RIVER)
    mentioned = add_actor("miller", "Miller", "He came from Riverland.")
    hits = workshop_engine().search(SearchRequest(asked, ENGLISH)).hits
    assert {"actor/riverland", mentioned} <= {hit.id for hit in hits}


def test_the_chip_tells_under_which_name_it_was_found(
    workshop: Workshop, add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    workshop.write("content/actor/riverland.toml", RIVER)
    add_actor("miller", "Miller", "He came from Riverland.")
    results = workshop_engine().search(SearchRequest("Folyamország", ENGLISH))
    assert [(e.searched, e.rule) for e in results.expansions] == [("Riverland", "thesaurus")]


def test_a_wider_name_in_the_language_of_the_dossier_is_no_label(
    real_content: Content, schema: Schema
) -> None:
    terms = {term.id: term for term in names.of_records(real_content.records.values(), schema)}
    russia = terms["actor/russia"].labels
    assert russia["en"] == ("Russia",)
    assert "Русија" in russia[analysis.ANY_LANGUAGE]
    assert "Moscow" not in russia[analysis.ANY_LANGUAGE]


def test_what_is_found_under_its_own_names_only_is_no_term(
    real_content: Content, schema: Schema
) -> None:
    terms = {term.id for term in names.of_records(real_content.records.values(), schema)}
    assert {term.partition("/")[0] for term in terms} == {"actor"}


def test_places_have_names_too(real_content: Content) -> None:
    terms = {term.id: term for term in names.of_places(real_content.places.values())}
    assert terms["place/belgrade"].labels["hu"] == ("Belgrád",)
    assert "Beograd" in terms["place/belgrade"].labels[analysis.ANY_LANGUAGE]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("autoput Crna Gora", "project/smokovac-matesevo-motorway"),
        ("autoput Severna Makedonija", "project/kicevo-ohrid-motorway"),
        ("кинески кредит Црна Гора", "concern/debt-trap"),
        ("nadzorne kamere u Beogradu", "project/belgrade-safe-city"),
        ("sa Huaweijem", "actor/huawei"),
        ("srpska vlada", "actor/government-of-serbia"),
        ("beogradske kamere", "project/belgrade-safe-city"),
        ("kineska ulaganja", "actor/china"),
        ("crnogorski dug", "concern/debt-trap"),
        ("американске санкције", "event/google-huawei-sanctions-2019"),
    ],
)
def test_a_serbian_question_finds_records_without_a_serbian_word(
    real_engine: SearchEngine, asked: str, found: str
) -> None:
    hits = real_engine.search(SearchRequest(asked, ENGLISH, limit=5)).hits
    assert found in {hit.id for hit in hits}


@pytest.mark.parametrize(
    ("nominative", "cases"),
    [
        ("beograd", ["beogradu", "beograda", "beogradom"]),
        ("kragujevac", ["kragujevca", "kragujevcu", "kragujevcem"]),
        ("centar", ["centra", "centru", "centrima"]),
        ("pametni", ["pametnog", "pametnom", "pametan", "pametna"]),
        ("gora", ["gori", "goru", "gore", "gorom"]),
        ("makedonija", ["makedoniji", "makedonije", "makedonijom"]),
        ("grad", ["gradovi", "gradova", "gradovima", "gradu"]),
        ("bezbednost", ["bezbednosti"]),
    ],
)
def test_serbian_cases_meet_their_nominative(nominative: str, cases: list[str]) -> None:
    for case in cases:
        assert analysis.kept_keys(nominative, "sr") & set(stems(case))


def test_a_case_leads_back_to_names() -> None:
    assert "vucic" in set(nominatives("vucicem"))
    assert "kragujevac" in set(nominatives("kragujevca"))
    assert "huawei" in set(nominatives("huaweijem"))
    assert not set(nominatives("nis"))


@pytest.mark.parametrize(
    ("adjective", "place"),
    [
        ("beogradskim", "beograd"),
        ("niske", "nis"),
        ("kragujevacki", "kragujevac"),
        ("smederevska", "smederevo"),
        ("kineske", "kina"),
    ],
)
def test_an_adjective_leads_back_to_its_place(adjective: str, place: str) -> None:
    assert place in set(nominatives(adjective))


def test_a_nominative_leads_to_its_cases() -> None:
    assert {"oblaka", "oblaku", "oblakom"} <= set(cases("oblak"))
    assert "turizma" in set(cases("turizam"))
    assert not set(cases("nis"))  # too short to tell anything


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Кини", "actor/china"),
        ("Beogradu", "actor/city-of-belgrade"),
        ("srpska vlada", "actor/government-of-serbia"),
    ],
)
def test_a_case_that_some_name_has_does_not_hide_the_nominative(
    real_engine: SearchEngine, asked: str, first: str
) -> None:
    """A concern is also called “nesloga EU o Kini”, in words like these."""
    assert real_engine.search(SearchRequest(asked, ENGLISH, limit=1)).hits[0].id == first


def test_a_nominative_is_no_misspelt_case(real_engine: SearchEngine) -> None:
    results = real_engine.search(SearchRequest("inovacioni fond", ENGLISH, limit=1))
    assert results.hits[0].id == "project/ipa-2011-innovation-fund"
    assert "fuzzy" not in {expansion.rule for expansion in results.expansions}
