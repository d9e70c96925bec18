"""Dossiers come and go in a running window, and those left open are there at the next start."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

from desktop_app.controllers.search import SearchController
from desktop_app.controllers.searches import SearchMemory
from desktop_app.settings import Settings
from desktop_app.views.dossiers.dossier_menu import DossierMenu
from i18n.locales import ENGLISH
from tests.desktop_app.introductions.shelf import close, dossiers, entries, opened, shelf_of, told
from tests.desktop_app.reading_room import Reader, ReadingRoom

RAILWAY = "project/example-railway"  # in the second dossier only
ALWAYS = "actor/huawei"  # in the first one


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))


def test_a_dossier_that_is_closed_leaves_nothing_in_the_list(two: Reader) -> None:
    every = two.results.total
    assert entries(two) == ["&1  An example dossier"]
    close(two)
    assert two.results.total < every
    assert told(two) == "Dossier closed: An example dossier"
    two.until_answered(lambda: two.views.search_bar.asked.emit("example railway"))
    assert RAILWAY not in two.ids()
    assert "An example dossier" not in two.window.edition.accessibleName()
    assert opened(two) == ["real.tukor"]
    assert not two.action("close_dossier").isEnabled()


def test_the_one_that_comes_along_cannot_be_closed(reader: Reader) -> None:
    assert entries(reader) == []
    assert not reader.action("close_dossier").isEnabled()


def test_a_filter_that_names_it_goes_with_it_and_others_stay(two: Reader) -> None:
    two.until_answered(lambda: two.click(two.facet_row("An example dossier")))
    two.until_answered(lambda: two.click(two.facet_row("Projects")))
    assert len(two.filters) == 2
    close(two)
    assert two.filters == {("type", "project")}
    assert two.results.total > 0


def test_a_record_of_it_is_left_for_the_empty_page_and_the_way_back_skips_it(two: Reader) -> None:
    two.until_answered(lambda: two.views.search_bar.asked.emit("Huawei"))
    two.go_to(ALWAYS)
    two.until_answered(lambda: two.views.search_bar.asked.emit("example railway"))
    two.go_to(RAILWAY)
    close(two)
    assert two.record_id is None
    shown = [label.text() for label in two.views.record.findChildren(QLabel) if label.isVisible()]
    assert "Choose a record in the list to read it here." in shown
    assert not two.action("export_record").isEnabled()
    assert not two.hits.selectionModel().hasSelection()
    two.action("back").trigger()
    assert two.record_id == ALWAYS
    assert not two.action("back").isEnabled()
    assert not two.action("forward").isEnabled()


def test_a_record_of_another_dossier_stays_open(two: Reader) -> None:
    two.until_answered(lambda: two.views.search_bar.asked.emit("Huawei"))
    two.go_to(ALWAYS)
    close(two)
    assert two.record_id == ALWAYS
    assert "Huawei" in " ".join(two.page_texts())


def test_the_mirror_gives_way_to_the_empty_page_and_comes_back(two: Reader) -> None:
    two.until_answered(lambda: two.views.search_bar.asked.emit("example railway"))
    two.go_to(RAILWAY)
    two.action("mirror").trigger()
    assert two.views.mirror.isVisible()
    close(two)
    assert not two.views.mirror.isVisible()
    assert two.views.record.isVisible()
    two.until_answered(lambda: two.views.search_bar.asked.emit("Huawei"))
    two.go_to(ALWAYS)
    assert two.views.mirror.isVisible()


def test_what_is_suggested_forgets_it(two: Reader) -> None:
    def offered() -> list[str]:
        two.views.search_bar.set_text("example rail")
        two.views.search_bar.typed.emit("example rail", 12)
        model = two.views.suggestions.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    two.until(lambda: any("railway" in text.casefold() for text in offered()))
    close(two)
    two.until(lambda: not any("example railway" in text.casefold() for text in offered()))


def test_it_can_be_opened_again_from_the_menu(
    two: Reader, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = two.results.total
    close(two)
    choose(monkeypatch, second)
    two.until_answered(two.action("open_dossier").trigger)
    assert two.results.total == every
    assert told(two) == "Dossier opened: An example dossier"
    two.action("open_dossier").trigger()
    assert told(two) == "This dossier is open already: Második.tukor"
    assert opened(two) == ["real.tukor", "Második.tukor"]


def test_a_file_that_was_replaced_in_between_is_read_anew(
    two: Reader, second: Path, real_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(two)
    second.unlink()
    shutil.copyfile(real_dossier, second)
    choose(monkeypatch, second)
    two.until_answered(two.action("open_dossier").trigger)
    assert RAILWAY not in two.ids()
    assert two.results.total % 2 == 0  # every record is there twice


def test_a_file_that_is_no_dossier_is_told_of_and_nothing_changes(
    reader: Reader, reading_room: ReadingRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "letter.tukor"
    wrong.write_text("Dear Sir", "utf-8")
    choose(monkeypatch, wrong)
    reader.action("open_dossier").trigger()
    (box,) = reader.window.findChildren(QMessageBox)
    assert box.text() == f"The dossier cannot be read: {wrong}"
    box.close()
    assert opened(reader) == ["real.tukor"]
    assert Settings(reading_room.settings).dossiers() == ()


def test_the_menu_speaks_the_language_of_the_window(two: Reader, second: Path) -> None:
    two.speak("Magyar")
    assert entries(two) == ["&1  Egy mintadosszié"]
    close(two)
    assert told(two) == "Dosszié bezárva: Egy mintadosszié"


def test_two_of_one_title_are_told_apart_by_their_files(
    reading_room: ReadingRoom, second: Path
) -> None:
    third = second.with_name("third.tukor")
    shutil.copyfile(second, third)
    reader = reading_room.open(besides=(second, third))
    assert entries(reader) == [
        "&1  Második.tukor (An example dossier)",
        "&2  third.tukor (An example dossier)",
    ]
    assert "third.tukor (An example dossier) ·" in reader.window.edition.accessibleName()
    mine = reader.facet_row("Második.tukor (An example dossier)")
    every = reader.results.total
    reader.until_answered(lambda: reader.click(mine))
    within = reader.results.total
    assert dossiers(reader) == {"Második.tukor (An example dossier)"}
    close(reader, 1)
    assert opened(reader) == ["real.tukor", "Második.tukor"]
    assert reader.filters == {("dossier", "example-dossier")}
    assert dossiers(reader) == {"An example dossier"}
    assert reader.results.total == within
    assert reader.ticked() == {f"An example dossier: {within}"}
    reader.until_answered(lambda: shelf_of(reader).add(third))
    assert reader.results.total == within, "the one that has come is another dossier"
    close(reader, 0)
    assert reader.filters == frozenset()
    assert reader.results.total == every - within


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard")
def test_it_is_reached_by_keys_alone(two: Reader) -> None:
    def press_in_menu(key: Qt.Key) -> None:
        QTest.keyClick(QApplication.activePopupWidget(), key)

    menu = two.window.findChild(DossierMenu)
    assert menu
    two.window.menus["&File"].popup(two.window.rect().center())
    press_in_menu(Qt.Key.Key_C)
    two.until(menu.isVisible)
    two.until_answered(lambda: press_in_menu(Qt.Key.Key_1))
    assert opened(two) == ["real.tukor"]


def test_saved_searches_and_history_survive_a_dossier(two: Reader) -> None:
    two.until_answered(lambda: two.click(two.facet_row("An example dossier")))
    memory = two.window.findChild(SearchMemory)
    assert memory
    assert memory.save(memory.question, "Examples")
    close(two)
    assert [entry.name for entry in memory.saved] == ["Examples"]
    (entry,) = memory.saved
    search = two.window.findChild(SearchController)
    assert search
    two.until_answered(lambda: search.restore(entry.question.request(ENGLISH)))
    assert two.results.total == 0
    assert two.filters == {("dossier", "example-dossier")}
    two.until_answered(two.action("clear_filters").trigger)
    assert two.results.total > 100
