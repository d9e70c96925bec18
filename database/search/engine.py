"""The search engine over one dossier: a request goes in, results come out."""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from database.catalog import Catalog, connect
from database.model.schema import Schema
from database.model.text import Text
from database.model.values import LANGUAGES
from database.model.wording import Wording
from database.search import snippet
from database.search.compiler import Question, ask, unit_match
from database.search.facets import count_facets, filter_clause
from database.search.index import FACT_SEPARATOR
from database.search.ranking import Candidate, Ranked, rank
from database.search.request import SearchRequest
from database.search.results import Hit, SearchResults
from database.search.snippet import Marks, Piece
from database.search.vocabulary import Vocabulary

# How many of the best by frequency are ranked with care; a page shows fewer.
_CANDIDATES = 200
# With fewer complete hits than this, records that have most of the words follow.
_FEW = 5
# How much of the weight of a question a record must have to count as having most of it.
_MOST = 0.5
# The records that answer to the question at hand, and those that answer to a part of it.
_TEMPORARY = """
    CREATE TEMP TABLE hit (record INTEGER PRIMARY KEY, score REAL);
    CREATE TEMP TABLE part (record INTEGER, weight REAL);
"""
# BM25 weights of the columns ``title`` and ``text``.
_BM25 = "bm25(search, 8.0, 1.0)"


class SearchEngine:
    """Answers requests about one dossier. Use it from one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, schema: Schema) -> None:
        self._db = connection
        self._schema = schema
        self._catalog = Catalog(connection, schema)
        self._vocabulary = Vocabulary(connection)
        connection.executescript(_TEMPORARY)

    @classmethod
    def open(cls, path: Path, schema: Schema) -> "SearchEngine":
        """Open the dossier at *path*; raises what ``database.catalog.connect`` raises."""
        return cls(connect(path), schema)

    def search(self, request: SearchRequest) -> SearchResults:
        """Answer *request*; any text is a valid question."""
        question = ask(request.text, self._vocabulary, unfinished=request.unfinished)
        strict = self._collect(question)
        where, parameters = filter_clause(request.filters)
        total = self._count(where, parameters)
        if strict and total < _FEW and question.is_plain and len(question.units) > 1:
            self._collect_most(question)
            total = self._count(where, parameters)
        wording = Wording(request.locale, self._schema, self._catalog.titles, self._catalog.places)
        ranked = self._rank(question, where, parameters)[: request.limit]
        return SearchResults(
            text=request.text,
            hits=self._hits(ranked, question, wording),
            total=total,
            facets=count_facets(self._db, self._schema, request.filters, wording),
            expansions=question.expansions,
            suggestions=self._suggestions(question) if not total else (),
        )

    def _collect(self, question: Question) -> bool:
        """Put every record that answers into ``hit``; tell whether words were asked for."""
        self._db.execute("DELETE FROM temp.hit")
        insert = "INSERT INTO temp.hit "
        if question.match:
            find = f"SELECT rowid, -{_BM25} FROM search WHERE search MATCH ?"
            self._db.execute(insert + find, [question.match])
        else:
            self._db.execute(insert + "SELECT number, 0.0 FROM record")
        if question.excluded:
            self._db.execute(
                """DELETE FROM temp.hit WHERE record IN
                   (SELECT rowid FROM search WHERE search MATCH ?)""",
                [question.excluded],
            )
        return bool(question.match)

    def _collect_most(self, question: Question) -> None:
        """Add the records that have most of the words, the rare ones counting for more."""
        total = sum(unit.weight for unit in question.units)
        for unit in question.units:
            self._db.execute(
                "INSERT INTO temp.part SELECT rowid, ? FROM search WHERE search MATCH ?",
                [unit.weight / total, unit_match(unit)],
            )
        self._db.execute(
            """INSERT OR IGNORE INTO temp.hit
               SELECT record, 0.0 FROM temp.part GROUP BY record HAVING sum(weight) >= ?""",
            [_MOST],
        )
        self._db.execute("DELETE FROM temp.part")

    def _count(self, where: str, parameters: list[str]) -> int:
        sql = f"SELECT count(*) FROM temp.hit WHERE {where}"
        return int(self._db.execute(sql, parameters).fetchone()[0])

    def _rank(self, question: Question, where: str, parameters: list[str]) -> list[Ranked]:
        rows = self._db.execute(
            f"""SELECT hit.record, hit.score, forms.title, forms.text, record.type
                FROM temp.hit JOIN forms ON forms.record = hit.record
                JOIN record ON record.number = hit.record
                WHERE {where.replace("record IN", "hit.record IN")}
                ORDER BY hit.score DESC, hit.record LIMIT ?""",
            [*parameters, _CANDIDATES],
        )
        candidates = (
            Candidate(
                row["record"],
                self._schema.types[row["type"]].weight,
                row["score"],
                frozenset(row["title"].split()),
                frozenset(row["text"].split()),
            )
            for row in rows
        )
        return rank(candidates, question.units)

    def _hits(self, ranked: list[Ranked], question: Question, wording: Wording) -> tuple[Hit, ...]:
        numbers = [entry.number for entry in ranked]
        rows = {row["number"]: row for row in self._select("record", "number", numbers)}
        pieces: dict[int, list[Piece]] = {number: [] for number in numbers}
        for row in self._select("piece", "record", numbers):
            pieces[row["record"]].append(_piece(row))
        marks = Marks.of(question.units)
        return tuple(
            _hit(entry, rows[entry.number], pieces[entry.number], marks, wording)
            for entry in ranked
        )

    def _select(self, table: str, column: str, numbers: Iterable[int]) -> list[sqlite3.Row]:
        wanted = json.dumps(list(numbers))
        sql = f"SELECT * FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))"
        return self._db.execute(sql, [wanted]).fetchall()

    def _suggestions(self, question: Question) -> tuple[str, ...]:
        """Return spellings of the dossier for the words that it does not have."""
        near = [
            self._vocabulary.written(fold)
            for unit in question.units
            for fold in self._vocabulary.similar(unit.word.form, limit=3, loose=True)
            if fold not in unit.forms
        ]
        return tuple(dict.fromkeys(near))[:5]


def _piece(row: sqlite3.Row) -> Piece:
    return Piece(
        bool(row["prose"]),
        {language: row[language] for language in LANGUAGES},
        {language: row[f"{language}_forms"] for language in LANGUAGES},
    )


def _hit(
    entry: Ranked,
    row: sqlite3.Row,
    pieces: list[Piece],
    marks: Marks,
    wording: Wording,
) -> Hit:
    language = wording.locale.code
    title = Text.of(en=row["title_en"], hu=row["title_hu"])
    rule = "" if entry.rule is None else entry.rule.name.lower()
    return Hit(
        id=row["id"],
        type=row["type"],
        title=title,
        facts=tuple(fact for fact in pieces[0].texts[language].split(FACT_SEPARATOR) if fact),
        snippet=snippet.choose(pieces[1:], marks, language),
        title_fragments=snippet.mark(title.within(language), marks),
        score=round(entry.score, 4),
        match=rule if entry.complete else "partial",
    )
