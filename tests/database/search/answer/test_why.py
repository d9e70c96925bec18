"""Why a record answers: to numbers, which are read as several words, and in which language."""

import pytest

from database.search.engine import SearchEngine
from database.search.question.understanding import Why
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.database.conftest import AddActor, Workshop
from tests.database.search.conftest import OpenEngine


def test_two_numbers_with_a_comma_between_them_are_two_words(real_engine: SearchEngine) -> None:
    (chapters, *_) = real_engine.hits(SearchRequest("23,24 fejezet", HUNGARIAN)).hits
    assert [reason.asked for reason in chapters.why] == ["23", "24", "fejezet"]


def test_figures_are_told_once(real_engine: SearchEngine) -> None:
    (fund, *_) = real_engine.hits(SearchRequest("2.500.000 EUR", HUNGARIAN)).hits
    assert fund.why == (
        Why("2.500.000", "2,5 millió", "text", "thesaurus"),
        Why("EUR", "EUR", "text", "exact"),
    )


@pytest.mark.parametrize(
    ("text", "locale", "is_seen"),
    [("smart city", HUNGARIAN, True), ("okosváros", ENGLISH, True), ("hosszú", ENGLISH, False)],
)
def test_a_language_is_told_where_the_reader_sees_nothing_marked(
    real_engine: SearchEngine, text: str, locale: Locale, is_seen: bool
) -> None:
    hits = real_engine.hits(SearchRequest(text, locale, unfinished=False)).hits
    assert hits
    for hit in hits:
        marked = any(fragment.matched for fragment in (*hit.title_fragments, *hit.snippet))
        languages = {reason.language for reason in hit.why} - {""}
        assert marked or hit.match != "exact" or hit.why[0].zone == "name" or languages
        assert not (marked and languages)
    assert any(reason.language for hit in hits for reason in hit.why) is not is_seen


@pytest.mark.parametrize("typed", ["9,5", "9.5"])
def test_a_number_with_a_decimal_mark_is_one_word(real_engine: SearchEngine, typed: str) -> None:
    results = real_engine.hits(SearchRequest(typed, HUNGARIAN, limit=20))  # still being typed
    assert results.hits[0].why == (Why(typed, typed, "text", "exact"),)
    assert not any(reason.found == "5g" for hit in results.hits for reason in hit.why)
    (told,) = real_engine.hits(SearchRequest(f'"{typed} milliárd"', HUNGARIAN)).understood
    assert told == f"„{typed} milliárd”: egymás mellett, ebben a sorrendben"
    (actor, *_) = real_engine.hits(SearchRequest(f"{typed} mrd", HUNGARIAN, unfinished=False)).hits
    assert Why(f"{typed} mrd", "9,5 milliárd", "text", "thesaurus") in actor.why


@pytest.mark.parametrize(
    ("locale", "typed", "other"), [(ENGLISH, "hosszú", "hu"), (HUNGARIAN, "long", "en")]
)
def test_a_word_of_the_other_language_is_told_with_that_and_is_marked_nowhere(
    real_engine: SearchEngine, locale: Locale, typed: str, other: str
) -> None:
    hits = real_engine.hits(SearchRequest(typed, locale)).hits
    assert hits
    for hit in hits:
        marked = any(fragment.matched for fragment in (*hit.snippet, *hit.title_fragments))
        assert {reason.language for reason in hit.why} == ({""} if marked else {other})
    own = ENGLISH if locale is HUNGARIAN else HUNGARIAN
    in_own = real_engine.hits(SearchRequest(typed, own)).hits
    assert {reason.language for hit in in_own for reason in hit.why} == {""}


@pytest.mark.parametrize(
    ("title", "reasons"),
    [
        ("Trombone", {("iron track", "iron road", "text")}),
        ("Iron works", {("iron track", "iron road", "text"), ("iron", "iron", "name")}),
    ],
)
def test_a_word_in_the_name_is_told_beside_a_label_in_the_text_that_has_it_too(
    workshop: Workshop,
    add_actor: AddActor,
    workshop_engine: OpenEngine,
    title: str,
    reasons: set[tuple[str, str, str]],
) -> None:
    workshop.change("terms.toml", '"iron road"]', '"iron road", "iron track"]')
    actor = add_actor("trombone", title, "There is an iron road.")
    hits = workshop_engine().hits(SearchRequest("iron track", ENGLISH, unfinished=False)).hits
    (found,) = [hit for hit in hits if hit.id == actor]
    assert {(why.asked, why.found, why.zone) for why in found.why} == reasons
