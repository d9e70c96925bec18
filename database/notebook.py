"""The reader's own notebook: searches they saved, and searches they made before.

One small SQLite file. It is opened for the moment of each call, so that several windows may share
it, and it comes into being with the first thing written.
"""

import errno
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Literal, Self, get_args

from database.model.errors import (
    NotebookBusy,
    NotebookDamaged,
    NotebookError,
    NotebookFull,
    NotebookTooNew,
    NotebookUnwritable,
)
from database.search.request import Filter, Order, SearchRequest
from i18n.locales import Locale

# The layout of the table; raised whenever an older program could misread the file.
FORMAT = 1

# So many past searches are remembered; what is longer than this was pasted, not asked.
MOST_PAST = 200
_LONGEST = 1_000

_PATIENCE = 1.0  # seconds to wait for another window that is just writing

Shelf = Literal["saved", "past"]


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, in no particular language: the parts mean what they do in a request."""

    text: str
    filters: frozenset[Filter] = frozenset()
    excluded: frozenset[Filter] = frozenset()
    without: frozenset[str] = frozenset()
    order: Order = "relevance"

    @classmethod
    def of(cls, request: SearchRequest) -> Self:
        """Return what *request* asks, whatever its language and however many hits it wants."""
        return cls(request.text, request.filters, request.excluded, request.without, request.order)

    def request(self, locale: Locale) -> SearchRequest:
        """Return the request that asks this again in *locale*."""
        return SearchRequest(
            self.text,
            locale,
            filters=self.filters,
            excluded=self.excluded,
            without=self.without,
            order=self.order,
        )

    @property
    def narrows(self) -> bool:
        """Tell whether it asks for anything but every record."""
        return bool(self.text.strip() or self.filters or self.excluded)


@dataclass(frozen=True, slots=True)
class Entry:
    """A question on a shelf; ``name`` is what the reader calls it, ``""`` if they do not.

    ``at`` is when it was saved, or last asked, in UTC.
    """

    shelf: Shelf
    question: Question
    at: datetime
    name: str = ""


class Notebook:
    """Keeps questions in the file at *path*; its folder is made when it is needed.

    Every method raises a ``NotebookError`` if the file cannot be used:

    - ``NotebookUnwritable``: it, or its folder, may not be read or written, or the disk fails;
    - ``NotebookFull``: there is no room on the disk;
    - ``NotebookBusy``: another window went on writing for longer than a second;
    - ``NotebookTooNew``: a later version of the program wrote it; it is left as it is;
    - ``NotebookDamaged``: it cannot be understood. It has been put aside under another name, so
      that the next call begins a new one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def entries(self, shelf: Shelf) -> tuple[Entry, ...]:
        """Return what is on a shelf, newest first."""
        if not self._exists():
            return ()
        with self._opened() as db:
            rows = db.execute(
                "SELECT written, at, name FROM question WHERE shelf = ?"
                " ORDER BY at DESC, number DESC",
                [shelf],
            ).fetchall()
            return tuple(
                Entry(shelf, _read(written), datetime.fromisoformat(at), name)
                for written, at, name in rows
            )

    def save(self, question: Question, name: str = "") -> None:
        """Put a question on the shelf of the saved ones; if it is there, only name it anew."""
        with self._opened() as db:
            db.execute(
                "INSERT INTO question (shelf, written, at, name) VALUES ('saved', ?, ?, ?)"
                " ON CONFLICT (shelf, written) DO UPDATE SET name = excluded.name",
                [_written(question), _now(), name],
            )

    def remember(self, question: Question) -> None:
        """Put a question before all past ones; each is there once, and the oldest are forgotten."""
        if not question.narrows or len(question.text) > _LONGEST:
            return
        with self._opened() as db:
            db.execute(
                "INSERT INTO question (shelf, written, at) VALUES ('past', ?, ?)"
                " ON CONFLICT (shelf, written) DO UPDATE SET at = excluded.at",
                [_written(replace(question, text=question.text.strip())), _now()],
            )
            db.execute(
                "DELETE FROM question WHERE shelf = 'past' AND number NOT IN (SELECT number"
                " FROM question WHERE shelf = 'past' ORDER BY at DESC, number DESC LIMIT ?)",
                [MOST_PAST],
            )

    def rename(self, entry: Entry, name: str) -> None:
        """Call a saved question by another name."""
        with self._opened() as db:
            db.execute(
                "UPDATE question SET name = ? WHERE shelf = ? AND written = ?",
                [name, entry.shelf, _written(entry.question)],
            )

    def delete(self, entries: Iterable[Entry]) -> None:
        """Take entries off their shelves; nothing of them stays in the file."""
        with self._opened() as db:
            db.executemany(
                "DELETE FROM question WHERE shelf = ? AND written = ?",
                [(entry.shelf, _written(entry.question)) for entry in entries],
            )

    def put_back(self, entries: Iterable[Entry]) -> None:
        """Undo ``delete``; what has been asked again meanwhile stays as it is."""
        with self._opened() as db:
            db.executemany(
                "INSERT OR IGNORE INTO question (shelf, written, at, name) VALUES (?, ?, ?, ?)",
                [(e.shelf, _written(e.question), _stamp(e.at), e.name) for e in entries],
            )

    def _exists(self) -> bool:
        try:
            return self.path.exists()
        except OSError as error:  # its folder may not even be looked into
            raise NotebookUnwritable(self.path) from error

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one transaction."""
        try:
            self._make()
            with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as db:
                db.execute("PRAGMA secure_delete = ON")  # what is deleted is nobody's to find
                self._check(db)
                with db:
                    yield db
        except (sqlite3.Error, OSError, ValueError) as error:
            raise self._known(error) from error

    def _make(self) -> None:
        """Make file and folder, readable by their owner only."""
        if not self.path.exists():
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.touch(mode=0o600)

    def _check(self, db: sqlite3.Connection) -> None:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version > FORMAT:
            raise NotebookTooNew(self.path)
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        if version < FORMAT and tables <= {"question", "idx_question_shelf_written"}:
            _create_table(db)
        elif "question" not in tables:
            raise ValueError("this is a database of something else")

    def _known(self, error: sqlite3.Error | OSError | ValueError) -> NotebookError:
        """Return what *error* means for the reader; a damaged file is put aside first."""
        if isinstance(error, OSError):
            return (NotebookFull if error.errno == errno.ENOSPC else NotebookUnwritable)(self.path)
        match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF:
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
                return NotebookDamaged(self.path, self._put_aside())
            case sqlite3.SQLITE_FULL:
                return NotebookFull(self.path)
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return NotebookBusy(self.path)
        return NotebookUnwritable(self.path)

    def _put_aside(self) -> Path | None:
        """Rename the file, with what belongs to it; return its new place if that could be done."""
        free = (self.path.with_stem(f"{self.path.stem}-damaged-{n}") for n in count(1))
        place = next(path for path in free if not path.exists())
        try:
            self.path.rename(place)
            journal = Path(f"{self.path}-journal")
            if journal.exists():
                journal.rename(f"{place}-journal")
        except OSError:
            return None
        return place


def _create_table(db: sqlite3.Connection) -> None:
    """Create the table, unless another window has done so meanwhile."""
    from sqlite_utils import Database  # takes long to import, and is needed once in a lifetime

    # SQLite refuses at once who has read and then wants to write: the right to write comes first.
    db.execute("BEGIN IMMEDIATE")
    with db, Database(db, execute_plugins=False).atomic() as database:
        table = database.table("question")
        columns = {"number": int, "shelf": str, "written": str, "at": str, "name": str}
        table.create(
            columns, pk="number", defaults={"name": ""}, not_null=columns, if_not_exists=True
        )
        table.create_index(["shelf", "written"], unique=True, if_not_exists=True)
        db.execute(f"PRAGMA user_version = {FORMAT}")


def _written(question: Question) -> str:
    """Write a question down; equal ones are written alike."""
    parts = {
        "text": question.text,
        "filters": sorted(question.filters),
        "excluded": sorted(question.excluded),
        "without": sorted(question.without),
        "order": question.order,
    }
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def _read(written: str) -> Question:
    """Read a question; raises ``ValueError`` if that is none."""
    try:
        parts = json.loads(written)
        question = Question(
            parts["text"],
            frozenset((name, value) for name, value in parts["filters"]),
            frozenset((name, value) for name, value in parts["excluded"]),
            frozenset(parts["without"]),
            parts["order"],
        )
    except (KeyError, TypeError) as error:
        raise ValueError(written) from error
    if question.order not in get_args(Order):
        raise ValueError(written)
    return question


def _now() -> str:
    return _stamp(datetime.now(UTC))


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
