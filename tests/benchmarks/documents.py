"""What the engines that we are compared with are given: the very texts and facets that ours has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from database.compile import tally
from database.compile.content import Content
from database.model.record import Record, RecordId
from database.model.schema import Schema
from database.model.text import Text
from database.model.wording import Wording
from database.search.index.entries import pieces_of
from i18n.locales import LOCALES


@dataclass(frozen=True, slots=True)
class Document:
    """A record as one title and one text a language; ``facets`` are pairs of name and value.

    ``number`` counts records from 1, in the order of their ids.
    """

    number: int
    id: RecordId
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    facets: tuple[tuple[str, str], ...]

    def values(self, facet: str) -> list[str]:
        """Return the values of one facet."""
        return [value for name, value in self.facets if name == facet]


def documents(content: Content, schema: Schema) -> Iterator[Document]:
    """Yield one document a record, in order of number."""
    titles = _Titles(content.records)
    wordings = {x.code: Wording(x, schema, titles, content.places) for x in LOCALES}
    for number, record in enumerate(content.records.values(), 1):
        names: dict[str, list[str]] = {code: [] for code in wordings}
        texts: dict[str, list[str]] = {code: [] for code in wordings}
        for piece in pieces_of(record, wordings):
            kept = names if piece.kind == "name" else texts
            for code in wordings:
                kept[code].append(piece.text.by_language.get(code, ""))
        yield Document(
            number,
            record.id,
            {code: " · ".join(dict.fromkeys(lines)) for code, lines in names.items()},
            {code: "\n".join(filter(None, lines)) for code, lines in texts.items()},
            tuple(tally.facets(record, schema)),
        )


class _Titles(Mapping[RecordId, Text]):
    """The titles of records that are made when they are asked for."""

    def __init__(self, records: Mapping[RecordId, Record]) -> None:
        self._records = records
        self._title = lru_cache(maxsize=20_000)(lambda record_id: records[record_id].title)

    def __getitem__(self, record_id: RecordId) -> Text:
        return self._title(record_id)

    def __iter__(self) -> Iterator[RecordId]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)
