"""Where the reader has been, for back and forward."""

from collections.abc import Container
from dataclasses import dataclass, field
from itertools import groupby

from database.model.record import RecordId


@dataclass(slots=True)
class History:
    """The records opened so far and which of them is on screen.

    Opening a record forgets those that lay ahead, as in a web browser.
    """

    _past: list[RecordId] = field(default_factory=list)
    _ahead: list[RecordId] = field(default_factory=list)
    current: RecordId | None = None

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
        if self.current is not None:
            self._past.append(self.current)
        self.current = record_id
        self._ahead.clear()

    def back(self) -> RecordId | None:
        """Return to the record before; ``None`` where there is none."""
        return self._move(self._past, self._ahead)

    def forward(self) -> RecordId | None:
        """Go again to the record that the reader came back from; ``None`` where there is none."""
        return self._move(self._ahead, self._past)

    def keep(self, known: Container[RecordId]) -> None:
        """Forget all records but those that are *known*; then perhaps none is on screen."""
        if self.current not in known:
            self.current = None
        self._past = _without_repeats(self._past, known, self.current)
        self._ahead = _without_repeats(self._ahead, known, self.current)

    def _move(self, taken: list[RecordId], given: list[RecordId]) -> RecordId | None:
        if not taken:
            return None
        if self.current is not None:
            given.append(self.current)
        self.current = taken.pop()
        return self.current


def _without_repeats(
    way: list[RecordId], known: Container[RecordId], current: RecordId | None
) -> list[RecordId]:
    """Return the way that is left of one, without going from a record to itself."""
    left = [record_id for record_id, _same in groupby(each for each in way if each in known)]
    return left[:-1] if left and left[-1] == current else left
