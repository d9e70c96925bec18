"""Answers in any order, page by page; and what to ask instead of what has none."""

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from database.catalog import Catalog, connect
from database.model.schema import Schema
from database.model.values import Money
from database.search.engine import Interrupted, SearchEngine
from database.search.request import Order, SearchRequest
from i18n import collation
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale

TEXTS = ["", "Huawei", "data centre", "kamera", "type:project", "okosváros -Huawei"]


def ids(engine: SearchEngine, request: SearchRequest) -> list[str]:
    return [hit.id for hit in engine.hits(request).hits]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "order", ["relevance", "newest", "title", "title-reversed", "amount", "amount-ascending"]
)
def test_pages_make_up_the_whole_and_nothing_comes_twice(
    real_engine: SearchEngine, text: str, order: str
) -> None:
    request = SearchRequest(text, ENGLISH, limit=1000, order=order)  # type: ignore[arg-type]
    whole = real_engine.hits(request)
    pages = [
        record
        for first in range(0, whole.total + 13, 13)
        for record in ids(real_engine, replace(request, first=first, limit=13))
    ]
    assert pages == [hit.id for hit in whole.hits]
    assert len(set(pages)) == whole.total == len(pages)


@pytest.mark.parametrize("order", ["relevance", "oldest"])
def test_the_last_page_can_be_asked_for_before_all_others(
    real_engine: SearchEngine, real_dossier: Path, schema: Schema, order: Order
) -> None:
    request = SearchRequest("Huawei", ENGLISH, limit=1000, order=order)
    whole = ids(real_engine, request)
    fresh = SearchEngine.open(real_dossier, schema)
    for first in range(len(whole) - 9, 0, -9):
        page = ids(fresh, replace(request, first=first, limit=9))
        assert page == whole[first : first + 9]


@pytest.mark.parametrize("text", ["", "Huawei", "okosváros Belgrád 5G metró"])
@pytest.mark.parametrize(
    "order", ["relevance", "newest", "title", "title-reversed", "amount", "amount-ascending"]
)
def test_the_places_are_those_of_the_hits(
    real_engine: SearchEngine, text: str, order: Order
) -> None:
    request = SearchRequest(text, HUNGARIAN, first=50, limit=20, order=order)
    assert real_engine.places(request) == [hit.place for hit in real_engine.hits(request).hits]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_titles_stand_in_the_order_of_the_alphabet(
    real_engine: SearchEngine, locale: Locale
) -> None:
    request = SearchRequest("Huawei", locale, limit=1000, order="title")
    titles = [hit.title.within(locale.code) for hit in real_engine.hits(request).hits]
    assert titles == sorted(titles, key=lambda title: collation.sort_key(title, locale))
    assert len(titles) > 20
    backwards = real_engine.hits(replace(request, order="title-reversed")).hits
    assert [hit.title.within(locale.code) for hit in backwards] == titles[::-1]


def test_dates_run_either_way_and_what_has_none_comes_last(
    real_engine: SearchEngine, real_dossier: Path
) -> None:
    with closing(connect(real_dossier)) as connection:
        dates = dict(connection.execute("SELECT id, date FROM record").fetchall())
    for order in ("newest", "oldest"):
        request = SearchRequest("", ENGLISH, limit=1000, order=order)  # type: ignore[arg-type]
        told = [dates[record] for record in ids(real_engine, request)]
        dated = [date for date in told if date]
        assert dated == sorted(dated, reverse=order == "newest")
        assert told[len(dated) :] == [""] * (len(told) - len(dated))
        assert 0 < len(dated) < len(told)


def test_amounts_are_never_compared_across_currencies(
    real_engine: SearchEngine, real_dossier: Path, schema: Schema
) -> None:
    with closing(connect(real_dossier)) as connection:
        catalog = Catalog(connection, schema)
        sums = {
            record_id: sorted(
                (claim.value.currency, -claim.value.amount)
                for claim in catalog.record(record_id).claims
                if isinstance(claim.value, Money)
            )[:1]
            for record_id in catalog.titles
        }
    request = SearchRequest("", ENGLISH, limit=1000, order="amount")
    told = [sums[record] for record in ids(real_engine, request)]
    stated = [amount[0] for amount in told if amount]
    assert stated == sorted(stated)
    assert told[: len(stated)] == [[amount] for amount in stated]
    assert len({currency for currency, _amount in stated}) > 1
    smallest = ids(real_engine, replace(request, order="amount-ascending"))
    rising = [(currency, -amount) for currency, amount in stated]
    told = [sums[record] for record in smallest]
    assert [(c, -amount) for found in told for c, amount in found] == sorted(rising)
    assert told[len(stated) :] == [[]] * (len(told) - len(stated))


def test_an_excluded_value_leaves_the_rest_and_keeps_its_count(real_engine: SearchEngine) -> None:
    request = SearchRequest("Huawei", ENGLISH, limit=1000)
    everything = real_engine.search(request)
    without = real_engine.search(replace(request, excluded=frozenset({("type", "source")})))
    sources = {hit.id for hit in everything.hits if hit.type == "source"}
    assert {hit.id for hit in without.hits} == {hit.id for hit in everything.hits} - sources
    assert without.total == everything.total - len(sources)
    assert without.facets[0] == everything.facets[0]


@pytest.mark.parametrize(
    ("text", "kind", "suggested"),
    [
        ('"survelliance camreas"', "spelling", "surveillance cameras"),
        ('"Huawei Mogherini"', "fewer", "Huawei"),
        ("+trombone +Huawei", "fewer", "Huawei"),
        ('"adatközpnot Huawei"', "spelling", "adatközpont Huawei"),
    ],
)
def test_where_nothing_answers_there_is_something_to_ask_instead(
    real_engine: SearchEngine, text: str, kind: str, suggested: str
) -> None:
    results = real_engine.search(SearchRequest(text, HUNGARIAN, unfinished=False))
    assert results.total == 0
    others = {other.text: other for other in results.suggestions}
    assert others[suggested].kind == kind
    for other in results.suggestions:
        again = real_engine.search(SearchRequest(other.text, HUNGARIAN, unfinished=False))
        assert again.total >= other.total > 0


def test_neither_what_was_excluded_nor_a_slip_is_offered_as_fewer_words(
    real_engine: SearchEngine,
) -> None:
    request = SearchRequest('"Mogherini survelliance Huawei" -5G', ENGLISH, unfinished=False)
    results = real_engine.search(request)
    assert results.total == 0
    fewer = [other.text for other in results.suggestions if other.kind == "fewer"]
    assert "Huawei" in fewer
    offered = {word for text in fewer for word in text.lower().split()}
    assert not {"5g", "survelliance"} & offered


def test_each_hit_says_why_word_by_word(real_engine: SearchEngine) -> None:
    results = real_engine.search(SearchRequest("okosvárosban kamera", ENGLISH, unfinished=False))
    whole = [hit for hit in results.hits if hit.match != "partial"]
    assert whole
    for hit in whole:
        assert [reason.asked for reason in hit.why] == ["okosvárosban", "kamera"]
        assert all(reason.found for reason in hit.why)


@pytest.mark.parametrize("text", ["cost", "prices", "költségét"])
def test_nothing_is_found_without_a_reason(real_engine: SearchEngine, text: str) -> None:
    results = real_engine.hits(SearchRequest(text, ENGLISH, limit=100))
    assert 0 < results.total == len(results.hits) < 30  # arra is no ár
    assert all(hit.why for hit in results.hits)


def test_reasons_tell_the_words_of_this_question_and_not_of_the_one_before(
    real_engine: SearchEngine,
) -> None:
    before, text = "arms deal with china", "one china principle taiwan"
    real_engine.hits(SearchRequest(before, ENGLISH))
    results = real_engine.hits(SearchRequest(text, ENGLISH))
    asked = {reason.asked for hit in results.hits for reason in hit.why}
    assert asked
    assert not any("with" in words.split() for words in asked)


def test_what_lacks_a_word_stands_behind_what_has_all(real_engine: SearchEngine) -> None:
    text = "one china principle taiwan"  # the words of "egy Kína" stand far apart in many records
    matches = [hit.match for hit in real_engine.hits(SearchRequest(text, ENGLISH)).hits]
    assert matches.index("partial") > 0
    assert set(matches[matches.index("partial") :]) == {"partial"}


@pytest.mark.parametrize("text", ["date:September 2020", "dátum:2020. szeptember", "date:2020-09"])
def test_what_is_dated_as_asked_comes_before_what_may_be_meant(
    real_engine: SearchEngine, text: str
) -> None:
    results = real_engine.hits(SearchRequest(text, ENGLISH, limit=50))
    ids = [hit.id for hit in results.hits]
    asked = "event/washington-declarations-2020"
    assert asked in ids[:5]
    assert results.total > 5  # those of 2020 follow


def test_a_guess_is_no_reason_where_there_is_a_surer_one(real_engine: SearchEngine) -> None:
    results = real_engine.hits(SearchRequest("lending", ENGLISH))
    told = {hit.id: hit.why[0].rule for hit in results.hits}
    assert told["concern/debt-trap"] == "thesaurus"


def test_what_is_taken_off_is_not_searched(real_engine: SearchEngine) -> None:
    request = SearchRequest("adatközpont", ENGLISH, unfinished=False)
    usual = real_engine.search(request)
    label = next(x.searched for x in usual.expansions if x.searched == "data centre")
    less = real_engine.search(replace(request, without=frozenset({label})))
    assert label not in {expansion.searched for expansion in less.expansions}
    assert less.total <= usual.total


def test_a_question_is_understood_in_the_language_of_the_reader(real_engine: SearchEngine) -> None:
    english, hungarian = (
        real_engine.hits(SearchRequest("összeg:>100M EUR típus:projekt", locale)).understood
        for locale in (ENGLISH, HUNGARIAN)
    )
    assert "Type: Project" in english
    assert "Típus: Projekt" in hungarian
    assert any("EUR" in sentence for sentence in english)


def test_a_search_under_way_can_be_stopped_and_the_next_one_answers(
    real_dossier: Path, schema: Schema
) -> None:
    connection = connect(real_dossier)
    engine = SearchEngine(connection, schema)
    never_ends = threading.Event()

    def hold() -> int:
        """Stop the statement under way, from within it, as another thread would."""
        if never_ends.is_set():
            engine.interrupt()
        return 0

    connection.set_progress_handler(hold, 50)
    never_ends.set()
    with pytest.raises(Interrupted):
        engine.search(SearchRequest("Huawei", ENGLISH))
    never_ends.clear()
    assert engine.search(SearchRequest("Huawei", ENGLISH)).total > 20
    connection.close()


def test_other_faults_of_the_file_are_not_taken_for_an_interruption(
    real_dossier: Path, schema: Schema, tmp_path: Path
) -> None:
    copy = tmp_path / "real.tukor"
    copy.write_bytes(real_dossier.read_bytes())
    with closing(sqlite3.connect(copy)) as writable:
        writable.execute("DROP TABLE pieces")
    engine = SearchEngine.open(copy, schema)
    with pytest.raises(sqlite3.OperationalError, match="pieces"):
        engine.search(SearchRequest("", ENGLISH))


@pytest.mark.parametrize(
    ("text", "asked", "searched"),
    [
        ("data centre", "data centre", "adatközpont"),
        ("Belgrade data centre", "data centre", "adatközpont"),
        ("mesterséges intelligencia", "mesterséges intelligencia", "artificial intelligence"),
        ("mesterséges inteligencia", "mesterséges inteligencia", "artificial intelligence"),
        ("smart city", "smart city", "okosváros"),
        ("okos város", "okos város", "okosváros"),
    ],
)
def test_what_else_is_searched_names_all_the_words_that_it_stands_for(
    real_engine: SearchEngine, text: str, asked: str, searched: str
) -> None:
    expansions = real_engine.hits(SearchRequest(text, ENGLISH, unfinished=False)).expansions
    assert [e.asked for e in expansions if e.searched == searched] == [asked]
