"""A file is there whole or not at all."""

import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from database.exchange.whole_file import whole_file, writing
from database.model.errors import FileExists, FileKept, FileUnwritable

FULL = """
import resource, sys
from pathlib import Path
from database.exchange.whole_file import whole_file
from database.model.errors import FileFull
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with whole_file(Path(sys.argv[1]), replace=True) as out:
        out.write(b"x" * 100_000)
except FileFull:
    sys.exit(7)
"""


def write(path: Path, words: bytes, *, replace: bool = False) -> None:
    with whole_file(path, replace=replace) as out:
        out.write(words)


def test_a_file_is_written_with_the_usual_rights(tmp_path: Path):
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    write(tmp_path / "new.csv", b"words")
    assert (tmp_path / "new.csv").read_bytes() == b"words"
    assert (tmp_path / "new.csv").stat().st_mode == usual.stat().st_mode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.csv", "usual"]


def test_a_file_that_is_there_is_replaced_only_when_told_so(tmp_path: Path):
    path = tmp_path / "kept.csv"
    path.write_bytes(b"before")
    path.chmod(0o640)
    with pytest.raises(FileExists):
        write(path, b"after")
    assert path.read_bytes() == b"before"
    write(path, b"after", replace=True)
    assert path.read_bytes() == b"after"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_to_be_kept_is_replaced_under_none_of_its_names(tmp_path: Path):
    path = tmp_path / "kept.tukor"
    path.write_bytes(b"before")
    link = tmp_path / "link"
    link.symlink_to(path)
    for name in (path, tmp_path / ".." / tmp_path.name / path.name, link):
        kept = (tmp_path / "none.tukor", path)
        with pytest.raises(FileKept), whole_file(name, replace=True, kept=kept) as out:
            out.write(b"after")
    assert path.read_bytes() == b"before"


def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "target").write_bytes(b"before")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "target")
    write(link, b"after", replace=True)
    assert link.is_symlink()
    assert (tmp_path / "target").read_bytes() == b"after"


def test_what_goes_wrong_on_the_way_leaves_everything_as_it_was(tmp_path: Path):
    path = tmp_path / "kept.csv"
    path.write_bytes(b"before")

    def fail() -> None:
        with whole_file(path, replace=True) as out:
            out.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
        ("kept.csv", b"before")
    ]


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path):
    path = tmp_path / "new.csv"

    def meet_another() -> None:
        with whole_file(path) as out:
            out.write(b"ours")
            path.write_bytes(b"theirs")

    with pytest.raises(FileExists):
        meet_another()
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
        ("new.csv", b"theirs")
    ]


@pytest.mark.parametrize("place", ["none/new.csv", "", "file/new.csv", "x" * 300])
def test_a_place_where_no_file_can_be_is_told(tmp_path: Path, place: str):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileUnwritable) as told:
        write(tmp_path / place, b"words", replace=True)
    assert told.value.path == tmp_path / place


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path):
    path = tmp_path / ("x" * 255)
    write(path, b"words")
    assert path.read_bytes() == b"words"


def test_a_device_is_never_replaced():
    with pytest.raises(FileUnwritable):
        write(Path("/dev/null"), b"words", replace=True)
    assert Path("/dev/null").is_char_device()


def test_a_database_that_cannot_be_copied_is_told_whatever_is_wrong_with_it(tmp_path: Path):
    path = tmp_path / "new.tukor"
    with closing(sqlite3.connect("")) as db, pytest.raises(FileUnwritable) as told, writing(path):
        db.execute("SELECT CAST(x'ff41' AS TEXT)").fetchall()  # no UTF-8
    assert told.value.path == path


def test_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path: Path):
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 1000  # the limit is the child's own
    path = tmp_path / "new.csv"
    ran = subprocess.run([sys.executable, "-c", FULL, path], check=False, cwd=Path.cwd())
    assert ran.returncode == 7
    assert [*tmp_path.iterdir()] == []
