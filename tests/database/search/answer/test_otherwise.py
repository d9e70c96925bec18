"""What is searched besides: other names of a concept, however they are written."""

import pytest

from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN, Locale


@pytest.mark.parametrize(
    ("typed", "locale", "meant"),
    [
        ("head of state", ENGLISH, "elnök"),
        ("memorandum of understanding", ENGLISH, "egyetértési megállapodás"),
        ("memorandum o razumevanju", ENGLISH, "egyetértési megállapodás"),
        ("az új selyemút", HUNGARIAN, "Belt and Road Initiative"),
        ("nem megbízható szállító", HUNGARIAN, "untrusted vendor"),
    ],
)
def test_a_concept_is_known_by_a_name_that_has_stop_words(
    real_engine: SearchEngine, typed: str, locale: Locale, meant: str
) -> None:
    expansions = real_engine.search(SearchRequest(typed, locale, unfinished=False)).expansions
    assert (meant, "thesaurus") in [(e.searched, e.rule) for e in expansions]


def test_of_several_names_of_a_concept_the_usual_one_stands_first(
    real_engine: SearchEngine,
) -> None:
    for asked, usual in (("okosváros", "smart city"), ("smart city", "intelligent city")):
        expansions = real_engine.hits(SearchRequest(asked, ENGLISH)).expansions
        assert expansions[0].searched == usual
    hungarian = [e.searched for e in expansions if "város" in e.searched]
    assert hungarian == ["okosváros", "intelligens város", "okos város"]
