"""What a shell offers after the Tab key."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.command_line import commands
from i18n.locales import ENGLISH

ROOT = Path(__file__).parents[3]

# Does what bash does when the last word is being completed; prints one offer a line.
BASH = """
set -u
eval "$(_TUKOR_COMPLETE=bash_source tukor)"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_tukor_completion tukor
printf '%s\\n' ${COMPREPLY[@]+"${COMPREPLY[@]}"}
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A search path on which ``tukor`` is this program."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "tukor"
    program.write_text(
        f'#!/bin/sh\ncd "{ROOT}" && exec "{sys.executable}" -m desktop_app "$@"\n', "utf-8"
    )
    program.chmod(0o755)
    return f"{folder}:/usr/bin:/bin"


def offers(path: str, *words: str) -> set[str]:
    ran = subprocess.run(
        ["bash", "-c", BASH, "bash", *words],
        env={"PATH": path, "LANG": "C.UTF-8", "HOME": os.environ.get("HOME", "/")},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    return set(ran.stdout.split())


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("tukor", "se"), {"search"}),
        (("tukor", ""), set(commands(ENGLISH).commands)),
        (("tukor", "search", "x", "--ty"), {"--type"}),
        (("tukor", "search", "x", "--type", "pro"), {"project"}),
        (("tukor", "--lang", ""), {"en", "hu"}),
        (("tukor", "export", "--format", "cs"), {"csv", "csl-json"}),
        (("tukor", "show", "project/belgrade-safe"), {"project/belgrade-safe-city"}),
        (("tukor", "show", "event/no-such"), set()),
    ],
)
def test_bash_completes(path: str, words: tuple[str, ...], expected: set[str]) -> None:
    assert offers(path, *words) == expected
