"""What the words of a question are worth in a record, by where it has them."""

import pytest

from database.search.answer.unit import Rule, Unit
from database.search.answer.worth import Worth, Zones
from database.search.question.tree import Word

NOTHING = frozenset[str]()
SMART, CITY = frozenset({"smart"}), frozenset({"city"})
OKOSVAROS = Unit(Word("okosváros"), {}, 1.0, {(SMART, CITY): Rule.THESAURUS})
IN_TEXT: Zones = (NOTHING, NOTHING, SMART | CITY)


@pytest.mark.parametrize(
    "zones", [(SMART, NOTHING, CITY), (CITY, SMART, SMART), (SMART, CITY, CITY)]
)
def test_words_of_a_phrase_that_are_strewn_over_a_record_count_as_in_its_text(zones: Zones) -> None:
    worth = Worth((OKOSVAROS,))
    assert worth.of(zones) == worth.of(IN_TEXT)
    assert worth.of(zones).weakest == Rule.THESAURUS


def test_a_phrase_counts_more_the_nearer_it_stands_to_the_name() -> None:
    both, worth = SMART | CITY, Worth((OKOSVAROS,))
    several = [(both, NOTHING, NOTHING), (NOTHING, both, both), IN_TEXT, (SMART, SMART, SMART)]
    worths = [worth.of(zones).worth for zones in several]
    assert worths == sorted(worths, reverse=True)
    assert len(set(worths)) == len(worths)
