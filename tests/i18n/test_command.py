"""``python -m i18n`` from a shell, on a copy of the real catalogues."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project of the interpreter and the schema only, up to date and without compiled files."""
    ignored = shutil.ignore_patterns("*.mo", "__pycache__", "*.unfinished")
    shutil.copytree(ROOT / "i18n", tmp_path / "i18n", ignore=ignored)
    shutil.copytree(ROOT / "database" / "schema", tmp_path / "database" / "schema")
    assert run(tmp_path, "update", "--prune").returncode == 0
    return tmp_path


def run(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return python(checkout, "-m", "i18n", *arguments)


def python(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=checkout,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def source(checkout: Path) -> Path:
    return checkout / "i18n" / "locale" / "hu" / "LC_MESSAGES" / "tukor.po"


def test_every_word_of_the_schema_is_in_good_hungarian(checkout: Path) -> None:
    checked = run(checkout, "check")
    assert checked.stdout == "every message is translated\n"
    assert checked.returncode == 0


def test_a_fault_is_named_with_its_file_and_the_command_fails(checkout: Path) -> None:
    po = source(checkout)
    po.write_text(po.read_text("utf-8").replace('"{date} óta"', '"{date}óta"'), encoding="utf-8")
    checked = run(checkout, "check")
    assert checked.returncode == 1
    assert (
        "i18n/locale/hu/LC_MESSAGES/tukor.po: “since {date}” (date) has a suffix" in checked.stdout
    )
    assert checked.stdout.endswith("\n1 to mend\n")


def test_a_new_word_of_the_schema_is_missed_then_brought_in(checkout: Path) -> None:
    schema = checkout / "database" / "schema" / "event.toml"
    schema.write_text(schema.read_text("utf-8").replace('"Outcome"', '"Upshot"'), encoding="utf-8")
    assert "“Upshot” (schema) is missing" in run(checkout, "check").stdout
    assert run(checkout, "update").returncode == 0
    checked = run(checkout, "check").stdout
    assert "“Upshot” (schema) has no translation" in checked
    assert "“Outcome” (schema) is obsolete" in checked


def test_updating_twice_changes_nothing(checkout: Path) -> None:
    before = source(checkout).read_bytes()
    assert "written" not in run(checkout, "update").stdout
    assert source(checkout).read_bytes() == before


def test_compiling_is_repeatable_and_skips_what_is_fresh(checkout: Path) -> None:
    compiled = source(checkout).with_suffix(".mo")
    assert "written" in run(checkout, "compile").stdout
    first = compiled.read_bytes()
    assert "up to date" in run(checkout, "compile").stdout
    compiled.unlink()
    run(checkout, "compile")
    assert compiled.read_bytes() == first
    assert list(compiled.parent.glob("*.unfinished")) == []


def test_hungarian_before_compiling_says_what_to_run(checkout: Path) -> None:
    asked = "from i18n import locales, messages; messages.activate(locales.HUNGARIAN)"
    assert "run `python -m i18n compile`" in python(checkout, "-c", asked).stderr


def test_a_catalogue_that_cannot_be_read_is_named_without_a_traceback(checkout: Path) -> None:
    po = source(checkout)
    po.write_text(po.read_text("utf-8") + '\nmsgid "broken\n', encoding="utf-8")
    for command in ("check", "compile", "update"):
        failed = run(checkout, command)
        assert failed.returncode == 1
        assert failed.stderr.startswith("i18n: ")
        assert "Traceback" not in failed.stderr


def test_a_language_without_a_catalogue_gets_one(checkout: Path) -> None:
    source(checkout).unlink()
    assert run(checkout, "check").returncode == 1
    assert run(checkout, "update").returncode == 0
    assert "nplurals=1" in source(checkout).read_text("utf-8")


def test_the_interpreter_starts_without_babel(checkout: Path) -> None:
    asked = "import sys, i18n.formats, i18n.labels, i18n.collation; print('babel' in sys.modules)"
    assert python(checkout, "-c", asked).stdout == "False\n"
