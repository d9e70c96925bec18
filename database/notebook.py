"""The reader's own notebook: searches they saved, and searches they made before.

One small SQLite file. It is opened for the moment of each call, so that several windows may share
it, and it comes into being with the first thing written.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Self, get_args

from database.notebook_file import NotebookFile, has_places, make_places
from database.search.request import Filter, Order, SearchRequest
from i18n.locales import Locale

# So many past searches are remembered; what is longer than this was pasted, not asked.
MOST_PAST = 200
_LONGEST = 1_000

EntryKind = Literal["saved", "past"]  # the column ``shelf`` of the file


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, in no particular language: the parts mean what they do in a request.

    ``later_order`` is kept for the later version of the program that wrote it: none that we know.
    """

    text: str
    filters: frozenset[Filter] = frozenset()
    excluded: frozenset[Filter] = frozenset()
    without: frozenset[str] = frozenset()
    order: Order = "relevance"
    later_order: str = ""

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
    """A question that is kept; ``name`` is what the reader calls it, ``""`` if they do not.

    ``at`` is when it was saved, or last asked, in UTC. ``place`` is where the reader put it among
    the saved ones, the least first; ``None`` as long as they have left it where it is.
    """

    kind: EntryKind
    question: Question
    at: datetime
    name: str = ""
    place: int | None = None


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
        self._file = NotebookFile(path)

    def entries(self, kind: EntryKind) -> tuple[Entry, ...]:
        """Return the questions kept so, newest first, whatever places they have."""
        if not self._file.exists():
            return ()
        with self._file.opened() as db:
            place = "place" if has_places(db) else "NULL"
            rows = db.execute(
                f"SELECT written, at, name, {place} FROM question WHERE shelf = ?"
                " ORDER BY at DESC, number DESC",
                [kind],
            ).fetchall()
            return tuple(
                Entry(kind, _read(written), datetime.fromisoformat(at), name, place)
                for written, at, name, place in rows
            )

    def save(self, question: Question, name: str = "") -> None:
        """Put a question among the saved ones; if it is there, only name it anew."""
        with self._file.opened() as db:
            db.execute(
                "INSERT INTO question (shelf, written, at, name) VALUES ('saved', ?, ?, ?)"
                " ON CONFLICT (shelf, written) DO UPDATE SET name = excluded.name",
                [_written(question), _now(), name],
            )

    def remember(self, question: Question) -> None:
        """Put a question before all past ones; each is there once, and the oldest are forgotten."""
        if not question.narrows or len(question.text) > _LONGEST:
            return
        with self._file.opened() as db:
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
        with self._file.opened() as db:
            db.execute(
                "UPDATE question SET name = ? WHERE shelf = ? AND written = ?",
                [name, entry.kind, _written(entry.question)],
            )

    def arrange(self, entries: Iterable[Entry]) -> None:
        """Give saved questions the places that *entries* have; what is deleted stays so."""
        with self._file.opened() as db:
            make_places(db)
            db.executemany(
                "UPDATE question SET place = ? WHERE shelf = ? AND written = ?",
                [(entry.place, entry.kind, _written(entry.question)) for entry in entries],
            )

    def delete(self, entries: Iterable[Entry]) -> None:
        """Take entries off their shelves; nothing of them stays in the file."""
        with self._file.opened() as db:
            db.executemany(
                "DELETE FROM question WHERE shelf = ? AND written = ?",
                [(entry.kind, _written(entry.question)) for entry in entries],
            )

    def put_back(self, entries: Iterable[Entry]) -> None:
        """Undo ``delete``; what has been asked again meanwhile stays as it is."""
        with self._file.opened() as db:
            make_places(db)
            db.executemany(
                "INSERT OR IGNORE INTO question (shelf, written, at, name, place)"
                " VALUES (?, ?, ?, ?, ?)",
                [(e.kind, _written(e.question), _stamp(e.at), e.name, e.place) for e in entries],
            )


def _written(question: Question) -> str:
    """Write a question down; equal ones are written alike."""
    parts = {
        "text": question.text,
        "filters": sorted(question.filters),
        "excluded": sorted(question.excluded),
        "without": sorted(question.without),
        "order": question.later_order or question.order,
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
        )
        order = parts["order"]
    except (KeyError, TypeError) as error:
        raise ValueError(written) from error
    if not isinstance(order, str):
        raise ValueError(written)
    known: Order | None = next((each for each in get_args(Order) if each == order), None)
    return replace(question, order=known) if known else replace(question, later_order=order)


def _now() -> str:
    return _stamp(datetime.now(UTC))


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
