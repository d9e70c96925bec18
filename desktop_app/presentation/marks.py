"""Words that were asked for, as a reader sees them marked."""

from collections.abc import Iterable

from database.search.results import Span

# What may stand between two such words that are marked as one.
_JOINTS = frozenset({" ", "\N{NO-BREAK SPACE}", "-"})


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return *spans* of a text, which are in order, with neighbours as one."""
    found: list[Span] = []
    for start, end in spans:
        first = found.pop()[0] if found and text[found[-1][1] : start] in _JOINTS else start
        found.append((first, end))
    return tuple(found)
