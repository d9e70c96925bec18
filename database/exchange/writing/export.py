"""Writing a selection of records in a format."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from database.exchange.whole_file import whole_file
from database.exchange.writing.account import Account
from database.exchange.writing.formats import Format
from database.exchange.writing.selection import Progress, Selection, unwatched


def export(
    selection: Selection, into: Format, out: BinaryIO, progress: Progress = unwatched
) -> Account:
    """Write *selection* to *out* record by record; return what was written and what was lost.

    What *progress* raises ends it.
    """
    account = Account()
    for piece in into.write(dataclasses.replace(selection, progress=progress), account):
        out.write(piece.encode("utf-8"))
    return account


def export_file(
    selection: Selection,
    into: Format,
    path: Path,
    *,
    replace: bool = False,
    kept: Iterable[Path] = (),
    progress: Progress = unwatched,
) -> Account:
    """Write *selection* to a file, whole or not at all: what *progress* raises leaves it as it was.

    Raises:
        ExportError: the file cannot be written, is there already and not to be *replaced*, or is
            one of those to be *kept*.
    """
    with whole_file(path, replace=replace, kept=kept) as out:
        return export(selection, into, out, progress)
