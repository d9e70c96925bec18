"""A file of text, read line by line."""

from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path

from database.model.errors import FileNotUtf8, FileUnreadable

_OFTEN = 200  # lines after which it is told how far the reading has come


class TextFile:
    """The lines of a file in UTF-8, with or without a byte-order mark, with their line ends.

    *report* is told now and then how many bytes of all are read; what it raises ends the reading.
    """

    def __init__(
        self, path: Path, report: Callable[[int, int], None] = lambda _done, _total: None
    ) -> None:
        self.path = path
        self._report = report

    def __iter__(self) -> Iterator[str]:
        """Yield the lines.

        Raises:
            FileUnreadable: there is no such file, or it may not be read.
            FileNotUtf8: it is in another encoding, or no text at all.
        """
        try:
            size = self.path.stat().st_size
            with (
                self.path.open("rb") as read,
                TextIOWrapper(read, "utf-8-sig", newline="") as lines,
            ):
                for number, line in enumerate(lines):
                    if number % _OFTEN == 0:
                        self._report(read.tell(), size)
                    yield line
        except UnicodeDecodeError as error:
            raise FileNotUtf8(self.path, _first_wrong_line(self.path)) from error
        except OSError as error:
            raise FileUnreadable(self.path) from error

    def text(self) -> str:
        """Return the whole text; raises as iterating does."""
        return "".join(self)


def _first_wrong_line(path: Path) -> int:
    with path.open("rb") as file:
        return next((n for n, line in enumerate(file, 1) if not _is_text(line)), 1)


def _is_text(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
