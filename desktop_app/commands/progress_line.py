"""How far work has come, on a line of the terminal that is gone in the end; Ctrl+C stops it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

import click

from desktop_app.terminal import FAILURE
from i18n import formats, messages
from i18n.messages import _

_CLEAR = "\r\x1b[K"  # to the beginning of the line, and what was on it is gone

# Told the name of what is being done, how much of it is done, and how much there is.
Show = Callable[[str, int, int], None]


@contextmanager
def progress_line() -> Iterator[Show]:
    """Yield what shows the line, which is gone in the end; a file or a pipe is told nothing.

    Ctrl+C ends the program, with work inside that leaves nothing half done.
    """
    try:
        with _line() if sys.stderr.isatty() else nullcontext(_silent) as show:
            yield show
    except KeyboardInterrupt:
        click.echo(_("Stopped. Nothing was written."), err=True)
        sys.exit(FAILURE)


@contextmanager
def _line() -> Iterator[Show]:
    shown = ""

    def show(name: str, done: int, total: int) -> None:
        nonlocal shown
        share = formats.percent(100 * done // max(total, 1), messages.current())
        line = _("{label}: {value}").format(label=name, value=share)
        if line != shown:
            click.echo(f"{_CLEAR}{line}", err=True, nl=False)
            shown = line

    try:
        yield show
    finally:
        click.echo(_CLEAR, err=True, nl=False)


def _silent(_name: str, _done: int, _total: int) -> None:
    """Show nothing."""
