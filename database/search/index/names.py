"""Names of records and places as labels of the thesaurus.

A record is found by its names anyway. As labels they also reach the records that only mention it:
who asks for ``autoput Crna Gora`` gets the motorways of Montenegro, and who asks for ``Szerbia``
gets what is written about Serbia in English only.
"""

from collections.abc import Iterable, Iterator

from database.model.record import Place, Record, Term
from database.model.schema import Schema
from database.model.text import Text
from database.model.values import LANGUAGES
from database.search.language import analysis

# In the languages of the dossier other names may be wider or narrower than the title: Belgrade and
# Moscow stand for governments.
_LOOSE = "variant"


def of_records(records: Iterable[Record], schema: Schema) -> Iterator[Term]:
    """Yield a term for each record of a ``named`` type with more than one name."""
    for record in (record for record in records if schema.types[record.type].named):
        also = (name.text for name in record.names if _says_the_same(name.language, name.kind))
        yield from _term(record.id, record.title, tuple(also))


def of_places(places: Iterable[Place]) -> Iterator[Term]:
    """Yield a term for each place with more than one name."""
    for place in places:
        yield from _term(f"place/{place.key}", place.name, place.also)


def _term(key: str, title: Text, also: tuple[str, ...]) -> Iterator[Term]:
    """Yield a term if there is more than one name.

    Its titles are labels of their languages. Its other names are labels of no language: who asks
    for them gets the titles, and never the other way round.
    """
    titles = {x: (text,) for x, text in title.by_language.items() if _can_be_asked_for(text)}
    others = tuple(filter(_can_be_asked_for, also))
    if len({*titles.values(), *((name,) for name in others)}) > 1:
        yield Term(key, {**titles, analysis.ANY_LANGUAGE: others}, Text({}))


def _can_be_asked_for(name: str) -> bool:
    return 0 < len(analysis.forms(name)) <= analysis.LONGEST_LABEL


def _says_the_same(language: str, kind: str) -> bool:
    return kind != _LOOSE or language.partition("-")[0] not in LANGUAGES
