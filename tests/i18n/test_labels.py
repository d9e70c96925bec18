"""The schema's words, in a given language."""

import pytest

from i18n.labels import code_label, quantity, role_label, schema_label, within_sentence
from i18n.locales import ENGLISH, HUNGARIAN


def test_a_label_reads_in_the_language_asked_for() -> None:
    assert schema_label("Concerns", ENGLISH) == "Concerns"
    assert schema_label("Concerns", HUNGARIAN) == "Aggályok"


def test_a_relation_reads_from_both_ends() -> None:
    assert role_label("Contractor", HUNGARIAN) == "Kivitelező"
    assert role_label("Contractor in", HUNGARIAN) == "Kivitelezőként"


def test_a_code_is_read_in_its_vocabulary() -> None:
    assert code_label("status", "In use", HUNGARIAN) == "Használatban"
    assert code_label("sector", "Environment", HUNGARIAN) == "Környezetvédelem"
    assert code_label("ground", "Environment", HUNGARIAN) == "Környezet"


@pytest.mark.parametrize(
    ("label", "read"),
    [("Privacy", "privacy"), ("Állam", "állam"), ("EU accession", "EU accession"), ("5G", "5G"),
     ("", "")],
)  # fmt: skip
def test_a_label_in_the_middle_of_a_sentence_begins_small(label: str, read: str) -> None:
    assert within_sentence(label) == read


@pytest.mark.parametrize(
    ("label", "value", "read"),
    [
        ("about {value}", "1000 kamera", "mintegy 1000 kamera"),
        ("{value} (estimate)", "150 millió euró", "150 millió euró (becslés)"),
    ],
)
def test_a_qualifier_is_a_pattern_around_the_value(label: str, value: str, read: str) -> None:
    assert code_label("qualifier", label, HUNGARIAN).format(value=value) == read


@pytest.mark.parametrize(
    ("label", "date", "read"),
    [
        ("early {date}", "2020", "2020 eleje"),
        ("mid-{date}", "2018", "2018 közepe"),
        ("before {date}", "2016. október 5.", "2016. október 5. előtt"),
    ],
)
def test_a_rough_date_needs_no_suffix(label: str, date: str, read: str) -> None:
    assert code_label("date-modifier", label, HUNGARIAN).format(date=date) == read


@pytest.mark.parametrize(
    ("value", "english", "hungarian"),
    [
        (1, "1 camera", "1 kamera"),
        (0, "0 cameras", "0 kamera"),
        (1000, "1,000 cameras", "1000 kamera"),
        (1.5, "1.5 cameras", "1,5 kamera"),
        (12000, "12,000 cameras", "12\u00a0000 kamera"),
    ],
)
def test_a_unit_agrees_with_its_number(value: float, english: str, hungarian: str) -> None:
    labels = ("{number} camera", "{number} cameras")
    assert quantity(*labels, value, ENGLISH) == english
    assert quantity(*labels, value, HUNGARIAN) == hungarian
