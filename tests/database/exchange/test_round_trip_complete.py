"""Our own JSON lines come back as they went: nothing of any record is lost on the way."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from database.catalog import Catalog
from database.exchange.reading import formats as reading
from database.exchange.reading.intake import TakenIn, Wanted, take_in
from database.exchange.writing import formats as writing
from database.exchange.writing.export import export_file
from database.exchange.writing.selection import Selection
from database.library import Library
from database.model.record import Citation, Record
from database.model.schema import Schema
from database.model.values import Stance
from i18n.locales import ENGLISH

AGAIN = "again"
Import = Callable[[Path], tuple[TakenIn, Catalog]]


@pytest.fixture
def exported(real_dossier: Path, schema: Schema, tmp_path: Path) -> Callable[..., Path]:
    """Export some records of the real dossier, all of them unless told otherwise."""

    def run(*ids: str, name: str = "records.jsonl") -> Path:
        library = Library.open([real_dossier], schema)
        selection = Selection(ids or tuple(library.titles), library, ENGLISH)
        export_file(selection, writing.find("json"), tmp_path / name)
        return tmp_path / name

    return run


@pytest.fixture
def curated(real_dossier: Path, schema: Schema) -> Catalog:
    """The dossier that is exported."""
    return Catalog.open(real_dossier, schema)


@pytest.fixture
def imported(curated: Catalog, schema: Schema, tmp_path: Path) -> Import:
    """Import a file, as the dossier ``again``."""

    def run(path: Path) -> tuple[TakenIn, Catalog]:
        target = tmp_path / f"{AGAIN}.tukor"
        read_as = reading.of_file(path)
        wanted = Wanted(path, read_as, target, "Again", "en", day=date(2026, 11, 26))
        taken = take_in(wanted, schema, curated)
        return taken, Catalog.open(target, schema)

    return run


def renamed(record: Record) -> Record:
    """Return a record as it is to come back: ids name the new dossier, nothing else changes."""

    def new(record_id: str) -> str:
        return record_id.replace("/", f"/{AGAIN}-", 1)

    def cited(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(replace(each, source=new(each.source)) for each in citations)

    def value(before: Any) -> Any:
        return replace(before, about=new(before.about)) if isinstance(before, Stance) else before

    return replace(
        record,
        id=new(record.id),
        summary=tuple(replace(p, citations=cited(p.citations)) for p in record.summary),
        claims=tuple(
            replace(c, value=value(c.value), citations=cited(c.citations)) for c in record.claims
        ),
        relations=tuple(
            replace(r, target=new(r.target), citations=cited(r.citations)) for r in record.relations
        ),
        origin=cited(record.origin),
    )


def test_every_record_comes_back_whole(
    exported: Callable[..., Path], imported: Import, curated: Catalog
) -> None:
    taken, back = imported(exported())
    assert taken.account.reasons() == []
    assert len(back.titles) == len(curated.titles) + 1  # the file is a source too
    for number, record in enumerate(curated.records(curated.titles), 1):
        expected = renamed(record)
        found = back.record(expected.id)
        line = Citation(f"source/{AGAIN}", line=str(number))
        assert found == replace(expected, origin=(line, *expected.origin)), record.id
        assert {(m.relation.role, m.source) for m in back.mentions(expected.id)} == {
            (m.relation.role, m.source.replace("/", f"/{AGAIN}-"))
            for m in curated.mentions(record.id)
        }


def test_a_second_journey_changes_nothing_more(
    exported: Callable[..., Path], imported: Import, schema: Schema, tmp_path: Path
) -> None:
    _taken, first = imported(exported())
    library = Library.open([tmp_path / f"{AGAIN}.tukor"], schema)
    selection = Selection(tuple(library.titles), library, ENGLISH)
    path = tmp_path / "second.jsonl"
    export_file(selection, writing.find("json"), path)
    target = tmp_path / "twice.tukor"
    wanted = Wanted(path, reading.of_file(path), target, "Twice", "en")
    assert take_in(wanted, schema, first).account.reasons() == []
    twice = Catalog.open(target, schema)
    before = first.record("project/again-belgrade-safe-city")
    after = twice.record("project/twice-again-belgrade-safe-city")
    assert [str(claim.value) for claim in after.claims if claim.field != "stance"] == [
        str(claim.value) for claim in before.claims if claim.field != "stance"
    ]
    assert len(after.citations()) == len(before.citations()) + 1


def test_what_is_cited_or_related_stays_where_only_some_records_were_exported(
    exported: Callable[..., Path], imported: Import, curated: Catalog
) -> None:
    one = curated.record("project/belgrade-safe-city")
    taken, back = imported(exported(one.id))
    expected = renamed(one)
    found = back.record(expected.id)
    assert (found.claims, found.summary) == (expected.claims, expected.summary)
    assert found.relations == expected.relations
    assert len(back.mentions(expected.id)) == len(curated.mentions(one.id)) > 0
    for citation in one.citations():
        source = curated.record(citation.source)
        copy = back.record(citation.source.replace("/", f"/{AGAIN}-"))
        assert copy.title == source.title
        assert copy.plain("url") == source.plain("url")
    assert taken.account.reasons() == []


@pytest.mark.parametrize("name", ["records.jsonl", "records.ndjson", "records.json"])
def test_the_file_is_known_by_what_is_in_it(
    exported: Callable[..., Path], imported: Import, name: str
) -> None:
    path = exported("actor/huawei", name=name)
    assert reading.of_file(path).id == "json"
    assert imported(path)[1].record("actor/again-huawei")


@pytest.mark.parametrize(
    ("name", "text", "format_id"),
    [
        ("a.jsonl", '{"id": "x", "schema": "Person", "properties": {}}\n', "followthemoney"),
        ("a.ftm.json", '{"type": "actor"}\n', "followthemoney"),
        ("a.json", '[{"type": "book", "title": "A book"}]', "csl-json"),
        ("a.json", '{"type": "book", "title": "A book"}', "csl-json"),
        ("a.json", "", "csl-json"),
        ("a.jsonl", "no JSON", "followthemoney"),
        ("a.csv", "title\nx\n", "csv"),
    ],
)
def test_the_files_of_others_are_known_as_before(
    tmp_path: Path, name: str, text: str, format_id: str
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert reading.of_file(path).id == format_id


WRONG: list[Any] = [None, 7, "x", [[]], {}, {"en": 7}, [{}]]


@pytest.mark.parametrize("wrong", WRONG, ids=json.dumps)
def test_a_line_of_any_shape_is_taken_as_far_as_it_goes(
    exported: Callable[..., Path], imported: Import, wrong: Any
) -> None:
    """Every part in turn, and every part of a part, is something that nobody expects."""
    path = exported("actor/huawei", "project/belgrade-safe-city")
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    spoilt = [{**line, key: wrong} for line in lines for key in line]
    for line in lines:
        for key in ("claims", "relations", "summary", "names", "origin"):
            for part in line[key][:1]:
                spoilt += [{**line, key: [{**part, inner: wrong}]} for inner in part]
                cited = part.get("citations", [])[:1]
                spoilt += [
                    {**line, key: [{**part, "citations": [{**one, inner: wrong}]}]}
                    for one in cited
                    for inner in one
                ]
        for field, stated in line["attributes"].items():
            spoilt.append({**line, "attributes": {field: wrong}})
            spoilt.append({**line, "attributes": {field: {**stated, "values": wrong}}})
            spoilt.append({**line, "attributes": {field: {"values": [{"value": wrong}]}}})
    path.write_text("\n".join(map(json.dumps, [*lines, *spoilt])), "utf-8")
    taken, back = imported(path)
    assert taken.account.records > 2
    assert back.record("actor/again-huawei").title.within("en") == "Huawei"


def test_what_has_no_place_is_told_with_its_line(imported: Import, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    data = {
        "id": "actor/x", "type": "actor", "title": {"en": "X"}, "attributes": {"colour": {}},
        "claims": [{"field": "weight", "value": "7"}], "weather": 1,
        "relations": [{"role": "enemy", "record": "actor/y"}],
    }  # fmt: skip
    path.write_text(json.dumps(data) + "\n" + json.dumps({**data, "type": "ship"}), "utf-8")
    taken, _back = imported(path)
    told = {(problem.key, *sorted(lines.numbers)) for problem, lines in taken.account.reasons()}
    assert told == {("colour", 1), ("weight", 1), ("enemy", 1), ("weather", 1), ("", 2)}
