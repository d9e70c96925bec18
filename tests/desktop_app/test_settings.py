"""What the program remembers between two starts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QStandardPaths
from PySide6.QtWidgets import QApplication

from desktop_app.errors import SettingsUnwritable, explain
from desktop_app.settings import Settings, documents_folder, system_locale
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.fixture(autouse=True)
def no_language(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start from an environment that asks for no language; Qt has read its own by now."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("variable", "value", "locale"),
    [
        ("LANG", "hu_HU.UTF-8", HUNGARIAN),
        ("LANG", "hu", HUNGARIAN),
        ("LC_ALL", "hu_HU.UTF-8", HUNGARIAN),
        ("LC_MESSAGES", "hu_HU", HUNGARIAN),
        ("LANG", "en_GB.UTF-8", ENGLISH),
        ("LANG", "fr_FR.UTF-8", ENGLISH),  # a language that the program does not speak
    ],
)
def test_the_first_start_is_in_the_language_of_the_system(
    file: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, locale: Locale
) -> None:
    monkeypatch.setenv(variable, value)
    assert system_locale() == locale
    assert Settings(file).locale() == locale


@pytest.mark.parametrize("chosen", LOCALES, ids=lambda locale: locale.code)
@pytest.mark.parametrize("lang", ["hu_HU.UTF-8", "en_GB.UTF-8"])
def test_what_the_reader_chose_overrules_the_system(
    file: Path, monkeypatch: pytest.MonkeyPatch, chosen: Locale, lang: str
) -> None:
    monkeypatch.setenv("LANG", lang)
    Settings(file).remember_locale(chosen)
    assert Settings(file).locale() == chosen


@pytest.mark.parametrize("kept", ["", "xx", "EN", "hu_HU", "[en, hu]", "en, hu"])
def test_a_kept_language_that_makes_no_sense_is_passed_over(
    file: Path, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    monkeypatch.setenv("LANG", "hu_HU.UTF-8")
    file.write_text(f"[General]\nlocale={kept}\n", encoding="utf-8")
    assert Settings(file).locale() == HUNGARIAN


def test_a_file_that_is_no_settings_file_is_passed_over(file: Path) -> None:
    file.write_bytes(bytes(range(256)))
    settings = Settings(file)
    assert settings.locale() in LOCALES
    assert settings.state("geometry") is None


def test_the_state_of_the_window_comes_back_as_it_was(file: Path) -> None:
    state = QByteArray(bytes(range(256)))
    Settings(file).remember_state("geometry", state)
    assert Settings(file).state("geometry") == state


def test_at_the_first_start_there_is_no_state(file: Path) -> None:
    assert Settings(file).state("geometry") is None


def test_a_kept_state_of_another_kind_is_passed_over(file: Path) -> None:
    file.write_text("[window]\ngeometry=wide\n", encoding="utf-8")
    assert Settings(file).state("geometry") is None


def test_it_keeps_which_dossiers_are_open_whatever_they_are_called(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    names = ["one.tukor", "a, b; c.tukor", "Ђ 100%.tukor", "@Invalid().tukor"]
    assert Settings(file).dossiers() == ()
    for number, name in enumerate(names, 1):
        Settings(file).remember_dossier(tmp_path / name)
        Settings(file).remember_dossier(tmp_path / name)
        assert Settings(file).dossiers() == tuple(tmp_path / each for each in names[:number])
    Settings(file).forget_dossier(tmp_path / names[0])
    assert Settings(file).dossiers() == tuple(tmp_path / each for each in names[1:])


def test_a_second_window_does_not_forget_what_the_first_one_has_open(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    first, second = Settings(file), Settings(file)
    assert first.dossiers() == second.dossiers() == ()
    first.remember_dossier(tmp_path / "a.tukor")
    second.remember_dossier(tmp_path / "b.tukor")
    assert set(Settings(file).dossiers()) == {tmp_path / "a.tukor", tmp_path / "b.tukor"}


@pytest.mark.parametrize(
    ("kept", "scale"),
    [
        ("1.1", 1.1),
        ("2", 2.0),
        ("", 1.0),
        ("large", 1.0),
        ("nan", 1.0),
        ("inf", 1.0),
        ("1, 2", 1.0),
    ],
)
def test_a_kept_size_of_text_that_makes_no_sense_is_passed_over(
    file: Path, kept: str, scale: float
) -> None:
    file.write_text(f"[General]\ntext-scale={kept}\n", encoding="utf-8")
    assert Settings(file).text_scale() == scale


def test_the_size_of_text_is_kept(file: Path) -> None:
    assert Settings(file).text_scale() == 1.0
    Settings(file).remember_text_scale(1.21)
    assert Settings(file).text_scale() == 1.21


def test_files_are_looked_for_in_a_folder_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(place))
    assert documents_folder() == Path.home()
    place.mkdir()
    assert documents_folder() == place


def test_it_is_told_once_that_choices_cannot_be_kept(file: Path) -> None:
    file.write_text("no folder", "utf-8")
    settings, told = Settings(file / "settings.ini"), []
    settings.failed.connect(told.append)
    settings.remember_locale(HUNGARIAN)
    settings.remember_text_scale(1.1)
    assert settings.locale() == HUNGARIAN, "until the end it holds"
    assert [type(error) for error in told] == [SettingsUnwritable]
    assert str(file) in explain(told[0]).sentence
