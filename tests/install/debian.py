"""A fresh Debian system in a folder, thrown away after use."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

BUILD = Path(__file__).parent.parent.parent / "build"
ROOTS = BUILD / "roots"
# What every desktop has and a bare system has not: it reads our menu entry and our kind of file.
DESKTOP = "desktop-file-utils,shared-mime-info,hicolor-icon-theme"
# What belongs to no package: its own state, and what changes by itself.
CHANGING = ("dev", "proc", "sys", "tmp", "run", "home", "var/cache", "var/lib/apt", "var/lib/dpkg",
            "var/log")  # fmt: skip
READER = {
    "HOME": "/home/reader",
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
    "XDG_RUNTIME_DIR": "/home/reader",
}


@dataclass(frozen=True)
class Debian:
    """One system; root installs, the reader reads and has no network."""

    root: Path

    def as_root(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command as root, with network."""
        return subprocess.run(
            ["chroot", self.root, "env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C",
             "DEBIAN_FRONTEND=noninteractive", *words],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    def apt(self, *words: str) -> str:
        """Run apt-get, which has to succeed."""
        done = self.as_root("apt-get", "-y", "-q", *words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def command(self, *words: str, **environment: str) -> list[str | Path]:
        """Return the command that runs *words* as the reader, without network."""
        settings = [f"{name}={value}" for name, value in {**READER, **environment}.items()]
        return ["unshare", "--net", "chroot", "--userspec=1000:1000", self.root, "env", "-i",
                "-C", "/home/reader", *settings, *words]  # fmt: skip

    def ask(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command as the reader, without network."""
        return subprocess.run(
            self.command(*words, **environment),
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip

    def files(self) -> set[str]:
        """Return every path there is, but for what changes by itself."""
        return {
            str(path.relative_to(self.root))
            for place in self.root.iterdir()
            if place.name not in CHANGING  # processes come and go while /proc is read
            for path in (place, *place.rglob("*"))
            if not path.relative_to(self.root).as_posix().startswith(CHANGING)
        }


@contextmanager
def fresh(suite: str, display: Path) -> Iterator[Debian]:
    """Offer a fresh system over one that was fetched once; it sees the screen at *display*."""
    below, above = _fetched(suite), BUILD / "install" / f"{suite}.above"
    shutil.rmtree(above, ignore_errors=True)
    root, upper, work = (above / name for name in ("root", "upper", "work"))
    for folder in (root, upper, work):
        folder.mkdir(parents=True)
    with ExitStack() as mounts:
        overlay = f"lowerdir={below},upperdir={upper},workdir={work}"
        _mount(mounts, root, "-t", "overlay", "-o", overlay, "overlay")
        _mount(mounts, root / "proc", "-t", "proc", "proc")
        _mount(mounts, root / "dev", "--bind", "/dev")
        screens = root / "tmp/.X11-unix"
        screens.mkdir()
        _mount(mounts, screens, "--bind", str(display.parent))
        shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
        home = root / "home/reader"
        home.mkdir(mode=0o700)
        shutil.chown(home, 1000, 1000)
        yield Debian(root)
    shutil.rmtree(above, ignore_errors=True)


def _fetched(suite: str) -> Path:
    """Return a bare system, fetched by debootstrap unless that was done before."""
    root = ROOTS / suite
    if not (root / "fetched").exists():
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)
        words = ["debootstrap", "--variant=minbase", f"--include={DESKTOP}", suite, str(root)]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode:
            told = "\n".join(done.stdout.splitlines()[-3:])
            pytest.skip(f"debootstrap cannot fetch {suite} from here: {told} {done.stderr}")
        (root / "fetched").touch()
    return root


def _mount(mounts: ExitStack, target: Path, *words: str) -> None:
    subprocess.run(["mount", *words, str(target)], check=True)
    mounts.callback(subprocess.run, ["umount", "--lazy", str(target)], check=True)
