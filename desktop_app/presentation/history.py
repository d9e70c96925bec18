"""Where the reader has been, for back and forward."""

from collections.abc import Container
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from database.model.record import RecordId


class Place(NamedTuple):
    """Where in a page a reader is: the row at its upper edge, and which share of that is above."""

    row: str
    share: float


@dataclass(eq=False, slots=True)
class Visit:
    """A record that was opened, and where in its page the reader was last; ``None`` is its top."""

    record_id: RecordId
    place: Place | None = None


@dataclass(slots=True)
class History:
    """The records opened so far and which of them is on screen.

    Opening a record forgets those that lay ahead, as in a web browser.
    """

    _past: list[Visit] = field(default_factory=list)
    _ahead: list[Visit] = field(default_factory=list)
    visit: Visit | None = None

    @property
    def current(self) -> RecordId | None:
        """The record on screen."""
        return self.visit.record_id if self.visit else None

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a record before the one on screen."""
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a record that the reader came back from."""
        return bool(self._ahead)

    def open(self, record_id: RecordId) -> None:
        """Move on to a record; opening the one on screen changes nothing."""
        if record_id == self.current:
            return
        if self.visit:
            self._past.append(self.visit)
        self.visit = Visit(record_id)
        self._ahead.clear()

    def begin_again(self) -> None:
        """Go to the top of the record on screen."""
        if self.visit:
            self.visit = Visit(self.visit.record_id)

    def back(self) -> RecordId | None:
        """Return to the record before; ``None`` where there is none."""
        return self._move(self._past, self._ahead)

    def forward(self) -> RecordId | None:
        """Go again to the record that the reader came back from; ``None`` where there is none."""
        return self._move(self._ahead, self._past)

    def keep(self, known: Container[RecordId]) -> None:
        """Forget all records but those that are *known*; then perhaps none is on screen."""
        if self.current not in known:
            self.visit = None
        self._past = _without_repeats(self._past, known, self.current)
        self._ahead = _without_repeats(self._ahead, known, self.current)

    def _move(self, taken: list[Visit], given: list[Visit]) -> RecordId | None:
        if not taken:
            return None
        if self.visit:
            given.append(self.visit)
        self.visit = taken.pop()
        return self.current


def _without_repeats(
    way: list[Visit], known: Container[RecordId], current: RecordId | None
) -> list[Visit]:
    """Return the way that is left of one, without going from a record to itself."""
    there = (visit for visit in way if visit.record_id in known)
    left = [next(same) for _record_id, same in groupby(there, lambda visit: visit.record_id)]
    return left[:-1] if left and left[-1].record_id == current else left
