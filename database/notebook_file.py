"""The file of a notebook: made when it is needed, opened for a moment, put aside when damaged."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from database.model.errors import (
    NotebookBusy,
    NotebookDamaged,
    NotebookError,
    NotebookFull,
    NotebookTooNew,
    NotebookUnwritable,
)

# The layout of the table; raised whenever an older program could misread the file. The places came
# later without that: a program that knows none reads and writes all the rest, and lets them be.
FORMAT = 1

_PATIENCE = 1.0  # seconds to wait for another window that is just writing


class NotebookFile:
    """One table of questions in the SQLite file at *path*.

    Every method raises a ``NotebookError`` if the file cannot be used; a damaged one has been put
    aside under another name then, so that the next call begins a new one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def exists(self) -> bool:
        """Tell whether anything was ever written."""
        try:
            return self.path.exists()
        except OSError as error:  # its folder may not even be looked into
            raise NotebookUnwritable(self.path) from error

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one transaction, with its table; what goes wrong within is told too."""
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
        told = {"number": int, "shelf": str, "written": str, "at": str, "name": str}
        table.create(
            {**told, "place": int},
            pk="number",
            defaults={"name": ""},
            not_null=told,
            if_not_exists=True,
        )
        table.create_index(["shelf", "written"], unique=True, if_not_exists=True)
        db.execute(f"PRAGMA user_version = {FORMAT}")


def has_places(db: sqlite3.Connection) -> bool:
    """Tell whether a place can be written down; earlier versions of the program knew of none."""
    return "place" in {row[1] for row in db.execute("PRAGMA table_info(question)")}


def make_places(db: sqlite3.Connection) -> None:
    """Make room for places before a transaction writes some; all that is there stays as it is."""
    db.execute("BEGIN IMMEDIATE")  # or two windows would both see that there is none
    if not has_places(db):
        db.execute("ALTER TABLE question ADD COLUMN place INTEGER")
