"""Files on the command line: opened beside the dossier that comes with the program, or refused."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from database.dossiers import BUILT_IN

HUNGARIAN = {"LANG": "hu_HU.UTF-8"}
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
Tukor = Callable[..., Any]


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Files that cannot be used, by what is wrong with them."""
    folder = tmp_path_factory.mktemp("bad files")
    files = {name: folder / f"{name}.tukor" for name in ("missing", "text", "changed", "newer")}
    files["text"].write_text("Dear Sir or Madam", "utf-8")
    for name, statement in {
        "changed": "UPDATE record SET title_en = 'Changed' WHERE number = 1",
        "newer": "PRAGMA user_version = 99",
    }.items():
        shutil.copy(BUILT_IN, files[name])
        with closing(sqlite3.connect(files[name])) as connection, connection:
            connection.execute(statement)
    return files


SENTENCES = [
    ("missing", {}, "The dossier was not found: {path}"),
    ("missing", HUNGARIAN, "A dosszié nem található: {path}"),
    ("text", {}, "The dossier cannot be read: {path}"),
    ("text", HUNGARIAN, "A dosszié nem olvasható: {path}"),
    ("newer", {}, "The dossier was made for a newer version of the program: {path}"),
    ("newer", HUNGARIAN, "A dosszié a program újabb változatához készült: {path}"),
]


@pytest.mark.parametrize(("fault", "language", "sentence"), SENTENCES)
def test_the_window_refuses_a_file_with_a_sentence(
    tukor: Tukor,
    bad: dict[str, Path],
    fault: str,
    language: dict[str, str],
    sentence: str,
) -> None:
    command = ("open",) if language else ()  # the word makes no difference
    ran = tukor(*command, bad[fault], **language, **OFFSCREEN)
    assert ran.returncode == 1
    first, remedy = ran.stderr.splitlines()[-2:]  # Qt may have had something to say before
    assert first == sentence.format(path=bad[fault])
    assert remedy.endswith(".")


@pytest.mark.parametrize(
    ("command", "fault", "language", "sentence"),
    [
        (("search", "huawei"), *SENTENCES[0]),
        (("search", "huawei"), "changed", {}, "The dossier is damaged, or was changed by somebody"),
        (("show", "actor/huawei"), *SENTENCES[-1]),
        (("show", "actor/huawei"), "changed", HUNGARIAN, "A dosszié megsérült, vagy valaki"),
    ],
)
def test_the_commands_refuse_a_file_with_a_sentence(
    tukor: Tukor,
    bad: dict[str, Path],
    command: tuple[str, ...],
    fault: str,
    language: dict[str, str],
    sentence: str,
) -> None:
    ran = tukor("--dossier", bad[fault], *command, **language)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(sentence.format(path=bad[fault]))
    assert str(bad[fault]) in ran.stderr


def test_a_slip_of_the_pen_is_no_file(tukor: Tukor) -> None:
    ran = tukor("serach")
    assert ran.returncode == 2
    assert "search" in ran.stderr


def test_the_dossier_that_is_open_anyway_is_not_opened_twice(tukor: Tukor) -> None:
    once = tukor("search", "huawei", "--json")
    twice = tukor("--dossier", BUILT_IN, "search", "huawei", "--json")
    assert '"total"' in once.stdout
    strip = [line for line in once.stdout.splitlines() if "elapsed" not in line]
    assert [line for line in twice.stdout.splitlines() if "elapsed" not in line] == strip


def test_check_tells_edition_checksum_and_signature(tukor: Tukor) -> None:
    ran = tukor("check")
    assert (ran.returncode, ran.stderr) == (0, "")
    for part in ("edition 2026-11", str(BUILT_IN), "SHA-256 ", "matches its checksum", "Unsigned"):
        assert part in ran.stdout


def test_check_tells_of_a_file_that_was_changed_and_goes_on(
    tukor: Tukor, bad: dict[str, Path]
) -> None:
    ran = tukor("check", bad["changed"], BUILT_IN, **HUNGARIAN)
    assert ran.returncode == 1
    assert "nem felel meg az ellenőrző összegének" in ran.stdout
    assert "A fájl megfelel az ellenőrző összegének." in ran.stdout


def test_check_tells_a_file_that_cannot_be_read_from_one_that_was_changed(
    tukor: Tukor, bad: dict[str, Path]
) -> None:
    assert tukor("check", bad["missing"]).returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
@pytest.mark.parametrize(
    "command",
    [
        ("search", "5G"),
        ("show", "actor/huawei"),
        ("check",),
        ("renew", str(BUILT_IN)),
        ("--help",),
        ("search", "--help"),
        ("--version",),
    ],
    ids=lambda command: command[0],
)
def test_a_full_disk_is_told_where_the_answer_goes_to_a_file(command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "desktop_app", *command, "--lang", "hu"],
            stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": ""},
        )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.startswith("Nincs elég hely a lemezen a fájlnak: ")
    assert len(ran.stderr.splitlines()) == 2


@pytest.mark.parametrize(
    ("language", "sentence"),
    [({}, "The screen cannot be reached: :4711"), (HUNGARIAN, "A képernyő nem érhető el: :4711")],
    ids=["en", "hu"],
)
@pytest.mark.parametrize("command", [(), ("tour",)], ids=["window", "tour"])
def test_a_screen_that_cannot_be_reached_is_told_of(
    tukor: Tukor, tmp_path: Path, command: tuple[str, ...], language: dict[str, str], sentence: str
) -> None:
    out = ("--out", tmp_path) if command else ()
    ran = tukor(*command, *out, DISPLAY=":4711", **language)
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[0] == sentence


def test_a_terminal_without_some_letters_gets_all_others(tukor: Tukor) -> None:
    ran = tukor("show", "actor/aleksandar-vucic", PYTHONIOENCODING="ascii:strict")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Vu" in ran.stdout


@pytest.mark.parametrize("asked", [("search", "вучић"), ("show", "actor/aleksandar-vucic")])
def test_json_is_in_utf_8_whatever_the_terminal_has(tukor: Tukor, asked: tuple[str, ...]) -> None:
    ran = tukor(*asked, "--json", PYTHONIOENCODING="ascii:strict")
    assert ran.returncode == 0
    assert "Vučić" in json.dumps(json.loads(ran.stdout), ensure_ascii=False)


@pytest.mark.skipif(os.name != "posix", reason="a shell of Unix")
@pytest.mark.parametrize(
    "command", ["search 5G", "show actor/huawei --json", "export --format ris"]
)
def test_without_an_output_it_is_told_that_nothing_can_be_printed(command: str) -> None:
    ran = subprocess.run(
        ["sh", "-c", f"exec {sys.executable} -m desktop_app {command} --lang hu >&-"],
        stderr=subprocess.PIPE, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.startswith("A fájl nem írható: stdout")
