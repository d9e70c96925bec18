"""What the search field offers while a question is being typed."""

from dataclasses import dataclass, field
from typing import Literal

from database.model.record import RecordId

Kind = Literal["record", "term", "past", "field", "value"]


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to go on: a record to open, or a question to ask or to go on writing.

    ``shown`` is what is offered, ``detail`` what to know about it: another name of a record, what
    a term means in the other language, what a field is called. ``text`` is the whole question once
    the offer is taken, with the cursor at ``cursor``; a ``record`` is opened instead. A ``field``
    or ``value`` only completes what is being written. ``place`` is what the offers of several
    dossiers are put in order by, the least first.
    """

    kind: Kind
    shown: str
    detail: str = ""
    text: str = ""
    cursor: int = 0
    record: RecordId | None = None
    place: tuple[object, ...] = field(default=(), compare=False)

    @property
    def completes(self) -> bool:
        """Tell whether the question goes on to be written."""
        return self.kind in ("field", "value")
