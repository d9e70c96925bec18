"""The window over a dossier that is sound, and over one that is not."""

import shutil
import sqlite3
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from database.model.errors import DossierTooNew
from desktop_app.controllers.seals import SealController
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.desktop_app.painted import painted
from tests.desktop_app.reading_room import Reader, ReadingRoom, in_dialog


@pytest.fixture
def changed_dossier(real_dossier: Path, tmp_path: Path) -> Path:
    """The dossier after somebody wrote into it."""
    path = Path(shutil.copy(real_dossier, tmp_path / "changed.tukor"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE record SET title_en = 'Changed' WHERE number = 1")
    return path


def examined(reader: Reader) -> None:
    seals = reader.window.findChild(SealController)
    assert seals is not None
    reader.until(lambda: bool(seals.seals))


def about(reader: Reader) -> str:
    return in_dialog(
        reader.action("about").trigger,
        lambda dialog: " ".join(label.text() for label in dialog.findChildren(QLabel)),
    )


def test_a_sound_dossier_is_said_to_be_sound_in_about_only(reader: Reader):
    examined(reader)
    assert "edition 2026-11" in reader.window.edition.accessibleName()
    assert "The file matches its checksum. Unsigned." in about(reader)


@pytest.mark.parametrize(
    ("locale", "in_list", "at_foot", "in_about"),
    [
        (ENGLISH, "was changed by somebody", "damaged or changed", "does not match"),
        (HUNGARIAN, "valaki megváltoztatta", "sérült vagy megváltozott", "nem felel meg"),
    ],
    ids=["en", "hu"],
)
def test_a_changed_dossier_is_told_of_where_the_reader_looks(
    reading_room: ReadingRoom,
    changed_dossier: Path,
    locale: Locale,
    in_list: str,
    at_foot: str,
    in_about: str,
):
    reader = reading_room.open(locale, dossier=changed_dossier)
    examined(reader)
    told = " ".join(label.text() for label in reader.views.results.findChildren(QLabel))
    assert in_list in told
    assert str(changed_dossier) in told.replace("\N{ZERO WIDTH SPACE}", "")  # where it may wrap
    assert at_foot in reader.window.edition.accessibleName()
    assert in_about in about(reader)


def test_a_dossier_of_a_newer_program_is_not_opened(
    reading_room: ReadingRoom, changed_dossier: Path
):
    with closing(sqlite3.connect(changed_dossier)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DossierTooNew):
        reading_room.open(ENGLISH, dossier=changed_dossier)


def test_long_titles_widen_no_window_and_are_told_whole_as_they_are(
    reading_room: ReadingRoom, sample_dossier: Path, tmp_path: Path
) -> None:
    alone = reading_room.open().window.minimumSizeHint().width()
    names = ["<b>Bread and games " + "as well as ships " * 6, "Roads and " + "railways " * 15]
    copies = [shutil.copy(sample_dossier, tmp_path / f"{name.strip()}.tukor") for name in names]
    reader = reading_room.open(besides=tuple(map(Path, copies)))  # of one title: told by file name
    assert reader.window.minimumSizeHint().width() == alone
    reader.window.resize(1024, 700)
    assert reader.window.width() == 1024
    edition = reader.window.edition
    reader.until(lambda: "<b>Bread and games" in painted(edition) and "…" in painted(edition))
    assert edition.geometry().right() < reader.window.count.geometry().left()
    lines = unescape(edition.toolTip()).split("<br>")
    assert all(Path(path).name in line for path, line in zip(copies, lines[1:], strict=True))
    assert "&lt;b&gt;Bread" in edition.toolTip()
