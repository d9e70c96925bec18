"""What our export wrote, our import reads: the same titles, texts, dates, amounts and relations."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from database.catalog import Catalog, connect
from database.exchange.reading import formats as reading
from database.exchange.reading.intake import Wanted, take_in
from database.exchange.writing import formats as writing
from database.exchange.writing.export import export_file
from database.exchange.writing.selection import Selection
from database.library import Library
from database.model.record import Record
from database.model.schema import Schema
from database.model.values import Stance
from i18n.locales import ENGLISH, HUNGARIAN, Locale


@pytest.fixture(params=[ENGLISH, HUNGARIAN], ids=lambda locale: locale.code)
def again(
    request: pytest.FixtureRequest, real_dossier: Path, schema: Schema, tmp_path: Path
) -> Iterator[tuple[Catalog, Catalog]]:
    """The real dossier, and what comes of it through a table of a reader in each language."""
    locale: Locale = request.param
    table = tmp_path / "table.csv"
    with closing(connect(real_dossier)) as connection:
        curated = Catalog(connection, schema)
        library = Library.open([real_dossier], schema)
        selection = Selection(tuple(library.titles), library, locale)
        export_file(selection, writing.find("csv"), table)
        target = tmp_path / "again.tukor"
        wanted = Wanted(
            table, reading.of_file(table), target, "Again", locale.code, day=date(2026, 11, 26)
        )
        taken = take_in(wanted, schema, curated)
        assert taken.account.records == len(library.titles)
        assert {problem.key for problem, _lines in taken.account.reasons()} <= {
            "notes_en",
            "notes_hu",
        }
        with closing(connect(target)) as other:
            yield curated, Catalog(other, schema)


def told(record: Record, catalog: Catalog) -> dict[str, Any]:
    """Return what a record says, with titles for the ids of others, and each sort in order."""
    about = {}
    claims = []
    for claim in record.claims:
        value: Any = claim.value
        if isinstance(value, Stance):
            about = {catalog.titles[value.about].within("en")}
            value = (value.stance, value.ground)
        claims.append((claim.field, str(value)))
    return {
        "type": record.type,
        "title": record.title,
        "description": record.description,
        "names": record.names,
        "summary": [passage.text for passage in record.summary],
        "attributes": dict(record.attributes),
        "claims": sorted(claims),
        "about": about,
        "relations": sorted(
            (relation.role, catalog.titles[relation.target].within("en"))
            for relation in record.relations
        ),
    }


def test_every_record_says_the_same_again(again: tuple[Catalog, Catalog]) -> None:
    curated, imported = again
    ids = [record_id for record_id in imported.titles if record_id != "source/again"]
    assert len(ids) == len(curated.titles)
    for record_id in ids:
        type_id, _, name = record_id.partition("/")
        before = curated.record(f"{type_id}/{name.removeprefix('again-')}")
        assert told(imported.record(record_id), imported) == told(before, curated), record_id


def test_qualifiers_and_days_of_amounts_come_back(again: tuple[Catalog, Catalog]) -> None:
    stated = [
        sorted(
            (claim.field, claim.qualifier, str(claim.date), str(claim.value))
            for record in catalog.records(catalog.titles)
            for claim in record.claims
            if claim.field in {"budget", "extent", "status"}
        )
        for catalog in again
    ]
    assert stated[0] == stated[1]


def test_what_a_record_rests_on_comes_back(again: tuple[Catalog, Catalog]) -> None:
    curated, imported = again
    cited = {c.source for c in curated.record("project/belgrade-safe-city").citations()}
    back = {c.source for c in imported.record("project/again-belgrade-safe-city").origin}
    assert back == {"source/again", *(s.replace("/", "/again-", 1) for s in cited)}
