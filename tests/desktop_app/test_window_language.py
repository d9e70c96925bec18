"""The window in two languages, and from one start to the next."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QWidget

from i18n.locales import ENGLISH, HUNGARIAN
from tests.desktop_app.reading_room import Reader, ReadingRoom, in_dialog
from tests.interface_words import left_in_english

TypeText = Callable[[QWidget, str], None]
SAFE_CITY = "project/belgrade-safe-city"
SMALL = (790, 520)  # smaller than any screen, so that nothing is moved to fit


@pytest.fixture
def busy(reader: Reader, type_text: TypeText) -> Reader:
    """A reader in the middle of things: text, filters, a record scrolled down, a way back."""
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "smart city")
    reader.until_found("smart city")
    reader.until_answered(lambda: reader.click(reader.facet_row("Projects")))
    reader.until_answered(lambda: reader.click(reader.facet_row("Actors")))
    reader.go_to(reader.ids()[1])
    reader.go_to(SAFE_CITY)
    reader.choose_citation(2)
    return reader


def left(reader: Reader) -> list[str]:
    return left_in_english(reader.window, [reader.views.languages], seen_only=True)


def menu_titles(reader: Reader) -> list[str]:
    return [menu.title() for menu in reader.window.menuBar().findChildren(QMenu)]


def test_every_word_of_the_interface_changes_before_anything_else_happens(busy: Reader) -> None:
    besides = [busy.views.languages, busy.hits, busy.views.facets]  # these are answered anew
    busy.click(busy.language("Magyar"))
    assert left_in_english(busy.window, besides, seen_only=True) == []


def test_every_word_of_the_answer_follows(busy: Reader) -> None:
    busy.speak("Magyar")
    assert left(busy) == []


def test_and_back_again(busy: Reader) -> None:
    before = sorted(menu_titles(busy)), busy.page_texts(), busy.ticked()
    busy.speak("Magyar")
    assert sorted(menu_titles(busy)) != before[0]
    busy.speak("English")
    assert (sorted(menu_titles(busy)), busy.page_texts(), busy.ticked()) == before


def test_the_record_is_in_the_new_language_with_the_evidence_that_was_chosen(
    busy: Reader,
) -> None:
    busy.speak("Magyar")
    assert busy.page_texts()[0] == "Projekt"
    assert busy.page_texts()[1] == "Belgrádi Biztonságos Város"
    numbers = [label.text() for label in busy.views.evidence.findChildren(QLabel)]
    assert "2" in numbers


def test_question_record_filters_and_way_back_stay(busy: Reader) -> None:
    before = (busy.views.search_bar.text(), busy.record_id, busy.filters, {*busy.ids()})
    busy.speak("Magyar")
    after = (busy.views.search_bar.text(), busy.record_id, busy.filters, {*busy.ids()})
    assert after == before
    assert busy.hits.currentIndex().row() == busy.ids().index(SAFE_CITY)
    assert {label.partition(":")[0] for label in busy.ticked()} == {"Projektek", "Szereplők"}
    assert busy.action("back").isEnabled()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 1.0])
def test_the_page_stays_where_it_was_scrolled_to(busy: Reader, share: float) -> None:
    bar = busy.record_area.verticalScrollBar()
    before = busy.scroll(bar, share)
    busy.speak("Magyar")
    busy.speak("English")
    assert bar.value() == pytest.approx(before, abs=2)


def test_the_list_stays_where_it_was_scrolled_to(reader: Reader) -> None:
    bar = reader.hits.verticalScrollBar()
    before = reader.scroll(bar, 0.5)
    reader.speak("Magyar")
    reader.speak("English")
    assert bar.value() == pytest.approx(before, abs=2)


def test_a_list_that_was_made_longer_stays_long(reader: Reader) -> None:
    bar = reader.hits.verticalScrollBar()
    reader.until_longer(lambda: reader.scroll(bar, 1))
    bar.setValue(bar.maximum() // 2)
    before, top = reader.ids(), reader.hits.indexAt(QPoint(9, 0)).row()
    reader.speak("Magyar")
    assert {*reader.ids()} == {*before}
    assert reader.ids().index(before[top]) == reader.hits.indexAt(QPoint(9, 0)).row()


def test_what_is_half_typed_stays_and_so_does_the_cursor(reader: Reader, type_text) -> None:
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "kamer")
    reader.until_answered(reader.action("other_language").trigger)
    assert field.hasFocus()
    type_text(field, "ák")
    reader.until_found("kamerák")


def test_the_keyboard_and_the_menu_switch_as_the_button_does(reader: Reader) -> None:
    reader.until_answered(reader.action("other_language").trigger)
    assert reader.language("Magyar").isChecked()
    assert left(reader) == []
    reader.until_answered(reader.action("other_language").trigger)
    assert reader.language("English").isChecked()


def test_an_open_dialog_changes_too(reader: Reader) -> None:
    def look(dialog: QDialog) -> list[str]:
        before = dialog.windowTitle()
        reader.action("other_language").trigger()
        return [before, dialog.windowTitle(), *left_in_english(dialog)]

    seen = in_dialog(reader.action("about").trigger, look)
    assert seen == ["About Tükör", "A Tükör névjegye"]


def test_the_choice_is_remembered_at_the_next_start(
    reading_room: ReadingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    reader = reading_room.open(None)
    assert reader.language("English").isChecked()
    reader.speak("Magyar")
    reader = reading_room.open(None)
    assert reader.language("Magyar").isChecked()
    assert left(reader) == []


def test_the_first_start_is_in_the_language_of_the_system(
    reading_room: ReadingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "hu_HU.UTF-8")
    assert reading_room.open(None).language("Magyar").isChecked()


@pytest.mark.parametrize("locale", [ENGLISH, HUNGARIAN], ids=["en", "hu"])
def test_size_and_panes_are_remembered_at_the_next_start(reading_room: ReadingRoom, locale) -> None:
    window = reading_room.open(locale).window
    window.resize(*SMALL)
    window.panes.across.handle(2).moveSplitter(300)
    window.panes.across.handle(1).moveSplitter(0)
    window.panes.reading.handle(1).moveSplitter(300)
    size, panes, reading = window.size(), window.panes.across.sizes(), window.panes.reading.sizes()
    assert min(panes) > 0  # none can be moved out of sight
    window = reading_room.open(locale).window
    assert window.size() == size
    assert window.panes.across.sizes() == pytest.approx(panes, abs=2)
    assert window.panes.reading.sizes() == pytest.approx(reading, abs=2)


def test_a_spoilt_settings_file_keeps_nobody_out(reading_room: ReadingRoom) -> None:
    reading_room.settings.write_text(
        "[General]\nlocale=@@\n[window]\ngeometry=@ByteArray(\\x1)\npanes=wide\n", "utf-8"
    )
    assert reading_room.open(None).results.total
