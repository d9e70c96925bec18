"""``python -m database``: what it prints, and the exit status a script relies on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EMPTY = shutil.ignore_patterns("__pycache__", "built", "content", "terms.toml")


def run(where: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder that has the rooms it needs."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "database", *arguments],
        cwd=where, env=os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": str(where)},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture
def house(tmp_path: Path, compiled_catalogues: None) -> Path:
    """The archive and the interpreter in a folder of their own, with the miniature content."""
    shutil.copytree(ROOT / "database", tmp_path / "database", ignore=EMPTY)
    shutil.copytree(ROOT / "i18n", tmp_path / "i18n")
    shutil.copytree(ROOT / "tests" / "sample" / "content", tmp_path / "database" / "content")
    shutil.copy(ROOT / "tests" / "sample" / "terms.toml", tmp_path / "database" / "terms.toml")
    return tmp_path


def test_sound_content_passes(house: Path) -> None:
    ran = run(house, "check")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "11 records, 4 terms, no problems.\n"


def test_broken_content_fails_with_every_problem_on_a_line(house: Path) -> None:
    actor = house / "database/content/actor/flintford.toml"
    actor.write_text(actor.read_text("utf-8").replace("title.hu", "titel.hu"), "utf-8")
    (house / "database/content/event/broken.toml").write_text("[", "utf-8")
    for command in (["check"], ["build", "--out", house / "out.tukor"]):
        ran = run(house, *command)
        assert (ran.returncode, ran.stderr) == (1, "")
        *problems, total = ran.stdout.splitlines()
        assert [line.partition(": ")[0] for line in problems] == [
            str(actor), str(actor), str(house / "database/content/event/broken.toml"),
        ]  # fmt: skip
        assert total == "3 problems."
    assert not (house / "out.tukor").exists()


def test_a_single_problem_is_counted_in_the_singular(house: Path) -> None:
    (house / "database/content/event/broken.toml").write_text("[", "utf-8")
    assert run(house, "check").stdout.splitlines()[-1] == "1 problem."


def test_a_build_tells_what_it_made(house: Path) -> None:
    ran = run(house, "build", "--out", house / "out.tukor")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("11 records in out.tukor, SHA-256 ")
    assert (house / "out.tukor").is_file()


@pytest.mark.parametrize(
    "newer",
    [
        "database/content/actor/flintford.toml",
        "database/terms.toml",
        "database/schema/project.toml",
        "database/search/language/exceptions.toml",  # it decides which keys words have
        "database/search/language/analysis.py",
        "i18n/collation.py",  # and this one how records are put in order
        "i18n/locale/hu/LC_MESSAGES/tukor.po",
    ],
)
def test_a_build_is_made_only_when_it_is_stale(house: Path, newer: str) -> None:
    first, second = (run(house, "build", "--if-stale") for _n in range(2))
    assert first.stdout.startswith("11 records in ")
    assert (second.returncode, second.stdout) == (0, "The dossier is up to date.\n")
    os.utime(house / newer, (2**31, 2**31))
    assert run(house, "build", "--if-stale").stdout.startswith("11 records in ")


def test_a_command_that_there_is_not_fails(house: Path) -> None:
    ran = run(house, "bulid")
    assert ran.returncode == 2
    assert "No such command" in ran.stderr
