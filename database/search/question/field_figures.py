"""How years, dates and sums of money are read as the value of a field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar

from database.search.question import money, when, wildcards
from database.search.question.field_values import Reading, condition
from database.search.question.span import Span
from database.search.question.tree import Condition, Parameter

_DATED = "SELECT record FROM dated WHERE"


@dataclass(frozen=True, slots=True)
class YearReader:
    """Reads a year or a span of years: ``2019``, ``2017..2020``, ``..2018``, ``>2018``."""

    spaced: ClassVar[bool] = True
    free: ClassVar[bool] = False
    trouble: ClassVar[str] = "bad-year"

    def read(self, text: str) -> Reading | None:
        """Read years."""
        years = when.years(text)
        if years is None:
            return None
        # Compared as they are written: with four figures.
        low = f"{min(int(years.low or 0) + years.strict, date.max.year):04}"
        high = f"{max(int(years.high or date.max.year) - years.strict, 0):04}"
        where = "name = 'year' AND value BETWEEN ? AND ?"
        return _compared(condition("facet", where, low, high), years)


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads dates as precise as they are given; ``field`` is ``""`` for any date of a record."""

    field: str = ""
    spaced: ClassVar[bool] = True
    free: ClassVar[bool] = False
    trouble: ClassVar[str] = "bad-date"

    def read(self, text: str) -> Reading | None:
        """Read days, months or years."""
        days = when.days(text)
        if days is None:
            return None
        where, only = (" AND field = ?3", [self.field]) if self.field else ("", [])
        chosen = Condition(
            f"{_DATED} first <= ?2 AND last >= ?1{where}",
            (days.first, days.last, *only),
            surely=f"{_DATED} first >= ?1 AND last <= ?2{where}",
        )
        return _compared(chosen, days.span)


@dataclass(frozen=True)
class MoneyReader:
    """Reads sums; ``field`` is ``""`` for any amount of a record. Currencies are never mixed.

    ``currencies`` tells in which the dossier states such amounts, the commonest first.
    """

    currencies: Callable[[], Sequence[str]]
    field: str = ""
    spaced: ClassVar[bool] = True
    free: ClassVar[bool] = False
    trouble: ClassVar[str] = "bad-amount"

    @cached_property
    def _stated(self) -> tuple[str, ...]:
        return tuple(self.currencies())

    def read(self, text: str) -> Reading | None:
        """Read a sum or a comparison of sums."""
        sums = money.read(text)
        if sums is None:
            return self._any_of_currency(text)
        if sums.is_mixed:
            words = tuple(end.currency for end in (sums.low, sums.high) if end)
            return Reading(wildcards.words_of(text), "two-currencies", words)
        wheres, parameters = [], list[Parameter]()
        above, below = (">", "<") if sums.span.strict else (">=", "<=")
        for test, value in (
            ("currency = ?", sums.currency),
            (f"amount {above} ?", sums.low.number if sums.low else None),
            (f"amount {below} ?", sums.high.number if sums.high else None),
            ("field = ?", self.field),
        ):
            if value not in (None, ""):
                wheres.append(test)
                parameters.append(value)
        chosen = condition("amount", " AND ".join(wheres), *parameters)
        words = tuple(dict.fromkeys(str(end) for end in (sums.low, sums.high) if end))
        return Reading(chosen, sums.span.meaning, words, (self._note(sums.currency),))

    def _any_of_currency(self, text: str) -> Reading | None:
        """Read a currency alone, which asks for every sum that is stated in it."""
        scale, currency = money.unit(text) or (1, "")
        if scale > 1 or not currency:
            return None
        only, its_field = ("field = ? AND ", [self.field]) if self.field else ("", [])
        chosen = condition("amount", f"{only}currency = ?", *its_field, currency)
        known = currency in self._stated
        return Reading(chosen, "field", (currency,), () if known else (self._note(currency),))

    def _note(self, currency: str) -> tuple[str, tuple[str, ...]]:
        """Tell what is compared, or that no amount is, and which other currencies there are."""
        if not currency:
            return "any-currency", ()
        if currency not in self._stated:
            return "other-currencies", (currency, *self._stated)
        return "own-currency-only", (currency,)


def _compared(chosen: Condition, span: Span) -> Reading:
    ends = tuple(dict.fromkeys(end for end in (span.low, span.high) if end))
    return Reading(chosen, span.meaning, ends)
