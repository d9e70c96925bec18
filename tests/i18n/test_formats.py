"""Money, names and enumerations in each language."""

from decimal import Decimal

import pytest

from i18n.formats import country_name, is_country, language_name, list_of, list_separator, money
from i18n.locales import ENGLISH, HUNGARIAN

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("amount", "currency", "english", "hungarian"),
    [
        (150_000_000, "EUR", "EUR 150 million", "150 millió euró"),
        (11_700_000, "EUR", "EUR 11.7 million", "11,7 millió euró"),
        (606_000_000, "EUR", "EUR 606 million", "606 millió euró"),
        (14_600_000_000, "USD", "USD 14.6 billion", "14,6 milliárd USA-dollár"),
        (3_000_000_000, "USD", "USD 3 billion", "3 milliárd USA-dollár"),  # never billió
        (3_000_000_000_000, "USD", "USD 3,000 billion", "3000 milliárd USA-dollár"),
        (12_500, "EUR", "EUR 12,500", f"12{NBSP}500 euró"),
        (4800, "HUF", "HUF 4,800", "4800 forint"),
        (1_000_000, "RSD", "RSD 1 million", "1 millió szerb dinár"),
        (Decimal("2.5e6"), "CNY", "CNY 2.5 million", "2,5 millió kínai jüan"),
        (1, "GBP", "GBP 1", "1 angol font"),
        (5_000_000, "CHF", "CHF 5 million", "5 millió svájci frank"),
        (5_000_000, "QQQ", "QQQ 5 million", "5 millió QQQ"),  # no such currency
        (1_234_567, "EUR", "EUR 1,234,567", f"1{NBSP}234{NBSP}567 euró"),  # nothing is rounded
        (-2_500_000, "EUR", "EUR \u22122.5 million", "\u22122,5 millió euró"),
        (0, "EUR", "EUR 0", "0 euró"),
        (1_000_000_000, "", "1 billion", "1 milliárd"),  # no currency was named
        (2500, "", "2,500", "2500"),
    ],
)
def test_a_sum_reads_as_it_was_stated(
    amount: Decimal | float, currency: str, english: str, hungarian: str
) -> None:
    assert money(amount, currency, ENGLISH) == english
    assert money(amount, currency, HUNGARIAN) == hungarian


@pytest.mark.parametrize(
    ("texts", "english", "hungarian"),
    [
        ([], "", ""),
        (["Niš"], "Niš", "Niš"),
        (["Niš", "Kragujevac"], "Niš and Kragujevac", "Niš és Kragujevac"),
        (["a", "b", "c"], "a, b and c", "a, b és c"),
    ],
)
def test_an_enumeration_ends_as_the_language_ends_it(
    texts: list[str], english: str, hungarian: str
) -> None:
    assert (list_of(texts, ENGLISH), list_of(texts, HUNGARIAN)) == (english, hungarian)


def test_columns_are_parted_by_what_is_no_decimal_sign() -> None:
    assert (list_separator(ENGLISH), list_separator(HUNGARIAN)) == (",", ";")


@pytest.mark.parametrize(
    ("code", "english", "hungarian"),
    [
        ("RS", "Serbia", "Szerbia"),
        ("XK", "Kosovo", "Koszovó"),
        ("CN", "China", "Kína"),
        ("US", "United States", "Egyesült Államok"),
        ("QX", "QX", "QX"),
    ],
)
def test_a_country_is_called_by_its_name(code: str, english: str, hungarian: str) -> None:
    assert (country_name(code, ENGLISH), country_name(code, HUNGARIAN)) == (english, hungarian)


def test_only_the_code_of_a_country_is_one() -> None:
    told = ("RS", "XK", "EU", "001", "150", "EZ", "UN", "XA", "ZZ", "QQ", "Serbia", "")
    assert [*filter(is_country, told)] == ["RS", "XK", "EU"]


@pytest.mark.parametrize(
    ("tag", "english", "hungarian"),
    [
        ("sr", "Serbian", "szerb"),
        ("sr-Latn", "Serbian (Latin)", "szerb (Latin)"),
        ("zh-Hans", "Simplified Chinese", "egyszerűsített kínai"),
        ("hu", "Hungarian", "magyar"),
        ("mul", "Multiple languages", "többszörös nyelvek"),
        ("xx", "xx", "xx"),
        ("not a tag", "not a tag", "not a tag"),
    ],
)
def test_a_language_is_called_by_its_name(tag: str, english: str, hungarian: str) -> None:
    assert (language_name(tag, ENGLISH), language_name(tag, HUNGARIAN)) == (english, hungarian)
