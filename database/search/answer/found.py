"""What answers to a question, before it is put in order."""

from dataclasses import dataclass

from database.search.answer.compiler import CompiledQuestion
from database.search.answer.records import Records


@dataclass(frozen=True, slots=True)
class Found:
    """The records that answer to a question wholly, and those that do for the most part."""

    question: CompiledQuestion
    complete: Records
    partial: Records

    @property
    def every(self) -> Records:
        """Return both."""
        return self.complete | self.partial
