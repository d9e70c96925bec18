"""A question as a form to fill in, for readers who do not write queries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Self, get_args

from database.search.question.span import Span

# The fields whose values are chosen from a list; of several values any will do.
CHOSEN = ("type", "status", "sector", "country")
# Of what a record must have, everything is wanted.
HAS = "has"

# How a figure is compared: with two of them if it is ``between`` them, else with one. The codes
# are those of ``Span.meaning``; ``field`` is exactly that figure.
Comparison = Literal["between", "field", "at-least", "more-than", "at-most", "less-than"]
COMPARISONS: Mapping[str, Comparison] = {how: how for how in get_args(Comparison)}

Trouble = Literal["year", "years-reversed", "amount", "amounts-reversed", "too-long"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What years or amounts must be compared with, as typed.

    ``last`` counts only where ``how`` is ``between``; of the two, one may be missing then.
    """

    how: Comparison = "between"
    first: str = ""
    last: str = ""

    @classmethod
    def of(cls, span: Span) -> Self:
        """Return a comparison as the form has it."""
        return cls(COMPARISONS[span.meaning], span.low or span.high, span.high if span.low else "")

    @property
    def span(self) -> Span:
        """The same as a question has it."""
        match self.how:
            case "between":
                return Span(self.first, self.last)
            case "field":
                return Span(self.first, self.first)
            case "at-least" | "more-than":
                return Span(self.first, "", strict=self.how == "more-than")
            case _:
                return Span("", self.first, strict=self.how == "less-than")


@dataclass(frozen=True, slots=True)
class QueryForm:
    """What is filled in.

    Words are as typed, several with blanks between them; quotation marks keep words together.
    ``chosen`` has codes, by field of ``CHOSEN`` and ``HAS``. An amount without
    ``currency`` means any currency. ``rest`` are the parts of a question that have no place in the
    form, as they were written.
    """

    all_words: str = ""
    phrase: str = ""
    any_words: str = ""
    none_words: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    years: Bounds = Bounds()
    amounts: Bounds = Bounds()
    currency: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class WrittenForm:
    """The question that a form makes, and what in the form could not be understood.

    What is in ``troubles`` is left out of ``text``, unless that is ``too-long`` to be read whole.
    """

    text: str
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What a form can be filled in with, in one language.

    ``by_field`` has codes and their words in alphabetical order, by field of ``CHOSEN`` and
    ``HAS``; ``currencies`` are those that the dossiers state amounts in, ISO 4217, the commonest
    first.
    """

    by_field: Mapping[str, tuple[tuple[str, str], ...]]
    currencies: tuple[str, ...]
