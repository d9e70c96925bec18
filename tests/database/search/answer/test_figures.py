"""Numbers of several words: one figure, whose words mean nothing else."""

import pytest

from database.search.answer.explain import reason
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN
from tests.database.conftest import AddActor
from tests.database.search.conftest import OpenEngine


@pytest.mark.parametrize(
    "asked",
    [
        "11.7 million", "11,7 million", "11,7 millió", "11,7 milliós", "11.7m", "11700000",
        "11 700 000", "11,7 miliona",
    ],
)  # fmt: skip
@pytest.mark.parametrize("unfinished", [True, False])
def test_the_words_of_a_figure_mean_nothing_else(
    add_actor: AddActor, workshop_engine: OpenEngine, asked: str, unfinished: bool
) -> None:
    wanted = add_actor("wanted", "Wanted", "It cost EUR 11.7 million.")
    add_actor("strewn", "Strewn", "Page 11 names 7 firms and a million reasons.")
    hits = workshop_engine().hits(SearchRequest(asked, ENGLISH, unfinished=unfinished)).hits
    assert [hit.id for hit in hits if hit.match != "partial"] == [wanted]


def test_a_figure_weighs_as_one_word(add_actor: AddActor, workshop_engine: OpenEngine) -> None:
    """The four words of the figure would otherwise tell more than the two beside them."""
    figure = add_actor("figure", "Figure", "It cost EUR 11.7 million.")
    words = add_actor("words", "Words", "It is a solar tramway.")
    hits = workshop_engine().hits(SearchRequest("solar tramway 11,7 millió", ENGLISH)).hits
    assert [hit.id for hit in hits][:2] == [words, figure]


def test_where_no_record_has_the_figure_its_words_are_searched(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    other = add_actor("other", "Other", "It cost EUR 11.7 million.")
    hits = workshop_engine().hits(SearchRequest("11.8 million", ENGLISH, unfinished=False)).hits
    assert other in {hit.id for hit in hits}


def test_a_short_word_after_a_number_may_still_grow(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    million = add_actor("million", "Million", "It cost EUR 65 million.")
    miles = add_actor("miles", "Miles", "The road is 65 miles long.")
    found = {hit.id for hit in workshop_engine().hits(SearchRequest("65 mil", ENGLISH)).hits}
    assert found >= {million, miles}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("11,7 millió", "“11,7 millió” as written"),
        ("11,7 milliós", "“11,7 milliós” found as “11,7 millió”: another form of the word"),
        ("14.6bn", "“14.6bn” found as “14,6 milliárd”: the same in other words"),
    ],
)
def test_a_reason_names_the_whole_figure(
    add_actor: AddActor, workshop_engine: OpenEngine, asked: str, told: str
) -> None:
    wanted = add_actor("wanted", "Wanted", "Ára 11,7 millió euró, nem 14,6 milliárd.")
    request = SearchRequest(asked, HUNGARIAN, unfinished=False)
    (hit,) = (hit for hit in workshop_engine().hits(request).hits if hit.id == wanted)
    assert [reason(found, ENGLISH) for found in hit.why] == [told]


def test_a_part_of_a_figure_is_written_as_no_other_word(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    add_actor("wanted", "Wanted", "It cost EUR 9.5 billion.")
    add_actor("other", "Other", "It cost 5billion.")
    results = workshop_engine().hits(SearchRequest("9.5 billion", ENGLISH, unfinished=False))
    assert not results.expansions


def test_endings_of_a_figure_are_no_other_words(real_engine: SearchEngine) -> None:
    for asked, others in (
        ("11,7 milliós", ["11.7 million"]),
        ("14.6 billion", ["14,6 milliárd"]),
        ("14,6 milliárdos", ["14.6 billion", "14,6 milliárd"]),
    ):
        results = real_engine.hits(SearchRequest(asked, HUNGARIAN, unfinished=False))
        assert [(e.asked, e.searched) for e in results.expansions] == [(asked, o) for o in others]
