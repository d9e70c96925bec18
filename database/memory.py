"""How Python looks after the memory of the program."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

# Allocations before the youngest objects are looked through, and so on; 700, 10, 10 is usual.
_SELDOM = (100_000, 20, 50)
# The fewer at a time, the shorter the pause, and the more of them. Who types without a rest for two
# hundred questions is held up once, for some milliseconds.
_LITTLE_BY_LITTLE = (20_000, 20, 50)

# What each of those that collect seldom for a while has found, the first one at the bottom.
_before: list[tuple[int, int, int]] = []
_one_at_a_time = Lock()


def collect_seldom() -> None:
    """Let the collector of cycles look for garbage a hundred times less often than is usual.

    What answers are made of is freed without it. Python's usual thresholds would let it look
    through all that is being loaded at the start, 7 % of the time until a window can be seen, and
    later through all caches in the middle of many a keystroke.
    """
    gc.set_threshold(*_SELDOM)


def settle() -> None:
    """Never again look through what there is by now, and through what comes a little at a time.

    For a program that stands as it will, and in which somebody types: to look through all that had
    come since the start held up one letter in two hundred for a tenth of a second.
    """
    gc.freeze()
    gc.set_threshold(*_LITTLE_BY_LITTLE)


def tidy() -> None:
    """Look for garbage now, while nobody waits: among the youngest, and in turn among all.

    Called at every rest, it leaves hardly any pause for a letter that is typed.
    """
    generation = 0
    while generation < 2 and gc.get_count()[generation + 1] > gc.get_threshold()[generation + 1]:
        generation += 1
    gc.collect(generation)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Do so for a while: building a dossier takes a tenth less time.

    Of several threads that do, the last one to end gives back what the first one found.
    """
    with _one_at_a_time:
        _before.append(gc.get_threshold())
        collect_seldom()
    try:
        yield
    finally:
        with _one_at_a_time:
            before = _before.pop()
            if not _before:
                gc.set_threshold(*before)
