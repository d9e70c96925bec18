"""The table of formats: a new one is a module beside this one and a row here."""

from pathlib import Path
from typing import NamedTuple

from database.exchange.reading import csl, followthemoney, tabular
from database.exchange.reading.draft import Read
from database.model.errors import FormatUnknown
from i18n.messages import N_


class Format(NamedTuple):
    """A format: ``id`` is its name on the command line, ``name`` a message.

    Files have one of its ``suffixes``, in order of preference; ``tells_types`` says whether they
    tell of what type their records are, or that has to be guessed.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Read
    tells_types: bool = True


FORMATS = (
    Format("csv", N_("Table (CSV)"), ("csv", "tsv", "txt"), tabular.read, tells_types=False),
    Format(
        "followthemoney",
        N_("FollowTheMoney"),
        ("ftm.json", "ftm", "ijson", "jsonl", "ndjson"),
        followthemoney.read,
    ),
    Format("csl-json", N_("Sources (CSL-JSON)"), ("json", "csljson"), csl.read),
)


def find(format_id: str) -> Format:
    """Return the format of this id; raises ``StopIteration`` where there is none."""
    return next(each for each in FORMATS if each.id == format_id)


def of_file(path: Path) -> Format:
    """Return the format that the name of a file tells of, by its longest suffix.

    Raises:
        FormatUnknown: it tells of none.
    """
    suffix = _suffix(path)
    if not suffix:
        raise FormatUnknown(path)
    return next(each for each in FORMATS if suffix in each.suffixes)


def stem(path: Path) -> str:
    """Return the name of a file without the suffix of its format: ``a.ftm.json`` is ``a``."""
    return path.name[: -len(_suffix(path)) - 1] if _suffix(path) else path.stem


def _suffix(path: Path) -> str:
    known = (suffix for each in FORMATS for suffix in each.suffixes)
    fitting = [suffix for suffix in known if path.name.casefold().endswith(f".{suffix}")]
    return max(fitting, key=len, default="")
