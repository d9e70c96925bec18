"""Writing the full-text index of a dossier, in the same file as the records.

Tables, all filled in one transaction with the records:

* ``search``: FTS5 over folded forms, columns ``title`` and ``text``; ranks and finds;
* ``named``: FTS5 over the folded forms of names alone, to find those soon among many;
* ``forms``: the distinct forms of each record, to tell an exact hit from a folded one;
* ``form``, ``form_key``: every form of the dossier, its fold, its keys and how many records have
it;
* ``pieces``: the texts of a record for snippets, as JSON: a list of passages with all languages
  abreast, each as ``[prose, {language: text}, {language: forms}]``; the first one holds the facts
  of its headline;
* ``label``: the thesaurus by key, to carry a question across languages;
* ``headword``: every name of a record, folded, to find it by the whole name or its beginning.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sqlite_utils import Database

from database.model.record import Place, Record, RecordId, Term
from database.model.schema import Schema
from database.model.text import Text
from database.model.values import LANGUAGES
from database.model.wording import Wording
from database.search import analysis
from database.search.pieces import Piece, headline, pieces_of
from i18n.locales import LOCALES

# Parts the names of a record from each other, so that one can be asked for as a whole.
NAME_SEPARATOR = "\t"
# While a dossier is made, FTS5 gathers so many bytes before it writes them, and merges at the end.
_GATHERED = 32 << 20
_FTS = ("search", "named")


def create_tables(db: Database) -> None:
    """Create the empty index; the ``ascii`` tokenizer leaves our folded forms as they are."""
    db.executescript("""
        CREATE VIRTUAL TABLE search USING fts5(title, text, content='', tokenize='ascii',
            prefix='1 2');
        CREATE VIRTUAL TABLE named USING fts5(title, content='', tokenize='ascii', prefix='1 2');
        CREATE TABLE forms (record INTEGER PRIMARY KEY, title TEXT NOT NULL,
            subject TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE form (form TEXT PRIMARY KEY, fold TEXT NOT NULL, records INTEGER NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE form_key (key TEXT NOT NULL, form TEXT NOT NULL, PRIMARY KEY (key, form))
            WITHOUT ROWID;
        CREATE TABLE pieces (record INTEGER PRIMARY KEY, pieces TEXT NOT NULL);
        CREATE TABLE label (key TEXT NOT NULL, term TEXT NOT NULL, language TEXT NOT NULL,
            label TEXT NOT NULL, PRIMARY KEY (key, term, language, label)) WITHOUT ROWID;
        CREATE TABLE headword (fold TEXT NOT NULL, record INTEGER NOT NULL,
            PRIMARY KEY (fold, record)) WITHOUT ROWID;
        CREATE INDEX form_by_fold ON form (fold);
        CREATE INDEX label_by_term ON label (term);
    """)


class Indexer:
    """Writes the index of records into the empty tables, one record after the other."""

    def __init__(
        self,
        db: Database,
        schema: Schema,
        titles: Mapping[RecordId, Text],
        places: Mapping[str, Place],
    ) -> None:
        self._db = db
        self._schema = schema
        self._wordings = {x.code: Wording(x, schema, titles, places) for x in LOCALES}
        self._known: Counter[str] = Counter()
        for table in _FTS:
            self._configure(table, hashsize=_GATHERED, automerge=0)

    def add(self, record: Record, number: int) -> None:
        """Index a record; *number* is its row in the table ``record``."""
        pieces = list(pieces_of(record, self._wordings))
        names = list(dict.fromkeys(x for p in pieces if p.kind == "name" for x in p.text))
        others = [piece for piece in pieces if piece.kind != "name"]
        title = [form for name in names for form in _forms_of(name)]
        subject = [form for piece in others if piece.kind == "subject" for form in _forms(piece)]
        text = [form for piece in others for form in _forms(piece)]
        self._known.update({*title, *text})
        folded = [" ".join(map(analysis.fold, forms)) for forms in (title, text)]
        single = NAME_SEPARATOR.join(_distinct(_forms_of(name)) for name in names)
        facts = headline(record, self._schema, self._wordings)
        written = json.dumps(
            [_written(Piece(facts, "label")), *map(_written, others)],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        write = self._db.execute
        write("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", [number, *folded])
        write("INSERT INTO named (rowid, title) VALUES (?, ?)", [number, folded[0]])
        write(
            "INSERT INTO forms VALUES (?, ?, ?, ?)",
            [number, single, _distinct(subject), _distinct(text)],
        )
        write("INSERT INTO pieces VALUES (?, ?)", [number, written])
        headwords = {" ".join(map(analysis.fold, _forms_of(name))) for name in names} - {""}
        self._db.conn.executemany(
            "INSERT INTO headword VALUES (?, ?)", [(fold, number) for fold in sorted(headwords)]
        )

    def close(self) -> None:
        """Write what is known of all records together."""
        _write_forms(self._db, self._known)
        for table in _FTS:
            self._db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
            self._configure(table, hashsize=1 << 20, automerge=4)  # as SQLite has them

    def _configure(self, table: str, **options: int) -> None:
        for name, value in options.items():
            self._db.execute(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", [name, value])


def _written(piece: Piece) -> tuple[bool, dict[str, str | None], dict[str, str]]:
    """Return a piece as ``snippet.Piece`` wants it: each form with a blank before and after it."""
    texts = {language: piece.text.by_language.get(language) for language in LANGUAGES}
    forms = {x: f" {_distinct(_forms_of(text))} " if text else "" for x, text in texts.items()}
    return piece.kind == "prose", texts, forms


def _distinct(forms: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(forms))


def _forms(piece: Piece) -> list[str]:
    return [form for text in dict.fromkeys(piece.text) for form in _forms_of(text)]


@lru_cache(maxsize=1 << 12)
def _forms_of(text: str) -> tuple[str, ...]:
    """Read a text once; labels and titles of related records come again and again."""
    return tuple(analysis.forms(text))


def _write_forms(db: Database, known: Counter[str]) -> None:
    ordered = sorted(known)
    db.conn.executemany(
        "INSERT INTO form VALUES (?, ?, ?)",
        ((form, analysis.fold(form), known[form]) for form in ordered),
    )
    pairs = ((key, form) for form in ordered for key in sorted(analysis.keys(form)))
    db.conn.executemany("INSERT INTO form_key VALUES (?, ?)", pairs)


def write_terms(db: Database, terms: Iterable[Term]) -> None:
    """Index the thesaurus by key."""
    rows = sorted(
        {
            (analysis.label_key(label, language), term.id, language, label)
            for term in terms
            for language, labels in term.labels.items()
            for label in labels
        }
    )
    db.conn.executemany("INSERT INTO label VALUES (?, ?, ?, ?)", rows)
