"""From one end of a long list to the other, at the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from desktop_app.models.result_list import ResultRole
from i18n.locales import ENGLISH, HUNGARIAN
from tests.desktop_app.reading_room import Reader, ReadingRoom


@pytest.fixture
def every_hit(real_dossier: Path, schema: Schema) -> list[str]:
    """What answers to the question, in the order of the list."""
    engine = SearchEngine.open(real_dossier, schema)
    return [hit.id for hit in engine.hits(SearchRequest("huawei", ENGLISH, limit=1000)).hits]


@pytest.fixture
def at_list(reader: Reader, type_text) -> Reader:
    """Someone at the first hit of a list that goes on."""
    type_text(reader.views.search_bar.focusProxy(), "huawei")
    reader.until_found("huawei")
    reader.hits.enter()
    reader.until(lambda: reader.record_id is not None)
    return reader


def at(reader: Reader) -> str | None:
    return reader.hits.currentIndex().data(ResultRole.HIT).id if reader.ids() else None


def test_end_goes_to_the_very_last_hit_and_home_to_the_first(
    at_list: Reader, every_hit: list[str]
) -> None:
    reader = at_list
    reader.press(Qt.Key.Key_End)
    reader.until(lambda: reader.record_id == every_hit[-1])
    assert at(reader) == every_hit[-1]
    bar = reader.hits.verticalScrollBar()
    assert bar.value() == bar.maximum()
    reader.press(Qt.Key.Key_Home)
    reader.until(lambda: reader.record_id == every_hit[0])
    assert (at(reader), bar.value()) == (every_hit[0], 0)
    assert reader.hits.hasFocus()


def test_from_the_end_page_up_leads_back_through_all(at_list: Reader, every_hit: list[str]) -> None:
    reader = at_list
    reader.press(Qt.Key.Key_End)
    reader.until(lambda: at(reader) == every_hit[-1])

    def back() -> bool:
        if at(reader) != every_hit[0]:
            reader.press(Qt.Key.Key_PageUp)
        return at(reader) == every_hit[0]

    reader.until(back)
    assert reader.ids() == every_hit
    assert reader.hits.hasFocus()


def test_page_down_leads_through_all(at_list: Reader, every_hit: list[str]) -> None:
    reader = at_list

    def on() -> bool:
        reader.press(Qt.Key.Key_PageDown)
        return at(reader) == every_hit[-1]

    reader.until(on)
    assert reader.ids() == every_hit


def test_in_the_other_language_the_reader_is_still_at_the_end(
    at_list: Reader, every_hit: list[str]
) -> None:
    reader = at_list
    reader.press(Qt.Key.Key_End)
    reader.until(lambda: at(reader) == every_hit[-1])
    reader.speak("Magyar")
    assert at(reader) == every_hit[-1]
    assert reader.hits.visualRect(reader.hits.currentIndex()).intersects(
        reader.hits.viewport().rect()
    )


def test_a_short_list_ends_where_it_ends(reading_room: ReadingRoom, type_text) -> None:
    reader = reading_room.open(HUNGARIAN)
    type_text(reader.views.search_bar.focusProxy(), "vasút")
    reader.until_found("vasút")
    assert len(reader.ids()) == reader.results.total > 1
    reader.hits.enter()
    reader.press(Qt.Key.Key_End)
    assert at(reader) == reader.ids()[-1]
