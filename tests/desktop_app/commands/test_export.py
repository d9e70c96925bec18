"""``tukor export`` writes what ``tukor search`` finds, in the formats of other programs."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from database.dossiers import BUILT_IN
from database.exchange.writing.formats import FORMATS
from i18n import collation
from i18n.locales import ENGLISH, HUNGARIAN
from tests.desktop_app.commands.terminal import run_on_terminal

IN_HUNGARIAN = {"LANG": "hu_HU.UTF-8"}
Tukor = Callable[..., Any]


def lines(ran: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.mark.parametrize(
    "asked",
    [
        ("huawei",),
        ("okosváros", "--lang", "hu"),
        ("huawei", "--type", "event"),
        ("year:2017..2019 camera",),
    ],
    ids=" ".join,
)
def test_it_exports_exactly_what_search_finds_and_in_that_order(
    tukor: Tukor, asked: tuple[str, ...]
) -> None:
    found = json.loads(tukor("search", *asked, "--json", "--limit", "100000").stdout)
    ran = tukor("export", *asked, "--format", "json")
    assert ran.returncode == 0
    assert [record["id"] for record in lines(ran)] == [hit["id"] for hit in found["hits"]]
    assert len(found["hits"]) == found["total"] > 0


def test_without_a_text_the_whole_dossier_comes_by_alphabet(tukor: Tukor) -> None:
    total = json.loads(tukor("search", "", "--json").stdout)["total"]
    for locale in (ENGLISH, HUNGARIAN):
        records = lines(tukor("export", "--format", "json", "--lang", locale.code))
        titles = [record["title"][locale.code] for record in records]
        assert len(titles) == total
        assert titles == sorted(titles, key=lambda title: collation.sort_key(title, locale))


def test_a_line_is_what_show_prints(tukor: Tukor) -> None:
    (line,) = lines(
        tukor("export", "“Belgrade Safe City”", "--format", "json", "--type", "project")
    )
    assert line == json.loads(tukor("show", line["id"], "--json").stdout)


def test_a_table_goes_to_a_file_and_what_was_done_is_told(tukor: Tukor, tmp_path: Path) -> None:
    path = tmp_path / "ő table.csv"
    ran = tukor("export", "huawei", "--format", "csv", "--out", path)
    assert (ran.returncode, ran.stdout) == (0, "")
    table = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert f"{len(table)} records exported: {path}" in ran.stderr
    assert "What this format cannot carry: Table (CSV)" in ran.stderr
    assert re.search(r"^  Which statement a citation belongs to: \d+$", ran.stderr, re.MULTILINE)


def test_it_is_told_in_hungarian_to_a_hungarian_with_semicolons(
    tukor: Tukor, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    ran = tukor("export", "5G", "--format", "csv", "--out", path, **IN_HUNGARIAN)
    assert " rekord exportálva: " in ran.stderr
    assert "Amit ez a formátum nem tud tárolni: Táblázat (CSV)" in ran.stderr
    assert path.read_text("utf-8-sig").startswith("id;type;title_en;title_hu;")


def test_a_file_that_is_there_is_kept_unless_force_is_given(tukor: Tukor, tmp_path: Path) -> None:
    path = tmp_path / "kept.ris"
    path.write_text("before", "utf-8")
    ran = tukor("export", "5G", "--format", "ris", "--out", path)
    assert ran.returncode == 2
    assert f"There is such a file already: {path}" in ran.stderr
    assert path.read_text("utf-8") == "before"
    assert tukor("export", "5G", "--format", "ris", "--out", path, "--force").returncode == 0
    assert path.read_text("utf-8").startswith("TY  - ")


def test_a_dossier_that_is_read_is_never_written_over(tukor: Tukor, tmp_path: Path) -> None:
    other = tmp_path / "other.tukor"
    shutil.copy(BUILT_IN, other)
    before = other.read_bytes()
    export = ("export", "5G", "--format", "ris", "--dossier", other, "--force", "--out")
    for path in (other, BUILT_IN):
        ran = tukor(*export, path)
        assert ran.returncode == 2
        assert ran.stderr.startswith(f"This file must stay as it is: {path}\n")
    assert other.read_bytes() == BUILT_IN.read_bytes() == before


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [({}, "The file cannot be written: "), (IN_HUNGARIAN, "A fájl nem írható: ")],
    ids=["en", "hu"],
)
def test_a_file_that_cannot_be_written_is_told(
    tukor: Tukor, tmp_path: Path, environment: dict[str, str], sentence: str
) -> None:
    ran = tukor("export", "5G", "--format", "csv", "--out", tmp_path / "no/x.csv", **environment)
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"{sentence}{tmp_path / 'no/x.csv'}\n")
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [({}, "Nothing found: xyzzyq"), (IN_HUNGARIAN, "Nincs találat: xyzzyq")],
    ids=["en", "hu"],
)
def test_where_nothing_is_found_no_file_is_written(
    tukor: Tukor, tmp_path: Path, environment: dict[str, str], sentence: str
) -> None:
    ran = tukor("export", "xyzzyq", "--format", "csv", "--out", tmp_path / "x.csv", **environment)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", f"{sentence}\n")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
def test_a_full_disk_is_told_where_the_output_goes_to_a_file() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "desktop_app", "export", "--format", "ris", "--lang", "hu"],
            stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": ""},
        )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.startswith("Nincs elég hely a lemezen a fájlnak: ")
    assert "Ami eddig kiíródott, nem teljes." in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.skipif(os.name != "posix", reason="a terminal of Unix")
def test_on_a_terminal_a_figure_is_shown_and_ctrl_c_leaves_no_file(tmp_path: Path) -> None:
    asked = ("export", "--format", "json", "--out", str(tmp_path / "out.jsonl"))
    status, told = run_on_terminal(*asked, interrupt_at=b"Exporting: 1%")
    assert status == 1
    assert b"Stopped. Nothing was written." in told
    assert [*tmp_path.iterdir()] == []
    status, told = run_on_terminal(*asked)
    assert status == 0
    assert b"Exporting: 99%" in told
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("format_id", [each.id for each in FORMATS])
def test_every_format_goes_to_the_standard_output(tukor: Tukor, format_id: str) -> None:
    ran = tukor("export", "safe city", "--format", format_id)
    assert ran.returncode == 0
    assert len(ran.stdout) > 500
    assert " exported" in ran.stderr


def test_another_dossier_is_exported_too(tukor: Tukor, sample_dossier: Path) -> None:
    ran = tukor("export", "example railway", "--format", "json", "--dossier", sample_dossier)
    assert "project/example-railway" in {record["id"] for record in lines(ran)}


@pytest.mark.parametrize(
    "wrong",
    [(), ("x",), ("--format", "odt"), ("x", "y", "--format", "csv"), ("--format", "csv", "--frob")],
    ids=str,
)
def test_wrong_use_is_explained_and_has_status_2(tukor: Tukor, wrong: tuple[str, ...]) -> None:
    ran = tukor("export", *wrong)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Error: " in ran.stderr
