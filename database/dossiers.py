"""Which dossiers there are to open, and what is open of each."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

# The curated dossier that comes with the program; it stands in the program's folder, read-only.
BUILT_IN = Path(__file__).parent / "built" / "china-in-serbian-ict.tukor"

T = TypeVar("T")


class EachOpen(Generic[T]):
    """Something of every dossier, such as a connection, while dossiers come and go.

    Use it from one thread; another one may change *paths*.
    """

    def __init__(self, paths: Sequence[Path], open_one: Callable[[Path], T]) -> None:
        """Open what is there; raises what *open_one* raises."""
        self._paths = paths
        self._open_one = open_one
        self._opened: tuple[tuple[Path, T], ...] = ()
        self()

    def __call__(self) -> tuple[T, ...]:
        """Return them in the order of the paths: what has come is opened, what has gone let go.

        A path is known by being the very same object: a file that was closed, replaced and opened
        again is another dossier. Raises what opening one raises.
        """
        opened = {id(path): one for path, one in self._opened}
        self._opened = tuple(
            (path, opened[id(path)] if id(path) in opened else self._open_one(path))
            for path in tuple(self._paths)
        )
        return self.opened

    @property
    def opened(self) -> tuple[T, ...]:
        """Those that are open at this moment; any thread may look."""
        return tuple(one for _path, one in self._opened)
