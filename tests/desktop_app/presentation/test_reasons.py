"""Why a record was found, in sentences."""

from dataclasses import replace

import pytest

from database.model.text import Text
from database.search.question.understanding import Why, Zone
from desktop_app.presentation.reasons import match_note, note, reasons
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.desktop_app.views.sample_results import hit

WRITTEN = Why("camera", "camera", "name", "exact")
SIMILAR = Why("kamear", "kamera", "text", "fuzzy")


def test_every_word_has_its_sentence() -> None:
    found = replace(hit(1), why=(WRITTEN, SIMILAR))
    assert reasons(found, ENGLISH) == (
        "“camera” as written, in a name",
        "“kamear” found as “kamera”: a similar spelling",
    )


def test_a_name_is_told_with_its_capitals() -> None:
    title = Text({"en": "Aleksandar Vučić", "hu": "Aleksandar Vučić"})
    name = Why("Вучића", "vučić", "name", "stemmed")
    other = Why("alek", "aleksandar", "text", "prefix")  # a capital that may be the sentence's
    first = Why("Александар", "aleksandar", "name", "exact")
    assert reasons(replace(hit(1), title=title, why=(first, name, other)), ENGLISH) == (
        "“Александар” found as “Aleksandar”: in other letters, in a name",
        "“Вучића” found as “Vučić”: another form of the word, in a name",
        "“alek” found as “aleksandar”: the beginning of a word",
    )


def test_a_word_in_another_script_is_not_as_written() -> None:
    found = replace(hit(1), why=(Why("Државни", "državni", "name", "exact"),))
    assert reasons(found, ENGLISH) == ("“Државни” found as “državni”: in other letters, in a name",)


def test_missing_words_are_told_last() -> None:
    found = replace(hit(1), why=(SIMILAR,), match="partial")
    assert reasons(found, ENGLISH)[-1] == "The other words are missing."


def test_without_a_question_there_is_no_reason() -> None:
    assert reasons(replace(hit(1), match=""), ENGLISH) == ()


@pytest.mark.parametrize(
    "rule", ["exact", "folded", "stemmed", "prefix", "thesaurus", "compound", "fuzzy"]
)
def test_every_rule_is_told_in_both_languages(rule: str) -> None:
    found = replace(hit(1), why=(Why("one", "two", "text", rule),))
    (english,), (hungarian,) = reasons(found, ENGLISH), reasons(found, HUNGARIAN)
    assert english
    assert hungarian
    assert english != hungarian


@pytest.mark.parametrize(("rule", "words"), [
    ("exact", ""), ("", ""), ("thesaurus", "other words"), ("stemmed", "word form"),
    ("fuzzy", "similar spelling"), ("partial", "some of the words"),
])  # fmt: skip
def test_a_word_or_two_tell_the_reason_where_it_is_not_obvious(rule: str, words: str) -> None:
    assert match_note(rule, ENGLISH) == words


@pytest.mark.parametrize(
    ("locale", "zone", "told", "short"),
    [
        (ENGLISH, "text", "“hosszú” as written, in the Hungarian text", "Hungarian text"),
        (ENGLISH, "name", "“hosszú” as written, in the Hungarian title", "Hungarian text"),
        (HUNGARIAN, "text", "„hosszú” pontosan így; a szöveg nyelve: magyar", "magyar szöveg"),
        (HUNGARIAN, "name", "„hosszú” pontosan így; a cím nyelve: magyar", "magyar szöveg"),
    ],
)
def test_words_that_the_reader_does_not_see_are_told_with_their_language(
    locale: Locale, zone: Zone, told: str, short: str
) -> None:
    elsewhere = Why("hosszú", "hosszú", zone, "exact", "hu")
    found = replace(hit(1), why=(elsewhere,), match="exact")
    assert (reasons(found, locale), note(found, locale)) == ((told,), short)
    # What is marked in the row needs no word, and what is less than exact is told as that.
    assert note(replace(found, why=(elsewhere, WRITTEN)), locale) == ""
    assert note(replace(found, match="fuzzy"), locale) == match_note("fuzzy", locale)


def test_words_of_another_language_are_told_as_that_while_the_last_is_still_being_typed() -> None:
    why = (
        Why("smart", "smart", "name", "exact", "en"),
        Why("cit", "city", "name", "prefix", "en"),
    )
    found = replace(hit(1), why=why, match="prefix")
    assert note(found, HUNGARIAN) == "angol szöveg"
    seen = (why[0], why[1]._replace(language=""))
    assert note(replace(found, why=seen), HUNGARIAN) == match_note("prefix", HUNGARIAN)
