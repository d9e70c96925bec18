"""Every text of the real dossier, one language at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from database.compile.content import Content
from database.model.record import Record
from database.model.text import Text


@dataclass(frozen=True)
class Written:
    """One text in one language, and where it stands."""

    place: str
    language: str
    words: str


def texts(record: Record) -> Iterator[tuple[str, Text]]:
    """Yield every text of a record with the name of its part."""
    yield "title", record.title
    yield "description", record.description
    for n, passage in enumerate(record.summary, 1):
        yield f"summary {n}", passage.text
    for n, claim in enumerate(record.claims, 1):
        if isinstance(claim.value, Text):
            yield f"claims {n}", claim.value
        if claim.note:
            yield f"claims {n} note", claim.note
    for n, relation in enumerate(record.relations, 1):
        if relation.label:
            yield f"relations {n} label", relation.label


@pytest.fixture(scope="module")
def everything(real_content: Content) -> list[Written]:
    """Every text of the records and of the thesaurus."""
    several = [
        (f"{record.id}: {part}", text)
        for record in real_content.records.values()
        for part, text in texts(record)
    ]
    several += [(f"terms.toml: {term.id}", term.definition) for term in real_content.terms.values()]
    return [
        Written(place, language, words)
        for place, text in several
        for language, words in text.by_language.items()
    ]
