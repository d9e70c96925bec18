"""What comes back from a search."""

from dataclasses import dataclass

from database.model.record import RecordId
from database.model.text import Text


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of snippet text; ``matched`` runs are the words that were asked for."""

    text: str
    matched: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found. ``facts`` are the headline values, already in words.

    ``dossier`` is the id of the dossier it stands in. ``match`` names the weakest rule that was
    needed: ``exact``, ``folded``, ``stemmed``, ``prefix``, ``thesaurus``, ``fuzzy`` or ``partial``
    (some of the words are missing); ``""`` when browsing.
    """

    id: RecordId
    type: str
    title: Text
    facts: tuple[str, ...]
    snippet: tuple[Fragment, ...]
    title_fragments: tuple[Fragment, ...]
    score: float
    match: str
    dossier: str = ""


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many hits have one value of a facet; ``label`` is in the language of the request."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with its counts, most frequent first; years run from the earliest."""

    name: str
    label: str
    counts: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """Something else that was searched: ``rule`` is ``thesaurus`` or ``fuzzy``."""

    asked: str
    searched: str
    rule: str


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to one request: hits best first, ``total`` of all hits, facets in schema order.

    ``suggestions`` are spellings to try when nothing or little was found, likeliest first.
    """

    text: str
    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...]
    expansions: tuple[Expansion, ...] = ()
    suggestions: tuple[str, ...] = ()
