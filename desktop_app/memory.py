"""How Python looks after the memory of the program."""

import gc


def collect_seldom() -> None:
    """Let the collector of cycles look for garbage a hundred times less often than is usual.

    What answers are made of is freed without it. Python's usual thresholds would let it look
    through all that is being loaded at the start, 7 % of the time until a window can be seen, and
    later through all caches in the middle of many a keystroke.
    """
    gc.set_threshold(50_000, 20, 50)
