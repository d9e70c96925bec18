"""What is searched besides: other names of a concept, however they are written."""

from dataclasses import replace

import pytest

from database.compile.content import Content
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.database.conftest import AddActor
from tests.database.search.conftest import OpenEngine


@pytest.mark.parametrize(
    ("typed", "locale", "meant"),
    [
        ("head of state", ENGLISH, "elnök"),
        ("memorandum of understanding", ENGLISH, "egyetértési megállapodás"),
        ("memorandum o razumevanju", ENGLISH, "egyetértési megállapodás"),
        ("az új selyemút", HUNGARIAN, "Belt and Road Initiative"),
        ("nem megbízható szállító", HUNGARIAN, "untrusted vendor"),
    ],
)
def test_a_concept_is_known_by_a_name_that_has_stop_words(
    real_engine: SearchEngine, typed: str, locale: Locale, meant: str
) -> None:
    expansions = real_engine.search(SearchRequest(typed, locale, unfinished=False)).expansions
    assert (meant, "thesaurus") in [(e.searched, e.rule) for e in expansions]


@pytest.mark.parametrize("typed", ["Novi Sad", "novi sad", "Нови Сад", '"Novi Sad"', "Újvidék"])
def test_a_word_of_a_name_that_no_record_has_is_read_as_no_other_name(
    real_engine: SearchEngine, typed: str
) -> None:
    for unfinished in (True, False):
        results = real_engine.search(SearchRequest(typed, HUNGARIAN, unfinished=unfinished))
        assert (results.total, results.expansions, results.suggestions) == (0, (), ())
    beside = real_engine.search(SearchRequest(f"{typed.strip(chr(34))} adatközpont", HUNGARIAN))
    assert {expansion.asked for expansion in beside.expansions} == {"adatközpont"}
    assert "actor/united-states" not in {hit.id for hit in beside.hits}


def test_that_name_is_found_where_it_stands_alone(real_engine: SearchEngine) -> None:
    for typed in ("SAD", "САД", "politika SAD"):
        request = SearchRequest(typed, HUNGARIAN, unfinished=False)
        assert real_engine.search(request).hits[0].id == "actor/united-states"


@pytest.mark.parametrize("typed", ["e-government", "E-government", "e-kormányzat"])
def test_a_letter_that_a_hyphen_ties_to_a_word_makes_another_word(
    real_engine: SearchEngine, typed: str
) -> None:
    results = real_engine.hits(SearchRequest(typed, HUNGARIAN, unfinished=False))
    assert results.hits[0].id == "actor/office-for-it-and-egovernment"
    assert {e.asked for e in results.expansions} == {typed.replace("-", " ")}


@pytest.mark.parametrize("typed", ["forrás", "források", "együtt"])
def test_no_compound_begins_with_a_word_that_tells_nothing(
    real_engine: SearchEngine, typed: str
) -> None:
    expansions = real_engine.hits(SearchRequest(typed, HUNGARIAN)).expansions
    assert [e.searched for e in expansions if e.rule == "compound"] == []


@pytest.mark.parametrize("typed", ["novi s", "novi sa", "нови са", "Novi Sa"])
def test_half_a_name_is_found_though_its_last_letters_are_a_stop_word(
    add_actor: AddActor, workshop_engine: OpenEngine, typed: str
) -> None:
    wanted = add_actor("wanted", "Novi Sad works")
    add_actor("other", "Novi kombinat", "It knows a factory.")
    hits = workshop_engine().hits(SearchRequest(typed, HUNGARIAN)).hits
    assert [hit.id for hit in hits if hit.match != "partial"] == [wanted]


@pytest.mark.parametrize(
    ("asked", "told", "figures", "found"),
    [
        ("half a billion euros", "half a billion", "500 million",
         "project/kragujevac-state-data-centre"),
        ("félmilliárd euró", "félmilliárd", "500 millió", "project/kragujevac-state-data-centre"),
        ("hatszázhat millió", "hatszázhat millió", "606 millió", "project/fruskogorski-corridor"),
        ("€65m iskolák", "65m", "65 millió", "project/eib-digital-schools"),
    ],
)  # fmt: skip
def test_a_number_that_is_written_out_is_searched_in_figures(
    real_engine: SearchEngine, asked: str, told: str, figures: str, found: str
) -> None:
    results = real_engine.hits(SearchRequest(asked, HUNGARIAN, limit=2, unfinished=False))
    assert (told, figures) in [(e.asked, e.searched) for e in results.expansions]
    assert found in {hit.id for hit in results.hits}


def test_of_a_number_no_part_is_searched(real_engine: SearchEngine) -> None:
    """No record has 707 million, and one with 7 million would not be meant."""
    asked = SearchRequest("seven hundred and seven million", ENGLISH, unfinished=False)
    assert not {e.searched for e in real_engine.hits(asked).expansions} & {"7 million", "700"}


@pytest.mark.parametrize("asked", ["data centre", "Belt and Road", "North Macedonia"])
def test_words_within_a_concept_mean_nothing_else(real_engine: SearchEngine, asked: str) -> None:
    """Who looks for Belt and Road looks for no other roads."""
    expansions = real_engine.hits(SearchRequest(asked, ENGLISH, unfinished=False)).expansions
    assert {e.asked for e in expansions} == {asked}


@pytest.mark.parametrize("asked", ["roads in North Macedonia", "utak Észak-Macedóniában"])
def test_a_road_is_a_motorway(real_engine: SearchEngine, asked: str) -> None:
    hits = real_engine.hits(SearchRequest(asked, HUNGARIAN, limit=5, unfinished=False)).hits
    assert {hit.id for hit in hits} >= {
        "project/kicevo-ohrid-motorway", "project/miladinovci-stip-motorway"
    }  # fmt: skip


def test_what_only_has_another_ending_or_script_is_taken_off_with_its_word(
    real_engine: SearchEngine,
) -> None:
    results = real_engine.hits(SearchRequest("okosváros", ENGLISH, unfinished=False))
    assert [e.searched for e in results.expansions] == [
        "smart city", "intelligent city", "pametni grad"
    ]  # fmt: skip
    others = frozenset(e.searched for e in results.expansions)
    alone = SearchRequest("okosváros", ENGLISH, unfinished=False, without=others)
    assert real_engine.hits(alone).hits[0].why[0].found.startswith("okosváros")
    marked = {f.text for hit in real_engine.hits(alone).hits for f in hit.snippet if f.matched}
    assert not marked & {"smart city", "smart cities", "smart-city"}


def test_a_name_that_no_record_has_is_not_searched(real_engine: SearchEngine) -> None:
    expansions = real_engine.hits(SearchRequest("smart city", ENGLISH)).expansions
    searched = [e.searched for e in expansions]
    assert "okosváros" in searched
    assert "digitális város" not in searched  # records have both words, each for itself


@pytest.mark.parametrize(
    ("asked", "searched", "found"),
    [
        ("propaganda", "influence", "concern/soft-power-media-academia"),
        ("high-speed train", "vasútvonal", "project/budapest-belgrade-railway"),
        ("nagysebességű vasút", "railway", "project/budapest-belgrade-railway"),
        ("сајбер напад", "cybersecurity", "concern/cybersecurity-alignment"),
        ("pilot project of Huawei", "innovation", "project/huawei-innovation-centre"),
    ],
)
def test_a_concept_of_which_no_record_tells_is_searched_by_the_broader_one(
    real_engine: SearchEngine, asked: str, searched: str, found: str
) -> None:
    results = real_engine.hits(SearchRequest(asked, ENGLISH, limit=5, unfinished=False))
    assert (searched, "broader") in [(e.searched, e.rule) for e in results.expansions]
    (hit,) = [hit for hit in results.hits if hit.id == found]
    assert hit.match == "broader"
    assert "broader" in [reason.rule for reason in hit.why]


def test_a_broader_term_can_be_taken_off(real_engine: SearchEngine) -> None:
    request = SearchRequest("roaming", ENGLISH, unfinished=False)
    searched = {e.searched for e in real_engine.hits(request).expansions}
    assert searched == {"mobile network", "mobilhálózat"}
    assert real_engine.hits(replace(request, without=frozenset(searched))).total == 0


# Names that are listed so that their words are read as no other name.
_KEPT_APART = {"novi-sad"}


def test_every_concept_leads_to_some_record(
    real_engine: SearchEngine, real_content: Content
) -> None:
    several = [term for key, term in real_content.terms.items() if key not in _KEPT_APART]
    names = [term.labels["hu"][0] for term in several]
    requests = (SearchRequest(name, HUNGARIAN, limit=1, unfinished=False) for name in names)
    told = zip(names, (real_engine.hits(request).total for request in requests), strict=True)
    assert [name for name, total in told if not total] == []


@pytest.mark.parametrize("asked", ["railway", "vasút", "okosváros", "adatközpontok", "ai platform"])
def test_a_concept_of_which_records_tell_is_searched_by_no_broader_one(
    real_engine: SearchEngine, asked: str
) -> None:
    expansions = real_engine.hits(SearchRequest(asked, ENGLISH, unfinished=False)).expansions
    assert expansions
    assert "broader" not in {e.rule for e in expansions}


@pytest.mark.parametrize("asked", ["mintaprojekt", "radio frequency", "rádiófrekvenciát", "smog"])
def test_what_the_thesaurus_knows_is_no_misspelt_word(
    real_engine: SearchEngine, asked: str
) -> None:
    expansions = real_engine.hits(SearchRequest(asked, HUNGARIAN, unfinished=False)).expansions
    assert {e.rule for e in expansions} == {"broader"}


@pytest.mark.parametrize(
    ("asked", "head", "found"),
    [
        ("internetszolgáltató", "szolgáltató", "actor/telekom-srbija"),
        ("Internetszolgáltatókat", "szolgáltató", "actor/telekom-srbija"),
        ("pénzügyminisztérium", "minisztérium", "actor/cabinet-of-innovation-minister"),
        ("penzugyminiszterium", "minisztérium", "actor/cabinet-of-innovation-minister"),
    ],
)
def test_a_hungarian_compound_that_no_record_has_is_searched_by_its_head(
    real_engine: SearchEngine, asked: str, head: str, found: str
) -> None:
    results = real_engine.hits(SearchRequest(asked, HUNGARIAN, limit=5, unfinished=False))
    assert [(e.searched, e.rule) for e in results.expansions] == [(head, "broader")]
    assert found in {hit.id for hit in results.hits}


@pytest.mark.parametrize("asked", ["greenhouse", "erdészet", "Székesfehérvár", "lelkészség"])
def test_what_only_ends_like_another_word_is_no_compound_of_it(
    real_engine: SearchEngine, asked: str
) -> None:
    results = real_engine.hits(SearchRequest(asked, HUNGARIAN, unfinished=False))
    assert (results.total, results.expansions) == (0, ())


@pytest.mark.parametrize("asked", ["drótnélküli", "kormányellenes", "korlátozás nélküli"])
def test_what_is_without_or_against_a_thing_is_asked_for_by_more_than_that(
    add_actor: AddActor, workshop_engine: OpenEngine, asked: str
) -> None:
    without = add_actor("without", "Nobody", "Hang nélküli, zaj ellenes.")
    results = workshop_engine().hits(SearchRequest(asked, HUNGARIAN, unfinished=False))
    assert "broader" not in {expansion.rule for expansion in results.expansions}
    assert (without in {hit.id for hit in results.hits}) == (" " in asked)


def test_a_thing_in_other_words_is_no_verb_of_the_same_stem(real_engine: SearchEngine) -> None:
    """Who asks for “tartozás”, a debt, does not ask for what “tartozik” to something."""
    results = real_engine.hits(SearchRequest("adósság", HUNGARIAN, unfinished=False))
    assert not {why.found for hit in results.hits for why in hit.why} & {"tartozó", "tartoznak"}


@pytest.mark.parametrize("asked", ["NetDragon", "Montenegró", "silk road"])
def test_another_spelling_that_finds_nothing_more_is_not_searched(
    real_engine: SearchEngine, asked: str
) -> None:
    expansions = real_engine.hits(SearchRequest(asked, ENGLISH, unfinished=False)).expansions
    assert "compound" not in {expansion.rule for expansion in expansions}


@pytest.mark.parametrize(
    ("asked", "found"),
    [("belügyminiszter", "actor/ministry-of-the-interior"), ("telecom", "actor/telekom-srbija")],
)
def test_a_word_that_no_record_has_may_be_the_beginning_of_one(
    real_engine: SearchEngine, asked: str, found: str
) -> None:
    request = SearchRequest(asked, HUNGARIAN, limit=5, unfinished=False)
    assert found in {hit.id for hit in real_engine.hits(request).hits}


def test_the_name_itself_is_searched_however_many_forms_its_words_have(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    add_actor(
        "others",
        "Others",
        "Close closes closing; circuits circuited circuiting circuitings;"
        " televise televised televises televising televisions.",
    )
    wanted = add_actor("wanted", "Wanted", "It has closed-circuit television.")
    hits = workshop_engine().hits(SearchRequest("camera", ENGLISH, limit=100)).hits
    assert wanted in [hit.id for hit in hits]
