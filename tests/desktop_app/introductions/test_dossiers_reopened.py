"""Dossiers that are left open are there at the next start."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from database import seal
from desktop_app.controllers.seals import SealController
from desktop_app.introductions.dossiers import Dossiers
from desktop_app.settings import Settings
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.desktop_app.introductions.shelf import close, opened, told
from tests.desktop_app.reading_room import Reader, ReadingRoom


def test_what_was_open_is_open_again_at_the_next_start(
    two: Reader, reading_room: ReadingRoom
) -> None:
    every = two.results.total
    again = reading_room.open()
    again.until(lambda: again.results.total == every)
    assert opened(again) == ["real.tukor", "Második.tukor"]
    assert told(again) == ""
    close(again)
    once_more = reading_room.open()
    assert Settings(reading_room.settings).dossiers() == ()
    assert opened(once_more) == ["real.tukor"]


def test_each_dossier_is_read_whole_once(
    two: Reader, reading_room: ReadingRoom, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = two.window.findChild(SealController)
    assert before
    two.until(lambda: len(before.seals) == 2)  # or it would be told of here
    examined: list[Path] = []
    examine = seal.examine

    def noting(path: Path) -> seal.Seal:
        examined.append(path)
        return examine(path)

    monkeypatch.setattr(seal, "examine", noting)
    again = reading_room.open()
    seals = again.window.findChild(SealController)
    assert seals
    again.until(lambda: len(seals.seals) == len(opened(again)) == 2)
    assert [path.name for path in examined] == ["real.tukor", "Második.tukor"]
    assert seals.seals[1].path == second
    close(again)
    assert len(seals.seals) == 1
    dossiers = again.window.findChild(Dossiers)
    assert dossiers
    dossiers.open(second)
    again.until(lambda: len(seals.seals) == 2)
    assert [path.name for path in examined] == ["real.tukor", "Második.tukor", "Második.tukor"]


def test_what_is_named_at_the_start_comes_before_what_was_open_and_once(
    two: Reader, reading_room: ReadingRoom, second: Path, tmp_path: Path
) -> None:
    named = tmp_path / "named.tukor"
    shutil.copyfile(second, named)
    again = reading_room.open(besides=(named,))
    again.until(lambda: len(opened(again)) == 3)
    assert opened(again) == ["real.tukor", "named.tukor", "Második.tukor"]
    (tmp_path / "folder").mkdir()
    third = reading_room.open(besides=(tmp_path / "folder" / ".." / "named.tukor",))
    third.until(lambda: len(opened(third)) == 3)
    assert opened(third) == ["real.tukor", "named.tukor", "Második.tukor"]


def spoil(path: Path) -> None:
    """Overwrite the middle of a file, as a bad disk does."""
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 4096] = bytes(4096)
    path.write_bytes(whole)


@pytest.mark.parametrize("harm", [Path.unlink, spoil, lambda path: path.write_text("no dossier")])
@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        (ENGLISH, "This dossier, open the last time, is missing or damaged: Második.tukor"),
        (
            HUNGARIAN,
            "Hiányzik vagy sérült, pedig a legutóbbi kilépéskor nyitva volt: Második.tukor",
        ),
    ],
)
def test_one_that_has_gone_or_is_damaged_is_told_in_a_sentence_once(
    two: Reader,
    reading_room: ReadingRoom,
    second: Path,
    harm: Callable[[Path], object],
    locale: Locale,
    sentence: str,
) -> None:
    reading_room.close()
    harm(second)
    again = reading_room.open(locale)
    again.until(lambda: told(again) == sentence)
    assert again.results.total > 100
    assert not again.window.findChildren(QMessageBox)
    assert opened(again) == ["real.tukor"]
    assert Settings(reading_room.settings).dossiers() == ()


def test_two_that_have_gone_are_told_in_one_sentence(
    reading_room: ReadingRoom, second: Path
) -> None:
    third = second.with_name("third.tukor")
    shutil.copyfile(second, third)
    reading_room.open(besides=(second, third))
    reading_room.close()
    second.unlink()
    third.unlink()
    again = reading_room.open()
    expected = (
        "These dossiers, open the last time, are missing or damaged: Második.tukor and third.tukor"
    )
    again.until(lambda: told(again) == expected)
