"""What the thesaurus has for words of a question: which concept is meant, by which names."""

import pytest

from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH
from tests.database.conftest import AddActor, Workshop
from tests.database.search.conftest import OpenEngine


def test_of_several_names_of_a_concept_the_usual_one_stands_first(
    real_engine: SearchEngine,
) -> None:
    for asked, usual in (("okosváros", "smart city"), ("smart city", "intelligent city")):
        expansions = real_engine.hits(SearchRequest(asked, ENGLISH)).expansions
        assert expansions[0].searched == usual
    loan = real_engine.hits(SearchRequest("loan", ENGLISH)).expansions
    hungarian = [e.searched for e in loan if e.searched in {"kölcsön", "hitel"}]
    assert hungarian == ["hitel", "kölcsön"]


@pytest.mark.parametrize(
    ("typed", "meant", "not_meant"),
    [
        ("grad", "city", "construction"),
        ("град", "city", "construction"),
        ("gradovi", "city", "construction"),
        ("gradi", "construction", "city"),
        ("ко гради пругу", "construction", "city"),
        ("podatke", "data", "date"),
    ],
)
def test_of_two_concepts_that_share_a_stem_the_one_written_so_is_meant(
    real_engine: SearchEngine, typed: str, meant: str, not_meant: str
) -> None:
    expansions = real_engine.search(SearchRequest(typed, ENGLISH, unfinished=False)).expansions
    searched = {expansion.searched for expansion in expansions}
    assert meant in searched
    assert not_meant not in searched


def test_a_name_that_says_nothing_more_does_not_silence_the_thesaurus(
    workshop: Workshop, add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    add_actor("vasut", "Vasút")
    before = workshop_engine().search(SearchRequest("railways", ENGLISH, unfinished=False))
    add_actor("railways", "Railways")
    path = workshop.folder / "content/actor/railways.toml"
    alias = '[[names]]\ntext = "RWS"\nlang = "en"\nkind = "acronym"\n'
    path.write_text(f"{path.read_text('utf-8')}\n{alias}", "utf-8")
    since = workshop_engine().search(SearchRequest("railways", ENGLISH, unfinished=False))
    assert since.expansions == before.expansions != ()
