"""Dossiers of another version of the program: told of once, renewed where the reader wants it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from database import seal
from database.search.language.version import VERSION
from desktop_app.controllers.seals import SealController
from desktop_app.introductions.dossiers import Dossiers
from desktop_app.views.dossiers.dossier_menu import DossierMenu
from desktop_app.views.dossiers.renewal_box import RenewalBox, RenewalProgress
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.desktop_app.introductions.shelf import opened, told
from tests.desktop_app.reading_room import Reader, ReadingRoom


@pytest.fixture
def old(outdated: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(outdated, tmp_path / "Régi.tukor"))


def version(path: Path) -> object:
    return seal.examine(path).about["analyser"]


def box(reader: Reader) -> RenewalBox:
    reader.until(lambda: reader.window.findChild(RenewalBox) is not None)
    found = reader.window.findChild(RenewalBox)
    assert found
    return found


def offered(reader: Reader) -> list[str]:
    """Return what the menu offers to renew."""
    menu = reader.action("renew_dossier").menu()
    assert isinstance(menu, DossierMenu)
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def open_beside(reader: Reader, path: Path) -> None:
    dossiers = reader.window.findChild(Dossiers)
    assert dossiers
    reader.until_answered(lambda: dossiers.open(path))


@pytest.mark.parametrize(
    ("locale", "sentence", "renew"),
    [
        (ENGLISH, "An older version of the program made this dossier: An example dossier", "Renew"),
        (HUNGARIAN, "Régebbi programváltozattal készült: Egy mintadosszié", "Megújítás"),
    ],
)
def test_one_of_an_older_program_is_told_of_and_renewed(
    reading_room: ReadingRoom, old: Path, locale: Locale, sentence: str, renew: str
) -> None:
    reader = reading_room.open(locale, besides=(old,))
    every = reader.results.total
    asked = box(reader)
    assert asked.text() == sentence
    (button,) = (each for each in asked.buttons() if each.text() == renew)
    reader.until_answered(button.click)
    assert version(old) == VERSION
    assert reader.results.total == every
    assert opened(reader) == ["real.tukor", "Régi.tukor"]
    assert not reader.action("renew_dossier").isEnabled()
    seals = reader.window.findChild(SealController)
    assert seals
    reader.until(lambda: len(seals.seals) == 2)
    assert not seals.seals[1].broken
    assert seals.seals[1].about["analyser"] == VERSION


def test_who_does_it_later_finds_it_in_the_menu_and_is_not_told_again(
    reading_room: ReadingRoom, old: Path
) -> None:
    reader = reading_room.open(besides=(old,))
    asked = box(reader)
    asked.reject()
    reader.until(lambda: reader.window.findChild(RenewalBox) is None)
    again = reading_room.open()
    again.until(lambda: len(opened(again)) == 2)
    again.until(again.action("renew_dossier").isEnabled)
    assert offered(again) == ["&1  An example dossier"]
    assert again.window.findChild(RenewalBox) is None
    menu = again.action("renew_dossier").menu()
    assert isinstance(menu, DossierMenu)
    menu.actions()[0].trigger()
    again.until(lambda: told(again) == "Dossier renewed: An example dossier")
    assert version(old) == VERSION


def test_several_are_told_of_in_one_box_and_renewed_one_after_the_other(
    reading_room: ReadingRoom, old: Path
) -> None:
    other = Path(shutil.copy(old, old.with_name("other.tukor")))
    reader = reading_room.open(besides=(old, other))
    asked = box(reader)
    assert len(reader.window.findChildren(RenewalBox)) == 1
    assert "Régi.tukor (An example dossier) and other.tukor (An example dossier)" in asked.text()
    asked.accept()
    reader.until(lambda: not reader.action("renew_dossier").isEnabled())
    assert (version(old), version(other)) == (VERSION, VERSION)


def test_one_that_is_opened_later_is_told_of_too_with_its_record_left_open(
    reader: Reader, old: Path
) -> None:
    assert not reader.action("renew_dossier").isEnabled()
    open_beside(reader, old)
    asked = box(reader)
    reader.until_answered(lambda: reader.views.search_bar.asked.emit("example railway"))
    reader.go_to("project/example-railway")
    reader.until_answered(lambda: reader.click(reader.facet_row("An example dossier")))
    narrowed = reader.filters
    reader.until_answered(asked.accept)
    assert reader.record_id == "project/example-railway"
    assert reader.filters == narrowed == {("dossier", "example-dossier")}
    assert version(old) == VERSION


def test_who_stops_it_has_the_dossier_as_it_was(reading_room: ReadingRoom, old: Path) -> None:
    before = old.read_bytes()
    reader = reading_room.open(besides=(old,))
    box(reader).accept()
    progress = reader.window.findChild(RenewalProgress)
    assert progress
    progress.canceled.emit()  # before it is long enough under way to be shown
    reader.until(lambda: told(reader).startswith("Stopped. The dossier is as it was"))
    assert old.read_bytes() == before
    assert reader.action("renew_dossier").isEnabled()


def test_what_cannot_be_renewed_is_told_with_a_remedy(reading_room: ReadingRoom, old: Path) -> None:
    reader = reading_room.open(besides=(old,))
    asked = box(reader)
    old.with_name("Régi.tukor.sig").write_bytes(bytes(64))  # of nobody that is known
    asked.accept()
    reader.until(lambda: any("Régi.tukor" in b.text() for b in boxes(reader)))
    (failed,) = (each for each in boxes(reader) if "Régi.tukor" in each.text())
    assert failed.informativeText().startswith("It does not match its checksum or signature.")
    assert reader.action("renew_dossier").isEnabled()


def boxes(reader: Reader) -> list[QMessageBox]:
    return reader.window.findChildren(QMessageBox)


def test_one_of_a_newer_program_is_searched_and_told_of(
    reading_room: ReadingRoom, of_another_version: Callable[[int], Path]
) -> None:
    newer = of_another_version(1)
    reader = reading_room.open(besides=(newer,))
    reader.until(lambda: bool(boxes(reader)))
    (shown,) = boxes(reader)
    assert shown.text().startswith("A newer version of the program made this dossier: ")
    assert shown.informativeText().endswith("Install the newest version of the program.")
    assert not reader.action("renew_dossier").isEnabled()
    reader.until_answered(lambda: reader.views.search_bar.asked.emit("example railway"))
    assert "project/example-railway" in reader.ids()
