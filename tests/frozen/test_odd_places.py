"""The frozen program where one would not expect it: it starts, or says why not."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.frozen.sandbox import BUNDLE, PROGRAM, hidden, read_only, without_network
from tests.frozen.screen import PATIENCE, running, screen

pytestmark = pytest.mark.frozen

PLAIN = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"}


def ask(*command: str | Path, after: str = "true", **environment: str):
    return subprocess.run(
        without_network(*command, after=after), env={**PLAIN, **environment},
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the program on a stick whose name nobody thought of."""
    stick = tmp_path_factory.mktemp("stick") / "az én ős mappám"
    shutil.copytree(BUNDLE, stick / "tukor", symlinks=True)
    yield stick
    shutil.rmtree(stick)


@pytest.mark.parametrize("command", [("search", "okosváros"), ("tour", "--out", "{out}")])
def test_it_runs_from_a_folder_with_spaces_that_cannot_be_written_to(
    elsewhere: Path, tmp_path: Path, command: tuple[str, ...]
):
    words = [word.format(out=tmp_path / "tour") for word in command]
    before = sorted(elsewhere.rglob("*"))
    done = ask(elsewhere / "tukor/tukor", *words, after=read_only(elsewhere), HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert sorted(elsewhere.rglob("*")) == before


@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C"}, {"LC_ALL": "xx_XX.UTF-8"}])
def test_it_runs_without_home_in_any_locale(tmp_path: Path, locale: dict[str, str]):
    searched = ask(PROGRAM, "search", "okosváros", "--lang", "hu", **locale)
    assert "Okosváros" in searched.stdout
    assert ask(PROGRAM, "tour", "--out", tmp_path, **locale).returncode == 0


def test_it_opens_its_window_with_a_home_that_cannot_be_written_to(tmp_path: Path):
    home = tmp_path / "home"
    home.mkdir()
    with screen() as display:
        command = without_network(PROGRAM, after=read_only(home))
        environment = {**PLAIN, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display.display}
        with running(command, env={**environment, "HOME": str(home)}) as program:
            window = display.window(program)
            display.press(window, "ctrl+l", "ctrl+q")
            assert program.wait(PATIENCE) == 0
    assert list(home.iterdir()) == []


def test_it_says_why_it_cannot_make_its_pictures(tmp_path: Path):
    done = ask(PROGRAM, "tour", "--out", tmp_path / "tour", after=read_only(tmp_path))
    assert done.returncode != 0
    assert str(tmp_path / "tour") in done.stderr
    assert "Traceback" not in done.stderr


def test_it_finds_fonts_without_the_configuration_of_fontconfig(tmp_path: Path):
    done = ask(PROGRAM, "tour", "--out", tmp_path, after=hidden("/etc/fonts"))
    assert done.returncode == 0, done.stderr
    assert "QFont" not in done.stderr


def test_it_says_that_there_is_no_font(tmp_path: Path):
    no_fonts = f"{hidden('/etc/fonts')} && {hidden('/usr/share/fonts')}"
    done = ask(PROGRAM, "tour", "--out", tmp_path, "--lang", "hu", after=no_fonts)
    assert done.returncode == 1
    assert "betűkészlet" in done.stderr


@pytest.mark.parametrize(("language", "sentence"), [("en_GB", "screen"), ("hu_HU", "képernyő")])
def test_it_says_that_there_is_no_screen(language: str, sentence: str):
    environment = {"PATH": "/usr/bin:/bin", "LANG": f"{language}.UTF-8"}
    done = subprocess.run([PROGRAM], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert sentence in done.stderr


def test_it_says_that_the_screen_cannot_be_reached():
    done = ask(PROGRAM, QT_QPA_PLATFORM="xcb", DISPLAY=":4711", LANG="hu_HU.UTF-8")
    assert done.returncode == 1
    assert "képernyő" in done.stderr


def test_its_window_fits_a_small_screen(tmp_path: Path):
    with screen("1024x600") as display:
        environment = {**PLAIN, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display.display}
        with running([PROGRAM], env={**environment, "HOME": str(tmp_path)}) as program:
            width, height = display.size(display.window(program))
    assert (width <= 1024, height <= 600) == (True, True)
