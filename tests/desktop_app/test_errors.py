"""Every error has somebody to tell, in their language."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import database.model.errors as theirs
import desktop_app.errors as ours
from database.catalog import connect
from database.dossiers import BUILT_IN
from desktop_app.errors import explain
from i18n import messages
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale

PLACE = Path("/library/dossier.tukor")
OTHERWISE_MADE = (
    theirs.DossierMissing(BUILT_IN),
    theirs.DossierOutdated(BUILT_IN),
    theirs.FileNotUtf8(PLACE, 12),
    theirs.NotebookDamaged(PLACE, None),
    theirs.NotebookDamaged(PLACE, PLACE.with_name("damaged")),
    theirs.UnknownRecord("project/none"),
    ours.LibraryMissing("libGL.so.1"),
    ours.NoScreen(":4711"),
    ours.NoScreen(""),
    ours.NoFont(),
)


def every(kind: type[theirs.KnownError]) -> Iterator[type[theirs.KnownError]]:
    """Yield the kinds of error below one."""
    for below in kind.__subclasses__():
        yield below
        yield from every(below)


# Only the most special ones are ever raised.
RAISED = [kind for kind in every(theirs.KnownError) if not kind.__subclasses__()]
PLAIN = [kind for kind in RAISED if kind.__init__ is theirs.FileError.__init__]
KNOWN = (*(kind(PLACE) for kind in (*PLAIN, ours.Unprinted)), *OTHERWISE_MADE)


def test_every_kind_of_error_is_tried_here() -> None:
    assert {*map(type, KNOWN)} >= {*RAISED}


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
@pytest.mark.parametrize("error", KNOWN, ids=lambda error: type(error).__name__)
def test_a_known_error_says_what_it_is_about_and_what_to_do(
    error: theirs.KnownError, locale: Locale
) -> None:
    messages.activate(locale)
    explained = explain(error)
    assert explained.sentence != explain(ValueError()).sentence
    facts = [str(fact) for fact in vars(error).values() if fact]
    names_none = isinstance(error, theirs.NotebookBusy)  # it is the one that everybody has
    assert names_none or not facts or any(fact in str(explained) for fact in facts)
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
    explained = [explain(error) for error in KNOWN]
    assert len(set(explained)) == len(KNOWN)


@pytest.mark.parametrize("error", KNOWN, ids=lambda error: type(error).__name__)
def test_sentence_and_remedy_do_not_run_into_each_other(error: theirs.KnownError) -> None:
    explained = explain(error)
    before = str(explained).removesuffix(explained.remedy).rstrip(" ")
    assert before.startswith(explained.sentence)
    assert before[-1] in ".!?\n"


def test_a_dossier_that_is_spoilt_while_it_is_open_is_no_bug(
    sample_dossier: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(sample_dossier, tmp_path))
    with closing(connect(path)) as opened, path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(4096)
        file.write(b"garbage!" * ((size - 4096) // 8))
        file.flush()
        with pytest.raises(sqlite3.DatabaseError) as spoilt:
            opened.execute("SELECT * FROM record").fetchall()
    assert explain(spoilt.value).sentence == "An open dossier can no longer be read."


def test_a_text_in_a_dossier_that_is_none_is_no_bug(sample_dossier: Path) -> None:
    with (
        closing(connect(sample_dossier)) as opened,
        pytest.raises(sqlite3.OperationalError) as spoilt,
    ):
        opened.execute("SELECT CAST(x'ff41' AS TEXT)").fetchall()
    assert explain(spoilt.value).sentence == "An open dossier can no longer be read."


def test_a_mistake_in_a_question_to_the_dossier_is_a_bug(sample_dossier: Path) -> None:
    with (
        closing(connect(sample_dossier)) as opened,
        pytest.raises(sqlite3.OperationalError) as mistake,
    ):
        opened.execute("SELECT nothing FROM record")
    assert explain(mistake.value) == explain(ZeroDivisionError())


def test_a_bug_is_admitted_without_its_innards() -> None:
    explained = explain(ZeroDivisionError("division by zero"))
    assert "division" not in str(explained)


@pytest.mark.parametrize("locale", LOCALES, ids=str)
@pytest.mark.parametrize("error", KNOWN, ids=repr)
def test_nobody_at_a_window_is_told_of_options_of_a_command(
    error: theirs.KnownError, locale: Locale
) -> None:
    messages.activate(locale)
    assert "--" not in str(explain(error))


def test_what_was_printed_so_far_is_not_said_to_be_nothing() -> None:
    for error in (ours.Unprinted(PLACE), ours.UnprintedFull(PLACE)):
        remedy = explain(error).remedy
        assert "is not complete" in remedy
        assert "Nothing" not in remedy
