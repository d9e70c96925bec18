"""Numbers that readers write out, and how dossiers write them."""

import pytest

from database.search.language import analysis
from database.search.question.number_words import in_figures, may_begin


@pytest.mark.parametrize(
    ("written", "english", "hungarian"),
    [
        ("half a billion", "500 million", "500 millió"),
        ("a quarter of a billion", "250 million", "250 millió"),
        ("one and a half billion", "1.5 billion", "1,5 milliárd"),
        ("three billion", "3 billion", "3 milliárd"),
        ("six hundred and six million", "606 million", "606 millió"),
        ("félmilliárd", "500 million", "500 millió"),
        ("fel milliard", "500 million", "500 millió"),
        ("félmilliárdos", "500 million", "500 millió"),
        ("másfél milliárd", "1.5 billion", "1,5 milliárd"),
        ("háromnegyed milliárd", "750 million", "750 millió"),
        ("hatszázhatmillió", "606 million", "606 millió"),
        ("ezermilliós", "1 billion", "1 milliárd"),
        ("trideset miliona", "30 million", "30 millió"),
        ("пола милијарде", "500 million", "500 millió"),
        ("0,5 milliárd", "500 million", "500 millió"),
        ("11,7 milliós", "11.7 million", "11,7 millió"),
        ("14.6 billion", "14.6 billion", "14,6 milliárd"),
        ("14,6 milliárdos", "14.6 billion", "14,6 milliárd"),
        ("1500 million", "1.5 billion", "1,5 milliárd"),
        ("€65m", "65 million", "65 millió"),
        ("1.5bn", "1.5 billion", "1,5 milliárd"),
        ("3 mlrd", "3 billion", "3 milliárd"),
        ("65 000 000", "65 million", "65 millió"),
        ("2.500.000", "2.5 million", "2,5 millió"),
        ("3,000,000,000", "3 billion", "3 milliárd"),
        ("65000000", "65 million", "65 millió"),
        ("a thousand", "1,000", "1000"),
        ("nyolcszáz", "800", "800"),
    ],
)
def test_a_number_that_is_written_out_is_read(written: str, english: str, hungarian: str) -> None:
    words = analysis.forms(written)
    assert may_begin(words[0])
    assert in_figures(words) == [("en", english), ("hu", hungarian)]


@pytest.mark.parametrize("written", ["1,000", "1000", "1 000", "2020"])
def test_small_figures_stay_as_they_are(written: str) -> None:
    assert in_figures(analysis.forms(written)) == []


@pytest.mark.parametrize(
    "written",
    [
        "ten", "hét", "two", "of", "a", "and", "half", "sto", "million", "a million", "2020",
        "often", "hatalom", "three trillion", "billió", "half a billion euros", "fél",
    ],
)  # fmt: skip
def test_everyday_words_are_no_numbers(written: str) -> None:
    assert in_figures(analysis.forms(written)) == []


@pytest.mark.parametrize("word", ["Huawei", "kamera", "railway"])
def test_most_words_begin_no_number(word: str) -> None:
    assert not may_begin(word)


@pytest.mark.parametrize("run", ["sedamdeset" * 60, "hatszázhatmillió" * 60, "onehundred" * 60])
def test_no_way_to_part_a_run_of_numbers_is_tried_after_another(run: str) -> None:
    assert in_figures([f"{run}x"]) == []  # it would take longer than there are readers


def test_a_number_may_begin_as_another_one_does() -> None:
    assert in_figures(["sedamdeset", "miliona"]) == [("en", "70 million"), ("hu", "70 millió")]
