"""A thread that writes into a dossier while the one that makes it goes on."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager


class WritingThread:
    """Writes one thing at a time beside the thread that it belongs to.

    Python goes on while SQLite carries out a statement; after it, SQLite waits for Python to make
    a pause. So a few long statements are worth a thread, and many short ones are not.

    The connection is this thread's from ``start`` to ``wait``, and its owner's all other time.
    """

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._started: Future[None] | None = None

    def start(self, write: Callable[[], None]) -> None:
        """Let *write* begin, when all that was started before has been waited for."""
        self._started = self._pool.submit(write)

    def wait(self) -> None:
        """Wait until all is written that was started; raise what that has raised."""
        if self._started:
            self._started.result()
            self._started = None


@contextmanager
def writing_thread() -> Iterator[WritingThread]:
    """Lend a thread.

    On leaving, even through an error, all that was started is written and the thread has ended.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing") as pool:
        thread = WritingThread(pool)
        yield thread
        thread.wait()
