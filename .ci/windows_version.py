"""What Windows shows of a program under Properties, Details: name and version, in two languages."""

from pathlib import Path

#: Language and code page, as Windows counts them: English, Hungarian; both in Unicode.
TABLES = {
    "040904B0": {"FileDescription": "Tükör: a bilingual dossier to search, read and cite"},
    "040E04B0": {"FileDescription": "Tükör: kétnyelvű dosszié, kereshető, olvasható, idézhető"},
}


def write(folder: Path, program: str, version: str) -> str:
    """Write the file that PyInstaller wants for one program, and return its path."""
    numbers = tuple(int(part) for part in f"{version}.0.0.0".split(".")[:4])
    same = {
        "ProductName": "Tükör",
        "CompanyName": "The Tükör authors",
        "LegalCopyright": "© 2026 the Tükör authors, MIT",
        "OriginalFilename": f"{program}.exe",
        "FileVersion": version,
        "ProductVersion": version,
    }
    tables = ", ".join(
        f"StringTable({key!r}, [{_strings({**same, **words})}])" for key, words in TABLES.items()
    )
    languages = [number for key in TABLES for number in (int(key[:4], 16), int(key[4:], 16))]
    path = folder / f"{program}.version"
    path.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=[\n"
        f"StringFileInfo([{tables}]),\n"
        f"VarFileInfo([VarStruct('Translation', {languages})])])\n",
        "utf-8",
    )
    return str(path)


def _strings(words: dict[str, str]) -> str:
    return ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in words.items())
