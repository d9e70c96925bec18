"""A saved search in a dossier that is not open says so, and can have it opened."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop_app.controllers.searches import SearchMemory
from desktop_app.settings import Settings
from desktop_app.views.dossiers.absent_box import AbsentBox
from desktop_app.views.searches.saved_menu import SavedMenu
from i18n.locales import HUNGARIAN
from tests.desktop_app.introductions.shelf import close, opened, shelf_of
from tests.desktop_app.reading_room import Reader, ReadingRoom

SAMPLE = ("dossier", "example-dossier")


@pytest.fixture
def kept(two: Reader) -> Reader:
    """A reader who has saved a search in a dossier and has closed that since."""
    two.until_answered(lambda: two.views.search_bar.asked.emit("railway"))
    two.until_answered(lambda: two.click(two.facet_row("An example dossier")))
    memory = two.window.findChild(SearchMemory)
    assert memory
    assert memory.save(memory.question, "")
    close(two)
    two.until_answered(lambda: two.views.search_bar.asked.emit("Huawei"))
    return two


def choose_saved(reader: Reader) -> None:
    menu = reader.window.menus["&Searches"]
    menu.aboutToShow.emit()
    saved = menu.findChild(SavedMenu)
    assert saved
    memory = reader.window.findChild(SearchMemory)
    assert memory
    saved.asked.emit(memory.saved[0])


def box(reader: Reader) -> AbsentBox:
    found = reader.window.findChild(AbsentBox)
    assert found
    return found


def press(shown: QMessageBox, words: str) -> None:
    next(button for button in shown.buttons() if button.text() == words).click()


def test_it_names_the_dossier_and_opens_it(kept: Reader) -> None:
    every = kept.results.total
    choose_saved(kept)
    assert kept.results.total == every, "nothing is asked before the reader has decided"
    assert box(kept).text() == "This search is in a dossier that is not open: An example dossier"
    press(box(kept), "Open and search")
    kept.until(lambda: kept.results.text == "railway")
    assert opened(kept) == ["real.tukor", "Második.tukor"]
    kept.until(lambda: kept.filters == {SAMPLE})
    kept.until(lambda: kept.results.total > 0)


def test_it_can_be_asked_of_what_is_open(kept: Reader) -> None:
    choose_saved(kept)
    kept.until_answered(lambda: press(box(kept), "Search without this filter"))
    assert kept.results.text == "railway"
    assert kept.results.total > 0
    assert kept.filters == frozenset()


def test_who_wants_neither_goes_on_as_before(kept: Reader) -> None:
    shown = kept.results
    choose_saved(kept)
    box(kept).reject()
    kept.until(lambda: kept.window.findChild(AbsentBox) is None)
    assert kept.results is shown


def test_a_file_that_has_gone_is_not_offered(kept: Reader, second: Path) -> None:
    second.unlink()
    choose_saved(kept)
    offered = [button.text() for button in box(kept).buttons()]
    assert "Open and search" not in offered
    assert "File menu" in box(kept).informativeText()
    kept.until_answered(lambda: press(box(kept), "Search without this filter"))
    assert kept.results.total > 0


def test_it_speaks_hungarian_and_knows_the_dossier_at_the_next_start(
    kept: Reader, reading_room: ReadingRoom
) -> None:
    again = reading_room.open(HUNGARIAN)
    again.until(lambda: again.window.findChild(SearchMemory).saved != ())  # type: ignore[union-attr]
    choose_saved(again)
    told = "A keresés olyan dossziéra szűkül, amely nincs megnyitva: Egy mintadosszié"
    assert box(again).text() == told
    press(box(again), "Megnyitás és keresés")
    again.until(lambda: again.filters == {SAMPLE} and again.results.total > 0)


def test_a_search_saved_beside_another_file_of_the_dossier_finds_its_own(
    kept: Reader, second: Path
) -> None:
    choose_saved(kept)
    press(box(kept), "Open and search")
    kept.until(lambda: kept.filters == {SAMPLE})
    twin = second.with_name("twin.tukor")
    twin.write_bytes(second.read_bytes())
    kept.until_answered(lambda: shelf_of(kept).add(twin))
    memory = kept.window.findChild(SearchMemory)
    assert memory
    (own,) = memory.question.filters
    assert own == ("dossier", f"example-dossier@{second.as_posix()}")
    assert memory.save(memory.question, "a name of its own")
    close(kept, 1)
    kept.until_answered(lambda: kept.views.search_bar.asked.emit("Huawei"))
    saved = kept.window.menus["&Searches"].findChild(SavedMenu)
    assert saved
    entry = next(each for each in memory.saved if each.name)
    kept.until_answered(lambda: saved.asked.emit(entry))
    assert kept.filters == {SAMPLE}
    assert kept.window.findChild(AbsentBox) is None


@pytest.mark.parametrize("spoil", ["x", '{"path": 5}', "[]", '{"path": "a", "id": "b"}'])
def test_what_is_no_known_dossier_is_passed_over(tmp_path: Path, spoil: str) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings._store.setValue("known-dossiers", [spoil])  # noqa: SLF001  # somebody else did
    assert settings.known_dossiers() == ()
