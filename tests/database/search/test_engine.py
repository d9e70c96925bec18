"""Search over the miniature dossier: what a reader types, and what they are shown."""

import gc
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from database.catalog import Catalog, connect
from database.model.schema import Schema
from database.search.engine import Interrupted, SearchEngine
from database.search.request import SearchRequest
from database.search.results import SearchResults
from i18n.locales import ENGLISH, HUNGARIAN, Locale

RAILWAY = "project/example-railway"
CAMERAS = "project/example-cameras"
DIRECTOR = "actor/jovan-djordjevic"


def ids(results: SearchResults) -> list[str]:
    return [hit.id for hit in results.hits]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mintavasút", RAILWAY),
        ("mintavasut", RAILWAY),  # no accents on the keyboard
        ("mintavas", RAILWAY),  # still typing
        ("mintavasúttal", RAILWAY),  # with a suffix
        ("MINTAVASÚT", RAILWAY),
        ("example railway", RAILWAY),
        ("example railways", RAILWAY),
        ("exmaple railway", RAILWAY),  # letters that changed places
        ("iron road", RAILWAY),  # another name for it, from the thesaurus
        ("железница", RAILWAY),
        ("Đorđević", DIRECTOR),
        ("Djordjevic", DIRECTOR),
        ("Dordevic", DIRECTOR),
        ("Ђорђевић", DIRECTOR),
        ("Đorđevićnek", DIRECTOR),
        ("Jovan Gyorgyevics", DIRECTOR),  # by his first name at least
        ("tűzkői", "actor/flintford"),
        ("térfigyelő", CAMERAS),
        ("12.5 million", RAILWAY),
        ("1000 kamera", CAMERAS),
        ("since 2012", DIRECTOR),
    ],
)
@pytest.mark.parametrize("locale", [ENGLISH, HUNGARIAN])
def test_a_reader_of_either_language_finds_it(
    engine: SearchEngine, typed: str, found: str, locale: Locale
) -> None:
    results = engine.search(SearchRequest(typed, locale))
    assert ids(results)[:1] == [found]


@pytest.mark.parametrize("typed", ["Kremenovo", "Кременово", "Flintford", "Tűzkőben"])
def test_a_place_finds_everything_that_is_there(engine: SearchEngine, typed: str) -> None:
    there = {RAILWAY, "actor/flintford", "event/example-opening-2018"}
    assert there <= set(ids(engine.search(SearchRequest(typed, ENGLISH))))


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("Đorđević", "exact"),
        ("Ђорђевић", "exact"),
        ("Djordjevic", "folded"),
        ("Đorđevićnek", "stemmed"),
        ("Đorđev", "prefix"),
        ("Đorđević Jovan", "exact"),
        ("Djordjevic Jovan", "folded"),  # the weakest that was needed
        ("Đorđetić", "fuzzy"),
        ("Đorđević trombone", "partial"),
        ("", ""),
    ],
)
def test_a_hit_names_the_weakest_rule_it_needed(
    engine: SearchEngine, typed: str, rule: str
) -> None:
    hits = {h.id: h for h in engine.search(SearchRequest(typed, ENGLISH)).hits}
    assert hits[DIRECTOR].match == rule


def test_the_surer_the_rule_the_higher_the_score(engine: SearchEngine) -> None:
    typed = ["Đorđević", "Djordjevic", "Đorđevićnek", "Đorđev", "Đorđetić"]
    hits = [engine.search(SearchRequest(text, ENGLISH)).hits[0] for text in typed]
    scores = [hit.score for hit in hits]
    assert [hit.id for hit in hits] == [DIRECTOR] * len(typed)
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("railway AND camera", RAILWAY, CAMERAS),  # the cameras are at no railway
        ("vasút ÉS kamera", RAILWAY, CAMERAS),
        ("railway camera", CAMERAS, "actor/example-ministry"),
        ("railway -opening", RAILWAY, "event/example-opening-2018"),
        ("railway NOT opening", RAILWAY, "event/example-opening-2018"),
        ("vasút NEM megnyitása", RAILWAY, "event/example-opening-2018"),
        ("ministry OR noise", "concern/example-noise", CAMERAS),
        ('"contract was signed"', "event/example-contract-2016", DIRECTOR),
        ('"signed was contract"', None, "event/example-contract-2016"),
        ("(ministry OR noise) -band", "concern/example-noise", CAMERAS),
        ("(railway NOT opening) OR trombone", RAILWAY, "event/example-opening-2018"),
        ("(railway -opening)", RAILWAY, "event/example-opening-2018"),
        ("-railway", "source/example-newspaper", RAILWAY),
    ],
)
def test_operators_narrow_and_widen(
    engine: SearchEngine, typed: str, wanted: str | None, unwanted: str
) -> None:
    found = ids(engine.search(SearchRequest(typed, ENGLISH, unfinished=False)))
    assert wanted in found or wanted is None
    assert unwanted not in found


def test_a_phrase_does_not_run_from_one_passage_into_the_next(engine: SearchEngine) -> None:
    results = engine.search(SearchRequest('"years later a newspaper"', ENGLISH))
    assert ids(results) == []


@pytest.mark.parametrize("text", ["", "   ", "?!", "()"])
def test_an_empty_question_browses_everything_in_order(
    engine: SearchEngine, catalog: Catalog, text: str
) -> None:
    results = engine.search(SearchRequest(text, ENGLISH))
    assert ids(results) == list(catalog.titles)
    assert results.total == len(catalog.titles)
    assert results.suggestions == ()


@pytest.mark.parametrize("limit", [0, 1, 3, 50])
def test_the_limit_shortens_the_list_and_not_the_total(engine: SearchEngine, limit: int) -> None:
    whole = engine.search(SearchRequest("railway", ENGLISH))
    results = engine.search(SearchRequest("railway", ENGLISH, limit=limit))
    assert results.hits == whole.hits[:limit]
    assert (results.total, results.facets) == (whole.total, whole.facets)


def test_the_same_question_has_the_same_answer(engine: SearchEngine) -> None:
    request = SearchRequest("vasút kamera", HUNGARIAN, frozenset({("type", "project")}))
    assert engine.search(request) == engine.search(request)


@pytest.mark.parametrize(
    ("locale", "title", "facts"),
    [
        (ENGLISH, "Example railway", ("In use", "5 October 2016")),
        (HUNGARIAN, "Mintavasút", ("Használatban", "2016. október 5.")),
    ],
)
def test_a_hit_speaks_the_language_of_the_reader(
    engine: SearchEngine, locale: Locale, title: str, facts: tuple[str, ...]
) -> None:
    hit = engine.search(SearchRequest("mintavasút", locale)).hits[0]
    assert hit.title.within(locale.code) == title
    assert "".join(fragment.text for fragment in hit.title_fragments) == title
    assert hit.facts == facts


def test_nothing_found_suggests_what_is_there(engine: SearchEngine) -> None:
    results = engine.search(SearchRequest("xylophone", ENGLISH))
    assert (results.hits, results.total, results.facets) == ((), 0, ())
    results = engine.search(SearchRequest('"camrea netwrok"', ENGLISH))
    assert results.total == 0
    assert [other.text for other in results.suggestions] == ["camera network"]


@pytest.mark.parametrize(
    ("typed", "asked", "searched", "rule"),
    [
        ("covenant", "covenant", "szerződés", "thesaurus"),
        ("kontraktus", "kontraktus", "contract", "thesaurus"),
        ("railwya ", "railwya", "railway", "fuzzy"),
    ],
)
def test_what_else_was_searched_is_told(
    engine: SearchEngine, typed: str, asked: str, searched: str, rule: str
) -> None:
    expansions = engine.search(SearchRequest(typed, ENGLISH)).expansions
    assert (asked, searched, rule) in {(e.asked, e.searched, e.rule) for e in expansions}


def test_a_search_in_a_damaged_dossier_tells_what_is_wrong(
    sample_dossier: Path, schema: Schema, tmp_path: Path
) -> None:
    path = Path(shutil.copy(sample_dossier, tmp_path))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE record SET title_en = CAST(x'ff41' AS TEXT)")  # no UTF-8
    with closing(connect(path)) as db, pytest.raises(sqlite3.OperationalError) as told:
        SearchEngine(db, schema).search(SearchRequest("railway", ENGLISH))
    assert "decode" in str(told.value)


@pytest.mark.parametrize("typed", ["example railway", "mintav", "kamera type:project", "exmaple"])
def test_an_answer_leaves_nothing_behind_that_somebody_would_have_to_look_for(
    engine: SearchEngine, typed: str
) -> None:
    """Python stops in the middle of a keystroke to look for objects that hold each other."""
    engine.search(SearchRequest("railway camera year:2010 xyzzy", ENGLISH))  # what loads but once
    gc.collect()
    engine.search(SearchRequest(typed, ENGLISH))
    assert gc.collect() == 0


def test_an_answer_that_was_interrupted_is_whole_when_it_is_asked_for_again(
    real_dossier: Path, schema: Schema
) -> None:
    request = SearchRequest("Serbia", ENGLISH, limit=500)
    chances = 0

    def go_on() -> bool:
        nonlocal chances
        chances += 1
        return False

    with closing(connect(real_dossier)) as db:
        engine = SearchEngine(db, schema)
        db.set_progress_handler(go_on, 100)  # SQLite asks whether to stop after so many steps
        whole = engine.ids(request)
        for chance in range(0, chances, chances // 30):
            engine, left = SearchEngine(db, schema), iter(range(chance))
            db.set_progress_handler(lambda left=left: next(left, None) is None, 100)
            with pytest.raises(Interrupted):
                engine.ids(request)
            db.set_progress_handler(None, 0)
            assert engine.ids(request) == whole


@pytest.mark.parametrize(
    ("asked", "text", "marked"),
    [
        ("camera", "Cameras and a camera-maker", ["Cameras", "camera"]),
        ("okosvárosban", "A smart city, okosváros", ["smart", "city", "okosváros"]),
        ("Hauwei", "Huawei", ["Huawei"]),
        ("Nis", "Niš and Niskanen", ["Niš"]),
        ("Huawei -camera", "Huawei cameras", ["Huawei"]),
        ("type:project year:2019", "A project of 2019", []),
        ("", "Huawei", []),
    ],
)
def test_an_answer_tells_of_any_text_where_it_says_what_was_asked(
    real_engine: SearchEngine, asked: str, text: str, marked: list[str]
) -> None:
    spans = real_engine.hits(SearchRequest(asked, ENGLISH, unfinished=False)).spans(text)
    assert [text[start:end] for start, end in spans] == marked
