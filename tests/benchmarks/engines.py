"""What every engine of the comparison can do."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.benchmarks.documents import Document
from tests.benchmarks.questions import Question

# What the window asks for at its usual size: what its list shows, and half as much again.
ROWS = 12
FACETS = (
    "type", "sector", "year", "status", "country", "actor-kind", "event-kind", "ground",
    "publisher-kind",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """What was found: the numbers of the first rows, how many there are, how many facet values.

    ``snippets`` are marked passages, one a row.
    """

    numbers: tuple[int, ...]
    total: int
    snippets: tuple[str, ...]
    facets: int = 0


class Engine(Protocol):
    """An engine with an index open."""

    name: str

    def first(self, question: Question) -> Page:
        """Return the first rows with snippets, and the total."""
        ...

    def complete(self, question: Question) -> Page:
        """Return the same with facets."""
        ...

    def has(self, question: Question, number: int) -> bool:
        """Tell whether a record is anywhere among all that is found."""
        ...


class Builder(Protocol):
    """What writes an index, document by document."""

    def __init__(self, path: Path) -> None: ...

    def add(self, document: Document) -> None:
        """Write one document."""
        ...

    def close(self) -> None:
        """Make what was written ready to be searched."""
        ...
