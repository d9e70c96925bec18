"""A record as a page of one language."""

from collections.abc import Callable, Iterator
from itertools import chain

import pytest

from database.catalog import Catalog
from desktop_app.presentation.page import Fact, Line, Page
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale

RAILWAY = "project/example-railway"
MakePage = Callable[..., Page]


def fact(page: Page, label: str) -> Fact:
    return next(fact for fact in (*page.facts, *page.statements) if fact.label == label)


def chips(page: Page, label: str) -> list[str]:
    return [c.title for group in page.relations if group.label == label for c in group.chips]


def cited_in_order(page: Page) -> Iterator[set[int]]:
    """Yield the citation numbers of each part of the page, as one reads it."""
    for entry in page.facts:
        yield from ({*line.numbers} for line in entry.lines)
    yield from ({*line.numbers} for line in page.passages)
    for entry in page.statements:
        yield from ({*line.numbers} for line in entry.lines)
    # The order within a group follows the alphabet, and so the language; the numbers do not.
    yield from ({*chain(*(chip.numbers for chip in group.chips))} for group in page.relations)


def shape(page: Page) -> tuple[object, ...]:
    """Return everything about a page that no language may change."""
    return (
        page.record_id,
        page.type,
        [[(line.numbers, bool(line.note)) for line in fact.lines] for fact in page.facts],
        [line.numbers for line in page.passages],
        [[(line.numbers, bool(line.note)) for line in fact.lines] for fact in page.statements],
        [step.record_id for step in page.course],
        [sorted((c.record_id, c.numbers, bool(c.detail)) for c in g.chips) for g in page.relations],
        sorted(chip.record_id for chip in page.cited_by),
        page.names,
        [(e.number, e.source_id, e.url, e.quotation, bool(e.locator)) for e in page.evidence],
    )


def words(page: Page) -> Iterator[str]:
    """Yield every text of a page that may not be empty."""
    yield from (page.type_label, page.title, page.description.text)
    for entry in (*page.facts, *page.statements):
        yield entry.label
        yield from (line.text for line in entry.lines)
    yield from (line.text for line in page.passages)
    for step in page.course:
        yield from (step.date, step.title)
    for group in page.relations:
        yield group.label
        yield from (chip.title for chip in group.chips)
    yield from (chip.title for chip in page.cited_by)
    yield from (entry.title for entry in page.evidence)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_citations_are_numbered_from_1_in_the_order_of_reading(
    make_real_page: MakePage, real_catalog: Catalog, locale: Locale
) -> None:
    for record_id in real_catalog.titles:
        page = make_real_page(record_id, locale)
        last = 0
        for numbers in cited_in_order(page):
            new = {number for number in numbers if number > last}
            assert new == {*range(last + 1, last + 1 + len(new))}, record_id
            last += len(new)
        assert [entry.number for entry in page.evidence] == [*range(1, last + 1)], record_id


def test_every_record_has_pages_of_the_same_shape_in_both_languages(
    make_real_page: MakePage, real_catalog: Catalog
) -> None:
    for record_id in real_catalog.titles:
        english, hungarian = (make_real_page(record_id, locale) for locale in LOCALES)
        assert shape(english) == shape(hungarian), record_id


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_no_word_is_missing_on_any_page(
    make_real_page: MakePage, real_catalog: Catalog, locale: Locale
) -> None:
    for record_id in real_catalog.titles:
        assert all(text.strip() for text in words(make_real_page(record_id, locale))), record_id


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_every_statement_of_every_page_is_cited(
    make_real_page: MakePage, real_catalog: Catalog, schema, locale: Locale
) -> None:
    for record_id, record_type in ((r, r.partition("/")[0]) for r in real_catalog.titles):
        page = make_real_page(record_id, locale)
        claimed = [field.label for field in schema.types[record_type].claimed]
        stated = [*page.facts, *page.statements][: len(claimed)]
        assert all(line.numbers for line in page.passages), record_id
        assert all(c.numbers for group in page.relations for c in group.chips), record_id
        if locale == ENGLISH:
            lines = [line for fact in stated if fact.label in claimed for line in fact.lines]
            assert all(line.numbers for line in lines), record_id


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_the_course_of_events_runs_forward(
    make_real_page: MakePage, real_catalog: Catalog, locale: Locale
) -> None:
    for record_id in real_catalog.titles:
        steps = make_real_page(record_id, locale).course
        keys = [real_catalog.record(step.record_id).claimed("date")[0].value for step in steps]
        assert [key.sort_key() for key in keys] == sorted(key.sort_key() for key in keys)


@pytest.mark.parametrize(
    ("locale", "course"),
    [
        (
            ENGLISH,
            [
                ("5 October 2016", "Contract for the example railway"),
                ("mid-2018", "Opening of the example railway"),
            ],
        ),
        (
            HUNGARIAN,
            [
                ("2016. október 5.", "Szerződés a mintavasútról"),
                ("2018 közepe", "A mintavasút megnyitása"),
            ],
        ),
    ],
    ids=["en", "hu"],
)
def test_the_course_of_events_is_dated_in_the_language_of_the_page(
    make_page: MakePage, locale: Locale, course: list[tuple[str, str]]
) -> None:
    assert [(step.date, step.title) for step in make_page(RAILWAY, locale).course] == course


@pytest.mark.parametrize(
    ("record_id", "label", "title"),
    [
        (RAILWAY, "Contractor", "Example Works"),
        ("actor/example-works", "Contractor in", "Example railway"),
        ("event/example-contract-2016", "Signatory", "Ministry of Examples"),
        ("actor/example-ministry", "Signatory of", "Contract for the example railway"),
        ("project/example-railway", "Succeeded by", "Example camera network"),
        ("project/example-cameras", "Preceded by", "Example railway"),
    ],
)
def test_a_relation_is_read_from_both_ends(
    make_page: MakePage, record_id: str, label: str, title: str
) -> None:
    assert title in chips(make_page(record_id), label)


def test_events_stand_in_the_course_and_not_among_the_relations_again(
    make_page: MakePage,
) -> None:
    page = make_page(RAILWAY)
    related = {chip.record_id for group in page.relations for chip in group.chips}
    assert {step.record_id for step in page.course}.isdisjoint(related)


@pytest.mark.parametrize(
    ("locale", "titles"),
    [
        (ENGLISH, ["Example Works", "Ministry of Examples"]),
        (HUNGARIAN, ["Minta Művek", "Mintaügyi Minisztérium"]),
    ],
    ids=["en", "hu"],
)
def test_related_records_stand_in_the_alphabet_of_the_reader(
    make_page: MakePage, locale: Locale, titles: list[str]
) -> None:
    page = make_page("event/example-contract-2016", locale)
    assert titles in [[chip.title for chip in group.chips] for group in page.relations]


@pytest.mark.parametrize(
    ("locale", "detail"), [(ENGLISH, "Director · since 2012"), (HUNGARIAN, "Igazgató · 2012 óta")]
)
def test_a_chip_says_which_office_and_when(
    make_page: MakePage, locale: Locale, detail: str
) -> None:
    page = make_page("actor/example-works", locale)
    details = {chip.record_id: chip.detail for group in page.relations for chip in group.chips}
    assert details["actor/jovan-djordjevic"] == detail


def test_a_source_lists_who_rests_on_it_each_once_and_not_itself(make_page: MakePage) -> None:
    cited_by = [chip.record_id for chip in make_page("source/example-newspaper").cited_by]
    assert len(cited_by) == len(set(cited_by))
    assert "source/example-newspaper" not in cited_by
    assert {RAILWAY, "project/example-cameras", "concern/example-noise"} <= {*cited_by}
    assert "event/example-contract-2016" not in cited_by


def test_only_a_source_lists_who_rests_on_it(make_page: MakePage) -> None:
    assert make_page(RAILWAY).cited_by == ()


def test_every_citation_of_a_real_record_leads_back_from_its_source(
    make_real_page: MakePage, real_catalog: Catalog
) -> None:
    citing = {
        record_id: {citation.source for citation in real_catalog.record(record_id).citations()}
        for record_id in real_catalog.titles
    }
    for source_id in (r for r in real_catalog.titles if r.startswith("source/")):
        expected = {r for r, sources in citing.items() if source_id in sources} - {source_id}
        listed = {chip.record_id for chip in make_real_page(source_id).cited_by}
        assert listed == expected, source_id


def test_two_values_of_one_field_stand_side_by_side_with_their_own_evidence(
    make_page: MakePage,
) -> None:
    about, exactly = fact(make_page(RAILWAY), "Budget").lines
    assert (about.text, exactly.text) == ("about EUR 12.5 million", "EUR 11.7")
    assert about.numbers != exactly.numbers


def test_a_note_says_when_a_value_holds_and_who_says_so(make_page: MakePage) -> None:
    about, exactly = fact(make_page(RAILWAY), "Budget").lines
    assert about.note == "2016–2018 · according to the contractor"
    assert exactly.note == ""


def test_what_is_read_at_a_glance_stands_above_the_text_and_sentences_below(
    make_page: MakePage,
) -> None:
    page = make_page(RAILWAY)
    assert {"Status", "Budget", "Sector"} <= {fact.label for fact in page.facts}
    assert fact(page, "Purpose") in page.statements
    assert fact(page, "Purpose").lines == (Line("To carry passengers and flint.", (3,)),)


def test_names_and_titles_are_not_repeated(make_real_page: MakePage, real_catalog: Catalog) -> None:
    for record_id in real_catalog.titles:
        page = make_real_page(record_id)
        assert len({*page.names}) == len(page.names), record_id
        assert page.title not in page.other_titles, record_id
