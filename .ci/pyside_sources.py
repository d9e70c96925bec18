"""PySide's own Python modules, compiled once, instead of anew at every start of the program.

Shiboken carries them as source in an archive inside its library; importing PySide6 unpacks and
compiles them, which is a quarter of the time until a bare window can be seen. Where a folder
``files.dir`` stands beside it, Shiboken takes them from there.
"""

import py_compile
from pathlib import Path

import shiboken6  # noqa: F401  # brings shibokensupport along

FOLDER = "shiboken6/files.dir"

#: What only writes annotations for editors: its regular expressions take a tenth of that time.
_UNUSED = "shibokensupport/signature/lib/pyi_generator.py"


def compiled(folder: Path) -> list[tuple[str, str]]:
    """Compile the modules below *folder*; return each file and which folder of ours it goes to."""
    import shibokensupport

    archive = shibokensupport.__loader__.zfile
    names = [name for name in archive.namelist() if name.startswith("shibokensupport/")]
    assert _UNUSED in names, "PySide6 has changed: see what its modules are now"
    return [
        (_compiled(archive.read(name) if name != _UNUSED else b"", name, folder), _home(name))
        for name in names
        if name.endswith(".py")
    ]


def _compiled(source: bytes, name: str, folder: Path) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source)
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH  # there is no source to compare
    return str(
        py_compile.compile(
            str(path), path.with_suffix(".pyc"), name, doraise=True, invalidation_mode=unchecked
        )
    )


def _home(name: str) -> str:
    return f"{FOLDER}/{Path(name).parent}"
