"""``tukor renew``, and what other commands tell of a dossier of an older program."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tukor = Callable[..., Any]
HUNGARIAN = {"LANG": "hu_HU.UTF-8"}


@pytest.fixture
def old(outdated: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(outdated, tmp_path / "régi könyvtár.tukor"))


def test_it_renews_in_place_and_then_has_nothing_to_do(
    tukor: Tukor, old: Path, sample_dossier: Path
) -> None:
    ran = tukor("renew", old)
    assert (ran.returncode, ran.stdout) == (0, f"Dossier renewed: {old}\n")
    assert old.read_bytes() == sample_dossier.read_bytes()
    ran = tukor("renew", old, **HUNGARIAN)
    assert (ran.returncode, ran.stdout) == (0, f"A dosszié naprakész: {old}\n")


def test_it_writes_a_copy_where_it_is_told_to(tukor: Tukor, old: Path, tmp_path: Path) -> None:
    before, copy = old.read_bytes(), tmp_path / "copy.tukor"
    assert tukor("renew", old, "--out", copy).returncode == 0
    assert old.read_bytes() == before
    ran = tukor("renew", old, "--out", copy)
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1] == "Option: --force"
    assert tukor("renew", old, "--out", copy, "--force").returncode == 0


def test_a_file_that_is_not_there_is_told(tukor: Tukor, tmp_path: Path) -> None:
    ran = tukor("renew", tmp_path / "nowhere.tukor")
    assert ran.returncode == 2
    assert ran.stderr.startswith("The dossier was not found: ")


@pytest.mark.parametrize(
    ("language", "sentence", "last"),
    [
        ({}, "An older version of the program made this dossier: {path}", "Command"),
        (HUNGARIAN, "Ezt a dossziét a program régebbi változata készítette: {path}", "Parancs"),
    ],
)
def test_a_search_answers_and_tells_beside_the_answer_how_to_renew(
    tukor: Tukor, old: Path, language: dict[str, str], sentence: str, last: str
) -> None:
    ran = tukor("search", "example railway", "--dossier", old, "--json", **language)
    assert ran.returncode == 0
    assert "project/example-railway" in [hit["id"] for hit in json.loads(ran.stdout)["hits"]]
    told, _remedy, command = ran.stderr.splitlines()
    assert told == sentence.format(path=old)
    assert command == f"{last}: tukor renew '{old}'"


def test_check_tells_that_the_index_is_old_and_the_file_sound(tukor: Tukor, old: Path) -> None:
    ran = tukor("check", old)
    assert ran.returncode == 0
    assert "The file matches its checksum." in ran.stdout
    assert "An older version of the program made its index" in ran.stdout
