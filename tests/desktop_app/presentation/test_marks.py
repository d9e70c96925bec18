"""Found words as they are marked on a page."""

import pytest

from desktop_app.presentation import marks

TEXT = "Smart cities, smart-city loans"


def spans(*words: str) -> list[tuple[int, int]]:
    return [(TEXT.index(word), TEXT.index(word) + len(word)) for word in words]


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (spans("Smart", "cities"), ["Smart cities"]),
        (spans("smart", "city"), ["smart-city"]),
        (spans("cities", "smart"), ["cities", "smart"]),  # a comma parts them
        (spans("smart", "city", "loans"), ["smart-city loans"]),
        ([], []),
    ],
)
def test_neighbours_are_marked_as_one(found: list[tuple[int, int]], shown: list[str]) -> None:
    joined = marks.joined(TEXT, found)
    assert [TEXT[start:end] for start, end in joined] == shown
