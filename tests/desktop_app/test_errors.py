"""Every error has somebody to tell, in their language."""

from pathlib import Path

import pytest

from database.dossiers import BUILT_IN
from database.model.errors import (
    DossierAhead,
    DossierAltered,
    DossierDamaged,
    DossierError,
    DossierMissing,
    DossierOutdated,
    DossierSigned,
    DossierTooNew,
    DossierTooOld,
    FileExists,
    FileFull,
    FileUnwritable,
    FormatUnknown,
    KnownError,
    UnknownRecord,
)
from desktop_app.errors import LibraryMissing, NoScreen, Unprinted, explain
from i18n import messages
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale

PLACE = Path("/library/dossier.tukor")
KNOWN = (
    DossierMissing(PLACE),
    DossierMissing(BUILT_IN),
    DossierTooNew(PLACE),
    DossierTooOld(PLACE),
    DossierAltered(PLACE),
    DossierOutdated(PLACE),
    DossierOutdated(BUILT_IN),
    DossierAhead(PLACE),
    DossierSigned(PLACE),
    DossierDamaged(PLACE),
    DossierError(PLACE),
    UnknownRecord("project/none"),
    FileExists(PLACE),
    FileFull(PLACE),
    FileUnwritable(PLACE),
    FormatUnknown(PLACE),
    Unprinted(PLACE, full=True),
    Unprinted(PLACE, full=False),
    LibraryMissing("libGL.so.1"),
    NoScreen(":4711"),
)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
@pytest.mark.parametrize("error", KNOWN, ids=lambda error: type(error).__name__)
def test_a_known_error_says_what_it_is_about_and_what_to_do(
    error: KnownError, locale: Locale
) -> None:
    messages.activate(locale)
    explained = explain(error)
    assert str(error) in explained.sentence
    assert explained.remedy.endswith(".")


@pytest.mark.parametrize("error", [*KNOWN, ValueError("42")], ids=lambda e: type(e).__name__)
def test_no_word_of_an_explanation_stays_english_in_hungarian(error: Exception) -> None:
    messages.activate(ENGLISH)
    english = explain(error)
    messages.activate(HUNGARIAN)
    hungarian = explain(error)
    assert english.sentence != hungarian.sentence
    assert english.remedy != hungarian.remedy


def test_different_errors_have_different_sentences() -> None:
    explained = [explain(error).sentence for error in KNOWN[:3]]
    assert len(set(explained)) == 3


@pytest.mark.parametrize("error", KNOWN, ids=lambda error: type(error).__name__)
def test_sentence_and_remedy_do_not_run_into_each_other(error: KnownError) -> None:
    explained = explain(error)
    before = str(explained).removesuffix(explained.remedy).rstrip(" ")
    assert before.startswith(explained.sentence)
    assert before[-1] in ".!?\n"


def test_a_bug_is_admitted_without_its_innards() -> None:
    explained = explain(ZeroDivisionError("division by zero"))
    assert "division" not in str(explained)


@pytest.mark.parametrize("locale", LOCALES, ids=str)
@pytest.mark.parametrize("error", KNOWN, ids=repr)
def test_nobody_at_a_window_is_told_of_options_of_a_command(
    error: KnownError, locale: Locale
) -> None:
    messages.activate(locale)
    assert "--" not in str(explain(error))


def test_what_was_printed_so_far_is_not_said_to_be_nothing() -> None:
    for full in (True, False):
        remedy = explain(Unprinted(PLACE, full=full)).remedy
        assert "is not complete" in remedy
        assert "Nothing" not in remedy
