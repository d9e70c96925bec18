"""A page as lines of text, for a terminal."""

from collections.abc import Callable

import pytest

from database.catalog import Catalog
from desktop_app.presentation.page import Page
from desktop_app.presentation.page_text import lines
from i18n import messages
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale

RAILWAY = "project/example-railway"
NEWSPAPER = "source/example-newspaper"
MakePage = Callable[..., Page]


def printed(make_page: MakePage, record_id: str, locale: Locale) -> list[str]:
    messages.activate(locale)
    return list(lines(make_page(record_id, locale)))


def below(text: list[str], heading: str) -> list[str]:
    """Return the lines of a section."""
    start = text.index(heading) + 1
    ends = [n for n, line in enumerate(text) if not line and n > start]
    return text[start : min(ends, default=len(text))]


@pytest.mark.parametrize(
    ("locale", "head"),
    [
        (ENGLISH, ["Project", "Example railway", "A short railway line that serves tests.", ""]),
        (HUNGARIAN, ["Projekt", "Mintavasút", "Rövid vasútvonal, amely próbákra való.", ""]),
    ],
    ids=["en", "hu"],
)
def test_type_title_and_description_stand_on_top(
    make_page: MakePage, locale: Locale, head: list[str]
) -> None:
    assert printed(make_page, RAILWAY, locale)[:4] == head


@pytest.mark.parametrize(
    ("locale", "stated"),
    [
        (
            ENGLISH,
            "Budget: about EUR 12.5 million [1, 2] (2016–2018 · according to the contractor)",
        ),
        (
            HUNGARIAN,
            "Költségvetés: mintegy 12,5 millió euró [1, 2] (2016–2018 · a kivitelező szerint)",
        ),
    ],
    ids=["en", "hu"],
)
def test_a_fact_carries_its_numbers_and_its_note(
    make_page: MakePage, locale: Locale, stated: str
) -> None:
    shown = [" ".join(line.split()) for line in printed(make_page, RAILWAY, locale)]
    assert stated in shown


@pytest.mark.parametrize(
    ("locale", "heading", "body"),
    [
        (
            ENGLISH,
            "Course of events",
            [
                "  5 October 2016: Contract for the example railway",
                "  mid-2018: Opening of the example railway",
            ],
        ),
        (
            HUNGARIAN,
            "Az események menete",
            [
                "  2016. október 5.: Szerződés a mintavasútról",
                "  2018 közepe: A mintavasút megnyitása",
            ],
        ),
        (ENGLISH, "Contractor", ["  Example Works (2016) [1]"]),
        (HUNGARIAN, "Kivitelező", ["  Minta Művek (2016) [1]"]),
    ],
)
def test_a_section_has_its_heading_and_its_lines(
    make_page: MakePage, locale: Locale, heading: str, body: list[str]
) -> None:
    text = [line.replace("\N{NO-BREAK SPACE}", " ") for line in printed(make_page, RAILWAY, locale)]
    assert below(text, heading) == body


@pytest.mark.parametrize(
    ("locale", "heading"), [(ENGLISH, "Rests on this source"), (HUNGARIAN, "Erre a forrásra épül")]
)
def test_a_source_names_what_rests_on_it(make_page: MakePage, locale: Locale, heading: str) -> None:
    page = make_page(NEWSPAPER, locale)
    text = printed(make_page, NEWSPAPER, locale)
    assert below(text, heading) == [f"  {chip.title}" for chip in page.cited_by]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_a_page_without_a_section_has_no_empty_heading(make_page: MakePage, locale: Locale) -> None:
    text = printed(make_page, "actor/example-ministry", locale)
    assert messages.of(locale).gettext("Rests on this source") not in text
    assert ["", ""] not in [text[n : n + 2] for n in range(len(text))]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_every_number_in_the_text_is_explained_below(
    make_real_page: MakePage, real_catalog: Catalog, locale: Locale
) -> None:
    for record_id in real_catalog.titles:
        page = make_real_page(record_id, locale)
        text = printed(make_real_page, record_id, locale)
        for entry in page.evidence:
            explained = [line for line in text if line.startswith(f"  [{entry.number}] ")]
            assert len(explained) == 1, record_id
            assert entry.title in explained[0], record_id


def test_evidence_quotes_the_source(make_page: MakePage) -> None:
    assert any("eleven point seven" in line for line in printed(make_page, RAILWAY, ENGLISH))


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_other_names_are_printed_as_they_are_on_screen(make_page: MakePage, locale: Locale) -> None:
    assert any("Primer-železnica" in line for line in printed(make_page, RAILWAY, locale))
