"""Where the reader has been, for back and forward."""

from dataclasses import dataclass, field

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

    def _move(self, taken: list[RecordId], given: list[RecordId]) -> RecordId | None:
        if not taken:
            return None
        if self.current is not None:
            given.append(self.current)
        self.current = taken.pop()
        return self.current
