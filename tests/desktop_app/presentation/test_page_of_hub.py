"""The page of a record that very many others point to."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from database.catalog import connect
from database.compile import content as content_files
from database.compile.build import compile_into
from database.library import Library
from database.model.record import Record, Relation
from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from desktop_app.presentation.page import page
from desktop_app.presentation.page_text import lines
from i18n import messages
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale

SAMPLE = Path(__file__).parents[2] / "sample"
WORKS, RAILWAY = "actor/example-works", "project/example-railway"
OPENING = "event/example-opening-2018"
COPIES = 1060


def copies(record: Record, relation: Relation) -> dict[str, Record]:
    """Return many records that all point to another one."""
    several = (f"{record.id}-{n:04}" for n in range(COPIES))
    return {name: replace(record, id=name, relations=(relation,)) for name in several}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory, schema: Schema) -> Path:
    """A dossier with a firm that builds a thousand railways, one of which is opened as often."""
    content = content_files.load(schema, SAMPLE / "content", SAMPLE / "terms.toml")
    railway, opening = content.records[RAILWAY], content.records[OPENING]
    (builds,) = (r for r in railway.relations if (r.role, r.target) == ("contractor", WORKS))
    (opens,) = (r for r in opening.relations if (r.role, r.target) == ("event-of", RAILWAY))
    many = copies(railway, builds) | copies(opening, opens)
    target = tmp_path_factory.mktemp("hub") / "hub.tukor"
    records = dict(sorted({**content.records, **many}.items()))
    compile_into(target, replace(content, records=records), schema)
    return target


@pytest.fixture(scope="module")
def library(hub: Path, schema: Schema) -> Library:
    return Library.open([hub], schema)


@pytest.mark.parametrize(
    ("locale", "more"), [(ENGLISH, "and 1,036 more"), (HUNGARIAN, "és további 1036")]
)
def test_some_are_named_and_the_others_counted(library: Library, locale: Locale, more: str) -> None:
    messages.activate(locale)
    shown = page(library.record(WORKS), library, locale)
    (hub,) = (group for group in shown.relations if group.more)
    assert len(hub.chips) == 25
    assert hub.more == COPIES + 1 - len(hub.chips)
    assert f"  {more}" in [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines(shown)]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
@pytest.mark.parametrize("record_id", [WORKS, RAILWAY])
def test_a_question_finds_them_all(
    library: Library, hub: Path, schema: Schema, record_id: str, locale: Locale
) -> None:
    record = library.record(record_id)
    asked = page(record, library, locale).related
    with closing(connect(hub)) as connection:
        found = SearchEngine(connection, schema).ids(SearchRequest(asked, locale, limit=5000))
    assert {mention.source for mention in library.mentions(record_id)} <= set(found)


@pytest.mark.parametrize(
    ("record_id", "all_are_named"), [(WORKS, False), (RAILWAY, False), ("actor/flintford", True)]
)
def test_a_page_knows_whether_it_names_all(
    library: Library, record_id: str, all_are_named: bool
) -> None:
    assert page(library.record(record_id), library, ENGLISH).names_all is all_are_named


def test_many_relations_of_its_own_are_counted_too(library: Library) -> None:
    record = library.record(RAILWAY)
    (builds,) = (r for r in record.relations if (r.role, r.target) == ("contractor", WORKS))
    shown = page(replace(record, id="project/alone", relations=(builds,) * 30), library, ENGLISH)
    assert [(len(group.chips), group.more) for group in shown.relations] == [(25, 5)]
    assert not shown.names_all


def test_of_the_course_of_events_too(library: Library) -> None:
    shown = page(library.record(RAILWAY), library, ENGLISH)
    assert len(shown.course) == 25
    assert shown.more_events > COPIES - 25


def test_in_several_dossiers_they_are_counted_in_each(
    library: Library, sample_dossier: Path, schema: Schema
) -> None:
    alone = library.more_mentions(WORKS, 25)
    library.open_beside(sample_dossier)
    assert library.more_mentions(WORKS, 25) == alone
    assert len(library.mentions(WORKS, 25)) > 25
    library.close(1)
