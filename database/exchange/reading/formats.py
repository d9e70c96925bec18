"""The table of formats: a new one is a module beside this one and a row here."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from database.exchange.reading import complete, csl, followthemoney, tabular
from database.exchange.reading.draft import Read
from database.model.errors import FormatUnknown
from i18n.messages import N_


class Format(NamedTuple):
    """A format: ``id`` is its name on the command line, ``name`` a message.

    Files have one of its ``suffixes``, in order of preference; ``tells_types`` says whether they
    tell of what type their records are, or that has to be guessed. Where several formats have a
    suffix, the first object of a file has the keys that are the ``marks`` of its format.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Read
    tells_types: bool = True
    marks: frozenset[str] = frozenset()


_LONGEST_LINE = 1 << 22  # bytes of a file that are looked at to tell its format

FORMATS = (
    Format("csv", N_("Table (CSV)"), ("csv", "tsv", "txt"), tabular.read, tells_types=False),
    Format(
        "json",
        N_("Complete records (JSON lines)"),
        ("jsonl", "ndjson", "json"),
        complete.read,
        marks=complete.MARKS,
    ),
    Format(
        "followthemoney",
        N_("FollowTheMoney"),
        ("ftm.json", "ftm", "ijson", "jsonl", "ndjson"),
        followthemoney.read,
        marks=frozenset({"schema", "properties"}),
    ),
    Format("csl-json", N_("Sources (CSL-JSON)"), ("json", "csljson"), csl.read),
)


def find(format_id: str) -> Format:
    """Return the format of this id; raises ``StopIteration`` where there is none."""
    return next(each for each in FORMATS if each.id == format_id)


def of_file(path: Path) -> Format:
    """Return the format that the name of a file tells of, by its longest suffix.

    Where that leaves several, its first line decides, or else it is the last of them.

    Raises:
        FormatUnknown: it tells of none.
    """
    suffix = _suffix(path)
    if not suffix:
        raise FormatUnknown(path)
    fitting = [each for each in FORMATS if suffix in each.suffixes]
    return fitting[0] if len(fitting) == 1 else _by_marks(fitting, path)


def stem(path: Path) -> str:
    """Return the name of a file without the suffix of its format: ``a.ftm.json`` is ``a``."""
    return path.name[: -len(_suffix(path)) - 1] if _suffix(path) else path.stem


def _by_marks(fitting: Sequence[Format], path: Path) -> Format:
    keys = _first_keys(path)
    return next((each for each in fitting if each.marks and each.marks <= keys), fitting[-1])


def _first_keys(path: Path) -> frozenset[str]:
    """Return the keys of the object on the first line, none if there is no such thing."""
    try:
        if not path.is_file():
            return frozenset()
        with path.open("rb") as file:
            first = json.loads(file.readline(_LONGEST_LINE).decode("utf-8-sig", "replace"))
    except (OSError, ValueError, RecursionError):
        return frozenset()
    return frozenset(first if isinstance(first, dict) else ())


def _suffix(path: Path) -> str:
    known = (suffix for each in FORMATS for suffix in each.suffixes)
    fitting = [suffix for suffix in known if path.name.casefold().endswith(f".{suffix}")]
    return max(fitting, key=len, default="")
