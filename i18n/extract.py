"""A Babel extractor for ``database/schema/*.toml``: the schema's words go to translators too.

``babel.cfg`` names it. The contract is Babel's ("Writing Extraction Methods" in its manual): called
with an open file, yield (line, gettext function, its arguments, comments for translators).
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePath
from typing import IO, Any

from i18n.labels import ROLE, SCHEMA

#: Place in the file, function, arguments and comments of one message.
Extracted = tuple[int, str, tuple[str, ...], list[str]]
#: Function, arguments, and a comment that tells translators where the words stand.
_Found = tuple[str, tuple[str, ...], str]


def schema(
    file: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Extracted]:
    """Yield every message of one schema file, numbered in the order of the file.

    ``vocabularies.toml`` and ``relations.toml`` are known by name; any other file is a record type.
    """
    tables = tomllib.loads(file.read().decode("utf-8"))
    name = PurePath(getattr(file, "name", "")).stem
    found = _READERS.get(name, _record_type)(tables)
    for place, (function, arguments, comment) in enumerate(found, start=1):
        yield place, function, arguments, [comment]


def _record_type(tables: dict[str, Any]) -> Iterator[_Found]:
    """Yield the name of a record type, one and many, and the labels of attributes and fields."""
    yield "pgettext", (SCHEMA, tables["label"]), "record type, one of them"
    yield "pgettext", (SCHEMA, tables["plural"]), "record type, several of them"
    for part in ("attributes", "fields"):
        for entry in tables.get(part, ()):
            comment = f"{part.removesuffix('s')} {entry['id']}: {entry['kind']}"
            yield "pgettext", (SCHEMA, entry["label"]), comment


def _relations(tables: dict[str, Any]) -> Iterator[_Found]:
    """Yield both labels of every role."""
    for role in tables["roles"]:
        near, far = " or ".join(role["from"]), " or ".join(role["to"])
        yield "pgettext", (ROLE, role["label"]), f"on the page of {near}: heads a list of {far}"
        yield "pgettext", (ROLE, role["reverse"]), f"on the page of {far}: heads a list of {near}"


def _vocabularies(tables: dict[str, Any]) -> Iterator[_Found]:
    """Yield every label of every vocabulary; a pair of labels is a unit, one and many."""
    for vocabulary, labels in tables.items():
        for code, label in labels.items():
            comment = f"{vocabulary}: {code}"
            if isinstance(label, str):
                yield "pgettext", (vocabulary, label), comment
            else:
                yield "npgettext", (vocabulary, *label), comment


_READERS = {"relations": _relations, "vocabularies": _vocabularies}
