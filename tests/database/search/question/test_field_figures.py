"""Sums and dates as readers type them as the value of a field."""

import pytest

from database.model.values import StatedDate
from database.search.question import money, when


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (">100M EUR", "100000000 EUR", None),
        (">=100 million EUR", "100000000 EUR", None),
        ("<5 milliárd USD", None, "5000000000 USD"),
        ("100..200M EUR", "100000000 EUR", "200000000 EUR"),
        ("150 millió euró", "150000000 EUR", "150000000 EUR"),
        ("€2,5 mrd", "2500000000 EUR", "2500000000 EUR"),
        ("14.6 billion US dollars", "14600000000 USD", "14600000000 USD"),
        ("1 billió Ft", "1000000000000 HUF", "1000000000000 HUF"),
        ("1,234.5 USD", "1234.5 USD", "1234.5 USD"),
        ("1 234,5 USD", "1234.5 USD", "1234.5 USD"),
        ("1,500", "1500", "1500"),
        ("1,500 millió", "1500000", "1500000"),
        ("10.000.000 RSD", "10000000 RSD", "10000000 RSD"),
        ("6..5 EUR", "5 EUR", "6 EUR"),  # the wrong way round
        (">100 millió EUR-nál", "100000000 EUR", None),
        ("5-től 6 EUR-ig", "5 EUR", "6 EUR"),
        ("11,7 milliós", "11700000", "11700000"),
        ("over 100M EUR", "100000000 EUR", None),
        ("100 millió euró felett", "100000000 EUR", None),
        ("100 millió eurónál több", "100000000 EUR", None),
        ("100 millio euronal nagyobb", "100000000 EUR", None),
        ("100 millió eurót meghaladó", "100000000 EUR", None),
        ("5 milliárd forintot meghaladó", "5000000000 HUF", None),
        ("100 millió dollárnál kevesebb", None, "100000000 USD"),
        ("legalabb 100 millio euro", "100000000 EUR", None),  # no accents on the keyboard
        ("at most 5 million dollars", None, "5000000 USD"),
        ("between 10 and 20 million EUR", "10000000 EUR", "20000000 EUR"),
        ("10 és 20 millió euró között", "10000000 EUR", "20000000 EUR"),
        ("about 600 million EUR", "540000000 EUR", "660000000 EUR"),
        ("around €600m", "540000000 EUR", "660000000 EUR"),
        ("~600M EUR", "540000000 EUR", "660000000 EUR"),
        ("600 millió euró körül", "540000000 EUR", "660000000 EUR"),
        ("600 millio euro korul", "540000000 EUR", "660000000 EUR"),
        ("körülbelül 600 millió euró", "540000000 EUR", "660000000 EUR"),
        ("kb. 600 millió euró", "540000000 EUR", "660000000 EUR"),
        ("mintegy 1,5 milliárd", "1350000000", "1650000000"),
        ("about 5-10 million EUR", "4500000 EUR", "11000000 EUR"),
        ("30-70 millió euró", "30000000 EUR", "70000000 EUR"),
        ("30M - 70M EUR", "30000000 EUR", "70000000 EUR"),
        ("€5-€10 million", "5000000 EUR", "10000000 EUR"),
        ("10–20M", "10000000", "20000000"),
    ],
)
def test_sums_are_read_as_they_are_typed(text: str, low: str | None, high: str | None) -> None:
    sums = money.read(text)
    assert sums is not None
    assert [end and str(end) for end in (sums.low, sums.high)] == [low, high]


@pytest.mark.parametrize(
    "text",
    ["", ">", "EUR", "many EUR", "5 apples", "9" * 30, "€5 USD", "-5", "5 -10", "about", "~ EUR",
     "about >5M"],
)  # fmt: skip
def test_what_is_no_sum_is_not_read_as_one(text: str) -> None:
    assert money.read(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020. 02. 03.", "2020-02-03", "2020-02-03"),
        ("2020. szept. 4.", "2020-09-04", "2020-09-04"),
        ("September 2020", "2020-09-01", "2020-09-30"),
        ("2017..2018-06", "2017-01-01", "2018-06-30"),
        (">2018", "2019-01-01", "9999-12-31"),
        ("<2018-03", "0001-01-01", "2018-02-28"),
        (">9999", "9999-12-31", "9999-12-31"),
        ("2020..2019-03", "2019-03-01", "2020-12-31"),  # the wrong way round
        ("2019-ben", "2019-01-01", "2019-12-31"),
        ("2019-03-05-én", "2019-03-05", "2019-03-05"),
        ("2017-től", "2017-01-01", "9999-12-31"),
        ("2018-ig", "0001-01-01", "2018-12-31"),
        ("2017-től 2018-ig", "2017-01-01", "2018-12-31"),
        ("2017 után", "2018-01-01", "9999-12-31"),
        ("2017 óta", "2017-01-01", "9999-12-31"),
        ("2018. március előtt", "0001-01-01", "2018-02-28"),
        ("since 2017", "2017-01-01", "9999-12-31"),
        ("2017 or later", "2017-01-01", "9999-12-31"),  # as the answer tells it
        ("Before March 2018", "0001-01-01", "2018-02-28"),
        ("posle 2017", "2018-01-01", "9999-12-31"),
        ("2017-2018", "2017-01-01", "2018-12-31"),
        ("2017-20", "2017-01-01", "2020-12-31"),
        ("2010-12", "2010-12-01", "2010-12-31"),  # a month
        ("September 4, 2020", "2020-09-04", "2020-09-04"),
        ("4th September 2020", "2020-09-04", "2020-09-04"),
        ("Sep 2020", "2020-09-01", "2020-09-30"),
        ("2020 szeptemberében", "2020-09-01", "2020-09-30"),
        ("2020 szeptembere óta", "2020-09-01", "9999-12-31"),
        ("2020. szeptembertől", "2020-09-01", "9999-12-31"),
        ("2020 augusztusáig", "0001-01-01", "2020-08-31"),
        ("2019 januárja és 2020 márciusa között", "2019-01-01", "2020-03-31"),
        ("2017 utáni", "2018-01-01", "9999-12-31"),
        ("04.09.2020", "2020-09-04", "2020-09-04"),
        ("09/2020", "2020-09-01", "2020-09-30"),
        ("2017 to 2018", "2017-01-01", "2018-12-31"),
        ("from March 2017 to 2018", "2017-03-01", "2018-12-31"),
        ("od 2017 do 2018", "2017-01-01", "2018-12-31"),
        ("2017—2018", "2017-01-01", "2018-12-31"),
        ("up to 2018", "0001-01-01", "2018-12-31"),
        ("early 2020", "2020-01-01", "2020-04-30"),
        ("mid-2020", "2020-05-01", "2020-08-31"),
        ("the end of 2020", "2020-09-01", "2020-12-31"),
        ("2020 eleje", "2020-01-01", "2020-04-30"),
        ("2020 kozepen", "2020-05-01", "2020-08-31"),  # no accents on the keyboard
        ("2020 végén", "2020-09-01", "2020-12-31"),
        ("krajem 2020", "2020-09-01", "2020-12-31"),
        ("early February 2020", "2020-02-01", "2020-02-10"),
        ("2020. február közepe", "2020-02-11", "2020-02-20"),
        ("late 2020-02", "2020-02-21", "2020-02-29"),
        ("since mid-2020", "2020-05-01", "9999-12-31"),
        ("2020 vége előtt", "0001-01-01", "2020-08-31"),
        ("early 2019..late 2020", "2019-01-01", "2020-12-31"),
    ],
)
def test_dates_are_read_as_they_are_typed(text: str, first: str, last: str) -> None:
    days = when.days(text)
    assert days is not None
    assert (days.first, days.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "after", "after soon", "2020 and", "2020-13", "2020 maradjon",
     "4/9/2020", "31.02.2020", "2020-02-30", "0000", "20",
     "early", "early on", "late 2020-02-03"],
)  # fmt: skip
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert when.days(text) is None


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("early 2020", "2020-01-01", "2020-04-30"),
        ("late 2020-12", "2020-12-21", "2020-12-31"),
        ("about 2020", "2020-01-01", "2020-12-31"),
        ("mid 2018/..", "2018-05-01", "2018-08-31"),
        ("2005/2019", "2005-01-01", "2019-12-31"),
    ],
)
def test_a_date_of_a_record_means_the_same_days(stated: str, first: str, last: str) -> None:
    modifiers = frozenset({"early", "mid", "late", "about"})
    assert when.stated_days(StatedDate.parse(stated, modifiers)) == (first, last)
