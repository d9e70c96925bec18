"""What was once made of a spelling: the same come again and again, in every text."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

# As many as stand in some twenty thousand records; they take some fifteen megabytes.
_MOST = 1 << 16


class Remembered(dict[str, T], Generic[T]):
    """Makes something of each spelling that is looked up, and keeps it until there are too many.

    A look-up takes half the time of ``lru_cache``, which notes the order of look-ups; here all is
    forgotten at once, and seldom. Threads may share it.
    """

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make = make

    def __missing__(self, spelling: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        made = self[spelling] = self._make(spelling)
        return made
