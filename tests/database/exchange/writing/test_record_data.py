"""A record as data for other programs: everything, in every language at once."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from database.catalog import Catalog
from database.exchange.writing.record_data import RecordData
from database.library import Library
from database.model import reading
from database.model.record import Citation, Record
from database.model.schema import Schema
from database.model.values import to_json
from i18n.locales import LOCALES

Data = dict[str, Any]
RAILWAY = "project/example-railway"
CODES = {locale.code for locale in LOCALES}


@pytest.fixture
def railway(catalog: Catalog, schema: Schema) -> Data:
    return RecordData(Library([catalog], schema)).of(catalog.record(RAILWAY))


@pytest.fixture(scope="session")
def real(real_catalog: Catalog, schema: Schema) -> list[tuple[Record, Data]]:
    """Every real record beside its data."""
    make = RecordData(Library([real_catalog], schema))
    records = real_catalog.records(real_catalog.titles)
    return [(record, make.of(record)) for record in records]


def worded(data: Any) -> Iterator[dict[str, str]]:
    """Yield every mapping from language to words, wherever it stands."""
    if isinstance(data, dict):
        if data and data.keys() <= CODES:
            yield data
        for part in data.values():
            yield from worded(part)
    elif isinstance(data, list):
        for part in data:
            yield from worded(part)


def cited(parts: list[Data]) -> list[Citation]:
    return [
        Citation(c["source"], c["page"], c["section"], c["quotation"])
        for part in parts
        for c in part["citations"]
    ]


def test_it_survives_json(real: list[tuple[Record, Data]]) -> None:
    for record, data in real:
        assert json.loads(json.dumps(data, ensure_ascii=False)) == data, record.id


def test_every_word_is_there_in_every_language(real: list[tuple[Record, Data]]) -> None:
    for record, data in real:
        for words in worded(data):
            assert words.keys() == CODES, f"{record.id}: {words}"
            assert all(words.values()), f"{record.id}: {words}"


def test_every_claim_is_there_with_its_value(real: list[tuple[Record, Data]]) -> None:
    for record, data in real:
        stated = [(c["field"], c["value"], c["qualifier"], c["date"]) for c in data["claims"]]
        assert stated == [
            (c.field, to_json(c.value), c.qualifier, str(c.date or "")) for c in record.claims
        ], record.id


def test_every_note_of_a_claim_is_there(real: list[tuple[Record, Data]]) -> None:
    for record, data in real:
        notes = [dict(c.note.by_language) if c.note else {} for c in record.claims]
        assert [c["note"] for c in data["claims"]] == notes, record.id


def test_every_passage_is_there(real: list[tuple[Record, Data]]) -> None:
    for record, data in real:
        texts = [dict(passage.text.by_language) for passage in record.summary]
        assert [passage["text"] for passage in data["summary"]] == texts, record.id


def test_every_name_is_there(real: list[tuple[Record, Data]]) -> None:
    for record, data in real:
        names = [{"text": n.text, "language": n.language, "kind": n.kind} for n in record.names]
        assert data["names"] == names, record.id


def test_every_attribute_is_there(real: list[tuple[Record, Data]]) -> None:
    for record, data in real:
        values = {name: [to_json(v) for v in group] for name, group in record.attributes.items()}
        shown = {
            name: [entry["value"] for entry in attribute["values"]]
            for name, attribute in data["attributes"].items()
        }
        assert shown == {name: group for name, group in values.items() if group}, record.id


def test_every_relation_is_there_from_both_ends(
    real: list[tuple[Record, Data]], real_catalog: Catalog
) -> None:
    for record, data in real:
        ends = sorted((r["role"], r["reverse"], r["record"]) for r in data["relations"])
        assert ends == sorted(
            [(r.role, False, r.target) for r in record.relations]
            + [(m.relation.role, True, m.source) for m in real_catalog.mentions(record.id)]
        ), record.id


def test_every_citation_is_there_and_whole(real: list[tuple[Record, Data]]) -> None:
    for record, data in real:
        own = [r for r in data["relations"] if not r["reverse"]]
        shown = cited(data["summary"]) + cited(data["claims"]) + cited(own)
        assert shown == list(record.citations()), record.id


def test_a_citation_can_be_read_again_as_it_is_written(real: list[tuple[Record, Data]]) -> None:
    for _record, data in real:
        for part in (*data["summary"], *data["claims"], *data["relations"]):
            again = [reading.citation(citation["written"]) for citation in part["citations"]]
            assert again == cited([part])


def test_a_claim_is_in_words_and_as_a_value(railway: Data) -> None:
    (budget,) = [
        claim
        for claim in railway["claims"]
        if claim["value"] == {"amount": 12_500_000, "currency": "EUR"}
    ]
    words = {code: text.replace("\N{NO-BREAK SPACE}", " ") for code, text in budget["text"].items()}
    assert words == {"en": "about EUR 12.5 million", "hu": "mintegy 12,5 millió euró"}
    assert budget["label"] == {"en": "Budget", "hu": "Költségvetés"}
    assert (budget["qualifier"], budget["date"]) == ("about", "2016/2018")


def test_a_citation_has_the_address_of_its_source(railway: Data) -> None:
    (quoted,) = [
        citation
        for claim in railway["claims"]
        for citation in claim["citations"]
        if citation["quotation"]
    ]
    assert quoted["source"] == "source/example-newspaper"
    assert quoted["title"] == {"en": "[The line is open]", "hu": "[Megnyílt a vonal]"}
    assert quoted["url"] == "https://example.org/2018/06/line-open?page=1&lang=sr"
