"""The searches that the reader saved, and those they made before."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from database.model.errors import NotebookDamaged, NotebookError
from database.notebook import Entry, Notebook, Question
from database.search.request import SearchRequest
from desktop_app.presentation.narrowing import folded
from desktop_app.presentation.question import Undoable

# Milliseconds after which a reader who asks nothing else has stayed on a search.
PAUSE = 4_000


class SearchMemory(QObject):
    """Keeps the notebook up to date, and works on without it if it cannot be used.

    A search is remembered when the reader stays on it: for some seconds, or by opening a hit or
    pressing Enter.

    Signals:
        changed: what is saved, past or to be undone is no longer what it was.
        remembering: whether searches are remembered from now on.
        failed: a ``NotebookError``, and whether it kept the reader from something they asked for.
            What hinders mere remembering is told once.
    """

    changed = Signal()
    remembering = Signal(bool)
    failed = Signal(object, bool)

    def __init__(
        self, notebook: Notebook, *, remembers: bool = True, pause: int = PAUSE, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._question = Question("")
        self._steps: list[Undoable] = []
        self._told: set[type[NotebookError]] = set()
        self._pause = QTimer(self, interval=pause, singleShot=True)
        self._pause.timeout.connect(self.stay)
        self.remembers = remembers
        self.saved: tuple[Entry, ...] = ()
        self.past: tuple[Entry, ...] = ()

    @property
    def question(self) -> Question:
        """The question as it stands in the window."""
        return self._question

    @property
    def last_step(self) -> Undoable | None:
        """What was done last and can be taken back."""
        return self._steps[-1] if self._steps else None

    @Slot()
    def read(self) -> None:
        """Read what is kept, which another window may have changed."""
        before = self.saved, self.past
        if self._done(self._read, asked=False) and (self.saved, self.past) != before:
            self.changed.emit()

    @Slot(object)
    def follow(self, request: SearchRequest) -> None:
        """Take note of what is asked now; it is remembered if the reader stays on it."""
        question = Question.of(request)
        if question != self._question:
            self._question = question
            self._pause.start()

    @Slot()
    def stay(self) -> None:
        """Remember what is asked now, unless the reader wants nothing remembered."""
        self._pause.stop()
        is_last = bool(self.past) and self.past[0].question == self._question
        if self.remembers and self._question.narrows and not is_last:
            self._change(partial(self._notebook.remember, self._question), asked=False)

    @Slot(bool)
    def set_remembering(self, on: bool) -> None:
        """Remember past searches from now on, or none; those remembered before stay."""
        if on != self.remembers:
            self.remembers = on
            self._pause.stop()
            self.remembering.emit(on)

    def save(self, question: Question, name: str) -> bool:
        """Save a question, and tell whether that could be done.

        An empty *name* leaves it to be called by what it asks.
        """
        return self._change(partial(self._notebook.save, question, name.strip()))

    def rename(self, entry: Entry, name: str) -> None:
        """Call a saved search by another name; an empty one gives it back its own."""
        self._change(partial(self._notebook.rename, entry, name.strip()))

    def arrange(self, entries: Sequence[Entry]) -> None:
        """Put the saved searches in this order; ``undo`` puts them where they were."""
        placed = [replace(entry, place=place) for place, entry in enumerate(entries)]
        self._take(Undoable("arranged", tuple(entries)), partial(self._notebook.arrange, placed))

    def delete(self, entries: Sequence[Entry]) -> None:
        """Delete saved or past searches; ``undo`` brings them back."""
        self._take(Undoable("deleted", tuple(entries)), partial(self._notebook.delete, entries))

    @Slot()
    def undo(self) -> None:
        """Take back what was done last, step by step as long as the window is open."""
        if not self._steps:
            return
        step = self._steps[-1]
        deleted = step.done == "deleted"
        take_back = self._notebook.put_back if deleted else self._notebook.arrange
        if self._done(partial(take_back, step.entries)):
            del self._steps[-1]
            self._done(self._read)
            self.changed.emit()

    def matching(self, text: str) -> Sequence[str]:
        """Return past questions that begin with *text*, then those that contain it, newest first.

        Case and accents make no difference. There are none while nothing is to be remembered.
        """
        if not self.remembers:
            return ()
        wanted = folded(text.strip())
        texts = dict.fromkeys(entry.question.text for entry in self.past if entry.question.text)
        found = [text for text in texts if wanted in folded(text)]
        return sorted(found, key=lambda text: not folded(text).startswith(wanted))

    def _read(self) -> None:
        saved, past = self._notebook.entries("saved"), self._notebook.entries("past")
        self.saved, self.past = saved, past

    def _take(self, step: Undoable, write: Callable[[], None]) -> None:
        """Write something that can be taken back."""
        if self._done(write):
            self._steps.append(step)
            self._done(self._read)
            self.changed.emit()

    def _change(self, write: Callable[[], None], *, asked: bool = True) -> bool:
        """Write something, read what is there then, and tell; or tell what went wrong."""

        def work() -> None:
            write()
            self._read()

        done = self._done(work, asked=asked)
        if done:
            self.changed.emit()
        return done

    def _done(self, work: Callable[[], None], *, asked: bool = True) -> bool:
        """Tell whether *work* could be done; if not, say why, and the program goes on."""
        try:
            work()
        except NotebookError as error:
            lost = asked or isinstance(error, NotebookDamaged)
            if lost or type(error) not in self._told:
                self._told.add(type(error))
                self.failed.emit(error, lost)
            return False
        return True
