"""``tukor tour`` takes pictures of the window at work."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

LOOKS: dict[str, tuple[str, ...]] = {
    "en light": (),
    "hu light": ("--lang", "hu"),
    "en dark": ("--dark",),
    "hu dark": ("--lang", "hu", "--dark"),
}
HUNGARIAN = {"LANG": "hu_HU.UTF-8"}
Tukor = Callable[..., Any]


@pytest.fixture(scope="session", params=LOOKS)
def tour(
    request: pytest.FixtureRequest, tukor: Tukor, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, Any]:
    """A tour: how it looks, where its pictures are, and what was printed."""
    folder = tmp_path_factory.mktemp("tour") / "made" / "on the way"
    return request.param, folder, tukor("tour", "--out", folder, *LOOKS[request.param])


def pictures(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.png"))


def test_it_leaves_at_least_eight_numbered_pictures(tour: tuple[str, Path, Any]) -> None:
    _look, folder, ran = tour
    assert ran.returncode == 0
    assert "Traceback" not in ran.stderr
    names = [path.name for path in pictures(folder)]
    assert len(names) >= 8
    assert [int(name[:2]) for name in names] == [*range(1, len(names) + 1)]
    assert all(re.fullmatch(r"\d\d-[a-z-]+\.png", name) for name in names)


def test_it_tells_where_they_are(tour: tuple[str, Path, Any]) -> None:
    _look, folder, ran = tour
    assert ran.stderr == ""  # not even what Qt says of a screen that is only imagined
    assert ran.stdout.splitlines() == [str(path) for path in pictures(folder)]


def test_no_two_steps_look_the_same(tour: tuple[str, Path, Any]) -> None:
    _look, folder, _ran = tour
    seen = {path.read_bytes() for path in pictures(folder)}
    assert len(seen) == len(pictures(folder))


def test_every_picture_shows_something_in_the_colours_asked_for(
    tour: tuple[str, Path, Any],
) -> None:
    look, folder, _ran = tour
    for path in pictures(folder):
        image = QImage(str(path))
        assert image.width() > 800
        colours = [
            image.pixelColor(x, y)
            for x in range(0, image.width(), 7)
            for y in range(0, image.height(), 7)
        ]
        assert len({colour.rgb() for colour in colours}) > 20, path.name
        lightness = sum(QColor(colour).lightness() for colour in colours) / len(colours)
        assert (lightness < 128) is look.endswith("dark"), path.name


def test_nothing_else_is_left_behind(tour: tuple[str, Path, Any]) -> None:
    _look, folder, _ran = tour
    assert [path.name for path in folder.iterdir() if path.suffix != ".png"] == []


def test_the_reader_s_own_settings_are_left_alone(tukor: Tukor, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    tukor("tour", "--out", tmp_path / "out", HOME=str(home), XDG_CONFIG_HOME=str(home))
    assert list(home.rglob("*.conf")) == []


def test_that_is_told_in_the_language_that_was_asked_for(tukor: Tukor, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    ran = tukor("tour", "--out", tmp_path / "file" / "x", "--lang", "hu")
    assert ran.returncode == 2
    assert "A mappa nem hozható létre: " in ran.stderr
    assert "Válasszon olyan mappát, amelybe írhat." in ran.stderr


@pytest.mark.parametrize("environment", [{}, HUNGARIAN], ids=["en", "hu"])
@pytest.mark.parametrize("place", ["below a file", "where nobody may write"])
def test_a_folder_that_cannot_be_written_is_told(
    tukor: Tukor, tmp_path: Path, environment: dict[str, str], place: str
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    # Root may write anywhere but here, so that the test holds for everyone.
    folder = {"below a file": tmp_path / "file" / "x", "where nobody may write": Path("/proc")}
    if not folder[place].parent.exists():
        pytest.skip("there is no /proc here")
    ran = tukor("tour", "--out", folder[place], **environment)
    assert ran.returncode not in {0, None}
    assert str(folder[place]) in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "No such file" not in ran.stderr if environment else True
