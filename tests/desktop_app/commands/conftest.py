"""The program as a shell starts it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from database import seal
from database.compile.build import build
from database.dossiers import BUILT_IN
from database.search.language.version import shortfall

ROOT = Path(__file__).parents[3]
LANGUAGE_VARIABLES = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}
SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}

Ran = subprocess.CompletedProcess[str]
Tukor = Callable[..., Ran]


@pytest.fixture(scope="session", autouse=True)
def compiled_dossier(compiled_catalogues: None) -> None:
    """Compile the dossier that the commands work on, unless this version has done so already."""
    if not BUILT_IN.is_file() or shortfall(BUILT_IN, seal.examine(BUILT_IN).about):
        build(BUILT_IN)


@pytest.fixture(scope="session")
def tukor(tmp_path_factory: pytest.TempPathFactory) -> Tukor:
    """Run ``tukor`` in an environment of its own: English, and without a screen."""
    home = tmp_path_factory.mktemp("home")
    inherited = LANGUAGE_VARIABLES | SCREENS
    clean = {name: value for name, value in os.environ.items() if name not in inherited}
    clean |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "PYTHONIOENCODING": "utf-8"}

    def run(*arguments: str | Path, **environment: str) -> Ran:
        return subprocess.run(
            [sys.executable, "-m", "desktop_app", *map(str, arguments)],
            cwd=ROOT,
            env={**clean, "LANG": "C.UTF-8", **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )

    return run
