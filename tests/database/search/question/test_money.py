"""What the first of two sums leaves to the second."""

import pytest

from database.search.question import money


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2..5M EUR", "2000000 EUR", "5000000 EUR"),
        ("500..2M EUR", "500 EUR", "2000000 EUR"),  # 500 million would be more
        ("2 ezer..5 millió EUR", "2000 EUR", "5000000 EUR"),
        ("2M..5bn", "2000000", "5000000000"),
    ],
)
def test_the_first_of_two_sums_is_as_large_as_the_second_unless_it_would_be_larger(
    text: str, low: str, high: str
) -> None:
    sums = money.read(text)
    assert sums is not None
    assert (str(sums.low), str(sums.high)) == (low, high)
