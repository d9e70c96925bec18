"""What the words of a question are worth in a record, by where it has them."""

from itertools import product

import pytest

from database.search.answer.shorthand import Shorthand
from database.search.answer.unit import Rule, Unit
from database.search.answer.worth import Worth, Zones
from database.search.question.tree import Word

SMART, CITY = frozenset({"smart"}), frozenset({"city"})
OKOSVAROS = Unit(Word("okosváros"), {}, 1.0, {(SMART, CITY): Rule.THESAURUS})
_SHORTHAND = Shorthand([OKOSVAROS])
NOTHING, SMART_BITS, CITY_BITS, BOTH = map(_SHORTHAND.of, ((), SMART, CITY, SMART | CITY))
IN_TEXT: Zones = (NOTHING, NOTHING, BOTH)


@pytest.mark.parametrize(
    "zones",
    [
        (SMART_BITS, NOTHING, CITY_BITS),
        (CITY_BITS, SMART_BITS, SMART_BITS),
        (SMART_BITS, CITY_BITS, CITY_BITS),
    ],
)
def test_words_of_a_phrase_that_are_strewn_over_a_record_count_as_in_its_text(zones: Zones) -> None:
    worth = Worth([OKOSVAROS], _SHORTHAND)
    assert worth.of(zones) == worth.of(IN_TEXT)
    assert worth.of(zones).weakest == Rule.THESAURUS


def test_a_phrase_counts_more_the_nearer_it_stands_to_the_name() -> None:
    worth = Worth([OKOSVAROS], _SHORTHAND)
    zones = [(BOTH, NOTHING, NOTHING), (NOTHING, BOTH, BOTH), IN_TEXT, (SMART_BITS,) * 3]
    worths = [worth.of(there).worth for there in zones]
    assert worths == sorted(worths, reverse=True)
    assert len(set(worths)) == len(worths)


def test_what_is_worth_most_counts_wherever_and_in_whatever_words_it_stands() -> None:
    phrases = {
        (frozenset({form}),): rule for form, rule in (("stem", 2), ("same", 4), ("broad", 5))
    }
    unit = Unit(Word("x"), {"guess": Rule.FUZZY}, 1.0, {p: Rule(r) for p, r in phrases.items()})
    shorthand = Shorthand([unit])
    stem, same, broad, guess = (shorthand.of([form]) for form in ("stem", "same", "broad", "guess"))
    worth = Worth([unit], shorthand)
    for zones, most, weakest in (
        ((broad, stem, stem), 0.55, Rule.STEMMED),  # broader in a name is 0.52
        ((same, stem, stem), 0.55, Rule.STEMMED),  # of equals the surer rule
        ((same, NOTHING, stem), 0.55, Rule.THESAURUS),
        ((NOTHING, same, same | stem), 0.40, Rule.STEMMED),
        ((guess, broad, broad), 0.50, Rule.FUZZY),
    ):
        assert worth.of(zones)[:2] == (most, weakest)


def test_a_word_that_is_begun_in_the_text_counts_no_less_for_it() -> None:
    units = [Unit(Word(form, prefix=True), {form: Rule.EXACT}, 1.0) for form in ("x", "y")]
    shorthand = Shorthand(units)
    worth, named = Worth(units, shorthand), shorthand.of(["x"])
    zones = (named, NOTHING, NOTHING)
    both = worth.of(zones, frozenset({0, 1}))
    assert both == worth.of(zones, frozenset({1}))
    assert both.worth == pytest.approx((1.0 + 0.25) / 2)
    assert both.complete


def test_no_text_makes_more_of_a_record_than_it_is_worth_at_best() -> None:
    units = [
        Unit(Word("x"), {rule.name: rule for rule in Rule}, 2.0, OKOSVAROS.alternatives),
        Unit(Word("y"), {"y": Rule.EXACT}, 1.0),
    ]
    shorthand = Shorthand(units)
    worth = Worth(units, shorthand)
    several = [
        shorthand.of(some) for some in ((), ("EXACT", "y"), ("FUZZY",), ("smart", "y"), CITY)
    ]
    for names, subjects in product(several, repeat=2):
        at_best, is_sure = worth.at_best(names, subjects)
        exactly = [worth.of((names, subjects, subjects | text)) for text in several]
        assert all(found.worth <= at_best.worth for found in exactly)
        assert at_best.worth == exactly[1].worth
        assert not is_sure or set(exactly) == {at_best}
