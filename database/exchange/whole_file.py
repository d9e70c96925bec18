"""A file that is there whole or not at all."""

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from database.model.errors import ExportError, FileExists, FileFull, FileKept, FileUnwritable

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def whole_file(
    path: Path, *, replace: bool = False, kept: Iterable[Path] = ()
) -> Iterator[BinaryIO]:
    """Write to a file beside *path*, which takes its place in the end if nothing went wrong.

    A link stays one: what it leads to is replaced.

    Raises:
        FileFull: there is no room for it.
        FileExists, FileKept, FileUnwritable: as for ``look``.
    """
    look(path, replace=replace, kept=kept)
    try:
        target = path.resolve()
        draft = target.with_name(f".tukor-{os.getpid()}.part")
        try:
            with draft.open("wb") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            look(path, replace=replace)  # somebody may have put one there meanwhile
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o777)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise explained(error, path) from error


def look(path: Path, *, replace: bool, kept: Iterable[Path] = ()) -> None:
    """See whether a file may be written at *path*.

    Raises:
        FileKept: it is one of those to be *kept*, whether *replace* is set or not.
        FileExists: there is something, and it is not to be *replaced*.
        FileUnwritable: it is no ordinary file, or no name for one.
    """
    try:
        if not path.exists():
            return
        if any(one.exists() and path.samefile(one) for one in kept):
            raise FileKept(path)
        if not path.is_file():  # a folder, or a device
            raise FileUnwritable(path)
    except OSError as error:  # a name that is too long, a folder that may not be looked into
        raise explained(error, path) from error
    if not replace:
        raise FileExists(path)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Write a dossier inside.

    Raises:
        FileFull, FileUnwritable: that cannot be done.
    """
    try:
        yield
    except OSError as error:
        raise explained(error, path) from error
    except sqlite3.OperationalError as error:
        is_full = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
        raise (FileFull if is_full else FileUnwritable)(path) from error


def explained(error: OSError, path: Path) -> ExportError:
    """Return why nothing can be written at *path*, as the reader is told it."""
    return FileFull(path) if error.errno in _NO_ROOM else FileUnwritable(path)
