"""What is to be exported."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from database.library import Library
from database.model.record import Record, RecordId
from database.model.schema import RecordType, Schema
from database.model.wording import Wording
from database.search.library_search import LibrarySearch
from database.search.request import SearchRequest
from i18n.locales import Locale

# Told how many records have been read, and of how many. What it raises ends the reading.
Progress = Callable[[int, int], None]


def unwatched(_done: int, _total: int) -> None:
    """Be told how far the reading has come, and do nothing."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Records of the open dossiers, in the order of ``ids``, for readers of ``locale``.

    Iterating reads one record after the other, tells ``progress`` of each before, and keeps none.
    Use it from one thread.
    """

    ids: tuple[RecordId, ...]
    library: Library
    locale: Locale
    progress: Progress = unwatched

    @classmethod
    def of_hits(cls, request: SearchRequest, dossiers: Sequence[Path], schema: Schema) -> Self:
        """Select every record that answers to *request*, in the order of its hits.

        Raises:
            DossierError: a dossier cannot be opened.
        """
        with closing(LibrarySearch.open(dossiers, schema)) as search:
            ids = search.ids(request)
        return cls(ids, Library.open(dossiers, schema), request.locale)

    def __iter__(self) -> Iterator[Record]:
        for number, record_id in enumerate(self.ids):
            self.progress(number, len(self.ids))
            yield self.library.record(record_id)

    @property
    def types(self) -> tuple[RecordType, ...]:
        """Return the types of the records, in the order of the schema."""
        there = {record_id.partition("/")[0] for record_id in self.ids}
        return tuple(kept for kept in self.library.schema.types.values() if kept.id in there)

    def wording(self) -> Wording:
        """Return what puts values into words of the reader's language."""
        return self.library.wording(self.locale)
