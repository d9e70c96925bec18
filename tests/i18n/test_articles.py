"""The Hungarian article goes by sound."""

import pytest

from i18n.formats import article
from i18n.locales import ENGLISH, HUNGARIAN, Locale


@pytest.mark.parametrize(
    "word",
    [
        "ASPI",
        "AidData",
        "EU",
        "MoU",
        "NGO",
        "SZTE",
        "LTE",
        "FBI",
        "RTS",
        "X",
        "Y",
        "újság",
        "„Egy övezet, egy út” kezdeményezés",
        "őr",
        "Értékpapír",
        "EU-tag",
        "Ybl",
        "Überwald",
        "s",
        "1",
        "5",
        "50",
        "500",
        "1000",
        "1999-es",
        "1 000 000",
        "1\u00a0000\u00a0000",
        "5G",
        "5000",
        "1. találat",
        "1,5",
        "Аутор",
    ],
)
def test_az_stands_before_a_vowel_sound(word: str) -> None:
    assert article(word, HUNGARIAN) == "az"


@pytest.mark.parametrize(
    "word",
    [
        *("Huawei", "ZTE", "NetDragon", "NATO", "NATO-tag", "BRI", "CNY", "HCI", "Xiaomi", "MUP"),
        *("YouTube", "SHARE Alapítvány", "(Belgrád)", "Telekom Srbija", "lyuk", "nyár", "szerb"),
        *("2", "10", "15", "100", "10 000", "10\u00a0000", "2019-es", "2. találat", "4G", "0"),
        *("Đorđević", "Београд", "OneWeb", "", "…"),
    ],
)
def test_a_stands_before_a_consonant_sound(word: str) -> None:
    assert article(word, HUNGARIAN) == "a"


def test_other_languages_do_not_ask_for_the_sound() -> None:
    assert article("EU", ENGLISH) == "the"
    assert article("EU", Locale("sr", "Srpski", "sr_Latn_RS", "serbian")) == ""
