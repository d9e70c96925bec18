"""How the value of a field is read, by the kind of field.

Every reader returns a ``Reading``, or ``None`` for what it cannot make sense of.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import ClassVar, NamedTuple, Protocol

from database.search.language import analysis
from database.search.question import wildcards
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
    """Reads a code or a label, in any language, with or without accents; its beginning will do.

    *others* are names of values too, which records need not have.
    """

    labels: Callable[[], Iterable[Label]]
    others: Callable[[], Iterable[str]] = tuple
    spaced: ClassVar[bool] = True
    free: ClassVar[bool] = False
    trouble: ClassVar[str] = "unknown-value"

    @cached_property
    def known(self) -> Mapping[str, frozenset[Choice]]:
        """The values by everything that they are called, as ``plain`` has it."""
        found: dict[str, frozenset[Choice]] = {}
        for label in self.labels():
            key = plain(label.text)
            found[key] = found.get(key, frozenset()) | {label.choice}
        return found

    @cached_property
    def _by_stem(self) -> Mapping[str, frozenset[Choice]]:
        found: dict[str, frozenset[Choice]] = {}
        for label in self.labels():
            for stem in stems(label.text):
                found[stem] = found.get(stem, frozenset()) | {label.choice}
        return found

    def read(self, text: str) -> Reading | None:
        """Read a label, the beginning of one or more, or a label with an ending."""
        key = plain(text)
        chosen = self.known.get(key) or self._beginning_with(key) or self._inflected(text)
        if not chosen:
            return None
        ordered = sorted(chosen, key=lambda c: (c.table, c.field, c.value))
        words = tuple(dict.fromkeys(choice.value for choice in ordered))
        return Reading(_any_of(ordered), "field", words)

    @cached_property
    def _other_names(self) -> frozenset[str]:
        return frozenset(map(plain, self.others()))

    def has(self, text: str) -> bool:
        """Tell whether *text* is a code or a label as it stands."""
        return plain(text) in self.known

    def names_another(self, text: str) -> bool:
        """Tell whether *text* is a name among the *others*."""
        return plain(text) in self._other_names

    def said(self, value: str, language: str) -> str:
        """Return the word for a value in a language."""
        words = (x.text for x in self.labels() if (x.choice.value, x.language) == (value, language))
        return next(words, value)

    def _beginning_with(self, key: str) -> frozenset[Choice]:
        begun = (v for label, v in self.known.items() if key and label.startswith(key))
        return frozenset().union(*begun)

    def _inflected(self, text: str) -> frozenset[Choice]:
        return frozenset().union(*(self._by_stem.get(stem, ()) for stem in stems(text)))


def _any_of(choices: Sequence[Choice]) -> Node:
    conditions: list[Node] = []
    for (table, name), several in groupby(choices, key=lambda c: (c.table, c.field)):
        values = [choice.value for choice in several]
        column = "name" if table == "facet" else "field"
        marks = ", ".join("?" * len(values))
        where = f"{column} = ? AND value IN ({marks})"
        conditions.append(condition(table, where, name, *values))
    return group(Any, conditions)


@dataclass(frozen=True, slots=True)
class PresenceReader:
    """Reads the name of something that a record may have; names stand folded."""

    conditions: Mapping[str, tuple[str, Condition]] = field(default_factory=dict)
    spaced: ClassVar[bool] = True
    free: ClassVar[bool] = False
    trouble: ClassVar[str] = "unknown-value"

    def read(self, text: str) -> Reading | None:
        """Read what has to be there."""
        named = self.conditions.get(plain(text)) or self._inflected(text)
        return Reading(named[1], "has", (named[0],)) if named else None

    def _inflected(self, text: str) -> tuple[str, Condition] | None:
        asked = stems(text)
        return next((v for name, v in self.conditions.items() if asked & stems(name)), None)


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
        chosen = condition("stated", "field = ? AND instr(value, ?)", self.field, f" {words}")
        return Reading(chosen, "field", (text.strip('"'),))


@dataclass(frozen=True, slots=True)
class NameReader:
    """Reads words of names: of the record itself, or of one of ``type`` related to it.

    ``fields`` hold further names of those. Several words are read where they are a whole name,
    which ``is_name`` tells.
    """

    type: str = ""
    fields: tuple[str, ...] = ()
    is_name: Callable[[str], bool] = lambda _text: False
    spaced: ClassVar[bool] = False
    free: ClassVar[bool] = True
    trouble: ClassVar[str] = "unknown-value"

    def read(self, text: str) -> Reading | None:
        """Read words."""
        quoted = text.startswith('"')
        part = wildcards.phrase_of(text) if quoted else wildcards.words_of(text)
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
    return "".join(analysis.folds(text))


def stems(text: str) -> frozenset[str]:
    """Return keys under which other forms of a label meet: its last word may have endings."""
    *before, last = analysis.forms(text) or [""]
    if not last:
        return frozenset()
    beginning = "".join(map(analysis.fold, before))
    keys = analysis.keys(last) | analysis.keys(analysis.fold(last))  # typed without accents, too
    return frozenset(f"{beginning} {key}" for key in keys)


def condition(table: str, where: str, *parameters: Parameter) -> Condition:
    """Return what selects the records that a table has with such values."""
    if table == "facet":
        return Condition(_COUNTED_UNDER.format(where=where), parameters, packed=True)
    return Condition(_RECORDS_WITH.format(table=table, where=where), parameters)
