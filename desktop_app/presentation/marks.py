"""Words of a text that were asked for, as they are marked on the page of a record."""

from collections.abc import Callable, Iterator, Sequence

# What may stand between two such words that are marked as one.
JOINTS = frozenset({" ", "\N{NO-BREAK SPACE}", "-"})

# Offsets in a text, in order: where a word begins, and where it ends.
Span = tuple[int, int]
# Tells where words stand in a text that were asked for.
Find = Callable[[str], Sequence[Span]]


def nothing(_text: str) -> Sequence[Span]:
    """Find nothing: no words were asked for."""
    return ()


def joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return *spans* of a text with neighbours as one."""
    found: list[Span] = []
    for start, end in spans:
        if found and text[found[-1][1] : start] in JOINTS:
            start = found.pop()[0]
        found.append((start, end))
    return tuple(found)


def pieces(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield a text piece by piece, each with whether it is one of *spans*."""
    done = 0
    for start, end in spans:
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False
