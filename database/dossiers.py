"""Which dossiers there are to open, what they are called, and what is open of each."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Generic, Protocol, Self, TypeVar

from database.model.text import Text
from i18n import messages
from i18n.locales import LOCALES

# The curated dossier that comes with the program; it stands in the program's folder, read-only.
BUILT_IN = Path(__file__).parent / "built" / "china-in-serbian-ict.tukor"

# The facet that tells the dossiers apart; its values are their ``names``.
DOSSIER = "dossier"


class Closable(Protocol):
    """What keeps a dossier open."""

    def close(self) -> None:
        """Let its file go."""


T = TypeVar("T", bound=Closable)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A dossier among those that are open: known by its file, named by its id.

    Two files may have one id, such as two editions of a dossier: they are two dossiers.
    """

    path: Path
    id: str
    title: Text

    @classmethod
    def of(cls, path: Path, about: Mapping[str, Any]) -> Self:
        """Return the dossier at *path*, as it calls itself."""
        return cls(path, str(about["id"]), Text(about["title"]))

    @property
    def full_name(self) -> str:
        """The id and the file, which no other dossier has."""
        return f"{self.id}@{self.path.absolute().as_posix()}"

    def is_called_as(self, other: "Shelved") -> bool:
        """Tell whether readers of any language would take one for the other."""
        codes = [locale.code for locale in LOCALES]
        return any(self.title.within(code) == other.title.within(code) for code in codes)

    def answers_to(self, name: str) -> bool:
        """Tell whether a filter by *name*, perhaps one saved long ago, means this dossier."""
        return name in (self.id, self.full_name)


def names(shelf: Sequence[Shelved]) -> tuple[str, ...]:
    """Return the names of dossiers in filters and hits: the id, with the file if others have it."""
    several = Counter(each.id for each in shelf)
    return tuple(each.id if several[each.id] == 1 else each.full_name for each in shelf)


def titles(shelf: Sequence[Shelved]) -> tuple[Text, ...]:
    """Return what readers see dossiers called: the title, after the file if others have it."""
    return tuple(
        each.title if len(same) == 1 else _with_file(each, same)
        for each in shelf
        if (same := [other for other in shelf if other.is_called_as(each)])
    )


def _with_file(dossier: Shelved, same: Sequence[Shelved]) -> Text:
    """Put as much of the path before a title as tells *dossier* from the others, even cut short."""
    depth = next(n for n in count(1) if _are_different([_end(o.path, n) for o in same]))
    file = _end(dossier.path, depth)
    words = dossier.title.by_language
    return Text(
        {
            locale.code: messages.of(locale)
            .gettext("{file} ({title})")
            .format(title=words[locale.code], file=file)
            for locale in LOCALES
            if locale.code in words
        }
    )


def _end(path: Path, depth: int) -> str:
    return "/".join(path.absolute().parts[-depth:])


def _are_different(ends: Sequence[str]) -> bool:
    return len(set(ends)) == len(ends)


def renamed(
    filters: frozenset[tuple[str, str]], before: Sequence[Shelved], now: Sequence[Shelved]
) -> frozenset[tuple[str, str]]:
    """Return filters that mean the same dossiers when others are open than *before*.

    What names a dossier that has been closed is left out, what named none that was open stays.
    """
    called = dict(zip((each.path for each in now), names(now), strict=True))
    kept = {(facet, value) for facet, value in filters if facet != DOSSIER}
    for facet, name in filters - kept:
        meant = [each.path for each in before if each.answers_to(name)]
        found = meant or [each.path for each in now if each.answers_to(name)]
        new = {called[path] for path in found if path in called}
        kept |= {(facet, each) for each in (new if found else {name})}
    return frozenset(kept)


def absent(filters: frozenset[tuple[str, str]], shelf: Sequence[Shelved]) -> tuple[str, ...]:
    """Return the names of dossiers in filters that none on the shelf answers to."""
    named = sorted(name for facet, name in filters if facet == DOSSIER)
    return tuple(name for name in named if not any(each.answers_to(name) for each in shelf))


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
        """Return them in the order of the paths: what has come is opened, what has gone closed.

        A path is known by being the very same object: a file that was closed, replaced and opened
        again is another dossier. Raises what opening one raises; then all is as it was before.
        """
        gone = {id(path): one for path, one in self._opened}
        opened = []
        with ExitStack() as come:
            for path in tuple(self._paths):
                one = gone.pop(id(path), None)
                if one is None:
                    one = self._open_one(path)
                    come.callback(one.close)
                opened.append((path, one))
            come.pop_all()  # nothing was raised: they stay open
        self._opened = tuple(opened)
        for one in gone.values():
            one.close()
        return self.opened

    def close(self) -> None:
        """Close them all; it is not to be used any more."""
        for one in self.opened:
            one.close()

    @property
    def opened(self) -> tuple[T, ...]:
        """Those that are open at this moment; any thread may look."""
        return tuple(one for _path, one in self._opened)
