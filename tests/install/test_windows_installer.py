"""The installer for Windows: its script compiles, here with something else in Tükör's place.

Whether Tükör itself runs on Windows is tried by .github/workflows/release.yml, not here.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.install.debian import BUILD

pytestmark = pytest.mark.install

SCRIPT = BUILD.parent / "resources" / "packaging" / "tukor.nsi"


def test_its_script_compiles_without_a_warning(tmp_path: Path):
    if not shutil.which("makensis"):
        pytest.fail("makensis is missing: `make test-install` installs it or says how")
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    for program in ("tukor.exe", "tukor-window.exe"):
        (bundle / program).write_bytes(b"MZ")
    installer = tmp_path / "tukor-1.2.3-setup.exe"
    defined = {
        "TARGET": "amd64-unicode", "VERSION": "1.2.3",
        "BUNDLE": bundle, "ICONS": BUILD / "icons", "OUT": installer,
    }  # fmt: skip
    words = [f"-D{name}={value}" for name, value in defined.items()]
    done = subprocess.run(
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, SCRIPT],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert installer.read_bytes().startswith(b"MZ")
