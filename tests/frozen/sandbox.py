"""Taking things away from a program: the network, and what else a command of mount can hide."""

import os
import shutil
import subprocess
from pathlib import Path

BUNDLE = Path(__file__).parent.parent.parent / "build" / "bundle" / "tukor"
PROGRAM = BUNDLE / "tukor"


def without_network(*command: str | Path, after: str = "true") -> list[str | Path]:
    """Return *command*, to be run without network, *after* a line of shell that only it notices."""
    words = ["unshare", "--mount", "--net", *(["--map-root-user"] if os.geteuid() else [])]
    if not shutil.which("unshare") or subprocess.run([*words, "true"], check=False).returncode:
        raise OSError("`unshare` does not work here, so nothing can be taken away")
    return [*words, "sh", "-c", f'{after} && exec "$@"', "sh", *command]


def read_only(folder: Path) -> str:
    """Return the line of shell that makes a folder unwritable, for root as well."""
    place = f"'{folder}'"
    return f"mount --bind {place} {place} && mount -o remount,ro,bind {place}"


def hidden(folder: str) -> str:
    """Return the line of shell that leaves a folder empty."""
    return f"{{ [ ! -d {folder} ] || mount -t tmpfs none {folder}; }}"
