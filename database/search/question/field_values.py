"""How the value of a field is read, by the kind of field.

Every reader returns a ``Reading``, or ``None`` for what it cannot make sense of.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import ClassVar, NamedTuple, Protocol

from database.search.language import analysis
from database.search.question import money, when
from database.search.question.plain_words import words_of
from database.search.question.span import Span
from database.search.question.statements import folded
from database.search.question.tree import (
    NOTHING,
    Any,
    Condition,
    InNames,
    Node,
    Parameter,
    Related,
    group,
)

_RECORDS_WITH = "SELECT record FROM {table} WHERE {where}"
_COUNTED_UNDER = "SELECT records FROM tally WHERE {where}"
# So many letters of a label tell which one is meant.
_SHORTEST_BEGINNING = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """What a value asks for; ``meaning`` and ``words`` are those of ``Understood``.

    ``notes`` are further meanings with their words.
    """

    node: Node
    meaning: str
    words: tuple[str, ...]
    notes: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Reader(Protocol):
    """Reads values of one field.

    ``spaced`` values may have blanks in them; a ``free`` reader takes any word. ``trouble`` is the
    meaning (see ``Understood``) of a value that cannot be read.
    """

    spaced: ClassVar[bool]
    free: ClassVar[bool]
    trouble: ClassVar[str]

    def read(self, text: str) -> Reading | None:
        """Read *text*, in quotation marks only where a free reader is to keep words together."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a closed list: ``table`` and ``field`` say where it stands."""

    table: str
    field: str
    value: str


class Label(NamedTuple):
    """A word for a choice; ``language`` is ``""`` for codes and for words of any language."""

    text: str
    choice: Choice
    language: str = ""


@dataclass(frozen=True)
class ChoiceReader:
    """Reads a code or a label, in any language, with or without accents; its beginning will do."""

    labels: Callable[[], Iterable[Label]]
    spaced: ClassVar[bool] = True
    free: ClassVar[bool] = False
    trouble: ClassVar[str] = "unknown-value"

    @cached_property
    def _choices(self) -> Mapping[str, frozenset[Choice]]:
        found: dict[str, frozenset[Choice]] = {}
        for label in self.labels():
            key = plain(label.text)
            found[key] = found.get(key, frozenset()) | {label.choice}
        return found

    def read(self, text: str) -> Reading | None:
        """Read a label, or the beginning of one or more."""
        key = plain(text)
        chosen = self._choices.get(key) or self._beginning_with(key)
        if not chosen:
            return None
        ordered = sorted(chosen, key=lambda c: (c.table, c.field, c.value))
        words = tuple(dict.fromkeys(choice.value for choice in ordered))
        return Reading(_any_of(ordered), "field", words)

    def said(self, value: str, language: str) -> str:
        """Return the word for a value in a language."""
        words = (x.text for x in self.labels() if (x.choice.value, x.language) == (value, language))
        return next(words, value)

    def _beginning_with(self, key: str) -> frozenset[Choice]:
        if len(key) < _SHORTEST_BEGINNING:
            return frozenset()
        begun = (v for label, v in self._choices.items() if label.startswith(key))
        return frozenset().union(*begun)


def _any_of(choices: Sequence[Choice]) -> Node:
    conditions: list[Node] = []
    for (table, name), several in groupby(choices, key=lambda c: (c.table, c.field)):
        values = [choice.value for choice in several]
        column = "name" if table == "facet" else "field"
        marks = ", ".join("?" * len(values))
        where = f"{column} = ? AND value IN ({marks})"
        conditions.append(_condition(table, where, name, *values))
    return group(Any, conditions)


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
        low = str(int(years.low) + years.strict) if years.low else "0000"
        high = str(int(years.high) - years.strict) if years.high else "9999"
        where = "name = 'year' AND value BETWEEN ? AND ?"
        return _compared(_condition("facet", where, low, high), years)


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
        where, only = ("field = ? AND ", [self.field]) if self.field else ("", [])
        where += "first <= ? AND last >= ?"
        return _compared(_condition("dated", where, *only, days.last, days.first), days.span)


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
            return None
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
        condition = _condition("amount", " AND ".join(wheres), *parameters)
        words = tuple(dict.fromkeys(str(end) for end in (sums.low, sums.high) if end))
        return Reading(condition, sums.span.meaning, words, (self._note(sums.currency),))

    def _note(self, currency: str) -> tuple[str, tuple[str, ...]]:
        """Tell what is compared; a dossier without any amounts has nothing to say of currencies."""
        if not currency:
            return "any-currency", ()
        if self._stated and currency not in self._stated:
            return "other-currencies", (currency, *self._stated)
        return "own-currency-only", (currency,)


@dataclass(frozen=True, slots=True)
class PresenceReader:
    """Reads the name of something that a record may have; names stand folded."""

    conditions: Mapping[str, tuple[str, Condition]] = field(default_factory=dict)
    spaced: ClassVar[bool] = True
    free: ClassVar[bool] = False
    trouble: ClassVar[str] = "unknown-value"

    def read(self, text: str) -> Reading | None:
        """Read what has to be there."""
        named = self.conditions.get(plain(text))
        return Reading(named[1], "has", (named[0],)) if named else None


@dataclass(frozen=True, slots=True)
class PartReader:
    """Reads words that stand in a name or address; ``field`` is where."""

    field: str
    spaced: ClassVar[bool] = False
    free: ClassVar[bool] = True
    trouble: ClassVar[str] = "unknown-value"

    def read(self, text: str) -> Reading | None:
        """Read words that stand together."""
        words = folded(text).strip()
        if not words:
            return None
        condition = _condition("stated", "field = ? AND instr(value, ?)", self.field, f" {words}")
        return Reading(condition, "field", (text.strip('"'),))


@dataclass(frozen=True, slots=True)
class NameReader:
    """Reads words of names: of the record itself, or of one of ``type`` related to it.

    ``fields`` hold further names of those.
    """

    type: str = ""
    fields: tuple[str, ...] = ()
    spaced: ClassVar[bool] = False
    free: ClassVar[bool] = True
    trouble: ClassVar[str] = "unknown-value"

    def read(self, text: str) -> Reading | None:
        """Read words."""
        part = words_of(text, together=text.startswith('"'))
        if part == NOTHING:
            return None
        node = Related(self.type, part, self.fields) if self.type else InNames(part)
        return Reading(node, "related" if self.type else "field", (text.strip('"'),))


@dataclass(frozen=True, slots=True)
class IdReader:
    """Reads the id of a record, with its type or without."""

    types: tuple[str, ...]
    spaced: ClassVar[bool] = False
    free: ClassVar[bool] = True
    trouble: ClassVar[str] = "unknown-value"

    def read(self, text: str) -> Reading | None:
        """Read an id."""
        name = text.strip('" ').lower()
        ids = [name] if "/" in name else [f"{type_id}/{name}" for type_id in self.types]
        marks = ", ".join("?" * len(ids))
        sql = f"SELECT number FROM record WHERE id IN ({marks})"
        return Reading(Condition(sql, tuple(ids)), "field", (name,))


def plain(text: str) -> str:
    """Return *text* with nothing but the letters and digits that tell labels apart."""
    return "".join(map(analysis.fold, analysis.forms(text)))


def _condition(table: str, where: str, *parameters: Parameter) -> Condition:
    if table == "facet":
        return Condition(_COUNTED_UNDER.format(where=where), parameters, packed=True)
    return Condition(_RECORDS_WITH.format(table=table, where=where), parameters)


def _compared(condition: Condition, span: Span) -> Reading:
    ends = tuple(dict.fromkeys(end for end in (span.low, span.high) if end))
    return Reading(condition, span.meaning, ends)
