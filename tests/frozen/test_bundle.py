"""The frozen program, started as a reader would: no Python, no network, once off screen, once on.

``make test-bundle`` builds it and runs these tests; ``make test`` leaves them out.
"""

import json
import os
import shutil
import subprocess
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.frozen.sandbox import BUNDLE
from tests.frozen.screen import Screen, running, screen

pytestmark = pytest.mark.frozen

ROOT = Path(__file__).parent.parent.parent
INSIDE = BUNDLE / "_internal"
PATIENCE = 120  # seconds until a start counts as hung
PNG = b"\x89PNG\r\n\x1a\n"

Start = Callable[..., str]


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    if not (BUNDLE / "tukor").exists():
        pytest.fail("there is no bundle: `make test-bundle` builds it")


@pytest.fixture(scope="module")
def offline() -> tuple[str, ...]:
    """The words before a command that take the network away from it, if the system lets us."""
    for words in (("unshare", "-n"), ("unshare", "-rn")):
        if shutil.which(words[0]) and not subprocess.run((*words, "true"), check=False).returncode:
            return words
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.warn("`unshare -n` does not work here: tested with the network on", stacklevel=2)
    return ()


@pytest.fixture(scope="module")
def display() -> Iterator[Screen]:
    with screen() as offered:
        yield offered


@pytest.fixture(params=["offscreen", "xcb"])
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """A reader who has never started the program, on either platform."""
    made = {
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "QT_QPA_PLATFORM": request.param,
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    if request.param == "xcb":
        made["DISPLAY"] = request.getfixturevalue("display").display
    return made


@pytest.fixture
def start(environment: dict[str, str], offline: tuple[str, ...], tmp_path: Path) -> Start:
    """Run the program to its end, in a folder that is not the project's; return what it says."""

    def run(*arguments: str | Path) -> str:
        ended = subprocess.run(
            [*offline, BUNDLE / "tukor", *arguments],
            env=environment, cwd=tmp_path, timeout=PATIENCE,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert ended.returncode == 0, ended.stdout + ended.stderr
        assert "Traceback" not in ended.stderr
        return ended.stdout

    return run


def version() -> str:
    """Read the version where it stands: the only place."""
    source = (ROOT / "desktop_app" / "__init__.py").read_text("utf-8")
    return source.partition('__version__ = "')[2].partition('"')[0]


def pictures(folder: Path) -> set[bytes]:
    """Return the pictures in a folder, none of them empty."""
    found = {path.read_bytes() for path in folder.rglob("*.png")}
    assert found, f"no picture in {folder}"
    assert all(picture.startswith(PNG) and len(picture) > 2000 for picture in found)
    return found


def test_it_tells_its_version(start: Start):
    assert version() in start("--version")


def test_it_finds_a_hungarian_word(start: Start):
    answer = json.loads(start("search", "okosváros", "--json"))
    assert "smart-city" in json.dumps(answer)


def test_it_shows_a_record_in_hungarian(start: Start):
    assert "Belgrád" in start("show", "project/belgrade-safe-city", "--lang", "hu")


def test_it_finds_its_dossier_as_it_was_published(start: Start):
    assert "The file matches its checksum. Unsigned." in " ".join(start("check").split())


def test_it_can_check_a_signature(environment: dict[str, str], tmp_path: Path):
    """Nobody's signature is good yet; to find this one bad takes libsodium all the same."""
    (built_in,) = INSIDE.glob("database/built/*.tukor")
    copy = Path(shutil.copy(built_in, tmp_path))
    copy.with_name(f"{copy.name}.sig").write_bytes(bytes(64))
    command = [BUNDLE / "tukor", "check", copy]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "Its signature is not valid" in ended.stdout


def test_it_completes_a_command_for_bash(start: Start, environment: dict[str, str]):
    environment |= {"_TUKOR_COMPLETE": "bash_complete", "COMP_WORDS": "tukor se", "COMP_CWORD": "1"}
    assert start() == "plain,search\n"


def test_it_takes_its_tour_in_either_language(start: Start, tmp_path: Path):
    start("tour", "--out", tmp_path / "hu", "--lang", "hu")
    start("tour", "--out", tmp_path / "en", "--lang", "en")
    assert pictures(tmp_path / "hu") != pictures(tmp_path / "en")


def test_its_window_opens_on_a_screen(display: Screen, offline: tuple[str, ...], tmp_path: Path):
    reader = {"HOME": str(tmp_path), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    on_screen = {**reader, "DISPLAY": display.display, "QT_QPA_PLATFORM": "xcb"}
    with running([*offline, BUNDLE / "tukor"], env=on_screen, cwd=tmp_path) as program:
        assert display.size(display.window(program)) > (600, 400)
        assert program.poll() is None, "it ended by itself"


def test_no_library_is_missing():
    found = []
    for plugin in [BUNDLE / "tukor", *sorted(INSIDE.rglob("*.so"))]:
        told = subprocess.run(
            ["ldd", plugin], env={**os.environ, "LD_LIBRARY_PATH": str(INSIDE), "LC_ALL": "C"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        found += [
            f"{plugin.name}: {line}" for line in told.stdout.splitlines() if "not found" in line
        ]
    assert found == []


@pytest.mark.parametrize(
    "part",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/translations/qtbase_hu.qm",
        "shiboken6/files.dir/shibokensupport/signature/loader.pyc",
        "babel/locale-data/hu.dat",
        "database/schema/project.toml",
        "database/search/question/fields.toml",
        "resources/icons/tukor.svg",
        "database/built/*.tukor",
        "i18n/locale/hu/LC_MESSAGES/tukor.mo",
        "database/publishers.toml",
        "licenses/LICENSE",
        "licenses/PyNaCl/LICENSE.libsodium.txt",
        "licenses/cffi/LICENSE",
        "licenses/PySide6_Essentials/LGPL-3.0.txt",
        "licenses/PyStemmer/LICENSE",
        "licenses/Python/LICENSE.txt",
        "licenses/Whoosh/Whoosh.txt",
        "sbom.cdx.json",
    ],
)
def test_nothing_needed_was_left_out(part: str):
    assert list(INSIDE.glob(part)), f"{part} is not in the bundle"


def test_nothing_unneeded_was_taken_along():
    size = sum(path.stat().st_size for path in INSIDE.rglob("*") if not path.is_symlink())
    assert size < 140 * 2**20
    assert not list(INSIDE.glob("babel/locale-data/de.dat"))
