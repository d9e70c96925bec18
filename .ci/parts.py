"""What a bundle is made of: each part with version, licence texts and a line in the SBOM.

The parts are read off what PyInstaller took along, so nothing can be forgotten: distributions of
Python by their modules, libraries of the system by the package they came from.
"""

import json
import os
import platform
import re
import shutil
import subprocess
import uuid
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path
from sysconfig import get_path

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "resources" / "packaging" / "licenses"

#: SPDX expressions of those that state none, or not in SPDX's words.
LICENCES = {
    "click-default-group": "Unlicense",
    "PyInstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "PySide6_Essentials": "LGPL-3.0-only",
    "PyStemmer": "MIT AND BSD-3-Clause",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "RapidFuzz": "MIT",
    "shiboken6": "LGPL-3.0-only",
    "sqlite-fts4": "Apache-2.0",
    "sqlite-utils": "Apache-2.0",
    "tabulate": "MIT",
    "Whoosh": "BSD-2-Clause",
}
#: Texts for those that bring none along, kept in ``resources/packaging/licenses``.
KEPT_TEXTS = {
    "PySide6_Essentials": ("LGPL-3.0.txt", "GPL-3.0.txt", "Qt-third-party.txt", "README.md"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "Whoosh": ("Whoosh.txt",),
}


@dataclass(frozen=True)
class Part:
    """One thing in the bundle that others made."""

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...]


def of(binaries: Collection[tuple[str, str, str]], modules: Iterable[str]) -> list[Part]:
    """Return the parts of a bundle with these binaries and these modules of Python, by name."""
    sources = {Path(source).resolve() for _name, source, kind in binaries if kind == "BINARY"}
    parts = {_python(), _of_distribution(distribution("pyinstaller"))}
    taken = {name.partition(".")[0] for name in modules}
    taken |= {
        Path(name).name.partition(".")[0] for name, _, kind in binaries if kind == "EXTENSION"
    }
    parts |= {_of_distribution(found) for found in distributions() if taken & set(_modules(found))}
    if shutil.which("dpkg-query"):
        parts |= set(_of_system(sources))
    return sorted(parts, key=lambda part: part.name.lower())


def texts(parts: Iterable[Part]) -> list[tuple[str, str, str]]:
    """Return the licence files as data for PyInstaller: licenses/PART/FILE."""
    ours = [("licenses/LICENSE", str(ROOT / "LICENSE"), "DATA")]
    return ours + [
        (f"licenses/{part.name}/{text.name}", str(text), "DATA")
        for part in parts
        for text in part.texts
    ]


def sbom(parts: Iterable[Part], version: str) -> str:
    """Return the software bill of materials, as CycloneDX 1.5 JSON; the same parts, the same text.

    Read https://cyclonedx.org/docs/1.5/json/ for what the keys mean.
    """
    components = [
        {
            "type": "library",
            "bom-ref": part.purl,
            "name": part.name,
            "version": part.version,
            "licenses": [_licence(part.licence)],
            "purl": part.purl,
        }
        for part in parts
    ]
    made = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    serial = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([version, components]))
    program = {"type": "application", "bom-ref": "tukor", "name": "tukor", "version": version}
    shape = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": f"{made:%Y-%m-%dT%H:%M:%SZ}",
            "component": {**program, "licenses": [_licence("MIT AND CC-BY-4.0")]},
        },
        "components": components,
        "dependencies": [{"ref": "tukor", "dependsOn": [part.purl for part in parts]}],
    }
    return json.dumps(shape, indent=1, ensure_ascii=False) + "\n"


def _licence(words: str) -> dict[str, object]:
    """Return an SPDX expression as such, and anything else as a name."""
    name = r"[\w.+-]+( WITH [\w.-]+)?"
    if re.fullmatch(rf"{name}( (AND|OR) {name})*", words):
        return {"expression": words}
    return {"license": {"name": words}}


def _python() -> Part:
    places = [Path(get_path("stdlib")), Path(get_path("stdlib")).parent]
    found = [place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").exists()]
    version = platform.python_version()
    return Part("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", tuple(found[:1]))


def _modules(found: Distribution) -> Iterator[str]:
    """Yield the names under which a distribution is imported."""
    if found.name != "tukor":
        for file in found.files or []:
            if file.suffix in {".py", ".so", ".pyd"}:
                yield file.parts[0].partition(".")[0]


def _of_distribution(found: Distribution) -> Part:
    files = [
        Path(str(found.locate_file(file)))
        for file in found.files or []
        if re.search(r"dist-info/.*(LICEN[CS]E|COPYING|AUTHORS|NOTICE)", str(file), re.IGNORECASE)
    ]
    files += [TEXTS / name for name in KEPT_TEXTS.get(found.name, ())]
    name = "PyInstaller" if found.name == "pyinstaller" else found.name
    said = [
        found.metadata[key] for key in ("License-Expression", "License") if key in found.metadata
    ]
    purl = f"pkg:pypi/{found.name.lower().replace('_', '-')}@{found.version}"
    return Part(
        name, found.version, LICENCES.get(name, (said or ["unknown"])[0]), purl, tuple(files)
    )


def _of_system(sources: Iterable[Path]) -> Iterator[Part]:
    """Yield the system's packages that the libraries were taken from."""
    outside = [str(path) for path in sources if str(path).startswith(("/usr/lib/", "/lib/"))]
    # Debian knows some libraries by the path they had before /lib became a link to /usr/lib.
    asked = [*outside, *(path.removeprefix("/usr") for path in outside)]
    told = _ask("dpkg-query", "--search", *asked)
    for package in sorted(set(re.findall(r"^([a-z0-9.+-]+):", told, re.MULTILINE))):
        version = _ask("dpkg-query", "--show", "--showformat=${Version}\n", package).split("\n")[0]
        text = Path("/usr/share/doc") / package / "copyright"
        stated = sorted(set(re.findall(r"^License: *(\S.*)$", text.read_text("utf-8"), re.M)))
        licence = "; ".join(stated) or f"see licenses/{package}/copyright"
        yield Part(package, version, licence, f"pkg:deb/debian/{package}@{version}", (text,))


def _ask(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout
