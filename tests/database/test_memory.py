"""What Python looks through for garbage, in a program of its own."""

import gc
import subprocess
import sys
from contextlib import ExitStack

import pytest

from database import memory

SETTLED = """
import gc, weakref
from database import memory

class Link:
    def __init__(self):
        self.own = self

memory.collect_seldom()
gc.disable()
before = Link()
still_there, seen = weakref.ref(before), gc.get_freeze_count()
del before
memory.settle()
after = Link()
gone = weakref.ref(after)
del after
gc.collect()
print(seen, gc.get_freeze_count() > 0, still_there() is not None, gone() is None)
"""


TIDIED = """
import gc, weakref
from database import memory

class Link:
    def __init__(self):
        self.own = self

gc.set_threshold(100_000, 2, 2)
kept, old = Link(), Link()
for _ in range(9):
    memory.tidy()
gone = [weakref.ref(kept), weakref.ref(old)]
del old
newest = Link()
gone.insert(0, weakref.ref(newest))
del newest
memory.tidy()
told = [reference() is None for reference in gone]
for _ in range(9):
    memory.tidy()
print(*told, *(reference() is None for reference in gone))
"""


def test_tidying_finds_the_youngest_garbage_at_once_and_older_in_turn() -> None:
    ran = subprocess.run([sys.executable, "-c", TIDIED], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["True", "False", "False", "True", "False", "True"]


def test_what_has_settled_is_left_alone_and_later_garbage_is_found() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SETTLED], capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["0", "True", "True", "True"]


@pytest.mark.parametrize("first_to_end", [0, 1])
def test_when_the_last_build_has_ended_garbage_is_looked_for_as_before(first_to_end: int) -> None:
    before = gc.get_threshold()
    builds = [ExitStack(), ExitStack()]
    for build in builds:
        build.enter_context(memory.collecting_seldom())
    seldom = gc.get_threshold()
    builds.pop(first_to_end).close()
    assert gc.get_threshold() == seldom != before
    builds.pop().close()
    assert gc.get_threshold() == before
