"""What goes wrong, told on the terminal; a command has options that a window has not."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from database.model.errors import FileExists, FormatUnknown, KnownError
from desktop_app.errors import LibraryMissing, explain
from i18n.messages import _

FAILURE = 1  # exit status of a program that did not do what it was asked for

# The option of a command by which the remedy of an error is followed.
_OPTIONS: dict[type[KnownError], str] = {FileExists: "--force", FormatUnknown: "--format"}


@contextmanager
def explaining(status: int = FAILURE) -> Iterator[None]:
    """Explain on the terminal what goes wrong inside, if the user can do something about it.

    That ends the program with *status*.
    """
    try:
        yield
    except KnownError as error:
        _leave(error, status)
    except ImportError as error:
        library, no_such_file, _rest = str(error).partition(": cannot open shared object file")
        if not no_such_file:
            raise
        _leave(LibraryMissing(library), status)


def _leave(error: KnownError, status: int) -> NoReturn:
    if sys.stderr:  # a program of Windows without a terminal has none
        sys.stderr.write(f"{explain(error)}\n")
        if option := _OPTIONS.get(type(error)):
            sys.stderr.write(_("{label}: {value}").format(label=_("Option"), value=option) + "\n")
    sys.exit(status)
