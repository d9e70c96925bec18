"""The Debian package: installed in fresh systems, used without network, removed without a trace.

``make test-install`` builds it and runs these tests, as root; what it saw is in build/install.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.frozen.sandbox import BUNDLE
from tests.frozen.screen import PATIENCE, Screen, running, screen
from tests.install.debian import BUILD, Debian, fresh

pytestmark = pytest.mark.install

ROOT = BUILD.parent
TREE = BUILD / "deb" / "tree"
SHARE = TREE / "usr" / "share"
# What resources/packaging/README.portable.txt asks for: OpenGL, EGL, one font.
PORTABLE_NEEDS = ("libgl1", "libegl1", "fonts-dejavu-core")
SETTINGS = "home/reader/.config/tukor/tukor.conf"
# What each shell does on its own after `tukor se` and the Tab key.
FISH = "complete -C 'tukor se'"
ZSH = """
compdef() { : }
_describe() { print -rl -- ${(P)3} }
words=(tukor se) CURRENT=2
. /usr/share/zsh/vendor-completions/_tukor
_tukor_completion
"""
BASH = """
. /usr/share/bash-completion/completions/tukor
COMP_WORDS=(tukor se) COMP_CWORD=1
_tukor_completion tukor
echo "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def package() -> Path:
    found = sorted((ROOT / "dist").glob("tukor_*.deb"), key=lambda path: path.stat().st_mtime)
    if not found:
        pytest.fail("there is no package: `make deb` builds it")
    return found[-1]


@pytest.fixture(scope="module")
def display() -> Iterator[Screen]:
    with screen() as offered:
        yield offered


@pytest.fixture
def debian(request: pytest.FixtureRequest, display: Screen, package: Path) -> Iterator[Debian]:
    if os.geteuid():
        pytest.fail("only root can install into another system: run `sudo make test-install`")
    with fresh(request.param, display.socket) as system:
        shutil.copy(package, system.root / "tmp/tukor.deb")
        system.apt("update")
        yield system


# --- in fresh systems ------------------------------------------------------------------------


@pytest.mark.parametrize("debian", ["bookworm", "trixie"], indirect=True)
def test_it_is_installed_used_and_removed_without_a_trace(debian: Debian, display: Screen):
    before = debian.files()
    debian.apt("install", "--no-install-recommends", "/tmp/tukor.deb")
    speaks(debian)
    searches(debian)
    completes(debian)
    is_known_to_the_desktop(debian)
    takes_its_tour(debian, display)
    opens_a_window_and_switches_its_language(debian, display)
    kept = (debian.root / SETTINGS).read_bytes()
    debian.apt("purge", "tukor")
    debian.apt("autoremove", "--purge")
    assert debian.files() - before == set()
    assert before - debian.files() == set()
    assert (debian.root / SETTINGS).read_bytes() == kept
    assert "tukor" not in debian.as_root("dpkg", "--list").stdout


@pytest.mark.parametrize("debian", ["bookworm"], indirect=True)
def test_a_newer_package_keeps_what_is_the_readers(debian: Debian, display: Screen, package: Path):
    debian.apt("install", "--no-install-recommends", "/tmp/tukor.deb")
    opens_a_window_and_switches_its_language(debian, display)
    kept = settings(debian)
    newer = debian.root / "tmp/newer.deb"
    make_newer(package, newer)
    debian.apt("install", "--no-install-recommends", "/tmp/newer.deb")
    assert "99.0" in debian.as_root("dpkg-query", "--show", "tukor").stdout
    assert settings(debian) == kept
    searches(debian)
    on_screen = {"DISPLAY": display.display, "QT_QPA_PLATFORM": "xcb"}
    with running(debian.command("tukor", **on_screen)) as program:
        display.press(display.window(program), "ctrl+q")
        assert program.wait(PATIENCE) == 0
    assert "locale=hu" in settings(debian)


@pytest.mark.parametrize("debian", ["bookworm"], indirect=True)
def test_the_other_shells_complete_its_commands(debian: Debian):
    debian.apt("install", "--no-install-recommends", "/tmp/tukor.deb", "fish", "zsh")
    for shell, script in (("fish", FISH), ("zsh", ZSH)):
        answer = debian.ask(shell, "-c", script)
        assert answer.stdout.startswith("search"), answer.stdout + answer.stderr
        assert answer.stderr == ""


@pytest.mark.parametrize("debian", ["bullseye"], indirect=True)
def test_a_system_that_is_too_old_refuses_it(debian: Debian):
    refused = debian.as_root("apt-get", "-y", "install", "/tmp/tukor.deb")
    assert refused.returncode != 0
    assert "Depends: libc6 (>= 2.3" in refused.stdout + refused.stderr
    assert not (debian.root / "usr/lib/tukor").exists()


@pytest.mark.parametrize("debian", ["bookworm", "trixie"], indirect=True)
def test_the_folder_runs_where_nothing_is_installed(debian: Debian, display: Screen):
    shutil.copytree(BUNDLE, debian.root / "home/reader/tukor", symlinks=True)
    program = "/home/reader/tukor/tukor"
    searches(debian, program)
    on_screen = {"DISPLAY": display.display, "QT_QPA_PLATFORM": "xcb"}
    told = debian.ask(program, "tour", **on_screen)
    assert told.returncode != 0, "a bare system has no OpenGL"
    assert told.stderr.startswith("The system has no library of this name: libGL.so.1\n")
    debian.apt("install", "--no-install-recommends", *PORTABLE_NEEDS)
    assert debian.ask(program, "tour", **on_screen).returncode == 0


def speaks(debian: Debian) -> None:
    assert debian.ask("tukor", "--version").stdout.startswith("tukor ")
    assert "Parancsok" in debian.ask("tukor", "--help", LANG="hu_HU.UTF-8").stdout
    without_screen = debian.ask("tukor", LANG="hu_HU.UTF-8")
    assert without_screen.returncode == 1
    assert "képernyő" in without_screen.stderr


def searches(debian: Debian, program: str = "tukor") -> None:
    answer = debian.ask(program, "search", "okosváros", "--json")
    assert answer.returncode == 0, answer.stderr
    assert "smart-city" in json.dumps(json.loads(answer.stdout))


def completes(debian: Debian) -> None:
    answer = debian.ask("bash", "-c", BASH)
    assert (answer.stdout, answer.stderr) == ("search\n", "")


def is_known_to_the_desktop(debian: Debian) -> None:
    share = debian.root / "usr/share"
    assert "application/vnd.tukor.dossier:*.tukor" in (share / "mime/globs2").read_text("utf-8")
    opens = (share / "applications/mimeinfo.cache").read_text("utf-8")
    assert "application/vnd.tukor.dossier=tukor.desktop" in opens


def takes_its_tour(debian: Debian, display: Screen) -> None:
    on_screen = {"DISPLAY": display.display, "QT_QPA_PLATFORM": "xcb"}
    tour = debian.ask("tukor", "tour", "--out", "tour", **on_screen)
    assert tour.returncode == 0, tour.stderr
    pictures = list((debian.root / "home/reader/tour").glob("*.png"))
    assert len(pictures) >= 5
    for picture in pictures:
        keep(picture, debian)


def opens_a_window_and_switches_its_language(debian: Debian, display: Screen) -> None:
    on_screen = {"DISPLAY": display.display, "QT_QPA_PLATFORM": "xcb"}
    seen = BUILD / "install" / suite(debian)
    with running(debian.command("tukor", "--lang", "en", **on_screen)) as program:
        window = display.window(program)
        sleep(2)
        english = display.picture(seen / "window-en.png")
        display.press(window, "ctrl+l")
        settled = monotonic() + PATIENCE
        while "locale=hu" not in settings(debian) and monotonic() < settled:
            sleep(0.2)
        sleep(1)
        assert display.picture(seen / "window-hu.png") != english
        display.press(window, "ctrl+q")
        program.wait(PATIENCE)
    assert "locale=hu" in settings(debian)


def settings(debian: Debian) -> str:
    path = debian.root / SETTINGS
    return path.read_text("utf-8") if path.exists() else ""


def suite(debian: Debian) -> str:
    return debian.root.parent.name.partition(".")[0]


def keep(picture: Path, debian: Debian) -> None:
    kept = BUILD / "install" / suite(debian) / picture.name
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(picture, kept)


def make_newer(package: Path, target: Path) -> None:
    """Pack the same tree again, as a version that is not there yet."""
    tree = BUILD / "install" / "newer"
    shutil.rmtree(tree, ignore_errors=True)
    subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
    control = tree / "DEBIAN/control"
    lines = control.read_text("utf-8").splitlines(keepends=True)
    control.write_text(
        "".join("Version: 99.0\n" if line.startswith("Version:") else line for line in lines),
        "utf-8",
    )
    subprocess.run(["dpkg-deb", "-Zgzip", "-z1", "--build", tree, target], check=True)
    shutil.rmtree(tree)


# --- by its own words ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("lintian", "--fail-on", "error,warning", "--allow-root"),
        ("desktop-file-validate", SHARE / "applications/tukor.desktop"),
        ("appstreamcli", "validate", "--no-net", "--pedantic",
         SHARE / "metainfo/org.tukor.tukor.metainfo.xml"),
        ("appstreamcli", "validate-tree", "--no-net", TREE),
        ("bash", "-n", SHARE / "bash-completion/completions/tukor"),
    ],
    ids=["lintian", "desktop-file-validate", "appstreamcli", "appstreamcli-tree", "bash"],
)  # fmt: skip
def test_the_examiners_of_debian_find_nothing(words: tuple[str | Path, ...], package: Path):
    asked = [*words, package] if words[0] == "lintian" else words
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    found = "" if words[0] == "appstreamcli" else done.stdout  # it says there that all is well
    assert done.returncode == 0, done.stdout + done.stderr
    assert found.strip() == ""


@pytest.mark.parametrize(("place", "heading"), [("man1", "SYNOPSIS"), ("hu/man1", "ÁTTEKINTÉS")])
def test_the_manual_page_tells_of_every_command(place: str, heading: str):
    page = gzip.decompress((SHARE / "man" / place / "tukor.1.gz").read_bytes()).decode()
    assert f".SH {heading}" in page
    for command in ("open", "search", "show", "export", "check", "tour"):
        assert f".SS tukor {command}" in page


def test_the_notice_has_a_licence_for_every_part():
    notice = (SHARE / "doc/tukor/copyright").read_text("utf-8")
    bill = json.loads((TREE / "usr/lib/tukor/_internal/sbom.cdx.json").read_text("utf-8"))
    _ours, *others = re.split(r"^===== (\S+) \S+ =====$", notice, flags=re.MULTILINE)
    texts = dict(zip(others[::2], others[1::2], strict=True))
    assert {"PySide6_Essentials", "Python", "Whoosh", "babel", "click"} <= set(texts)
    assert set(texts) == {part["name"] for part in bill["components"]}
    assert [name for name, text in texts.items() if len(text.split()) < 6] == []
