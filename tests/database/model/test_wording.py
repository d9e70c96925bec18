"""Values in words: a reader of either language sees what the record says."""

import pytest

from database.catalog import Catalog
from database.model.reading import date
from database.model.schema import Schema
from database.model.wording import Wording
from i18n.locales import ENGLISH, HUNGARIAN, Locale

NBSP = "\u00a0"


@pytest.fixture
def wordings(catalog: Catalog, schema: Schema) -> dict[Locale, Wording]:
    return {
        locale: Wording(locale, schema, catalog.titles, catalog.places)
        for locale in (ENGLISH, HUNGARIAN)
    }


@pytest.mark.parametrize(
    ("record", "field", "english", "hungarian"),
    [
        ("project/example-railway", "status", "Agreed", "Megállapodás megkötve"),
        ("project/example-railway", "started", "mid-2018", "2018 közepe"),
        ("project/example-railway", "budget", "about EUR 12.5 million", "mintegy 12,5 millió euró"),
        ("project/example-railway", "duration", "3 years", "3 év"),
        ("project/example-cameras", "extent", "about 1,000 cameras", "mintegy 1000 kamera"),
        ("actor/example-ministry", "gdp-share", "nearly 6%", "csaknem 6%"),
        ("actor/jovan-djordjevic", "stance", "Defends: Example railway (ground: environment)",
         "Védelmébe veszi: Mintavasút (alapja: környezet)"),
        ("event/example-contract-2016", "date", "5 October 2016", "2016. október 5."),
    ],
)  # fmt: skip
def test_a_claim_reads_in_both_languages(
    catalog: Catalog,
    wordings: dict[Locale, Wording],
    record: str,
    field: str,
    english: str,
    hungarian: str,
) -> None:
    claim = catalog.record(record).claimed(field)[0]
    assert (wordings[ENGLISH].claim(claim), wordings[HUNGARIAN].claim(claim)) == (
        english,
        hungarian,
    )


@pytest.mark.parametrize(
    ("field", "english", "hungarian"),
    [
        ("country", ["Hungary", "Serbia"], ["Magyarország", "Szerbia"]),
        ("place", ["Flintford"], ["Tűzkő"]),
        ("sector", ["Transport"], ["Közlekedés"]),
    ],
)
def test_an_attribute_reads_in_both_languages(
    catalog: Catalog,
    wordings: dict[Locale, Wording],
    field: str,
    english: list[str],
    hungarian: list[str],
) -> None:
    values = catalog.record("project/example-railway").attributes[field]
    assert [wordings[ENGLISH].value(value) for value in values] == english
    assert [wordings[HUNGARIAN].value(value) for value in values] == hungarian


@pytest.mark.parametrize(
    ("written", "english", "hungarian"),
    [
        ("2005/2019", "2005–2019", "2005–2019"),
        ("2012/..", "since 2012", "2012 óta"),
        ("2016-10", "October 2016", "2016. október"),
        ("late 2020", "late 2020", "2020 vége"),
        ("about 2005/2019", "about 2005–2019", "2005–2019 körül"),  # no word of it is lost
    ],
)
def test_a_date_reads_as_precisely_as_it_is_known(
    schema: Schema, wordings: dict[Locale, Wording], written: str, english: str, hungarian: str
) -> None:
    stated = date(written, schema)
    assert wordings[ENGLISH].date(stated) == english
    assert wordings[HUNGARIAN].date(stated) == hungarian


def test_what_is_unknown_keeps_its_key(wordings: dict[Locale, Wording]) -> None:
    assert wordings[ENGLISH].title("project/nowhere") == "project/nowhere"
    assert wordings[HUNGARIAN].code("status", "unheard-of") == "unheard-of"


def test_a_role_reads_from_both_ends(wordings: dict[Locale, Wording]) -> None:
    assert wordings[ENGLISH].role("contractor", reverse=False) == "Contractor"
    assert wordings[ENGLISH].role("contractor", reverse=True) == "Contractor in"
