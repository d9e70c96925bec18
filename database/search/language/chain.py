"""The chain of Whoosh's that a text goes through, one link for each language it may be in."""

import re
from collections.abc import Iterator
from functools import cache

from whoosh.analysis import Analyzer, Filter, LowercaseFilter, RegexTokenizer

from database.search.language.folding import latin


class _SerbianLatin(Filter):  # type: ignore[misc]  # Whoosh has no types
    """Turns Serbian (and Macedonian) Cyrillic letters into Latin ones."""

    def __call__(self, tokens: Iterator[object]) -> Iterator[object]:
        for token in tokens:
            token.text = latin(token.text)  # type: ignore[attr-defined]
            yield token


@cache
def through(words: re.Pattern[str]) -> Analyzer:
    """Return what yields a token for each of the *words* of a text: in small, Latin letters."""
    return RegexTokenizer(words) | LowercaseFilter() | _SerbianLatin()
