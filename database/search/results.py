"""What comes back from a search."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from database.model.record import RecordId
from database.model.text import Text
from database.search.question.understanding import Why
from database.search.request import Filter

# Offsets in a text: where a word begins, and where it ends.
Span = tuple[int, int]
# Tells where a text says what was asked for, in order. Any thread may call it.
Find = Callable[[str], Sequence[Span]]


def nowhere(_text: str) -> Sequence[Span]:
    """Find nothing: nothing was asked for."""
    return ()


class Fragment(NamedTuple):
    """A run of snippet text; ``matched`` runs are the words that were asked for."""

    text: str
    matched: bool = False


def fragments(text: str, spans: Iterable[Span]) -> tuple[Fragment, ...]:
    """Split a text into runs, those of *spans* matched; they are in order and do not overlap."""
    found: list[Fragment] = []
    done = 0
    for start, end in spans:
        if start > done:
            found.append(Fragment(text[done:start]))
        found.append(Fragment(text[start:end], matched=True))
        done = end
    if done < len(text):
        found.append(Fragment(text[done:]))
    return tuple(found)


def plain(fragments: Iterable[Fragment]) -> str:
    """Return the text of fragments without their marks."""
    return "".join(fragment.text for fragment in fragments)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found.

    ``facts`` are the headline values, already in words; in an order of dates or amounts they begin
    with what the hit is in order by. ``dossier`` is the name of the dossier it stands in
    (``dossiers.names``). ``match`` names the weakest rule that was needed: ``exact``, ``folded``,
    ``stemmed``, ``prefix``, ``thesaurus``, ``broader``, ``fuzzy`` or ``partial`` (some of the words
    are missing); ``""`` when browsing. ``why`` has the reason word by word; ``explain.reason`` puts
    it into a sentence. ``place`` is what the hits of several dossiers are put in order by, the
    least first.
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
    why: tuple[Why, ...] = ()
    place: tuple[object, ...] = ()


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
    """Something else that was searched.

    ``rule`` is ``thesaurus``, ``broader`` (no record tells of the concept itself), ``compound`` or
    ``fuzzy``.
    """

    asked: str
    searched: str
    rule: str


# What another question has that was asked otherwise, the likeliest to be meant first.
SuggestionKind = Literal["fields", "spelling", "unquoted", "nearby", "fewer"]
MOST_SUGGESTIONS = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another question that has an answer, and how many records answer to it at least.

    ``fields`` asks by fields for the years and sums that a question has in words; a ``spelling``
    corrects the words that the dossier does not have; ``unquoted`` has no quotation
    marks; ``nearby`` has another value in a field; ``fewer`` leaves some of the words out.
    """

    text: str
    total: int
    kind: SuggestionKind


@dataclass(frozen=True, slots=True)
class Loosening:
    """Filters of one facet without which the same question has an answer of ``total`` records.

    They are all the wanted values of the facet, or one that is ``excluded``; ``label`` is what the
    facet is called and ``values`` what they are, in the language of the request.
    """

    filters: frozenset[Filter]
    label: str
    values: tuple[str, ...]
    excluded: bool
    total: int


class Told(NamedTuple):
    """How one part of a question was understood, its words in the language of the request.

    ``part``, ``meaning`` and ``excluded`` are those of ``Understood``, ``field`` is the id of the
    field, if any, and ``label`` what it is called. ``explain.sentence`` puts it into a sentence.
    """

    part: str
    meaning: str
    words: tuple[str, ...]
    field: str = ""
    label: str = ""
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to one request: hits in order, ``total`` of all hits, facets in schema order.

    ``first`` is the number of the first hit among all, counted from 0. ``suggestions`` are other
    questions: where nothing was found, likeliest first; without quotation marks where little was;
    by fields. ``loosenings`` are what to take off where the filters let nothing pass, the most
    records first. ``understood`` says in whole sentences, in the language of the request, how the
    signs and fields of the question were taken. ``spans`` finds what was asked for
    in any text.
    """

    text: str
    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...]
    expansions: tuple[Expansion, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    understood: tuple[str, ...] = ()
    first: int = 0
    loosenings: tuple[Loosening, ...] = ()
    spans: Find = field(default=nowhere, compare=False)
