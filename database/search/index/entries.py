"""Writing the full-text index of a dossier, in the same file as the records.

Tables, all filled in one transaction with the records:

* ``search``: FTS5 over folded forms, columns ``title`` and ``text``; ranks and finds;
* ``named``: FTS5 over the folded forms of names alone, to find those soon among many;
* ``forms``: the distinct forms of each record, to tell an exact hit from a folded one, beside its
  type, so that ranking need not look into ``record``;
* ``form``, ``form_key``: every form of the dossier, its fold, its keys and how many records have
it;
* ``pieces``: the texts of a record for snippets, in a column for each language, piece by piece on
  lines of their own; ``kinds`` has a letter for each line (``answer.snippet.Passages``), and the
  first line, without one, has the facts of the headline;
* ``label``: the thesaurus by key, to carry a question across languages;
* ``headword``: every name of a record, folded, to find it by the whole name or its beginning.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from database import rows
from database.model.record import Place, Record, RecordId, Term
from database.model.schema import Schema
from database.model.text import Text
from database.model.values import LANGUAGES, Plain
from database.model.wording import Wording
from database.search.index import lexicon
from database.search.index.pieces import Piece, headline, pieces_of
from database.search.language import analysis
from database.writing_thread import WritingThread
from i18n.locales import LOCALES

if TYPE_CHECKING:  # only writing needs it, and its import takes a tenth of a second
    from sqlite_utils import Database

# Prose reads as sentences; labels are shown where nothing else answers.
PROSE, LABEL = "p", "l"
# Parts the names of a record from each other, and its statements, so that one can be seen whole.
SEPARATOR = "\t"
# While a dossier is made, FTS5 gathers up to so many bytes of a statement before it writes them,
# and merges at the end.
_GATHERED = 32 << 20
_FTS = ("search", "named")
# Later every change leaves a part of its own. FTS5 by itself would merge them in the middle of some
# change or other, by the half megabyte, or all when there are 16. So it merges none by itself, and
# a few pages of 16 parts at each change. A hundred parts take hardly longer to be searched.
_MERGED = 8
_WHILE_CHANGED = {"hashsize": 1 << 20, "automerge": 0, "usermerge": 16, "crisismerge": 1000}
_ENTRIES_AT_ONCE = 1000
# Its forms are counted in memory, so many at once.
_FORMS_AT_ONCE = 1 << 17
# Pieces that say what a record is.
_TELLING = frozenset({"subject", "lead"})
_PROSE = frozenset({"prose", "lead"})


def create_tables(db: "Database") -> None:
    """Create the empty index; the ``ascii`` tokenizer leaves our folded forms as they are."""
    texts = ", ".join(f"{language} TEXT NOT NULL" for language in LANGUAGES)
    db.executescript(f"""
        CREATE VIRTUAL TABLE search USING fts5(title, text, content='', tokenize='ascii',
            prefix='1 2');
        CREATE VIRTUAL TABLE named USING fts5(title, content='', tokenize='ascii', prefix='1 2');
        CREATE TABLE forms (record INTEGER PRIMARY KEY, type TEXT NOT NULL, title TEXT NOT NULL,
            subject TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE form (form TEXT PRIMARY KEY, fold TEXT NOT NULL, records INTEGER NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE form_key (key TEXT NOT NULL, form TEXT NOT NULL, PRIMARY KEY (key, form))
            WITHOUT ROWID;
        CREATE TABLE pieces (record INTEGER PRIMARY KEY, kinds TEXT NOT NULL, {texts});
        CREATE TABLE label (key TEXT NOT NULL, term TEXT NOT NULL, language TEXT NOT NULL,
            label TEXT NOT NULL, PRIMARY KEY (key, term, language, label)) WITHOUT ROWID;
        CREATE TABLE headword (fold TEXT NOT NULL, record INTEGER NOT NULL,
            PRIMARY KEY (fold, record)) WITHOUT ROWID;
    """)


def create_indexes(db: "Database") -> None:
    """Create the indexes of the tables; it is quicker when the rows are there."""
    db.execute("CREATE INDEX form_by_fold ON form (fold)")
    db.execute("CREATE INDEX label_by_term ON label (term)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index has of one record: folded texts, distinct forms, names, and pieces.

    ``pieces`` are its texts by language; ``kinds`` tells the lines apart.
    """

    type: str
    title: str
    text: str
    forms: frozenset[str]
    each_name: str
    subject_forms: str
    text_forms: str
    headwords: tuple[str, ...]
    kinds: str
    pieces: tuple[str, ...]

    @classmethod
    def of(cls, record: Record, schema: Schema, wordings: Mapping[str, Wording]) -> "Entry":
        """Read a record; the same record in the same *wordings* gives the same entry."""
        pieces = list(pieces_of(record, wordings))
        others = [piece for piece in pieces if piece.kind != "name"]
        names = _distinct(text for piece in pieces if piece.kind == "name" for text in piece.text)
        texts = [(piece.kind, text) for piece in others for text in _distinct(piece.text)]
        # Who asks for Reuters wants what Reuters published, as if it were a name of it.
        values = (value for group in record.attributes.values() for value in group)
        credited = [v.text for v in values if isinstance(v, Plain) and v.kind == "name"]
        forms, folds = analysis.read([*names, *(text for _kind, text in texts)])
        of_names, of_texts = forms[: len(names)], forms[len(names) :]
        telling = (x for x, (kind, _text) in zip(of_texts, texts, strict=True) if kind in _TELLING)
        text_forms = _distinct(" ".join(of_texts).split())
        titles = len(_distinct(record.title))
        # As many places as there are languages, so that no other name is taken for a title.
        called = [*of_names[:titles], *[""] * (len(LANGUAGES) - titles), *of_names[titles:]]
        facts = Piece(headline(record, schema, wordings), "label")
        return cls(
            type=record.type,
            title=" ".join(folds[: len(names)]),
            text=" ".join(folds[len(names) :]),
            forms=frozenset(chain(text_forms, " ".join(of_names).split())),
            each_name=_listed([*called, *analysis.read(credited)[0]]),
            subject_forms=_listed(telling),
            text_forms=" ".join(text_forms),
            headwords=tuple(sorted({" ".join(x.split()) for x in folds[: len(names)]} - {""})),
            kinds="".join(PROSE if x.kind in _PROSE else LABEL for x in others),
            pieces=tuple(_lines((facts, *others), language) for language in LANGUAGES),
        )

    def remove(self, db: "Database", number: int) -> None:
        """Take out what ``insert`` has put in; FTS5 must be told what it was."""
        write = db.execute
        gone = [number, self.title, self.text]
        write("INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?, ?, ?)", gone)
        write("INSERT INTO named (named, rowid, title) VALUES ('delete', ?, ?)", gone[:2])
        for table in ("forms", "pieces"):
            write(f"DELETE FROM {table} WHERE record = ?", [number])
        for headword in self.headwords:  # its table is in their order
            write("DELETE FROM headword WHERE fold = ? AND record = ?", [headword, number])


def insert(db: "Database", entries: Mapping[int, Entry]) -> None:
    """Put the entries of records, by their numbers, into all tables but those of forms."""
    several = entries.items()
    # In few statements: another thread may be busy, and each of them waits for it.
    write = partial(rows.insert, db.conn, at_once=_ENTRIES_AT_ONCE)
    write("search (rowid, title, text)", ((number, e.title, e.text) for number, e in several))
    write("named (rowid, title)", ((number, e.title) for number, e in several))
    write("forms", ((n, e.type, e.each_name, e.subject_forms, e.text_forms) for n, e in several))
    write("pieces", ((number, e.kinds, *e.pieces) for number, e in several))
    write("headword", sorted((word, number) for number, e in several for word in e.headwords))


class Indexer:
    """Writes the index of records into the empty tables, some records after the others.

    While some are read, those before them are written in the thread *writing*.
    """

    def __init__(
        self,
        db: "Database",
        schema: Schema,
        places: Mapping[str, Place],
        writing: WritingThread,
    ) -> None:
        self._db = db
        self._schema = schema
        self._places = places
        self._writing = writing
        self._read: Mapping[int, Entry] = {}
        self._known: Counter[str] = Counter()
        for table in _FTS:
            self._configure(table, hashsize=_GATHERED, automerge=0)

    def add(self, records: Mapping[int, Record], titles: Mapping[RecordId, Text]) -> None:
        """Index records; their numbers are their rows in the table ``record``.

        *titles* are those of all that they point to. From here on the writing thread has the
        connection.
        """
        if len(self._known) >= _FORMS_AT_ONCE:
            self._write_known()
        self._writing.start(partial(insert, self._db, self._read))
        wordings = {x.code: Wording(x, self._schema, titles, self._places) for x in LOCALES}
        self._read = {n: Entry.of(record, self._schema, wordings) for n, record in records.items()}
        # So many are counted on their own first, for few enough forms to stay at hand.
        self._known.update(Counter(chain.from_iterable(e.forms for e in self._read.values())))

    def close(self, when_whole: Callable[[], None]) -> None:
        """Write the last ones, and what is known of all records together.

        *when_whole* is called in the writing thread when both full-text tables are whole, the table
        of keys not yet. What it raises is raised here.
        """
        insert(self._db, self._read)
        new = _count(self._db, self._known)
        english = lexicon.english_among(self._db.conn, new)
        self._writing.start(partial(self._optimize, when_whole))
        pairs = list(_keys(new, english))
        self._writing.wait()
        rows.insert(self._db.conn, "form_key", pairs)

    def _optimize(self, when_whole: Callable[[], None]) -> None:
        for table in _FTS:
            self._db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
            self._configure(table, **_WHILE_CHANGED)
        when_whole()

    def _write_known(self) -> None:
        count_forms(self._db, self._known)
        self._known.clear()

    def _configure(self, table: str, **options: int) -> None:
        for name, value in options.items():
            _tell(self._db, table, name, value)


def merge_a_little(db: "Database") -> None:
    """Merge some of the parts that changes have left in the index, where there are many."""
    for table in _FTS:
        _tell(db, table, "merge", _MERGED)


def _tell(db: "Database", table: str, name: str, value: int) -> None:
    db.execute(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", [name, value])


def _lines(pieces: Iterable[Piece], language: str) -> str:
    texts = (piece.text.by_language.get(language) or "" for piece in pieces)
    return "\n".join(text.replace("\n", " ") for text in texts)


def _distinct(words: Iterable[str]) -> Sequence[str]:
    return [*dict.fromkeys(words)]


def _listed(several: Iterable[str]) -> str:
    return SEPARATOR.join(" ".join(_distinct(forms.split())) for forms in several)


def count_forms(db: "Database", change: Mapping[str, int]) -> None:
    """Add to the number of records that have each form; forms that no record has are dropped."""
    english = lexicon.english_among(db.conn, change)
    rows.insert(db.conn, "form_key", _keys(_count(db, change), english))
    for form in sorted(form for form, by in change.items() if by < 0):
        if db.execute("DELETE FROM form WHERE form = ? AND records = 0", [form]).rowcount:
            keys = _keys([form], english)
            db.conn.executemany("DELETE FROM form_key WHERE key = ? AND form = ?", keys)


def _keys(forms: Iterable[str], english: Set[str]) -> Iterator[tuple[str, str]]:
    return ((key, form) for form in forms for key in sorted(analysis.keys(form, form in english)))


def _count(db: "Database", change: Mapping[str, int]) -> list[str]:
    """Add to the number of records that have each form; return the forms that none had."""
    ordered = sorted(form for form, by in change.items() if by)
    some = "SELECT form FROM form WHERE form IN (SELECT value FROM json_each(?))"
    known = {row[0] for row in db.execute(some, [json.dumps(ordered)])}
    # One row at a time too: what is updated needs a way back.
    db.conn.executemany(
        """INSERT INTO form VALUES (?, ?, ?)
           ON CONFLICT (form) DO UPDATE SET records = records + excluded.records""",
        ((form, analysis.fold(form), change[form]) for form in ordered),
    )
    return [form for form in ordered if form not in known]


def write_terms(db: "Database", terms: Iterable[Term]) -> None:
    """Index the thesaurus by key; labels that a term had before are kept."""
    labels = sorted(
        {
            (key, term.id, language, label)
            for term in terms
            for language, several in term.labels.items()
            for label in several
            for key in analysis.kept_keys(label, language)
        }
    )
    rows.insert(db.conn, "label", labels, "IGNORE")
