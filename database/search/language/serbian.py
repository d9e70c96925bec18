"""Which Serbian word a form may be a case of; everything goes without accents, in Latin letters.

Dossiers are written in English and Hungarian. Serbian comes in as names and as labels of the
thesaurus, and in what readers ask: ``u Beogradu``, ``Вучића``.
"""

import re
from collections.abc import Iterator

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
_FLEETING = re.compile(r"(?<=\w{2}[^aeiou])a(?=[cknr]$)")
_LOST = re.compile(r"(?<=[^aeiou])(?=[cknr]$)")


def stem(form: str) -> str:
    """Return what all cases of a nominative have in common."""
    folded = fold(form)
    bare = folded[:-1] if folded.endswith(("a", "e", "i", "o", "u")) else folded
    return bare if len(bare) >= _SHORTEST else folded


def stems(form: str) -> tuple[str, ...]:
    """Return every ``stem`` of a word of which *form* may be a case, the likeliest first."""
    found = [stem(form), *_without_case(fold(form))]
    found += [_FLEETING.sub("", bare) for bare in found]
    found += [_LOST.sub("a", bare) for bare in found]
    return tuple(dict.fromkeys(found))


def nominatives(folded: str) -> Iterator[str]:
    """Yield words of which *folded* may be a case: ``vucicem`` → ``vucic``."""
    for bare in _without_case(folded):
        if bare.endswith("j"):  # Huaweijem, Tokija: names in a vowel take a j
            yield bare[:-1]
        yield from (bare + ending for ending in _NOMINATIVES)
        if bare.endswith("c"):
            yield f"{bare[:-1]}ac"


def _without_case(folded: str) -> Iterator[str]:
    for ending in _CASES:
        bare = folded.removesuffix(ending)
        if bare != folded and len(bare) >= _SHORTEST:
            yield bare
