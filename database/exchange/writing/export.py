"""Writing a selection of records in a format."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from database.exchange.whole_file import whole_file
from database.exchange.writing.account import Account
from database.exchange.writing.formats import Format
from database.exchange.writing.selection import Selection


class Stopped(Exception):
    """Somebody no longer wants what was being written."""


def export(
    selection: Selection,
    into: Format,
    out: BinaryIO,
    stopped: Callable[[], bool] = lambda: False,
) -> Account:
    """Write *selection* to *out* record by record; return what was written and what was lost.

    Raises:
        Stopped: *stopped*, which is asked again and again, returned true.
    """
    account = Account()
    for piece in into.write(selection, account):
        if stopped():
            raise Stopped
        out.write(piece.encode("utf-8"))
    return account


def export_file(
    selection: Selection,
    into: Format,
    path: Path,
    *,
    replace: bool = False,
    kept: Iterable[Path] = (),
    stopped: Callable[[], bool] = lambda: False,
) -> Account:
    """Write *selection* to a file, whole or not at all.

    Raises:
        ExportError: the file cannot be written, is there already and not to be *replaced*, or is
            one of those to be *kept*.
        Stopped: as for ``export``; the file is as it was.
    """
    with whole_file(path, replace=replace, kept=kept) as out:
        return export(selection, into, out, stopped)
