"""Ids of imported records: made of their titles, and of the dossier, so that no other has them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count

from database.exchange.reading.draft import Draft
from database.model.record import RecordId
from database.search.language.folding import fold

_LONGEST = 60  # characters of a title


def slug(text: str) -> str:
    """Return what an id can have of a text: small letters, digits and hyphens, or nothing."""
    words = re.findall(r"[a-z0-9]+", fold(text.casefold()))
    return "-".join(words)[:_LONGEST].strip("-")


def with_ids(drafts: Iterable[Draft], dossier: str) -> Iterator[tuple[RecordId, Draft]]:
    """Give each record an id; ``source/DOSSIER`` stays free for the file itself."""
    taken = {f"source/{dossier}"}
    for draft in drafts:
        words = slug(draft.name.rpartition("/")[2]) if "/" in draft.name else slug(draft.title())
        first = f"{draft.type}/{dossier}-{words or draft.line}"
        numbered = (f"{first}-{n}" for n in count(2))
        record_id = first if first not in taken else next(i for i in numbered if i not in taken)
        taken.add(record_id)
        yield record_id, draft


class Names:
    """Finds records of a file by what the file calls them: by name, else by title."""

    def __init__(self, drafts: Mapping[RecordId, Draft]) -> None:
        self._by_name = {draft.name: record_id for record_id, draft in drafts.items()}
        self._by_title: dict[tuple[str, str], RecordId] = {}
        for record_id, draft in drafts.items():
            for title in draft.table["title"].values():
                self._by_title.setdefault((draft.type, title.casefold()), record_id)

    def find(self, name: str, types: Collection[str]) -> RecordId | None:
        """Return the record of one of some *types* that is meant, ``None`` if there is none."""
        named = self._by_name.get(name) if name else None
        if named and named.partition("/")[0] in types:
            return named
        titled = (self._by_title.get((type_id, name.casefold())) for type_id in types)
        return next(filter(None, titled), None)
