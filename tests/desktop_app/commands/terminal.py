"""The program on a terminal, where it shows how far it has come and heeds Ctrl+C."""

import os
import signal
import subprocess
import sys
import time

from tests.desktop_app.commands.conftest import ROOT

PATIENCE = 60  # seconds


def run_on_terminal(*arguments: str, interrupt_at: bytes | None = None) -> tuple[int, bytes]:
    """Return the exit status and all that was told; press Ctrl+C once *interrupt_at* is."""
    import pty  # which Windows has not

    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", *arguments],
        cwd=ROOT, env={**os.environ, "LANG": "C.UTF-8", "LANGUAGE": "en"},
        stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, preexec_fn=_heed_interrupts,
    )  # fmt: skip
    os.close(theirs)
    told, deadline = b"", time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            told += os.read(ours, 1 << 16)
        except OSError:  # nobody writes to it any more
            break
        if interrupt_at and interrupt_at in told:
            program.send_signal(signal.SIGINT)
            interrupt_at = None
    os.close(ours)
    return program.wait(PATIENCE), told


def _heed_interrupts() -> None:
    """Undo what a shell does to the programs that it starts in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
