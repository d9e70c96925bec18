"""The whole window, used as a reader uses it: typing, narrowing, reading, following, returning."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from database.model.errors import (
    DossierDamaged,
    DossierMissing,
    KnownError,
    UnknownRecord,
)
from desktop_app.views.facets.facet_row import FacetRow
from tests.desktop_app.reading_room import Reader, ReadingRoom, said

TypeText = Callable[[QWidget, str], None]
SAFE_CITY = "project/belgrade-safe-city"
HUAWEI = "actor/huawei"


def shown(view: QWidget) -> list[str]:
    """Return the texts of a view that can be seen."""
    labels = [*view.findChildren(QLabel), *view.findChildren(QPushButton)]
    return [said(label) for label in labels if label.isVisible() and label.text()]


def test_at_the_start_everything_is_listed_and_the_field_waits(reader: Reader) -> None:
    there = len(reader.ids())
    assert there < reader.results.total
    bar = reader.hits.verticalScrollBar()
    assert bar.pageStep() / 4 <= bar.maximum() <= bar.pageStep()  # more than can be seen, not much
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    assert field.hasFocus()
    assert reader.record_id is None


def test_every_letter_is_answered(reader: Reader, type_text: TypeText) -> None:
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    for end, letter in enumerate("kamerák", 1):
        type_text(field, letter)
        reader.until_found("kamerák"[:end])
    assert SAFE_CITY in reader.ids()


@pytest.mark.parametrize("text", ["Belgrade Safe City", "biztonságos város", "Безбедан град"])
def test_a_record_is_found_by_its_name_in_any_language(
    reader: Reader, ask: Callable[[str], None], text: str
) -> None:
    ask(text)
    assert SAFE_CITY in reader.ids()[:3]


def test_choosing_a_hit_opens_its_record_and_its_first_evidence(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    ask("safe city")
    reader.go_to(SAFE_CITY)
    assert "Belgrade Safe City" in reader.page_texts()
    assert reader.page_texts()[0] == "Project"
    assert "1" in shown(reader.views.evidence)


def test_a_chip_leads_on_and_back_returns(reader: Reader, ask: Callable[[str], None]) -> None:
    ask("safe city")
    reader.go_to(SAFE_CITY)
    assert not reader.action("back").isEnabled()
    chip = next(chip for chip in reader.chips() if chip.text() == "Huawei")
    reader.record_area.ensureWidgetVisible(chip)
    reader.click(chip)
    assert reader.record_id == HUAWEI
    assert "Huawei" in reader.page_texts()
    reader.action("back").trigger()
    assert reader.record_id == SAFE_CITY
    assert "Belgrade Safe City" in reader.page_texts()
    assert not reader.action("back").isEnabled()
    reader.action("forward").trigger()
    assert reader.record_id == HUAWEI
    assert not reader.action("forward").isEnabled()


def test_the_list_marks_the_record_that_is_open(reader: Reader, ask: Callable[[str], None]) -> None:
    ask("safe city")
    reader.go_to(SAFE_CITY)
    other = next(record_id for record_id in reader.ids() if record_id != SAFE_CITY)
    reader.go_to(other)
    reader.action("back").trigger()
    assert reader.hits.currentIndex().row() == reader.ids().index(SAFE_CITY)


def test_a_citation_number_shows_its_evidence(reader: Reader, ask: Callable[[str], None]) -> None:
    ask("safe city")
    reader.go_to(SAFE_CITY)
    before = shown(reader.views.evidence)
    reader.choose_citation(2)
    after = shown(reader.views.evidence)
    assert after != before
    assert "2" in after
    assert "Show source" in after


def test_the_source_of_a_citation_can_be_opened(reader: Reader, ask: Callable[[str], None]) -> None:
    ask("safe city")
    reader.go_to(SAFE_CITY)
    reader.choose_citation(2)
    buttons = reader.views.evidence.findChildren(QPushButton)
    reader.click(next(button for button in buttons if button.text() == "Show source"))
    assert reader.record_id is not None
    assert reader.record_id.startswith("source/")
    assert "Source" in reader.page_texts()


def test_a_facet_narrows_the_answer(reader: Reader, ask: Callable[[str], None]) -> None:
    ask("huawei")
    before = reader.results.total
    reader.until_answered(lambda: reader.click(reader.facet_row("Actors")))
    assert 0 < reader.results.total < before
    assert {hit.type for hit in reader.results.hits} == {"actor"}
    assert f"Actors: {reader.results.total}" in reader.ticked()


def test_several_values_widen_and_several_facets_narrow(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    ask("huawei")
    reader.until_answered(lambda: reader.click(reader.facet_row("Actors")))
    actors = reader.results.total
    reader.until_answered(lambda: reader.click(reader.facet_row("Projects")))
    both = reader.results.total
    assert both > actors
    assert {hit.type for hit in reader.results.hits} == {"actor", "project"}
    sectors = [row for row in visible_rows(reader) if row.accessibleName().startswith("Smart")]
    reader.until_answered(lambda: reader.click(sectors[0]))
    assert 0 < reader.results.total < both
    assert len(reader.filters) == 3


def visible_rows(reader: Reader) -> list[FacetRow]:
    return [row for row in reader.views.facets.findChildren(FacetRow) if row.isVisible()]


@pytest.mark.parametrize("how", ["second click", "clear filters"])
def test_a_filter_comes_off_again(reader: Reader, how: str) -> None:
    everything = reader.results.total
    reader.until_answered(lambda: reader.click(reader.facet_row("Actors")))
    if how == "second click":
        reader.until_answered(lambda: reader.click(reader.facet_row("Actors")))
    else:
        reader.until_answered(reader.action("clear_filters").trigger)
    assert reader.results.total == everything
    assert reader.ticked() == set()


def test_a_filter_outlives_the_next_question(reader: Reader, ask: Callable[[str], None]) -> None:
    reader.until_answered(lambda: reader.click(reader.facet_row("Actors")))
    ask("huawei")
    assert {hit.type for hit in reader.results.hits} == {"actor"}


def test_at_the_end_of_the_list_more_hits_come_and_nothing_moves(reader: Reader) -> None:
    before = reader.ids()
    place = reader.hits.verticalScrollBar().maximum()
    reader.until_longer(lambda: reader.scroll(reader.hits.verticalScrollBar(), 1))
    assert len(reader.ids()) > len(before)
    assert reader.ids()[: len(before)] == before
    assert reader.hits.verticalScrollBar().value() == pytest.approx(place, abs=2)


def test_the_whole_dossier_can_be_scrolled_through(reader: Reader) -> None:
    bar = reader.hits.verticalScrollBar()
    while len(reader.ids()) < reader.results.total:
        reader.until_longer(lambda: bar.setValue(bar.maximum()))
    assert len({*reader.ids()}) == reader.results.total


def test_where_nothing_is_found_the_reader_is_told_what_to_do(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    ask("xyzzyq")
    texts = shown(reader.views.results)
    assert "Nothing found: xyzzyq" in texts
    assert "Try fewer or other words, in either language." in texts
    ask("huawei")
    assert reader.ids()
    assert "Nothing found: xyzzyq" not in shown(reader.views.results)


def test_where_filters_leave_nothing_they_can_be_removed_on_the_spot(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    reader.until_answered(lambda: reader.click(reader.facet_row("Events")))
    ask("oceanstor")
    assert reader.ids() == []
    buttons = reader.views.results.findChildren(QPushButton)
    remove = next(button for button in buttons if button.text() == "Remove filters")
    reader.until_answered(lambda: reader.click(remove))
    assert SAFE_CITY in reader.ids()


def test_a_record_that_is_open_stays_open_while_the_reader_asks_on(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    ask("safe city")
    reader.go_to(SAFE_CITY)
    ask("xyzzyq")
    assert reader.record_id == SAFE_CITY
    assert "Belgrade Safe City" in reader.page_texts()


def test_a_click_beside_the_hits_opens_nothing(reader: Reader, ask: Callable[[str], None]) -> None:
    ask("oceanstor")
    below = reader.hits.viewport().rect().bottomLeft() - QPoint(-20, 5)
    assert not reader.hits.indexAt(below).isValid()
    reader.click(reader.hits.viewport(), below)
    assert reader.record_id is None


@pytest.mark.parametrize("content", [None, b"", b"no dossier " * 999], ids=["none", "empty", "bad"])
def test_without_a_sound_dossier_there_is_no_window(
    reading_room: ReadingRoom, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "dossier.tukor"
    if content is not None:
        path.write_bytes(content)
    expected: type[KnownError] = DossierMissing if content is None else DossierDamaged
    with pytest.raises(expected):
        reading_room.open(dossier=path)


def test_what_nobody_caught_is_told_in_the_place_of_the_hits(reading_room: ReadingRoom) -> None:
    reader = reading_room.open()
    error = UnknownRecord("project/none")
    reading_room.last_resort(type(error), error, None)
    assert "There is no such record: project/none" in [
        text.replace("\N{ZERO WIDTH SPACE}", "") for text in shown(reader.views.results)
    ]
    reader.until_answered(reader.action("clear_filters").trigger)
    assert reader.ids()


def test_the_id_of_the_record_can_be_copied(
    qapp, reader: Reader, ask: Callable[[str], None]
) -> None:
    ask("safe city")
    reader.go_to(SAFE_CITY)
    reader.action("copy_id").trigger()
    assert qapp.clipboard().text() == SAFE_CITY


@pytest.mark.parametrize("by", ["keys", "button"])
def test_the_reference_to_a_source_can_be_copied(
    qapp, reader: Reader, ask: Callable[[str], None], by: str
) -> None:
    ask("safe city")
    reader.go_to(SAFE_CITY)
    if by == "keys":
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        reader.press(Qt.Key.Key_R, control | shift)
    else:
        buttons = reader.views.evidence.findChildren(QPushButton)
        reader.click(next(b for b in buttons if b.text() == "Copy reference"))
    author, _report, *_others = qapp.clipboard().text().split(" · ")[1:]
    assert author == "Bianka Emese Szabó"
    assert "page 9, section “Smart City projects”" in qapp.clipboard().text()
    assert reader.window.statusBar().currentMessage() == "Reference copied to the clipboard"


def test_the_mirror_opens_with_f2_and_closes_with_it(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    ask("safe city")
    reader.go_to(SAFE_CITY)
    for on in (True, False):
        reader.press(Qt.Key.Key_F2)
        assert reader.views.mirror.isVisible() is on
        assert reader.views.record.isVisible() is not on
    reader.press(Qt.Key.Key_F2)
    texts = shown(reader.views.mirror)
    assert {"Belgrade Safe City", "Belgrádi Biztonságos Város"} <= {*texts}


@pytest.mark.parametrize("goes_on", [False, True], ids=["the same record", "another record"])
def test_who_closes_the_mirror_reads_on_where_they_were_or_the_other_record_from_its_top(
    reader: Reader, goes_on: bool
) -> None:
    reader.go_to(reader.ids()[0])
    place = reader.scroll(reader.record_area.verticalScrollBar(), 0.5)
    reader.press(Qt.Key.Key_F2)
    if goes_on:
        reader.go_to(reader.ids()[1])
        place = 0
    reader.press(Qt.Key.Key_F2)
    assert reader.hits.model().index(int(goes_on), 0).data() in reader.page_texts()
    reader.until(lambda: reader.record_area.verticalScrollBar().value() == place)
