"""Where what takes long to build is kept from one run to the next."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.benchmarks import aid_projects, words

ROOT = Path(__file__).parents[2]
SEED = 1
_MAKERS = ("aid_projects", "words", "record_maker", "synthetic")
_OF_OTHERS = (aid_projects.FOLDER, words.SNOWBALL)
_IMPORTED = """
import database.compile.build, sys
own = (m for name, m in sys.modules.items() if name.startswith(("database.", "i18n.")))
print(*(module.__file__ for module in own), sep="\\n")
"""


@dataclass(frozen=True)
class Shelf:
    """A folder for dossiers and indexes."""

    folder: Path

    def kept(self, name: str, code: str, build: Callable[[Path], None]) -> Path:
        """Return the file or folder *name*, built by *build* unless it is there already.

        *code* is a digest of what it is built by and from; when that changes, it is built again.
        """
        path = self.folder / f"{name}-seed{SEED}-{code}"
        if not path.exists():
            unfinished = path.with_name(f"{path.name}.unfinished")
            remove(unfinished)
            build(unfinished)
            unfinished.replace(path)
        return path


def read_through(path: Path) -> None:
    """Read a file, or a folder, once, so that the system has it in memory: no disk is measured."""
    for file in (path, *path.rglob("*")):
        if file.is_file():
            with file.open("rb") as stream:
                while stream.read(1 << 20):
                    pass


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it; it need not be there."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def digest(parts: Iterable[bytes]) -> str:
    """Return a short digest of several things in their order."""
    told = hashlib.sha256()
    for part in parts:
        told.update(part)
    return told.hexdigest()[:12]


@cache
def compiler() -> str:
    """Return a digest of all that decides how a made dossier is written: code, content, data.

    The Hungarian of labels is left out: it changes every day, and no figure with it.
    """
    ran = subprocess.run(
        [sys.executable, "-c", _IMPORTED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    files = [Path(line) for line in sorted(ran.stdout.split())]
    files += [Path(__file__).with_name(f"{name}.py") for name in _MAKERS]
    files += sorted((ROOT / "database").rglob("*.toml"))
    files += [file for room in _OF_OTHERS for file in sorted(room.rglob("*.*"))]
    return digest(file.read_bytes() for file in files)
