"""Reading the content folder: which files there are, and what TOML makes of them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from database.model.problem import Problem
from database.model.record import RecordId
from database.model.schema import Schema

CONTENT = Path(__file__).parent.parent / "content"
TERMS = Path(__file__).parent.parent / "terms.toml"

Table = Mapping[str, Any]

# What can stand in a citation and in an id.
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(slots=True)
class RawContent:
    """What the files say, not yet understood; records are ordered by type, then by name.

    ``unreadable`` are the ids of records whose files cannot be read. ``terms`` may be anything.
    """

    dossier: Table = field(default_factory=dict)
    places: Table = field(default_factory=dict)
    terms: Any = ()
    records: dict[RecordId, tuple[Path, Table]] = field(default_factory=dict)
    unreadable: set[RecordId] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def _read(path: Path, problems: list[Problem]) -> Table | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.append(Problem(path, "file", "the file is missing", "Create it."))
    except UnicodeDecodeError:
        problems.append(Problem(path, "file", "the file is not UTF-8", "Save it as UTF-8."))
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(path, "file", f"this is not TOML: {error}", "Mend that line."))
    return None


def read(schema: Schema, content: Path = CONTENT, terms: Path = TERMS) -> RawContent:
    """Read every file of *content*, and the thesaurus *terms* where there is one."""
    raw = RawContent()
    raw.dossier = _read(content / "dossier.toml", raw.problems) or {}
    raw.places = _read(content / "places.toml", raw.problems) or {}
    if terms.exists():
        raw.terms = (_read(terms, raw.problems) or {}).get("terms", [])
    for record_type in schema.types:
        for path in sorted((content / record_type).glob("*.toml")):
            if not _NAME.fullmatch(path.stem):
                hint = "Use small letters, digits and hyphens, as in belgrade-safe-city.toml."
                raw.problems.append(Problem(path, "file", "this name cannot be cited", hint))
            record_id = f"{record_type}/{path.stem}"
            table = _read(path, raw.problems)
            if table is None:
                raw.unreadable.add(record_id)
            else:
                raw.records[record_id] = (path, table)
    raw.problems += _strays(schema, content)
    return raw


def _strays(schema: Schema, content: Path) -> list[Problem]:
    """Find files that no rule reads, so that a record in the wrong folder is not lost silently."""
    known = {content / "dossier.toml", content / "places.toml"}
    homes = {content / record_type for record_type in schema.types}
    strays = [
        path
        for path in sorted(content.rglob("*.toml"))
        if path.parent not in homes and path not in known
    ]
    folders = ", ".join(schema.types)
    return [
        Problem(path, "file", "no record type has this folder", f"Move it to one of: {folders}.")
        for path in strays
    ]
