"""Other words for some that were asked for."""

from dataclasses import dataclass
from typing import Literal

from database.search.answer.records import Records
from database.search.answer.unit import PhraseForms


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other words for some that were ``asked`` for; ``label`` is how to show them.

    ``records`` have them, where that is known.
    """

    asked: str
    label: str
    rule: Literal["thesaurus", "broader", "compound"]
    words: PhraseForms
    records: Records | None = None
