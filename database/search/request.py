"""One question put to the search engine."""

from dataclasses import dataclass

from i18n.locales import Locale

Filter = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One question, complete in itself so that it can cross a thread.

    ``filters`` are chosen facet values, ``(facet, value)``: within one facet any of them will do,
    across facets all must hold. An empty ``text`` asks for every record.
    ``unfinished`` tells that the last word may still be growing under the reader's fingers.
    """

    text: str
    locale: Locale
    filters: frozenset[Filter] = frozenset()
    limit: int = 50
    unfinished: bool = True
