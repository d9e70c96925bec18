"""What every format keeps: all records, in order, one after the other, and an honest account."""

import io
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from database.exchange.writing.account import Account, contents
from database.exchange.writing.export import export, export_file
from database.exchange.writing.formats import FORMATS, find
from database.exchange.writing.record_data import RecordData
from database.exchange.writing.selection import Selection
from database.model.schema import Schema
from database.search.library_search import LibrarySearch
from database.search.request import SearchRequest
from i18n import collation
from i18n.locales import HUNGARIAN, LOCALES

IDS = [each.id for each in FORMATS]


def test_names_and_suffixes_tell_the_formats_apart():
    assert len(set(IDS)) == len({each.suffix for each in FORMATS}) == len(FORMATS)


def test_json_lines_are_the_objects_that_show_prints(real, written, real_catalog, schema):
    selection = real()
    text, account = written(selection, "json")
    data = RecordData(selection.library)
    assert [json.loads(line) for line in text.splitlines()] == [data.of(r) for r in selection]
    assert (account.written, account.losses(selection.wording())) == (len(selection.ids), ())


@pytest.mark.parametrize("format_id", IDS)
def test_the_same_selection_gives_the_same_bytes(real, written, format_id):
    assert written(real(), format_id)[0] == written(real(), format_id)[0]


@pytest.mark.parametrize("format_id", [e.id for e in FORMATS if e.carries == "records"])
def test_records_are_read_one_after_the_other(real, format_id, monkeypatch):
    """None is read before the one before has been written."""
    selection, account = real(), Account()
    read = Counter[str]()
    library = selection.library
    monkeypatch.setattr(
        library, "record", lambda i: read.update([i]) or type(library).record(library, i)
    )
    pieces = find(format_id).write(selection, account)
    first = next(piece for piece in pieces if account.written or read)
    assert first
    assert len(read) < 30  # the first one, and the sources that it cites
    pieces.close()


@pytest.mark.parametrize("format_id", IDS)
def test_what_is_not_lost_or_carried_is_more_than_there_is(real, written, format_id):
    selection = real()
    _text, account = written(selection, format_id)
    there = Counter()
    for record in selection:
        there += contents(record)
    for item, total in account.lost.items():
        assert total > 0
        assert item.sort == "record" or total <= there[item], item


def test_losses_are_told_in_both_languages(real, written):
    for locale in LOCALES:
        selection = real(locale=locale)
        labels = [
            e.label for e in written(selection, "followthemoney")[1].losses(selection.wording())
        ]
        assert ("Aggályok" in labels) == (locale == HUNGARIAN)
        assert len(set(labels)) == len(labels)


def test_a_question_selects_every_one_of_its_hits_in_their_order(
    real_dossier: Path, schema: Schema
) -> None:
    request = SearchRequest("kamera", HUNGARIAN, frozenset({("country", "RS")}), order="newest")
    whole = replace(request, limit=1000)
    hits = LibrarySearch.open([real_dossier], schema).hits(whole).hits
    selection = Selection.of_hits(request, [real_dossier], schema)
    assert selection.ids == tuple(hit.id for hit in hits)
    assert [record.id for record in selection] == [*selection.ids]


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_a_whole_dossier_can_be_in_alphabetical_order(real_dossier: Path, schema, locale) -> None:
    request = SearchRequest("", locale, order="title")
    selection = Selection.of_hits(request, [real_dossier], schema)
    titles = [record.title.within(locale.code) for record in selection]
    assert titles == sorted(titles, key=lambda title: collation.sort_key(title, locale))


def test_writing_stops_when_told_to_and_leaves_no_file(real, tmp_path: Path):
    class Stopped(Exception):
        """Nobody wants it any more."""

    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done == 5:
            raise Stopped

    there = tmp_path / "there.jsonl"
    there.write_text("before", "utf-8")
    for path in (tmp_path / "x.jsonl", there):
        told.clear()
        with pytest.raises(Stopped):
            export_file(real(), find("json"), path, replace=True, progress=progress)
        assert told == [(number, len(real().ids)) for number in range(6)]
    assert [*tmp_path.iterdir()] == [there]
    assert there.read_text("utf-8") == "before"


@pytest.mark.parametrize("format_id", IDS)
def test_every_format_tells_of_each_record_once(real, tmp_path: Path, format_id: str):
    told: list[int] = []
    export_file(
        real(), find(format_id), tmp_path / "x", progress=lambda done, _all: told.append(done)
    )
    assert told == [*range(len(real().ids))]


def test_a_file_has_the_same_bytes_as_the_stream(sample, tmp_path: Path):
    out = io.BytesIO()
    export(sample(), find("csv"), out)
    export_file(sample(), find("csv"), tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_bytes() == out.getvalue()
