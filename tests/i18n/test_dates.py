"""Dates as precise as they are known."""

from datetime import datetime

import pytest

from i18n.dates import PartialDate, UnreadableDate, format_date, format_moment, span
from i18n.locales import ENGLISH, HUNGARIAN, Locale


@pytest.mark.parametrize(
    ("iso", "english", "hungarian"),
    [
        ("2016", "2016", "2016"),
        ("2016-10", "October 2016", "2016. október"),
        ("2016-10-05", "5 October 2016", "2016. október 5."),
        ("2020-02", "February 2020", "2020. február"),  # no stop doubled
        ("2020-09-15", "15 September 2020", "2020. szeptember 15."),
    ],
)
def test_a_date_is_no_more_precise_than_it_is_known(iso: str, english: str, hungarian: str) -> None:
    when = PartialDate.parse(iso)
    assert (format_date(when, ENGLISH), format_date(when, HUNGARIAN)) == (english, hungarian)
    assert when.isoformat() == iso


@pytest.mark.parametrize(
    ("start", "end", "english", "hungarian"),
    [
        ("2005", "2019", "2005–2019", "2005–2019"),
        ("2005", "2005", "2005", "2005"),
        ("2020-09-15", "2020-09-18", "15–18 September 2020", "2020. szeptember 15–18."),
        (
            "2020-09-15",
            "2020-10-03",
            "15 September – 3 October 2020",
            "2020. szeptember 15. – október 3.",
        ),
        (
            "2020-12-30",
            "2021-01-02",
            "30 December 2020 – 2 January 2021",
            "2020. december 30. – 2021. január 2.",
        ),
        ("2020-09", "2020-10", "September – October 2020", "2020. szeptember–október"),
        (
            "2020-09",
            "2021-01",
            "September 2020 – January 2021",
            "2020. szeptember – 2021. január",
        ),
        ("2005", "2019-03", "2005 – March 2019", "2005 – 2019. március"),
        ("2012", None, "since 2012", "2012 óta"),
        ("2012-05", None, "since May 2012", "2012. május óta"),
        ("2012-05-03", None, "since 3 May 2012", "2012. május 3. óta"),
    ],
)
def test_a_span_says_once_what_both_dates_share(
    start: str, end: str | None, english: str, hungarian: str
) -> None:
    first, last = PartialDate.parse(start), PartialDate.parse(end) if end else None
    assert span(first, last, ENGLISH) == english
    assert span(first, last, HUNGARIAN) == hungarian


def test_another_language_is_written_as_cldr_has_it() -> None:
    german = Locale("de", "Deutsch", "de_DE")
    first, last = PartialDate.parse("2020-09-15"), PartialDate.parse("2020-10-03")
    assert format_date(first, german) == "15. September 2020"
    assert span(first, last, german) == "15. September – 3. Oktober 2020"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "16",
        "2016-1",
        "2016-13",
        "2016-02-30",
        "2016-00",
        "2016/10",
        "05.10.2016",
        "mid 2016",
        "0000",
        "2016-10-05T12:00",
        "2016-10-05\n",
        "２０１６",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDate):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(UnreadableDate, match="has no month"):
        PartialDate(2016, None, 5)


def test_a_partial_date_begins_on_its_first_day() -> None:
    begins = [PartialDate.parse(text).first_day().isoformat() for text in ("2016", "2016-10")]
    assert begins == ["2016-01-01", "2016-10-01"]


@pytest.mark.parametrize(
    ("locale", "written"),
    [(ENGLISH, "5 October 2016, 09:03"), (HUNGARIAN, "2016. október 5. 9:03")],
)
def test_a_moment_is_told_to_the_minute(locale: Locale, written: str) -> None:
    assert format_moment(datetime(2016, 10, 5, 9, 3, 59), locale) == written
