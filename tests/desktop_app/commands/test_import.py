"""``tukor import``: a file of others becomes a dossier."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from database.dossiers import BUILT_IN
from tests.desktop_app.commands.terminal import run_on_terminal

Tukor = Callable[..., Any]
HUNGARIAN = {"LANG": "hu_HU.UTF-8"}
TABLE = (
    "type,title,purpose,started,zip\n"
    "project,A bridge,To carry the trains,2018,1\n"
    "project,A tunnel,To carry the cars,soon,2\n"
    "actor,Bridge Works,,,3\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table with one bad date and one column too many, in a folder with a name of its own."""
    folder = tmp_path / "külső mappa"
    folder.mkdir()
    path = folder / "építés.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_it_tells_what_was_taken_in_and_what_was_not(tukor: Tukor, table: Path) -> None:
    ran = tukor("import", table)
    assert (ran.returncode, ran.stderr) == (0, "")
    dossier = table.with_name("építés.tukor")
    assert ran.stdout.splitlines() == [
        "3 records taken in: építés.csv",
        "  Projects: 2",
        "  Actors: 1",
        "Left out:",
        "  There is no place for this. It stays in the file only.",
        "    zip (3 times, lines 2–4)",
        "  This is no date. Write 2016, 2016-10 or 2016-10-05.",
        "    Started (1 time, line 3)",
        f"The dossier: {dossier}",
    ]
    assert sorted(path.name for path in table.parent.iterdir()) == ["építés.csv", "építés.tukor"]


def test_it_tells_it_in_hungarian(tukor: Tukor, table: Path) -> None:
    ran = tukor("import", table, **HUNGARIAN)
    assert ran.stdout.splitlines() == [
        "3 rekord importálva: építés.csv",
        "  Projektek: 2",
        "  Szereplők: 1",
        "Kimaradt:",
        "  Ennek nincs helye. Csak a fájlban marad meg.",
        "    zip (3 alkalom; sor: 2–4)",
        "  Ez nem dátum. Így írja: 2016, 2016-10 vagy 2016-10-05.",
        "    Indulás ideje (1 alkalom; sor: 3)",
        f"A dosszié: {table.with_name('építés.tukor')}",
    ]


def test_the_dossier_can_be_asked_at_once(tukor: Tukor, table: Path) -> None:
    dossier = table.with_name("other.tukor")
    assert tukor("import", table, "--out", dossier, "--title", "Bridges").returncode == 0
    found = json.loads(tukor("search", "bridge", "--dossier", dossier, "--json").stdout)
    (hit,) = (hit for hit in found["hits"] if hit["id"] == "project/other-a-bridge")
    assert (hit["dossier"], hit["title"]) == ("other", {"en": "A bridge", "hu": ""})
    shown = tukor("show", "project/other-a-bridge", "--dossier", dossier).stdout
    assert "Started: 2018 [1]" in shown
    assert "[1] építés.csv · line 2" in shown


def test_nothing_is_replaced_unless_that_is_said(tukor: Tukor, table: Path) -> None:
    dossier = table.with_name("építés.tukor")
    dossier.write_text("something else", "utf-8")
    ran = tukor("import", table)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"There is such a file already: {dossier}\n")
    assert ran.stderr.endswith("\nOption: --force\n")
    assert dossier.read_text("utf-8") == "something else"
    assert tukor("import", table, "--force").returncode == 0
    assert tukor("check", dossier).returncode == 0


def test_a_table_with_many_columns_of_no_use_gives_the_reason_once(
    tukor: Tukor, table: Path
) -> None:
    columns = [f"c{number}" for number in range(40)]
    table.write_text(f"title,{','.join(columns)}\nA bridge{',x' * 40}\n", "utf-8")
    told = tukor("import", table).stdout.splitlines()
    assert [line.split()[0] for line in told if line.startswith("    ")] == columns
    assert len([line for line in told if "There is no place for this." in line]) == 1


def test_neither_the_file_itself_nor_our_own_dossier_is_ever_replaced(
    tukor: Tukor, table: Path
) -> None:
    ours = BUILT_IN.read_bytes()
    for target in (table, table.parent / ".." / table.parent.name / table.name, BUILT_IN):
        ran = tukor("import", table, "--out", target, "--force")
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr.startswith(f"This file must stay as it is: {target}\n")
    assert table.read_text("utf-8") == TABLE
    assert BUILT_IN.read_bytes() == ours


def test_a_name_that_no_system_takes_is_told_of(tukor: Tukor, table: Path) -> None:
    ran = tukor("import", table, "--out", table.with_name("x" * 300))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("The file cannot be written: ")


@pytest.mark.parametrize(
    ("name", "content", "status", "sentence"),
    [
        ("none.csv", None, 2, "The file cannot be read: {path}"),
        ("letter.docx", "Dear Sir", 2, "The name of the file does not tell its format: {path}"),
        ("old.csv", "title\nHídfő\n".encode("cp1250"), 2, "This is no text in UTF-8 from line 2"),
        ("empty.csv", "", 1, "Nothing was taken in, for the file is empty or has nothing but"),
        ("headings.csv", "title;type\n", 1, "Nothing was taken in, for the file is empty or has"),
        ("none.json", "[]", 1, "Nothing was taken in, for the file is empty or has nothing but"),
        ("untitled.csv", "a;b\n1;2\n", 1, "Nothing was taken in: untitled.csv"),
    ],
)
def test_what_cannot_be_taken_in_is_told(
    tukor: Tukor, tmp_path: Path, name: str, content: str | bytes | None, status: int, sentence: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    ran = tukor("import", path)
    assert ran.returncode == status
    assert (ran.stdout + ran.stderr).startswith(sentence.format(path=path))
    assert not list(tmp_path.glob("*.tukor"))


def test_a_format_can_be_said_where_the_name_tells_none(tukor: Tukor, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_text("title\nA bridge\n", "utf-8")
    assert tukor("import", path).stderr.endswith("\nOption: --format\n")
    assert tukor("import", path, "--format", "csv").returncode == 0
    assert tukor("import", path, "--format", "xls").returncode == 2


def test_the_type_of_the_rows_can_be_said(tukor: Tukor, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("type,title\n,Bridge Works\n,Tunnel Works\nproject,A bridge\n", "utf-8")
    told = tukor("import", path, "--type", "actor").stdout.splitlines()
    assert told[1:3] == ["  Projects: 1", "  Actors: 2"]
    guessed = tukor("import", path, "--force").stdout.splitlines()
    assert guessed[1] == "  Projects: 3"


def test_a_wrong_type_is_answered_with_the_possible_ones(tukor: Tukor, table: Path) -> None:
    possible = "project, actor, event, concern, source"
    ran = tukor("import", table, "--type", "company")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert all(word in ran.stderr for word in ("company", "--type", *possible.split(", ")))
    told = tukor("import", table, "--type", "company", **HUNGARIAN).stderr
    assert "Hiba: " in told
    assert all(word in told for word in possible.split(", "))
    assert not list(table.parent.glob("*.tukor"))


def test_only_a_table_can_be_given_a_type(tukor: Tukor, tmp_path: Path) -> None:
    path = tmp_path / "sources.json"
    path.write_text('[{"title": "A book"}]', "utf-8")
    ran = tukor("import", path, "--type", "source")
    assert ran.returncode == 2
    assert "Only the rows of a table can be given a type." in ran.stderr
    assert not path.with_name("sources.tukor").exists()


@pytest.mark.skipif(os.name != "posix", reason="a terminal of Unix")
def test_it_can_be_stopped_on_the_terminal_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    rows = (f"A bridge over river {n},To carry {n} trains a day" for n in range(20_000))
    path.write_text("title,purpose\n" + "\n".join(rows), "utf-8")
    status, told = run_on_terminal("import", str(path), interrupt_at=b"Writing: ")
    assert status == 1
    assert b"Stopped. Nothing was written." in told
    assert [each.name for each in tmp_path.iterdir()] == ["long.csv"]
