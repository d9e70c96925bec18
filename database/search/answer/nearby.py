"""What a field could be asked for instead: the nearest values that records have with the rest."""

import sqlite3
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from database.search.answer import records
from database.search.answer.compiler import CompiledQuestion
from database.search.answer.facets import Facets
from database.search.answer.records import Records
from database.search.question import money, when
from database.search.question.field_figures import DateReader, MoneyReader, YearReader
from database.search.question.field_values import ChoiceReader
from database.search.question.field_words import FieldWords
from database.search.question.fields import QueryField
from database.search.question.span import Span
from database.search.question.tree import Parameter

Figure = TypeVar("Figure", str, Decimal)

# So many other values of a list are offered for one field.
_MOST_VALUES = 3

# Returns the records that answer to a text, within the filters in force.
Answering = Callable[[str], Records]


@dataclass(frozen=True)
class Nearby:
    """Finds other values for the fields of one dossier. For one thread at a time."""

    connection: sqlite3.Connection
    facets: Facets

    def texts(
        self, text: str, question: CompiledQuestion, words: FieldWords, answering: Answering
    ) -> Iterator[str]:
        """Yield *text* with another value in one of its fields, the nearest ones first.

        Of figures these are the nearest on either side, then all that there are; of a list, the
        values that most records have. Records are to have them together with the rest of the text.
        """
        for part, field in _parts(text, question, words):
            named, _field = words.fields.named(part, 0)
            if named is None:
                continue
            if within := answering(text.replace(part, " ", 1)):
                for value in self._values(field, part[named.end() :].strip(), within, words):
                    yield text.replace(part, f"{named['name']}:{value}", 1)

    def _values(
        self, field: QueryField, asked: str, within: Records, words: FieldWords
    ) -> Iterator[str]:
        match field.reader:
            case YearReader():
                years = [value for value, _size in self.facets.values("year", within)]
                yield from _figures(when.years(asked), years)
            case DateReader(field=name):
                days = when.days(asked)
                span = Span(days.first[:4], days.last[:4]) if days else None
                yield from _figures(span, self._years_of(name, within))
            case MoneyReader() as reader:
                yield from self._sums(reader, asked, within, words.locale.code)
            case ChoiceReader():
                yield from self._choices(field, within, words)

    def _choices(self, field: QueryField, within: Records, words: FieldWords) -> Iterator[str]:
        """Yield the usual values; the one that was asked for is none, or there were answers."""
        if field.facet:
            counted = Counter(dict(self.facets.values(field.facet, within)))
        else:
            counted = Counter(v for v in self._stated(field.stated, within) if isinstance(v, str))
        yield from (words.value(field, code) for code, _size in counted.most_common(_MOST_VALUES))

    def _stated(self, field: str, within: Records) -> Iterator[Parameter]:
        return self._having("SELECT value, record FROM stated WHERE field = ?", [field], within)

    def _years_of(self, field: str, within: Records) -> Sequence[str]:
        """Return the years of the dates in one field, ``""`` for any, the first one first."""
        sql = "SELECT substr(first, 1, 4), record FROM dated WHERE ?1 IN ('', field)"
        return sorted({str(year) for year in self._having(sql, [field], within)})

    def _sums(
        self, reader: MoneyReader, asked: str, within: Records, language: str
    ) -> Iterator[str]:
        """Yield sums in the currency that was asked for, or the currencies that there are.

        Nothing is converted.
        """
        sums = money.read(asked)
        if sums is None or sums.is_mixed:
            return
        sql = "SELECT amount, record FROM amount WHERE ?1 IN ('', currency) AND ?2 IN ('', field)"
        rows = self._having(sql, [sums.currency, reader.field], within)
        stated = sorted({Decimal(str(amount)) for amount in rows})
        if not stated:
            yield from reader.currencies()
            return
        low = sums.low.amount if sums.low else None
        high = sums.high.amount if sums.high else None
        near = _beside(stated, low, high, strict=sums.span.strict)
        ends = [money.written(amount, language) for amount in near]
        if len(stated) > 1:
            ends.append(money.span_written(stated[0], stated[-1], language))
        yield from (f"{end} {sums.currency}".strip() for end in ends)

    def _having(
        self, sql: str, parameters: Sequence[Parameter], within: Records
    ) -> Iterator[Parameter]:
        """Yield the first column of the rows whose second one is a record of *within*."""
        kept = records.packed(within)
        rows = self.connection.execute(sql, parameters)
        return (value for value, record in rows if records.has(kept, record))


def _parts(
    text: str, question: CompiledQuestion, words: FieldWords
) -> Iterator[tuple[str, QueryField]]:
    """Yield the wanted fields of a question as they were typed, and which ones they are.

    Of one that is asked for twice another value would be no answer.
    """
    parts = dict.fromkeys(
        (told.part, told.field)
        for told in question.understood
        if told.part in question.fields or told.meaning == "unknown-value"
    )
    times = Counter(name for _part, name in parts)
    for part, name in parts:
        field = words.fields.by_id(name)
        if field and times[name] == 1 and part in text:
            yield part, field


def _figures(span: Span | None, stated: Sequence[str]) -> Iterator[str]:
    """Yield the nearest years of some in their order, then all from the first to the last."""
    if span:
        yield from _beside(stated, span.low or None, span.high or None, strict=span.strict)
        if len(stated) > 1:
            yield f"{stated[0]}..{stated[-1]}"


def _beside(
    values: Sequence[Figure], low: Figure | None, high: Figure | None, *, strict: bool
) -> Iterator[Figure]:
    """Yield the last of *values* before *low* and the first after *high*; they are sorted."""
    if low is not None:
        before = (bisect_right if strict else bisect_left)(values, low)
        yield from values[max(0, before - 1) : before]
    if high is not None:
        after = (bisect_left if strict else bisect_right)(values, high)
        yield from values[after : after + 1]
