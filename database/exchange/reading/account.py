"""What of a file was taken in, and what was left out and why."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from database.model.problem import Problem
from i18n.messages import N_

NO_PLACE = (
    N_("There is no place for this."),
    N_("It stays in the file only."),
)
NO_RECORD = (
    N_("There is no such record in the file."),
    N_("Write its id or its title as they stand there."),
)
NO_TITLE = (
    N_("There is no title."),
    N_("Give it a title."),
)
NO_TITLES = (
    N_("No column has titles."),
    N_("Write “title” over the column that has them."),
)
NO_TYPE = (
    N_("This is no type of record."),
    N_("Write project, actor, event, concern or source."),
)
OPEN_QUOTATION = (
    N_("A quotation mark that opens here is never closed: all that follows cannot be read."),
    N_("Close it, or take it away."),
)
UNREADABLE_LINE = (
    N_("The line cannot be read."),
    N_("Mend it, or save the file again in the program it comes from."),
)
# What is wrong with a value, by the kind of its field; the last one is for the other kinds.
BAD_VALUE = {
    "date": (
        N_("This is no date."),
        N_("Write 2016, 2016-10 or 2016-10-05."),
    ),
    "money": (
        N_("This is no amount of money that can be read in one way only."),
        N_("Write it in figures with the code of the currency: 150000000 EUR."),
    ),
    "quantity": (
        N_("This is no number with a unit."),
        N_("Write a number and a unit that the field knows."),
    ),
    "code": (
        N_("This field does not know this word."),
        N_("Use the words that this field has in Tükör."),
    ),
    "country": (
        N_("This is no country."),
        N_("Write its name or its code: Serbia or RS."),
    ),
    "place": (
        N_("This place is not known."),
        N_("Use a place that is in the dossier of the program."),
    ),
    "language": (
        N_("This is no code of a language."),
        N_("Write it as in en, hu or sr-Latn."),
    ),
    "url": (
        N_("This is no address of a web page."),
        N_("Begin it with http:// or https://."),
    ),
    "": (
        N_("This value cannot be read."),
        N_("Mend it in the file."),
    ),
}


@dataclass(slots=True)
class Lines:
    """Where something stands in a file: how often, and in which lines."""

    count: int = 0
    numbers: set[int] = field(default_factory=set)

    def add(self, line: int) -> None:
        """Count one more."""
        self.count += 1
        self.numbers.add(line)

    def runs(self) -> list[range]:
        """Return the lines in order, those that follow each other as one."""
        ordered = sorted(self.numbers)
        breaks = [n for n in range(1, len(ordered)) if ordered[n] > ordered[n - 1] + 1]
        return [
            range(ordered[first], ordered[end - 1] + 1)
            for first, end in pairwise((0, *breaks, len(ordered)))
        ]


@dataclass(slots=True)
class Account:
    """How many records of each type were ``taken`` from the file at ``path``, and what was not.

    The ``message`` and ``hint`` of a problem are messages for translators; its ``key`` is what the
    file or the schema calls it, ``""`` where a whole line was left out.
    """

    path: Path
    taken: Counter[str] = field(default_factory=Counter)
    left_out: dict[Problem, Lines] = field(default_factory=dict)

    def leave_out(self, line: int, key: str, reason: tuple[str, str]) -> None:
        """Count something that is left out: a value of a field, or a whole line."""
        self.left_out.setdefault(Problem(self.path, key, *reason), Lines()).add(line)

    @property
    def records(self) -> int:
        """Return how many records were taken in, of all types."""
        return self.taken.total()

    @property
    def lost(self) -> int:
        """Return how many values and lines were left out."""
        return sum(lines.count for lines in self.left_out.values())

    def reasons(self) -> list[tuple[Problem, Lines]]:
        """Return why something was left out, the most frequent first, equals as in the file."""
        return sorted(self.left_out.items(), key=lambda entry: -entry[1].count)
