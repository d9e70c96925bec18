"""What a question may become while it is being typed: records, terms, names and values of fields.

Everything is looked up by the beginning of words, in ranges of an index: nothing is read through.
"""

import heapq
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from database.catalog import about, connect
from database.dossiers import EachOpen, Shelved, titles
from database.model.record import RecordId
from database.model.schema import Schema
from database.search.offer.complete import complete, put, value_at
from database.search.offer.known_records import KnownRecords
from database.search.offer.known_terms import KnownTerms
from database.search.offer.offer import Offer
from database.search.question import signs
from database.search.question.field_values import NameReader
from database.search.question.field_words import FieldWords
from database.search.question.fields import Fields
from i18n.locales import Locale

# So many of each kind at most, so that there is room for the others.
_MOST_RECORDS, _MOST_TERMS, _MOST_FIELDS = 4, 2, 2


class Suggester:
    """Offers ways to go on with a question to the open dossiers. For one thread at a time.

    Any call raises what ``open`` raises if a dossier that has come since cannot be opened.
    """

    def __init__(self, paths: Sequence[Path], schema: Schema) -> None:
        self._dossiers = EachOpen(paths, lambda path: _Dossier(path, connect(path), schema))

    @classmethod
    def open(cls, paths: Sequence[Path], schema: Schema) -> "Suggester":
        """Open several dossiers; raises what ``database.catalog.connect`` raises.

        *paths* may change: the next question is asked of those that are there by then.
        """
        return cls(paths, schema)

    def suggest(
        self, text: str, locale: Locale, limit: int = 8, *, cursor: int | None = None
    ) -> tuple[Offer, ...]:
        """Return at most *limit* offers: records, then terms, then completions.

        Where the value of a field is being written at *cursor* (the end, if ``None``), only values
        are offered. Accents, capitals and scripts make no difference; any text is allowed.
        """
        at = len(text) if cursor is None else min(cursor, len(text))
        completed = self._all(lambda dossier: dossier.completions(text, at, locale, limit))
        if any(offer.kind == "value" for offer in completed):
            return completed[:limit]
        found: tuple[Offer, ...] = ()
        if at == len(text) and not signs.are_meant(text):  # no title begins with such
            records = self._all(lambda dossier: dossier.records(text, locale))[:_MOST_RECORDS]
            found = (
                *self._told_apart(records, locale),
                *self._all(lambda dossier: dossier.terms(text, locale))[:_MOST_TERMS],
            )
        return (*found, *completed[:_MOST_FIELDS])[:limit]

    def _all(self, offers: "Callable[[_Dossier], Iterable[Offer]]") -> tuple[Offer, ...]:
        """Return what all dossiers offer, in one order, the same thing once."""
        several = (offers(dossier) for dossier in self._dossiers())
        return tuple(dict.fromkeys(heapq.merge(*several, key=attrgetter("place"))))

    def _told_apart(self, records: Sequence[Offer], locale: Locale) -> Iterator[Offer]:
        """Yield records; those that are called alike with the dossiers that they stand in."""
        dossiers, called = self._dossiers(), Counter(offer.shown for offer in records)
        for offer in records:
            if len(dossiers) == 1 or called[offer.shown] == 1:
                yield offer
                continue
            named = zip(titles([each.shelved for each in dossiers]), dossiers, strict=True)
            having = (
                title.within(locale.code) for title, each in named if each.has(str(offer.record))
            )
            yield replace(offer, detail=" · ".join(filter(None, (offer.detail, *having))))


class _Dossier:
    """What one dossier offers."""

    def __init__(self, path: Path, connection: sqlite3.Connection, schema: Schema) -> None:
        self.shelved = Shelved.of(path, about(connection))
        self._db = connection
        self._fields = Fields(schema, connection)
        self._words: dict[Locale, FieldWords] = {}
        self._records = KnownRecords(connection)
        self._terms = KnownTerms(connection)

    def close(self) -> None:
        self._db.close()

    def has(self, record_id: RecordId) -> bool:
        """Tell whether a record stands here."""
        found = self._db.execute("SELECT 1 FROM record WHERE id = ?", [record_id])
        return found.fetchone() is not None

    def words(self, locale: Locale) -> FieldWords:
        """Return the query language in the words of a language."""
        if locale not in self._words:
            self._words[locale] = FieldWords(self._fields, locale)
        return self._words[locale]

    def completions(self, text: str, at: int, locale: Locale, limit: int) -> Iterator[Offer]:
        """Yield names and values of fields; a field that asks for a record offers its title."""
        words = self.words(locale)
        slot = value_at(text, at, words)
        if slot and isinstance(slot.field.reader, NameReader) and slot.field.reader.type:
            for known in self._records.find(slot.typed, locale, limit, slot.field.reader.type):
                name = known.name or known.title
                value = f'"{name}"' if " " in name else name
                yield put(
                    text,
                    slot.start,
                    at,
                    value,
                    shown=known.title,
                    detail=known.name,
                    place=(known.distance,),
                )
        else:
            yield from complete(text, at, words, limit)

    def records(self, text: str, locale: Locale) -> Iterator[Offer]:
        """Yield records to be opened."""
        for known in self._records.find(text, locale, _MOST_RECORDS):
            place = (known.distance,)
            yield Offer("record", known.title, known.name, text, len(text), known.id, place)

    def terms(self, text: str, locale: Locale) -> Iterator[Offer]:
        """Yield terms, each in the place of the words that begin it; no two make one question."""
        made: set[str] = set()
        for known in self._terms.find(text, locale):
            whole = text[: known.start] + known.label
            if len(made) == _MOST_TERMS:
                return
            if whole.lower() not in made:
                made.add(whole.lower())
                yield Offer("term", known.label, known.meaning, whole, len(whole))
