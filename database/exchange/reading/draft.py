"""What every format is read into: records written nearly as content files are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from database.exchange.reading.account import Account
from database.exchange.reading.language import language_of
from database.exchange.reading.text_file import TextFile
from database.model.record import Place
from database.model.schema import Schema


@dataclass(slots=True)
class Draft:
    """One record as a file has it.

    ``name`` is what other records of the file call it by, ``""`` if that is its title. ``table`` is
    as in a content file, but relations name their target as the file does, and a relation may name
    the ``line`` on which it stands. ``sources`` are those records of the file on which it says that
    the record rests, each with a locator or ``""``; where a part says the same of itself, they are
    its ``cite``.
    """

    line: int
    type: str
    name: str
    table: dict[str, Any] = field(default_factory=dict)
    sources: list[tuple[str, str]] = field(default_factory=list)

    def title(self) -> str:
        """Return the title in any language, ``""`` if it has none."""
        return next(iter(self.table.get("title", {}).values()), "")

    def set(self, field_id: str, value: Any) -> None:
        """Give an attribute one value more."""
        self.table.setdefault(field_id, []).append(value)

    def claim(self, field_id: str, value: Any, **besides: Any) -> None:
        """State a value of a field."""
        self.table.setdefault("claims", []).append({"field": field_id, "value": value, **besides})

    def relate(self, role: str, target: str, **besides: Any) -> None:
        """Point to another record of the file."""
        self.table.setdefault("relations", []).append({"role": role, "to": target, **besides})

    def call(self, name: str, kind: str = "variant", language: str = "und") -> None:
        """Add another name; ``und`` is the code for a language that is not known."""
        names = self.table.setdefault("names", [])
        names.append({"text": name, "lang": language, "kind": kind})


@dataclass(frozen=True, slots=True)
class Intent:
    """What a reader of a format has to know besides the file.

    ``language`` is the one of texts that neither say theirs nor let it be told; ``places`` are the
    ones that a record can name. ``type`` is the one of records that do not tell theirs, ``""`` if
    it is to be guessed.
    """

    schema: Schema
    language: str
    places: dict[str, Place]
    type: str = ""

    def text(self, words: str) -> dict[str, str]:
        """Return words in the language that they are in, as content files have them."""
        return {language_of(words, self.language): words}


# Yields the records of a file; enters into the account what it leaves out.
Read = Callable[[TextFile, Intent, Account], Iterator[Draft]]
