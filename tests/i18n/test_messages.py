"""Sentences in the language in force, and in a given one."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from i18n import messages
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from i18n.messages import N_, CatalogueMissing, _, ngettext, of, pgettext


def test_english_needs_no_catalogue() -> None:
    assert of(ENGLISH).gettext("Any words at all") == "Any words at all"
    assert of(ENGLISH).ngettext("{n} record", "{n} records", 2) == "{n} records"


def test_two_languages_can_be_had_side_by_side_without_switching() -> None:
    assert of(ENGLISH).pgettext("schema", "Project") == "Project"
    assert of(HUNGARIAN).pgettext("schema", "Project") == "Projekt"
    assert messages.current() == ENGLISH


def test_activating_a_language_puts_it_in_force() -> None:
    messages.activate(HUNGARIAN)
    assert messages.current() == HUNGARIAN
    assert pgettext("schema", "Sources") == "Források"
    messages.activate(ENGLISH)
    assert pgettext("schema", "Sources") == "Sources"


def test_the_same_english_word_differs_in_hungarian_by_where_it_stands() -> None:
    messages.activate(HUNGARIAN)
    assert pgettext("status", "Agreed") != pgettext("schema", "Agreed")


@pytest.mark.parametrize("count", [0, 1, 2, 75])
def test_hungarian_has_one_form_after_any_number(count: int) -> None:
    words = of(HUNGARIAN)
    assert words.npgettext("unit", "{number} year", "{number} years", count) == "{number} év"


def test_words_that_nobody_translated_stay_english() -> None:
    messages.activate(HUNGARIAN)
    assert _("No such sentence.") == "No such sentence."
    assert ngettext("{n} such", "{n} suches", 1) == "{n} such"
    assert pgettext("no such place", "Agreed") == "Agreed"


def test_nothing_is_translated_by_nothing() -> None:
    assert of(HUNGARIAN).gettext("") == ""


def test_a_marked_sentence_stays_as_it_is() -> None:
    messages.activate(HUNGARIAN)
    assert N_("Date") == "Date"


def test_a_language_without_a_compiled_catalogue_says_how_to_make_one() -> None:
    serbian = Locale("sr", "Srpski", "sr_Latn_RS")
    messages.activate(HUNGARIAN)
    with pytest.raises(CatalogueMissing, match="python -m i18n compile"):
        messages.activate(serbian)
    assert messages.current() == HUNGARIAN


def test_threads_share_the_messages_of_a_language() -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: of(HUNGARIAN).pgettext("schema", "Event"), range(200)))
    assert found == {"Esemény"}
