"""Which Serbian word a form may be a case of; everything goes without accents, in Latin letters.

Dossiers are written in English and Hungarian. Serbian comes in as names and as labels of the
thesaurus, and in what readers ask: ``u Beogradu``, ``Вучића``.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from database.search.language.exceptions import exceptions_of
from database.search.language.folding import fold

# Endings of nouns, adjectives and names, the longest first.
_CASES = (
    "ovima", "evima", "ama", "ima", "ovi", "evi", "ova", "eva", "ove", "eve", "om", "em", "og",
    "eg", "im", "ih", "oj", "a", "u", "e", "i", "o",
)  # fmt: skip
# What the nominative of a name may end in.
_NOMINATIVES = ("", "a", "o", "e")
_SHORTEST = 3
# An a that stands in the nominative only: Kragujevac, u Kragujevcu; centar, u centru.
_FLEETING = re.compile(r"(?<=\w{2}[^aeiou])a(?=[cknmr]$)")
_LOST = re.compile(r"(?<=[^aeiou])(?=[cknmr]$)")
# What k, g and h become before these endings: banka, u banci.
_SOFT = {"c": "k", "z": "g", "s": "h"}
_SOFTENING = ("i", "ima")
# Of a shorter word no cases are looked for.
_SHORTEST_DECLINED = 5


def stem(form: str) -> str:
    """Return what all cases of a nominative have in common."""
    folded = fold(form)
    bare = folded[:-1] if folded.endswith(("a", "e", "i", "o", "u")) else folded
    return bare if len(bare) >= _SHORTEST else folded


def stems(form: str) -> tuple[str, ...]:
    """Return every ``stem`` of a word of which *form* may be a case, the likeliest first."""
    found = [stem(form), *_without_case(fold(form))]
    found += [" ".join(map(stem, whole.split())) for bare in found for whole in _named_by(bare)]
    found += filter(None, [_hardened(bare, fold(form)) for bare in found])
    found += [_FLEETING.sub("", bare) for bare in found]
    found += [_LOST.sub("a", bare) for bare in found]
    return tuple(dict.fromkeys(found))


def nominatives(folded: str) -> Iterator[str]:
    """Yield words of which *folded* may be a case: ``vucicem`` → ``vucic``.

    Places are among them of which it is an adjective: ``beogradske`` → ``beograd``.
    """
    for bare in _without_case(folded):
        for place in _named_by(bare):
            yield from (place + ending for ending in _NOMINATIVES)
        if bare.endswith("j"):  # Huaweijem, Tokija: names in a vowel take a j
            yield bare[:-1]
        yield from (bare + ending for ending in _NOMINATIVES)
        if bare.endswith("c"):
            yield f"{bare[:-1]}ac"
        if hard := _hardened(bare, folded):
            yield from (hard, f"{hard}a")


def cases(folded: str) -> Iterator[str]:
    """Yield cases of *folded*, a nominative: ``oblak`` → ``oblaku``, ``turizam`` → ``turizma``."""
    if len(folded) >= _SHORTEST_DECLINED:
        bare = stem(folded)
        for one in {bare, _FLEETING.sub("", bare)}:
            yield from (one + ending for ending in _CASES)


def _named_by(bare: str) -> Iterator[str]:
    """Yield what an adjective without its ending is of: ``beogradsk``, ``nisk``, ``kinesk``."""
    if known := exceptions().get(bare):
        yield known
    elif bare.endswith(("sk", "ck")) and len(bare) > _SHORTEST:
        yield bare[:-1]  # what ends so itself: niški, kragujevački
        yield bare[:-2]


def _hardened(bare: str, folded: str) -> str:
    """Return *bare* with the last letter that it has before other endings, ``""`` for the same."""
    hard = _SOFT.get(bare[-1:]) if folded.removeprefix(bare) in _SOFTENING else None
    return bare[:-1] + hard if hard else ""


def _without_case(folded: str) -> Iterator[str]:
    for ending in _CASES:
        bare = folded.removesuffix(ending)
        if bare != folded and len(bare) >= _SHORTEST:
            yield bare


@cache
def exceptions() -> Mapping[str, str]:
    """Return the exceptions as ``by_adjective`` has them."""
    return by_adjective(exceptions_of("serbian"))


def by_adjective(listed: Mapping[str, list[str]]) -> Mapping[str, str]:
    """Return the words by the stems of their adjectives."""
    return {one: lemma for lemma, several in listed.items() for one in several}
