"""The words of the thesaurus are right as they stand, each in its language."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from database.catalog import connect
from database.model.schema import Schema
from database.search.answer.unit import Rule
from database.search.answer.vocabulary import Vocabulary
from database.search.engine import SearchEngine
from database.search.index.lexicon import Lexicon
from database.search.question.tree import Word
from database.search.request import SearchRequest
from i18n.locales import ENGLISH


@pytest.fixture(scope="module")
def lexicon(real_dossier: Path) -> Iterator[Lexicon]:
    """The words of the dossier that readers get."""
    with closing(connect(real_dossier)) as connection:
        yield Lexicon(connection)


@pytest.mark.parametrize(
    "form",
    [
        "trial", "trials", "cable", "cables", "hidden", "fired", "series",
        "rendőr", "rendor", "rendőröknek", "vonat", "vonatokkal", "pristanak", "pristanka",
    ],
)  # fmt: skip
def test_it_knows_words_and_their_forms(lexicon: Lexicon, form: str) -> None:
    assert lexicon.knows(form)


@pytest.mark.parametrize(
    "form", ["huavei", "vucsics", "vucsity", "suveillance", "kamerra", "rendör5", "goverment"]
)
def test_it_knows_no_misspellings(lexicon: Lexicon, form: str) -> None:
    assert not lexicon.knows(form)


def test_of_serbian_it_knows_what_is_a_label(lexicon: Lexicon) -> None:
    """“Sistem” is a part of labels only, and can be met as a slip of “system”."""
    assert lexicon.knows("pristanak")
    assert not lexicon.knows("sistem")


@pytest.mark.parametrize(
    ("form", "is_english"),
    [("bribe", True), ("black", True), ("híd", False), ("format", False), ("formát", False)],
)
def test_it_tells_english_words_from_others(lexicon: Lexicon, form: str, is_english: bool) -> None:
    assert lexicon.is_english(form) is is_english


@pytest.mark.parametrize(
    "asked",
    [
        "rendőr", "pristanak", "hidden", "trial", "trials", "series", "fired", "server", "cable",
        "border", "consent", "Tajvan", "vonat", "black", "west", "peace", "court", "worker",
        "szerver", "népesség", "roming", "medija",
    ],
)  # fmt: skip
def test_a_right_word_is_no_slip_of_another(vocabulary: Vocabulary, asked: str) -> None:
    unit = vocabulary.unit(Word(asked.lower()), frozenset())
    assert Rule.FUZZY not in unit.forms.values()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("sistem", "system"),
        ("kapital", "capital"),
        ("survelance", "surveillance"),
        ("Vucsics", "vučić"),
    ],
)
def test_other_words_are_met_as_before(vocabulary: Vocabulary, asked: str, meant: str) -> None:
    assert meant in vocabulary.unit(Word(asked.lower()), frozenset()).forms


def test_an_english_word_is_no_inflected_label(vocabulary: Vocabulary) -> None:
    """With an ending, *híd* is a bridge without its accents: ``hiden``."""
    assert vocabulary.thesaurus.same_meaning(("hidden",)) == []
    assert ("en", "bridge") in vocabulary.thesaurus.same_meaning(("hídon",))


def test_a_dossier_without_it_is_searched_as_before(
    real_dossier: Path, schema: Schema, tmp_path: Path
) -> None:
    older = Path(shutil.copy(real_dossier, tmp_path / "older.tukor"))
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("DROP TABLE lexicon")
        connection.commit()
    with closing(connect(older)) as connection:
        hits = SearchEngine(connection, schema).search(SearchRequest("rendőr", ENGLISH)).hits
    assert "actor/serbian-police" in {hit.id for hit in hits}
