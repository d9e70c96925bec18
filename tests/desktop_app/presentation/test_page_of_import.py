"""Pages of imported records: in one language only, and resting on a line of a file."""

import pytest

from database.catalog import Catalog
from database.exchange.reading import formats
from database.exchange.reading.intake import Wanted, take_in
from database.library import Library
from database.model.schema import Schema
from desktop_app.presentation.page import Page, page
from desktop_app.presentation.page_text import lines
from i18n import messages
from i18n.locales import ENGLISH, HUNGARIAN, Locale

ROWS = 305


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog, schema: Schema) -> Library:
    """A dossier made of a table with more rows than a page has room for."""
    table = tmp_path_factory.mktemp("imported") / "table.csv"
    rows = "".join(f"Bridge {n},The bridge of number {n},To carry trains\n" for n in range(ROWS))
    table.write_text(f"title,description,purpose\n{rows}", "utf-8")
    wanted = Wanted(table, formats.of_file(table), table.with_suffix(".tukor"), "Table", "en")
    taken = take_in(wanted, schema, catalog)
    assert taken.dossier
    return Library.open([taken.dossier], schema)


def page_of(record_id: str, library: Library, locale: Locale) -> Page:
    return page(library.record(record_id), library, locale)


@pytest.mark.parametrize(
    ("locale", "marked", "locator"), [(ENGLISH, "", "line 4"), (HUNGARIAN, "angol", "4. sor")]
)
def test_a_text_in_the_other_language_is_marked_and_rests_on_its_line(
    imported: Library, locale: Locale, marked: str, locator: str
) -> None:
    shown = page_of("project/table-bridge-2", imported, locale)
    purpose = shown.statements[0].lines[0]
    assert (shown.description.other_language, purpose.other_language) == (marked, marked)
    assert (shown.description.numbers, purpose.numbers) == ((1,), (1,))
    assert (shown.evidence[0].title, shown.evidence[0].locator) == ("table.csv", locator)


@pytest.mark.parametrize(("locale", "more"), [(ENGLISH, "and 5 more"), (HUNGARIAN, "és további 5")])
def test_the_page_of_a_file_names_some_of_its_records_and_counts_the_others(
    imported: Library, locale: Locale, more: str
) -> None:
    messages.activate(locale)
    shown = page_of("source/table", imported, locale)
    assert len(shown.cited_by) + shown.more_citing == ROWS
    assert shown.more_citing == 5
    assert f"  {more}" in list(lines(shown))
