"""Numbers as each language writes and reads them."""

from decimal import Decimal

import pytest

from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale
from i18n.numerals import UnreadableNumber, number, parse_number, percent, plural_count

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "english", "hungarian"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1,000", "1000"),
        (1234.5, "1,234.5", "1234,5"),
        (9999.99, "9,999.99", "9999,99"),
        (10_000, "10,000", f"10{NBSP}000"),
        (12345.5, "12,345.5", f"12{NBSP}345,5"),
        (1_000_000, "1,000,000", f"1{NBSP}000{NBSP}000"),
        (-1234, "\u22121,234", "\u22121234"),
        (-12345, "\u221212,345", f"\u221212{NBSP}345"),
        (0.1 + 0.2, "0.3", "0,3"),  # no noise of binary fractions
        (0.00012, "0.00012", "0,00012"),  # nothing is rounded away
        (Decimal("11.70"), "11.7", "11,7"),
        (123456789012345.0, "123,456,789,012,345", NBSP.join(["123", "456", "789", "012", "345"])),
    ],
)
def test_text_groups_digits_as_the_language_does(
    value: float, english: str, hungarian: str
) -> None:
    assert number(value, ENGLISH) == english
    assert number(value, HUNGARIAN) == hungarian


@pytest.mark.parametrize(
    ("value", "written"),
    [(999, "999"), (1234.5, f"1{NBSP}234,5"), (12345.5, f"12{NBSP}345,5")],
)
def test_a_hungarian_column_groups_four_digits_too(value: float, written: str) -> None:
    assert number(value, HUNGARIAN, column=True) == written


def test_another_language_is_written_as_cldr_has_it() -> None:
    german = Locale("de", "Deutsch", "de_DE")
    assert number(1234.5, german) == "1.234,5"
    assert percent(12.5, german) == f"12,5{NBSP}%"
    assert parse_number("1.234,5", german) == Decimal("1234.5")


@pytest.mark.parametrize(
    ("value", "english", "hungarian"), [(6, "6%", "6%"), (12.5, "12.5%", "12,5%")]
)
def test_the_percent_sign_follows_without_a_space(
    value: float, english: str, hungarian: str
) -> None:
    assert (percent(value, ENGLISH), percent(value, HUNGARIAN)) == (english, hungarian)


@pytest.mark.parametrize(
    ("typed", "locale", "meant"),
    [
        ("1 234,5", HUNGARIAN, "1234.5"),
        ("1\u00a0234,5", HUNGARIAN, "1234.5"),  # no-break space
        ("1\u202f234,5", HUNGARIAN, "1234.5"),  # narrow no-break space
        ("1\u2009234,5", HUNGARIAN, "1234.5"),  # thin space
        ("1234,5", HUNGARIAN, "1234.5"),
        ("1,234", HUNGARIAN, "1.234"),
        ("1 234 567", HUNGARIAN, "1234567"),
        (" 12 ", HUNGARIAN, "12"),
        ("-3", HUNGARIAN, "-3"),
        ("\u22123", HUNGARIAN, "-3"),
        ("+3", HUNGARIAN, "3"),
        ("1,234.5", ENGLISH, "1234.5"),
        ("1234.5", ENGLISH, "1234.5"),
        ("1 234.5", ENGLISH, "1234.5"),
        ("1,234", ENGLISH, "1234"),
        ("1.234", ENGLISH, "1.234"),
    ],
)
def test_what_can_mean_one_thing_only_is_read(typed: str, locale: Locale, meant: str) -> None:
    assert parse_number(typed, locale) == Decimal(meant)


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        ("1.234,5", HUNGARIAN),
        ("1,234.5", HUNGARIAN),
        ("1.234", HUNGARIAN),  # more than a thousand, or one and a bit?
        ("12 34", HUNGARIAN),
        ("1 234\u00a0567", HUNGARIAN),
        ("1.234,5", ENGLISH),
        ("1,5", ENGLISH),
        ("1,23,456", ENGLISH),
        ("1’234", ENGLISH),
    ],
)
def test_what_can_mean_two_things_is_refused(typed: str, locale: Locale) -> None:
    with pytest.raises(UnreadableNumber):
        parse_number(typed, locale)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("typed", ["", "abc", "5%", "1e3", "--1", "٣", "12 km", "NaN"])
def test_what_is_no_number_is_refused(typed: str, locale: Locale) -> None:
    with pytest.raises(UnreadableNumber):
        parse_number(typed, locale)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("column", [False, True])
@pytest.mark.parametrize("value", ["0", "1234.5", "-12345.678", "1000000", "0.00012"])
def test_what_is_written_can_be_read_back(value: str, column: bool, locale: Locale) -> None:
    written = number(Decimal(value), locale, column=column)
    assert parse_number(written, locale) == Decimal(value)


@pytest.mark.parametrize(
    ("value", "count"), [(1, 1), (1.0, 1), (Decimal("1.5"), 2), (0.5, 2), (0, 0), (1000, 1000)]
)
def test_a_fraction_takes_the_plural(value: float, count: int) -> None:
    assert plural_count(value) == count
