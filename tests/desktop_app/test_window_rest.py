"""What the window does while its reader types nothing."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest

from tests.desktop_app.reading_room import Reader


class Link:
    """Holds itself in memory, until somebody looks for garbage."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def left_alone() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("left_alone")
def test_garbage_is_looked_for_once_the_reader_rests(
    reader: Reader, ask: Callable[[str], None]
) -> None:
    gone = weakref.ref(Link())
    ask("huawei")
    reader.until(lambda: gone() is None)
