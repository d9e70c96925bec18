"""A file that is there whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from database.model.errors import ExportError, FileExists, FileFull, FileUnwritable

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def whole_file(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Write to a file beside *path*, which takes its place in the end if nothing went wrong.

    A link stays one: what it leads to is replaced.

    Raises:
        FileExists: there is something at *path*, and it is not to be *replaced*.
        FileFull: there is no room for it.
        FileUnwritable: it cannot be written for another reason, or is no ordinary file.
    """
    try:
        target = path.resolve()
        _look(target, path, replace=replace)
        draft = target.with_name(f".tukor-{os.getpid()}.part")
        try:
            with draft.open("wb") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            _look(target, path, replace=replace)  # somebody may have put one there meanwhile
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o777)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise explained(error, path) from error


def _look(target: Path, path: Path, *, replace: bool) -> None:
    if target.exists():
        if not target.is_file():  # a folder, or a device
            raise FileUnwritable(path)
        if not replace:
            raise FileExists(path)


def explained(error: OSError, path: Path) -> ExportError:
    """Return why nothing can be written at *path*, as the reader is told it."""
    return FileFull(path) if error.errno in _NO_ROOM else FileUnwritable(path)
