"""What nobody foresaw: written down for us, and told to the reader."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from database.model.errors import KnownError
from desktop_app.errors import Explanation, explain

log = logging.getLogger(__name__)

_LOG_SIZE = 1_000_000  # bytes at which a start begins a new log and keeps the one before


def keep_log(folder: Path) -> None:
    """Write warnings and worse to ``tukor.log`` in *folder*; past a megabyte begin a new one.

    A folder that cannot be written to leaves the program without a log, not without a window.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log_file = folder / "tukor.log"
        if log_file.exists() and log_file.stat().st_size > _LOG_SIZE:
            log_file.replace(folder / "tukor.log.1")
        handler = logging.FileHandler(log_file, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.INFO)
    logging.getLogger("desktop_app").addHandler(handler)
    logging.getLogger("desktop_app").setLevel(logging.INFO)


def install_last_resort(tell: Callable[[Explanation], None]) -> None:
    """Log whatever nobody caught, and *tell* the reader instead of vanishing."""

    def on_uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if not isinstance(error, KnownError):
            log.critical("uncaught", exc_info=(kind, error, trace))
        tell(explain(error))

    sys.excepthook = on_uncaught
