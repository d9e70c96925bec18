"""What stands behind a citation number."""

from collections.abc import Callable

import pytest

from database.catalog import Catalog
from database.library import Library
from database.model.record import Citation
from database.model.schema import Schema
from database.model.wording import Wording
from desktop_app.presentation.evidence import evidence, locator
from i18n.formats import language_name
from i18n.locales import ENGLISH, HUNGARIAN, Locale

NEWSPAPER = "source/example-newspaper"
ANALYSIS = "source/example-analysis"
URL = "https://example.org/2018/06/line-open?page=1&lang=sr"

MakeWording = Callable[[Locale], Wording]


@pytest.fixture
def library(catalog: Catalog, schema: Schema) -> Library:
    return Library([catalog], schema)


@pytest.fixture
def wording(library: Library) -> MakeWording:
    return library.wording


@pytest.mark.parametrize(
    ("page", "section", "english", "hungarian"),
    [
        ("", "", "", ""),
        ("9", "", "page 9", "9. oldal"),
        ("2–3", "", "page 2–3", "2–3. oldal"),
        ("", "The line", "section “The line”", "„The line” című rész"),
        ("9", "The line", "page 9, section “The line”", "9. oldal, „The line” című rész"),
    ],
)
def test_a_locator_is_worded_in_the_language_of_the_reader(
    wording: MakeWording, page: str, section: str, english: str, hungarian: str
) -> None:
    citation = Citation(ANALYSIS, page=page, section=section)
    assert locator(citation, wording(ENGLISH)) == english
    assert locator(citation, wording(HUNGARIAN)) == hungarian


@pytest.mark.parametrize(
    ("locale", "title", "facts"),
    [
        (
            ENGLISH,
            "[The line is open]",
            ("Flintford Mirror", "News article", "June 2018", language_name("sr-Latn", ENGLISH)),
        ),
        (
            HUNGARIAN,
            "[Megnyílt a vonal]",
            ("Flintford Mirror", "Újságcikk", "2018. június", language_name("sr-Latn", HUNGARIAN)),
        ),
    ],
    ids=["en", "hu"],
)
def test_a_source_is_described_by_publisher_type_date_and_language(
    library: Library, wording: MakeWording, locale: Locale, title: str, facts: tuple[str, ...]
) -> None:
    shown = evidence(3, Citation(NEWSPAPER), library, wording(locale))
    assert shown.number == 3
    assert shown.source_id == NEWSPAPER
    assert shown.title == title
    assert shown.facts == facts


@pytest.mark.parametrize("locale", [ENGLISH, HUNGARIAN], ids=["en", "hu"])
def test_a_quotation_stays_in_the_words_of_the_source(
    library: Library, wording: MakeWording, locale: Locale
) -> None:
    citation = Citation(NEWSPAPER, quotation="pruga je otvorena")
    assert evidence(1, citation, library, wording(locale)).quotation == "pruga je otvorena"


def test_a_source_on_the_web_has_its_address_whole_and_its_site_in_short(
    library: Library, wording: MakeWording
) -> None:
    shown = evidence(1, Citation(NEWSPAPER), library, wording(ENGLISH))
    assert shown.url == URL
    assert shown.site == "example.org"


def test_a_reference_has_all_that_it_takes_to_find_the_passage(
    library: Library, wording: MakeWording
) -> None:
    citation = Citation(NEWSPAPER, page="2", quotation="pruga je otvorena")
    facts = f"Flintford Mirror · News article · June 2018 · {language_name('sr-Latn', ENGLISH)}"
    told = f"[The line is open] · {facts} · page 2 · “pruga je otvorena” · {URL}"
    assert evidence(1, citation, library, wording(ENGLISH)).reference == told
    assert evidence(1, Citation(NEWSPAPER), library, wording(ENGLISH)).reference == (
        f"[The line is open] · {facts} · {URL}"
    )


def test_a_source_that_is_not_on_the_web_has_no_address(
    library: Library, wording: MakeWording
) -> None:
    shown = evidence(1, Citation(ANALYSIS, page="2"), library, wording(ENGLISH))
    assert (shown.url, shown.site) == ("", "")
