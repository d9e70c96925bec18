"""Answers to try the views with: small, complete, and alike in two languages."""

from database.model.text import Text
from database.search.request import SearchRequest
from database.search.results import (
    Expansion,
    Facet,
    FacetCount,
    Fragment,
    Hit,
    SearchResults,
    Suggestion,
)
from i18n.locales import ENGLISH, HUNGARIAN

ASKED = SearchRequest("camera", ENGLISH)
IN_HUNGARIAN = SearchRequest("camera", HUNGARIAN)
BROWSED = SearchRequest("", ENGLISH)
NARROWED = SearchRequest("", ENGLISH, filters=frozenset({("type", "project")}))

TYPES = ("project", "actor", "source", "event", "concern")


def hit(number: int, *, language: str = "en", match: str = "exact", long: bool = False) -> Hit:
    words = {"en": f"Camera {number}", "hu": f"{number}. kamera"}
    text = " that watches the streets of a city" * (12 if long else 1)
    return Hit(
        id=f"{TYPES[number % 5]}/camera-{number}",
        type=TYPES[number % 5],
        title=Text.of(**words),
        facts=("In use", "2017"),
        snippet=(Fragment("A "), Fragment("camera", matched=True), Fragment(text)),
        title_fragments=(Fragment(words[language]),),
        score=1.0,
        match=match,
    )


def results(
    count: int = 30,
    *,
    text: str = "camera",
    language: str = "en",
    total: int | None = None,
    first: int = 0,
    facets: tuple[Facet, ...] = (),
    suggestions: tuple[Suggestion, ...] = (),
) -> SearchResults:
    numbers = range(first, first + count)
    hits = tuple(hit(number, language=language, long=language == "hu") for number in numbers)
    found = first + count if total is None else total
    return SearchResults(text, hits, found, facets, suggestions=suggestions, first=first)


def facet(name: str, counts: dict[str, int], label: str = "") -> Facet:
    values = tuple(FacetCount(value, value.title(), n) for value, n in counts.items())
    return Facet(name, label or name.title(), values)


def expansions(count: int) -> tuple[Expansion, ...]:
    return tuple(Expansion("camera", f"watching eye {n}", "thesaurus") for n in range(count))
