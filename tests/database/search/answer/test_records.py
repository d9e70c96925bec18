"""Sets of records as whole numbers do what sets do."""

from hypothesis import given
from hypothesis import strategies as st

from database.search.answer import records

few = st.sets(st.integers(0, 300))
many = st.integers(0, 60_000).map(lambda highest: set(range(highest % 7, highest, 3)))


@given(st.one_of(few, many))
def test_a_set_gives_back_its_numbers_from_the_lowest(numbers: set[int]) -> None:
    made = records.of(numbers)
    assert list(records.numbers(made)) == sorted(numbers)
    assert records.size(made) == len(numbers)
    assert records.unpacked(records.packed(made)) == made


@given(few, st.integers(0, 310))
def test_a_set_knows_what_it_has(numbers: set[int], number: int) -> None:
    assert records.has(records.packed(records.of(numbers)), number) == (number in numbers)


@given(few, few)
def test_sets_are_cut_and_joined(one: set[int], other: set[int]) -> None:
    a, b = records.of(one), records.of(other)
    assert (a & b, a | b, a & ~b) == tuple(map(records.of, (one & other, one | other, one - other)))


@given(few.filter(bool))
def test_a_set_knows_its_lowest_and_its_highest_number(numbers: set[int]) -> None:
    made = records.of(numbers)
    assert (records.lowest(made), records.highest(made)) == (min(numbers), max(numbers))
