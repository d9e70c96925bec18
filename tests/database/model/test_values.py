"""Dates as sources state them, numbers without loss, and the written form of every value."""

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.model import reading
from database.model.schema import Field, Schema
from database.model.schema import load as load_schema
from database.model.text import Text
from database.model.values import BadValue, Code, Money, Quantity, StatedDate, number, to_json

MODIFIERS = load_schema().codes("date-modifier")

partial_dates = st.one_of(
    st.integers(1000, 2999).map(str),
    st.dates().filter(lambda day: day.year >= 1000).map(lambda day: day.isoformat()[:7]),
    st.dates().filter(lambda day: day.year >= 1000).map(lambda day: day.isoformat()),
)


@st.composite
def written_dates(draw: st.DrawFn) -> str:
    """Draw a date in any form that an editor may write."""
    form = draw(st.sampled_from(["single", "rough", "span", "open"]))
    start = draw(partial_dates)
    match form:
        case "rough":
            return f"{draw(st.sampled_from(sorted(MODIFIERS)))} {start}"
        case "span":
            return "/".join(sorted([start, draw(partial_dates)]))
        case "open":
            return f"{start}/.."
    return start


@given(written_dates())
def test_a_date_is_written_back_as_it_was_read(written: str) -> None:
    assert str(StatedDate.parse(written, MODIFIERS)) == written


@given(written_dates())
def test_a_date_covers_the_year_it_begins_in(written: str) -> None:
    stated = StatedDate.parse(written, MODIFIERS)
    assert stated.start.year in stated.years()
    assert stated.sort_key().startswith(str(stated.start.year))


@given(st.text(max_size=20).filter(lambda text: not re.match(r"([a-z]+ )?\d{4}", text)))
def test_anything_else_is_refused_with_the_forms_there_are(text: str) -> None:
    with pytest.raises(BadValue, match="write 2016, 2016-10, "):
        StatedDate.parse(text, MODIFIERS)


@pytest.mark.parametrize(
    "written",
    [
        "", "16", "2016-1", "2016-13", "2016-02-30", "2015-02-29", "2016/2015", "2016-10/2016-09",
        "2016/", "/2016", "../2016", "roughly 2016", "mid  2016", "2016 mid", "Mid 2016",
        "2016-10-05T12:00", " 2016", "2016 ", "MMXVI", "２０１６", "2016–2019", "0000",
    ],
)  # fmt: skip
def test_an_impossible_date_is_refused(written: str) -> None:
    with pytest.raises(BadValue):
        StatedDate.parse(written, MODIFIERS)


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("2016", [2016]),
        ("2016-10-05", [2016]),
        ("mid 2018", [2018]),
        ("2016/2019", [2016, 2017, 2018, 2019]),
        ("2012/..", [2012]),  # who knows how long
    ],
)
def test_a_date_knows_its_years(written: str, years: list[int]) -> None:
    assert list(StatedDate.parse(written, MODIFIERS).years()) == years


def test_rough_dates_stand_where_they_would_fall() -> None:
    ordered = [
        "2017-12-31", "before 2018", "2018", "early 2018", "2018-05-01", "mid 2018", "2018-07",
        "late 2018", "2018-12", "after 2018", "2019",
    ]  # fmt: skip
    assert sorted(ordered, key=lambda w: StatedDate.parse(w, MODIFIERS).sort_key()) == ordered


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, max_value=10**12, min_value=0))
def test_an_amount_survives_its_json_form(amount: Decimal) -> None:
    written = json.loads(json.dumps(to_json(Money(amount, "EUR"))))
    assert reading.value(Field("budget", "Budget", "money"), written, load_schema()) == Money(
        amount, "EUR"
    )


def test_a_decimal_fraction_is_read_exactly() -> None:
    assert number(11.7) == Decimal("11.7")


@pytest.mark.parametrize(
    "raw",
    [True, None, [], "a dozen", "", float("nan"), float("inf"), "NaN", "-Infinity", 10**15, "1e99"],
)
def test_what_is_no_number_is_refused(raw: object) -> None:
    with pytest.raises(BadValue):
        number(raw)


def test_whole_amounts_are_written_without_a_point() -> None:
    assert json.dumps(to_json(Money(Decimal("150000000.0"), "EUR"))) == (
        '{"amount": 150000000, "currency": "EUR"}'
    )


@pytest.mark.parametrize(
    ("kind", "vocabulary", "written"),
    [
        ("money", "", {"amount": 11.7, "currency": "EUR"}),
        ("quantity", "", {"number": 1000, "unit": "camera"}),
        ("code", "status", "called-off"),
        ("stance", "", {"stance": "objects", "about": "project/x", "ground": "privacy"}),
        ("stance", "", {"stance": "wary", "about": "project/x"}),
        ("date", "", "mid 2018"),
        ("text", "", {"en": "Flint.", "hu": "Tűzkő."}),
        ("country", "", "XK"),
        ("language", "", "sr-Latn"),
        ("url", "", "https://example.org/a?b=c#d"),
        ("name", "", "Đorđe Szőke"),
    ],
)
def test_every_kind_of_value_is_written_back_as_it_was_read(
    schema: Schema, kind: str, vocabulary: str, written: object
) -> None:
    field = Field("field", "Field", kind, vocabulary)
    assert to_json(reading.value(field, written, schema)) == written


def test_a_text_falls_back_to_the_language_it_has() -> None:
    text = Text.of(hu="Tűzkő")
    assert (text.within("hu"), text.within("en"), text.has("en")) == ("Tűzkő", "Tűzkő", False)
    assert Text.of().within("en") == ""


def test_values_can_be_told_apart_and_compared() -> None:
    assert Quantity(Decimal(6), "percent") != Quantity(Decimal(6), "year")
    assert len({Code("status", "agreed"), Code("status", "agreed")}) == 1
