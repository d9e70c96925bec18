"""The content of the dossier: cited, complete, possible, and faithful to its figures."""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from database.compile.content import Content
from database.model.record import Claim, Passage, Record, Relation
from database.model.values import Money, Quantity

DOCUMENT = Path(__file__).parents[2] / "shared" / "content" / "source-document.txt"
ANALYSIS = "source/szabo-analysis"
LINKS = 61
MILLION = 1_000_000
BILLION = 1_000 * MILLION

SECTIONS = {
    # section of the analysis: the pages it runs over
    "Abstract": range(3, 4),
    "Introduction": range(3, 5),
    "WB6 as the ‘Trojan horse of China’": range(4, 7),
    "China in Serbia": range(6, 8),
    "China in Serbia’s ICT sector": range(7, 8),
    "Huawei": range(7, 9),
    "Smart City projects": range(8, 10),
    "NetDragon": range(10, 11),
    "Sitting on more than four chairs": range(10, 13),
    "Considerations for the future": range(12, 13),
}

FIGURES = [
    # record, field, number, currency or unit, qualifier, a part of its date
    ("project/telekom-srbija-modernisation", "budget", 150 * MILLION, "EUR", "", ""),
    ("project/telekom-srbija-modernisation", "duration", 3, "year", "", ""),
    ("project/telekom-srbija-modernisation", "extent", 1 * MILLION, "home", "about", ""),
    ("project/kragujevac-state-data-centre", "budget", 30 * MILLION, "EUR", "", ""),
    ("project/kragujevac-state-data-centre", "hosted-value", 500 * MILLION, "EUR", "more-than", ""),
    ("project/state-data-centre-ai-platform", "budget", 11_700_000, "EUR", "", ""),
    ("project/belgrade-safe-city", "extent", 100, "camera", "more-than", ""),
    ("project/belgrade-safe-city", "extent", 1000, "camera", "about", ""),
    ("project/belgrade-safe-city", "extent", 800, "location", "", ""),
    ("project/fruskogorski-corridor", "budget", 606 * MILLION, "EUR", "", ""),
    ("project/budapest-belgrade-railway", "budget", 3 * BILLION, "EUR", "about", ""),
    ("actor/china", "investment", 14_600 * MILLION, "USD", "", "2005/2019"),
    ("actor/serbia", "investment", 9_500 * MILLION, "EUR", "", "2012"),
    ("actor/serbia", "gdp-share", 6, "percent", "nearly", ""),
    ("concern/debt-trap", "gdp-share", 25, "percent", "nearly", ""),
    ("project/montenegro-coast-serbia-highway", "gdp-share", 25, "percent", "nearly", ""),
    ("project/wbif-broadband-grants", "budget", 30 * MILLION, "EUR", "", ""),
    ("project/ipa-2011-innovation-fund", "budget", 2_500_000, "EUR", "", "2011"),
    ("project/eu-innovation-rd-support", "budget", 15_800_000, "EUR", "", "2018"),
    ("project/eib-digital-schools", "budget", 65 * MILLION, "EUR", "", ""),
]

# Where a country lies: south, north, west, east, in degrees rounded outwards. For the United
# States its mainland. A place outside has its signs or its figures exchanged, or the wrong country.
BOUNDS = {
    "BA": (42.5, 45.3, 15.7, 19.7),
    "BE": (49.4, 51.6, 2.5, 6.5),
    "CN": (18.1, 53.6, 73.4, 134.8),
    "HU": (45.7, 48.6, 16.1, 23.0),
    "ME": (41.8, 43.6, 18.4, 20.4),
    "MK": (40.8, 42.4, 20.4, 23.1),
    "RS": (42.2, 46.2, 18.8, 23.1),
    "RU": (41.1, 81.9, 19.6, 180.0),
    "US": (24.5, 49.4, -124.8, -66.9),
}


def of_type(content: Content, *types: str) -> list[Record]:
    return [record for record in content.records.values() if record.type in types]


def measure(claim: Claim) -> tuple[Decimal, str] | None:
    match claim.value:
        case Money(amount, currency):
            return amount, currency
        case Quantity(number, unit):
            return number, unit
    return None


def linked_pages(document: str) -> dict[str, int]:
    """Return each link of the analysis with its page: a list of links closes every page."""
    pages: dict[str, int] = {}
    page, in_list = 3, False
    for line in document.splitlines():
        link = re.match(r"\s*(https?://\S+)", line)
        if link:
            pages.setdefault(link[1], page)
            in_list = True
        elif line.strip() and in_list:
            page, in_list = page + 1, False
    return pages


@pytest.fixture(scope="module")
def links() -> dict[str, int]:
    if not DOCUMENT.exists():
        pytest.skip("the source document is not kept in this repository")
    return linked_pages(DOCUMENT.read_text("utf-8"))


def test_every_statement_is_cited(real_content: Content) -> None:
    cited, uncited = 0, []
    for record in real_content.records.values():
        parts: list[Passage | Claim | Relation] = [*record.summary, *record.claims]
        for part in (*parts, *record.relations):
            cited += bool(part.citations)
            uncited += [] if part.citations else [record.id]
    assert uncited == []
    assert cited > 1000


def test_the_analysis_is_cited_by_page_and_section(real_content: Content) -> None:
    wrong = []
    for record in real_content.records.values():
        for citation in record.citations():
            if citation.source == ANALYSIS:
                pages = {int(page) for page in re.findall(r"\d+", citation.page)}
                if not pages or not pages <= set(SECTIONS.get(citation.section, ())):
                    wrong.append((record.id, citation.page, citation.section))
    assert wrong == []


def test_every_link_of_the_analysis_is_one_source(
    real_content: Content, links: dict[str, int]
) -> None:
    assert len(links) == LINKS
    urls = Counter(
        getattr(value, "text", "")
        for record in of_type(real_content, "source")
        for value in record.attributes.get("url", ())
    )
    assert set(urls) == set(links)
    assert set(urls.values()) == {1}


def test_every_source_is_used_by_another_record(real_content: Content) -> None:
    used = {
        citation.source
        for record in real_content.records.values()
        for citation in record.citations()
        if citation.source != record.id
    }
    assert {record.id for record in of_type(real_content, "source")} == used


def test_every_linked_source_says_what_it_is_linked_for_and_where(
    real_content: Content, links: dict[str, int]
) -> None:
    wrong = []
    for record in of_type(real_content, "source"):
        for value in record.attributes.get("url", ()):
            cited = [
                citation
                for claim in record.claimed("linked-for")
                for citation in claim.citations
                if citation.source == ANALYSIS
            ]
            pages = {page for c in cited for page in re.findall(r"\d+", c.page)}
            if str(links[getattr(value, "text", "")]) not in pages:
                wrong.append((record.id, links[getattr(value, "text", "")], sorted(pages)))
    assert wrong == []


@pytest.mark.parametrize(("record", "field", "number", "unit", "qualifier", "date"), FIGURES)
def test_a_figure_stands_on_its_record(
    real_content: Content,
    record: str,
    field: str,
    number: int,
    unit: str,
    qualifier: str,
    date: str,
) -> None:
    stated = [
        (measure(claim), claim.qualifier)
        for claim in real_content.records[record].claimed(field)
        if date in str(claim.date or "")
    ]
    assert ((Decimal(number), unit), qualifier) in stated


def test_no_figure_stands_there_that_the_table_does_not_know(real_content: Content) -> None:
    known = {(record, field, Decimal(number)) for record, field, number, *_rest in FIGURES} | {
        # the same loan and share of GDP, told on the record of the bank and of the state
        ("actor/european-investment-bank", "investment", Decimal(65 * MILLION)),
        ("actor/montenegro", "gdp-share", Decimal(25)),
        # from the address of the SeeNews link: some 90 % of the section was completed
        ("project/smokovac-matesevo-motorway", "extent", Decimal(90)),
    }
    stated = {
        (record.id, claim.field, measured[0])
        for record in real_content.records.values()
        for claim in record.claims
        if (measured := measure(claim))
    }
    assert stated - known == set()


@pytest.mark.parametrize("language", ["en", "hu"])
def test_no_two_records_of_a_type_have_one_title(real_content: Content, language: str) -> None:
    titles = Counter(
        (record.type, record.title.by_language[language].casefold())
        for record in real_content.records.values()
    )
    assert [title for title, several in titles.items() if several > 1] == []


def test_every_place_lies_within_its_country(real_content: Content) -> None:
    for place in real_content.places.values():
        south, north, west, east = BOUNDS[place.country]
        assert south <= place.latitude <= north, place.key
        assert west <= place.longitude <= east, place.key


def test_every_place_is_named_by_a_record(real_content: Content) -> None:
    named = {
        getattr(value, "text", "")
        for record in real_content.records.values()
        for value in record.attributes.get("place", ())
    }
    assert set(real_content.places) == named


def test_no_date_lies_before_the_story_or_after_the_analysis(real_content: Content) -> None:
    # The analysis was written early in 2021 and looks back to 2005.
    outside = [
        (record.id, str(date))
        for record in real_content.records.values()
        for date in record.dates()
        if not 2005 <= date.years()[0] <= date.years()[-1] <= 2021
    ]
    assert outside == []


def test_every_event_is_dated_as_its_name_says(real_content: Content) -> None:
    for record in of_type(real_content, "event"):
        (date,) = record.claimed("date")
        year = re.search(r"-(\d{4})$", record.id)
        assert year is None or str(getattr(date.value, "start", "")).find(year[1]) >= 0, record.id


def test_every_actor_is_related_to_something(real_content: Content) -> None:
    related = {
        end
        for record in real_content.records.values()
        for relation in record.relations
        for end in (record.id, relation.target)
    }
    assert {record.id for record in of_type(real_content, "actor")} <= related


def test_every_project_has_an_actor_and_every_other_record_a_relation(
    real_content: Content,
) -> None:
    for record in of_type(real_content, "project"):
        targets = {relation.target.partition("/")[0] for relation in record.relations}
        assert "actor" in targets, record.id
    for record in of_type(real_content, "event", "concern"):
        assert record.relations, record.id


def test_nobody_is_related_to_themselves_or_twice_alike(real_content: Content) -> None:
    for record in real_content.records.values():
        relations = [(r.role, r.target, str(r.date), str(r.label)) for r in record.relations]
        assert len(relations) == len(set(relations)), record.id
        assert record.id not in {relation.target for relation in record.relations}
