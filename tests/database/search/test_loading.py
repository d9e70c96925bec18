"""What a window waits for at its start is not loaded for nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ANSWER = """
import sys
from pathlib import Path
from database.search.library_search import LibrarySearch
from database.model import schema
from database.search.request import SearchRequest
from i18n.locales import ENGLISH
engine = LibrarySearch.open([Path(sys.argv[1])], schema.load())
for text in sys.argv[2:]:
    if text == "PREPARED":
        engine.prepare()
        continue
    assert engine.hits(SearchRequest(text, ENGLISH, limit=15)).total
print(*sys.modules)
"""
OF_WHOOSH = {"whoosh.analysis", "whoosh.query", "whoosh.qparser", "whoosh.compat", "urllib.request"}


def loaded(dossier: Path, *texts: str) -> set[str]:
    """Return the modules that are loaded once these questions are answered."""
    ran = subprocess.run(
        [sys.executable, "-c", ANSWER, dossier, *texts],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return set(ran.stdout.split())


@pytest.mark.parametrize("text", ["", "huawei"])
def test_the_first_answer_needs_nothing_of_whoosh(real_dossier: Path, text: str) -> None:
    assert loaded(real_dossier, text).isdisjoint(OF_WHOOSH)


@pytest.mark.parametrize("text", ["h", "smart city"])
def test_mere_words_need_no_parser(real_dossier: Path, text: str) -> None:
    unneeded = {"whoosh.qparser", "rapidfuzz", "database.search.question.fields"}
    assert loaded(real_dossier, text).isdisjoint(unneeded)


def test_what_signs_need_is_loaded_before_somebody_types_them(real_dossier: Path) -> None:
    prepared = loaded(real_dossier, "huawei", "PREPARED")
    assert prepared >= {*OF_WHOOSH, "database.search.question.fields"}
    assert loaded(real_dossier, "huawei", "PREPARED", '"smart city"') == prepared


def test_signs_need_whoosh(real_dossier: Path) -> None:
    assert loaded(real_dossier, "smart OR safe") >= OF_WHOOSH
