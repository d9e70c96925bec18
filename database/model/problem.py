"""What an editor of content has to mend."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file, and what to do about it.

    ``key`` is the place inside the file, as the editor would look for it: ``claims 3 value``.
    """

    path: Path
    key: str
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.path}: {self.key}: {self.message}. {self.hint}"


class ContentError(Exception):
    """The content cannot be compiled; ``problems`` lists every reason, in order of file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the content")
        self.problems = problems
