"""The line under a hit: short, in the reader's language, with the words that answered marked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.search.answer import snippet
from database.search.answer.snippet import Marks, Passages
from database.search.answer.unit import Rule, Unit
from database.search.engine import SearchEngine
from database.search.language import analysis
from database.search.question.tree import Word
from database.search.request import SearchRequest
from database.search.results import Fragment, Hit
from i18n.locales import ENGLISH, HUNGARIAN, Locale

RAILWAY = "project/example-railway"


def marked(fragments: tuple[Fragment, ...]) -> list[str]:
    return [fragment.text for fragment in fragments if fragment.matched]


def one_piece(text: str) -> Passages:
    return Passages("p", {"hu": text})


def hit(engine: SearchEngine, typed: str, locale: Locale, record: str = RAILWAY) -> Hit:
    return next(h for h in engine.search(SearchRequest(typed, locale)).hits if h.id == record)


@pytest.mark.parametrize(
    ("typed", "locale", "words"),
    [
        ("trains", ENGLISH, ["Trains"]),
        ("tűzkő", HUNGARIAN, ["Tűzkő"]),
        ("tuzko", HUNGARIAN, ["Tűzkő"]),
        ("newspaper", ENGLISH, ["newspaper"]),
        ("újságtól", HUNGARIAN, ["újság"]),
        ("síne", HUNGARIAN, ["síneket"]),
        ("flint passengers", ENGLISH, ["passengers", "flint"]),
        ("covenant", ENGLISH, ["contract"]),
    ],
)
def test_the_words_that_answered_are_marked(
    engine: SearchEngine, typed: str, locale: Locale, words: list[str]
) -> None:
    assert marked(hit(engine, typed, locale).snippet) == words


def test_a_snippet_stays_in_the_language_of_the_reader(engine: SearchEngine) -> None:
    fragments = hit(engine, "síneket", ENGLISH).snippet
    assert "".join(f.text for f in fragments).startswith("A newspaper reported that the rails")


def test_a_title_is_marked_where_it_matches(engine: SearchEngine) -> None:
    found = hit(engine, "mintavas", HUNGARIAN)
    assert marked(found.title_fragments) == ["Mintavasút"]
    assert marked(hit(engine, "vonatok", ENGLISH).title_fragments) == []


def test_without_a_question_the_description_is_shown(engine: SearchEngine) -> None:
    (first, *_rest) = engine.search(SearchRequest("", ENGLISH)).hits
    assert first.snippet == (Fragment("Cameras that look at nothing in particular."),)


def test_marks_leave_the_text_as_it_was(engine: SearchEngine) -> None:
    for locale in (ENGLISH, HUNGARIAN):
        for found in engine.search(SearchRequest("vasút railway e", locale)).hits:
            title = "".join(fragment.text for fragment in found.title_fragments)
            assert title == found.title.within(locale.code)


@pytest.mark.parametrize("before", [0, 10, 50, 59, 61, 200, 900])
@pytest.mark.parametrize("after", [0, 10, 150, 900])
def test_a_long_text_is_cut_around_its_first_match(before: int, after: int) -> None:
    text = ("so " * before + "tűzkő" + " és" * after).strip()
    marks = Marks.of([Unit(Word("tűzkő"), {"tűzkő": Rule.EXACT}, weight=1.0)])
    fragments = snippet.choose(one_piece(text), marks, "hu")
    shown = "".join(fragment.text for fragment in fragments)
    assert marked(fragments) == ["tűzkő"]
    assert len(shown) <= snippet.LENGTH + len("… " + " …")
    assert shown.removeprefix("… ").removesuffix(" …") in text


@pytest.mark.parametrize(
    ("text", "form", "shown"),
    [
        (
            "Seen on 2019 " + "https://example.org/pages/" * 4 + "huawei-city.html " + "so " * 60,
            "huawei",
            "huawei",
        ),
        (
            "some words " * 9 + "https://example.org/huawei-" + "safe-" * 50 + " so",
            "huawei",
            "huawei",
        ),
        ("这" * 150 + "华为" + "那" * 100 + " so" * 20, "华", "华"),
        ("so " * 40 + "ő" * 300, "ő" * 300, "ő" * 100),
    ],
)
def test_a_match_is_shown_where_no_blank_is_near(text: str, form: str, shown: str) -> None:
    fragments = snippet.choose(one_piece(text), Marks({form: Rule.EXACT}, ()), "hu")
    (found,) = marked(fragments)
    assert found.startswith(shown)
    assert len("".join(fragment.text for fragment in fragments)) <= snippet.LENGTH + 4


def test_one_word_without_end_is_cut_too() -> None:
    fragments = snippet.choose(one_piece("ő" * 1000), Marks.of([]), "hu")
    assert len("".join(fragment.text for fragment in fragments)) <= snippet.LENGTH + 4


def test_a_record_without_text_has_no_snippet() -> None:
    assert snippet.choose(Passages("", {"en": "", "hu": ""}), Marks.of([]), "en") == ()


WORDS = st.sampled_from(
    ["okos", "okosváros", "Város", "smart", "city", "5G", "華為", "Вучић", "Đorđević", "O\u0301da"]
)
JOINTS = st.sampled_from([" ", "-", "_", ", ", "", "\u2013", "İ"])


@given(st.lists(st.tuples(WORDS, JOINTS), max_size=12), st.sets(WORDS, max_size=3))
def test_what_is_marked_are_whole_words_however_they_are_written(
    parts: list[tuple[str, str]], wanted: set[str]
) -> None:
    text = "".join(word + joint for word, joint in parts)
    forms = {form for word in wanted for form in analysis.forms(word)}
    marks = Marks(dict.fromkeys(forms, Rule.EXACT), ())
    words = analysis.words(text)
    assert marks.spans(text) == [(w.start, w.end) for w in words if w.form in forms]


@given(st.lists(st.tuples(WORDS, JOINTS), max_size=12))
def test_a_phrase_is_marked_where_its_words_follow_each_other(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + joint for word, joint in parts)
    marks = Marks({}, ((frozenset({"smart", "okos"}), frozenset({"city", "város"})),))
    words = analysis.words(text)
    pairs = [
        (one, other)
        for one, other in pairwise(words)
        if one.form in {"smart", "okos"} and other.form in {"city", "város"}
    ]
    assert marks.spans(text) == sorted((w.start, w.end) for pair in pairs for w in pair)


@pytest.mark.parametrize(
    ("labels", "sentence", "shown"),
    [
        ("Tűzkő, sín, vonat", "Van itt tűzkő.", "sentence"),
        ("Tűzkő, sín, vonat", "Van itt tűzkő és sín.", "sentence"),
        ("Tűzkő, sín, vonat", "Nincs itt semmi.", "labels"),
    ],
)
def test_a_sentence_is_shown_rather_than_a_row_of_labels_that_has_a_word_more(
    labels: str, sentence: str, shown: str
) -> None:
    marks = Marks(dict.fromkeys(("tűzkő", "sín"), Rule.EXACT), ())
    fragments = snippet.choose(Passages("lp", {"hu": f"{labels}\n{sentence}"}), marks, "hu")
    text = "".join(fragment.text for fragment in fragments)
    assert text == {"labels": labels, "sentence": sentence}[shown]


def test_a_long_text_shows_what_stands_before_the_match_too() -> None:
    text = "so " * 100 + "tűzkő" + " és" * 100
    before, match, after = snippet.choose(one_piece(text), Marks({"tűzkő": Rule.EXACT}, ()), "hu")
    assert match.text == "tűzkő"
    assert before.text.startswith("… so ")
    assert 30 < len(before.text) < len(after.text)
