"""Plain FTS5 in the comparison: what SQLite does with the texts as they are."""

import sqlite3
from pathlib import Path

from tests.benchmarks.documents import Document
from tests.benchmarks.engines import ROWS, Page
from tests.benchmarks.questions import Question

_TABLES = """
    CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL,
        text TEXT NOT NULL);
    CREATE TABLE facet (name TEXT, value TEXT, record INTEGER,
        PRIMARY KEY (name, value, record)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5(title, text, content='document', content_rowid='number',
        tokenize='unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab(search, row);
"""
_ROWS = f"""
    SELECT search.rowid, document.id, snippet(search, -1, '[', ']', '…', 20) FROM search
    JOIN document ON document.number = search.rowid WHERE search MATCH ?1 AND {{within}}
    ORDER BY bm25(search, 8.0, 1.0) LIMIT {ROWS}
"""
_TOTAL = "SELECT count(*) FROM search WHERE search MATCH ?1 AND {within}"
_COUNTS = """
    SELECT name, value, count(*) FROM facet WHERE record IN
    (SELECT rowid FROM search WHERE search MATCH ?1 AND {within}) GROUP BY name, value
"""
_FIELDED = """
    search.rowid IN (SELECT record FROM facet WHERE name = 'type' AND value = ?2) AND
    search.rowid IN (SELECT record FROM facet WHERE name = 'year' AND value BETWEEN ?3 AND ?4)
"""


class Fts5:
    """FTS5 with its own tokenizer, ``unicode61``."""

    name = "FTS5"

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path)

    def first(self, question: Question) -> Page:
        within, parameters = _asked(question)
        rows = self.connection.execute(_ROWS.format(within=within), parameters).fetchall()
        (total,) = self.connection.execute(_TOTAL.format(within=within), parameters).fetchone()
        return Page(tuple(row[0] for row in rows), total, tuple(row[2] for row in rows))

    def complete(self, question: Question) -> Page:
        page = self.first(question)
        within, parameters = _asked(question)
        counts = self.connection.execute(_COUNTS.format(within=within), parameters).fetchall()
        return Page(page.numbers, page.total, page.snippets, len(counts))

    def has(self, question: Question, number: int) -> bool:
        within, parameters = _asked(question)
        sql = _TOTAL.format(within=f"{within} AND search.rowid = {number:d}")
        return bool(self.connection.execute(sql, parameters).fetchone()[0])


class Fts5Builder:
    """Writes the tables, with the index over them."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(_TABLES)
        self._db.execute("BEGIN")

    def add(self, document: Document) -> None:
        title, text = ("\n".join(x.values()) for x in (document.titles, document.texts))
        row = [document.number, document.id, title, text]
        self._db.execute("INSERT INTO document VALUES (?, ?, ?, ?)", row)
        self._db.execute(
            "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
            [document.number, title, text],
        )
        several = [(*facet, document.number) for facet in document.facets]
        self._db.executemany("INSERT INTO facet VALUES (?, ?, ?)", several)

    def close(self) -> None:
        self._db.execute("CREATE INDEX facet_by_record ON facet (record)")
        self._db.execute("INSERT INTO search (search) VALUES ('optimize')")
        self._db.execute("COMMIT")
        self._db.execute("ANALYZE")
        self._db.close()


def _asked(question: Question) -> tuple[str, list[str]]:
    """Return conditions and parameters; FTS5 knows no misspellings and no other language."""
    quoted = [f'"{word}"' for word in question.words]
    match = f'"{" ".join(question.words)}"' if question.kind == "phrase" else " AND ".join(quoted)
    if question.is_prefix:
        match += " *"
    if question.years is None:
        return "1", [match]
    return _FIELDED, [match, question.type, *map(str, question.years)]
