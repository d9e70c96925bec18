"""The open dossiers, read as one; ``database.search.library_search`` searches them.

The first dossier is the one that comes with the program; a record that stands in several is read
from the first that has it, or from the one that the reader has chosen it in.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from database.catalog import Catalog
from database.dossiers import Shelved, names, titles
from database.mentions import Mention, once
from database.model.errors import UnknownRecord
from database.model.record import Place, Record, RecordId, Term
from database.model.schema import Schema
from database.model.text import Text
from database.model.wording import Wording
from database.titles import MergedTitles
from i18n.locales import Locale


class Library:
    """Every question asked of the open dossiers, except full-text search."""

    def __init__(self, catalogs: Sequence[Catalog], schema: Schema) -> None:
        self._catalogs = tuple(catalogs)
        self.schema = schema
        self._first: Catalog | None = None

    @classmethod
    def open(cls, paths: Iterable[Path], schema: Schema) -> "Library":
        """Open several dossiers; raises what ``database.catalog.connect`` raises."""
        return cls([Catalog.open(path, schema) for path in paths], schema)

    def open_beside(self, path: Path) -> None:
        """Open one more dossier; raises what ``database.catalog.connect`` raises."""
        self._hold((*self._catalogs, Catalog.open(path, self.schema)))

    def reopen(self, place: int, path: Path) -> None:
        """Open the file that took the place of a dossier; raises as ``open_beside`` does."""
        opened = Catalog.open(path, self.schema)
        self._hold((*self._catalogs[:place], opened, *self._catalogs[place + 1 :]))

    def close(self, place: int) -> None:
        """Close the dossier at a *place* in the order in which they were opened."""
        self._hold((*self._catalogs[:place], *self._catalogs[place + 1 :]))

    def _hold(self, catalogs: tuple[Catalog, ...]) -> None:
        gone = [catalog for catalog in self._catalogs if catalog not in catalogs]
        self._catalogs = catalogs
        for gathered in ("shelf", "dossiers", "titles", "places", "terms"):
            self.__dict__.pop(gathered, None)
        for catalog in gone:
            catalog.close()

    @property
    def about(self) -> dict[str, Any]:
        """What the first dossier says about itself."""
        return self._catalogs[0].about

    @property
    def counts(self) -> Counter[str]:
        """How many records of each type the first dossier has."""
        return self._catalogs[0].counts

    @property
    def editions(self) -> tuple[dict[str, Any], ...]:
        """What every dossier says about itself, in the order in which they were opened."""
        return tuple(catalog.about for catalog in self._catalogs)

    @cached_property
    def shelf(self) -> tuple[Shelved, ...]:
        """Every dossier, in the order in which they were opened."""
        return tuple(Shelved.of(catalog.path, catalog.about) for catalog in self._catalogs)

    @cached_property
    def dossiers(self) -> dict[str, Text]:
        """What readers see every dossier called, by its name, in the same order."""
        return dict(zip(names(self.shelf), titles(self.shelf), strict=True))

    @cached_property
    def titles(self) -> MergedTitles:
        """The title of every record, by dossier, then in order of type and name."""
        return MergedTitles([catalog.titles for catalog in self._catalogs])

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every place, by key."""
        return {k: v for c in reversed(self._catalogs) for k, v in c.places.items()}

    @cached_property
    def terms(self) -> dict[str, Term]:
        """The thesaurus of all dossiers, by id."""
        return {k: v for c in reversed(self._catalogs) for k, v in c.terms.items()}

    def wording(self, locale: Locale) -> Wording:
        """Return what puts values into words of a language; it knows the dossiers open by now."""
        return Wording(locale, self.schema, self.titles, self.places, self.dossiers)

    def record(self, record_id: RecordId) -> Record:
        """Return one record; raises ``UnknownRecord`` where no dossier has it."""
        return self._home(record_id).record(record_id)

    def records(self, ids: Iterable[RecordId]) -> tuple[Record, ...]:
        """Return several records, in the order asked for."""
        return tuple(self.record(record_id) for record_id in ids)

    def mentions(self, record_id: RecordId, most: int | None = None) -> tuple[Mention, ...]:
        """Return the relations that point to a record, in every dossier that has it.

        Of each role *most* at most in each of them: those of the latest records.
        """
        return once(m for home in self._homes(record_id) for m in home.mentions(record_id, most))

    def more_mentions(self, record_id: RecordId, most: int) -> Counter[tuple[str, str]]:
        """Return how many relations ``mentions`` leaves out, by role and type of their record."""
        return sum((h.more_mentions(record_id, most) for h in self._homes(record_id)), Counter())

    def citing(self, source_id: RecordId, most: int | None = None) -> tuple[RecordId, ...]:
        """Return the other records that cite a source, *most* at most in each dossier."""
        homes = self._homes(source_id)
        return tuple(dict.fromkeys(each for h in homes for each in h.citing(source_id, most)))

    def more_citing(self, source_id: RecordId, most: int) -> int:
        """Return how many records ``citing`` leaves out."""
        return sum(home.more_citing(source_id, most) for home in self._homes(source_id))

    def read_first(self, name: str) -> None:
        """Read what several dossiers have from the one of this name, until another is named."""
        named = dict(zip(self.dossiers, self._catalogs, strict=True))
        self._first = named.get(name, self._first)

    def dossier_of(self, record_id: RecordId) -> str:
        """Return the name of the dossier that a record is read from."""
        return [*self.dossiers][self._catalogs.index(self._home(record_id))]

    def _homes(self, record_id: RecordId) -> list[Catalog]:
        return [catalog for catalog in self._catalogs if record_id in catalog.titles]

    def _home(self, record_id: RecordId) -> Catalog:
        homes = self._homes(record_id)
        if not homes:
            raise UnknownRecord(record_id)
        return next((home for home in homes if home is self._first), homes[0])
