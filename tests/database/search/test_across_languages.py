"""A record that exists in one language only is found by a reader of the other one."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from database.catalog import connect
from database.compile.build import compile_into
from database.compile.content import Content
from database.model.record import Record
from database.model.schema import Schema
from database.model.text import Text
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN

ONLY_ENGLISH = {
    "loan": ("Port loan", "A loan from a Chinese bank paid for the port."),
    "faces": ("Eyes on the square", "Cameras with face recognition watch over the square."),
    "cables": ("Under the sea", "The data centre is linked by a fibre-optic cable."),
    "premier": ("A speech", "The prime minister praised the Montenegro motorway."),
    "advice": ("An office", "It gave regional advice on technology."),
    "river": ("Dirty water", "Pollution of the river by the steel mill went on."),
}
ONLY_HUNGARIAN = {
    "hitel": ("Hitel a kikötőre", "A kikötőt egy kínai bank hitele fizette."),
    "arcok": ("Szemek a téren", "Arcfelismerő kamerák figyelik a teret."),
    "kabelek": ("A tenger alatt", "Az adatközpontot optikai kábel köti össze."),
    "miniszterelnok": ("Egy beszéd", "A miniszterelnök dicsérte a montenegrói autópályát."),
    "folyo": ("Piszkos víz", "Az acélmű tovább szennyezte a folyót."),
}


def told_in(language: str, name: str, words: tuple[str, str], like: Record) -> Record:
    """Return an actor that says *words* in one language and nothing in any other."""
    title, description = (Text.of(**{language: text}) for text in words)
    return Record(f"actor/{name}", "actor", title, description, like.attributes)


@pytest.fixture(scope="module")
def engine_of_halves(
    real_content: Content, schema: Schema, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SearchEngine]:
    """An engine over records of one language each, with the thesaurus and names of the dossier."""
    like = real_content.records["actor/google"]
    halves = [told_in("en", name, words, like) for name, words in ONLY_ENGLISH.items()]
    halves += [told_in("hu", name, words, like) for name, words in ONLY_HUNGARIAN.items()]
    named = real_content.records["actor/montenegro"]
    bare = replace(named, summary=(), claims=(), relations=())
    records = {record.id: record for record in [*halves, bare]}
    path = tmp_path_factory.mktemp("halves") / "halves.tukor"
    compile_into(path, replace(real_content, records=records), schema)
    with closing(connect(path)) as connection:
        yield SearchEngine(connection, schema)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("hitel", "loan"),
        ("kínai hitelek", "loan"),
        ("kolcson", "loan"),
        ("arcfelismerés", "faces"),
        ("kamerákkal", "faces"),
        ("adatközpontokban", "cables"),
        ("optikai kábel", "cables"),
        ("kormányfő", "premier"),
        ("miniszterelnök autópálya", "premier"),
        ("Montenegróról", "premier"),
        ("környezetszennyezés", "river"),
        ("acélmű", "river"),
        ("железара", "river"),
        ("technológia", "advice"),
        ("kredit", "loan"),
        ("Crna Gora autoput", "premier"),
    ],
)
def test_a_hungarian_or_serbian_question_finds_what_is_written_in_english_only(
    engine_of_halves: SearchEngine, asked: str, found: str
) -> None:
    hits = engine_of_halves.search(SearchRequest(asked, HUNGARIAN)).hits
    assert f"actor/{found}" in [hit.id for hit in hits]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("loan", "hitel"),
        ("Chinese loans", "hitel"),
        ("face recognition", "arcok"),
        ("cameras", "arcok"),
        ("data centers", "kabelek"),
        ("fiber-optic cables", "kabelek"),
        ("prime minister", "miniszterelnok"),
        ("motorways in Montenegro", "miniszterelnok"),
        ("steel mill", "folyo"),
        ("rivers", "folyo"),
    ],
)
def test_an_english_question_finds_what_is_written_in_hungarian_only(
    engine_of_halves: SearchEngine, asked: str, found: str
) -> None:
    hits = engine_of_halves.search(SearchRequest(asked, ENGLISH)).hits
    assert f"actor/{found}" in [hit.id for hit in hits]


def test_the_own_language_stands_above_the_other(engine_of_halves: SearchEngine) -> None:
    hits = engine_of_halves.search(SearchRequest("hitel", HUNGARIAN)).hits
    order = [hit.id for hit in hits]
    assert order.index("actor/hitel") < order.index("actor/loan")
    assert {hit.id: hit.match for hit in hits}["actor/loan"] == "thesaurus"


def test_the_other_words_are_told_and_can_be_left_out(engine_of_halves: SearchEngine) -> None:
    results = engine_of_halves.search(SearchRequest("hitel", HUNGARIAN))
    searched = {expansion.searched for expansion in results.expansions}
    assert "loan" in searched
    alone = SearchRequest("hitel", HUNGARIAN, without=frozenset(searched))
    assert "actor/loan" not in {hit.id for hit in engine_of_halves.search(alone).hits}


def test_what_exists_in_one_language_is_shown_in_it(engine_of_halves: SearchEngine) -> None:
    (hit,) = [
        hit
        for hit in engine_of_halves.search(SearchRequest("hitel", HUNGARIAN)).hits
        if hit.id == "actor/loan"
    ]
    assert hit.title.within("hu") == "Port loan"


def test_in_a_hungarian_label_only_the_last_word_has_endings(real_engine: SearchEngine) -> None:
    request = SearchRequest("classified procurement", HUNGARIAN, unfinished=False)
    told = {reason.found for hit in real_engine.hits(request).hits for reason in hit.why}
    assert "bizalmas beszerzés" in told
    assert not any(found.startswith("bizalmasak ") for found in told)
