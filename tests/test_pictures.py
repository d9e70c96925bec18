"""Nothing that a Hungarian reader can see or hear is left in English.

Only messages of the interface count: names and quotations in the content are what they are.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from database.model.errors import DossierDamaged
from database.model.schema import Schema
from desktop_app.errors import explain
from desktop_app.views.record.link_dialog import LinkDialog
from desktop_app.views.record.page_area import PageArea
from i18n.locales import HUNGARIAN
from tests.desktop_app.reading_room import Reader, ReadingRoom, in_dialog
from tests.interface_words import english, left_in_english

TYPES = ("project", "actor", "event", "concern", "source")


@pytest.fixture
def reading_room(
    qtbot: QtBot, qapp: QApplication, real_dossier: Path, tmp_path: Path
) -> Iterator[ReadingRoom]:
    room = ReadingRoom(qtbot, qapp, real_dossier, tmp_path)
    yield room
    room.close()


@pytest.fixture
def reader(reading_room: ReadingRoom) -> Reader:
    """Someone at a Hungarian window that has just opened."""
    return reading_room.open(HUNGARIAN)


def english_words(reader: Reader) -> list[str]:
    """Return what is English, but for the languages' own names."""
    return left_in_english(reader.window, [reader.views.languages])


def type_(reader: Reader, type_text: Callable[[QWidget, str], None], text: str) -> None:
    reader.views.search_bar.set_text("")
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, text)
    reader.until_found(text)


def test_the_judge_knows_english_when_it_sees_it(reading_room: ReadingRoom) -> None:
    """An English window is full of it."""
    assert len(english_words(reading_room.open())) > 50


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("Search", ["Search"]),
        ("<p>Search</p>", ["Search"]),
        ("&Find", ["&Find"]),
        ("Find (Ctrl+F)", ["&Find"]),
        ("Sources: 62", ["Sources"]),
        ("Report · 2021 · angol", ["Report"]),
        ("Nothing found: okosváros", ["Nothing found: {query}"]),
        ("192 records", ["{n} records"]),
        ("Keresés", []),
        ("Partner", []),  # the same in both languages
        ("Search and find", []),  # a sentence of the content
        ("", []),
    ],
)
def test_the_judge_finds_messages_wherever_they_are_joined(text: str, messages: list[str]) -> None:
    assert list(english().within(text)) == messages


def test_the_start(reader: Reader) -> None:
    assert english_words(reader) == []


@pytest.mark.parametrize("text", ["huawei", "okosváros", "kamerák a városban", "vasutvonal", "5g"])
def test_an_answer(reader: Reader, type_text, text: str) -> None:
    type_(reader, type_text, text)
    assert reader.ids()
    assert english_words(reader) == []


@pytest.mark.parametrize("text", ["xyzzyq", "zxqvzxqv"])
def test_nothing_found(reader: Reader, type_text, text: str) -> None:
    type_(reader, type_text, text)
    assert reader.ids() == []
    assert english_words(reader) == []


def test_nothing_found_within_filters(reader: Reader, type_text) -> None:
    reader.until_answered(lambda: reader.click(reader.facet_row("Projektek")))
    type_(reader, type_text, "xyzzyq")
    assert english_words(reader) == []


def test_an_error(reader: Reader, tmp_path: Path) -> None:
    for error in (DossierDamaged(tmp_path / "x.tukor"), ValueError()):
        told = explain(error)
        reader.views.results.show_error(told.sentence, told.remedy)
        assert english_words(reader) == []


@pytest.mark.parametrize("record_type", TYPES)
def test_a_record(reader: Reader, schema: Schema, record_type: str) -> None:
    assert {*TYPES} == {*schema.types}
    plural = {"project": "Projektek", "actor": "Szereplők", "event": "Események"}
    plural |= {"concern": "Aggályok", "source": "Források"}
    reader.until_answered(lambda: reader.click(reader.facet_row(plural[record_type])))
    for record_id in reader.ids()[:12]:
        reader.go_to(record_id)
        assert english_words(reader) == [], record_id


def test_the_mirror_speaks_english_on_its_english_side_only(reader: Reader) -> None:
    reader.go_to(reader.ids()[0])
    reader.action("mirror").trigger()
    area = reader.views.mirror.findChild(PageArea)
    assert area is not None
    assert left_in_english(reader.window, [reader.views.languages, area.widget()]) == []


@pytest.mark.parametrize("name", ["about", "glossary", "searches"])
def test_a_dialog(reader: Reader, name: str) -> None:
    assert in_dialog(reader.action(name).trigger, left_in_english) == []


def test_the_dialog_of_a_link(reader: Reader) -> None:
    dialog = LinkDialog("https://example.org/", reader.window)
    assert in_dialog(dialog.exec, left_in_english) == []
