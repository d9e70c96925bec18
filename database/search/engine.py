"""The search engine over one dossier: a request goes in, results come out."""

import sqlite3
from dataclasses import replace
from pathlib import Path

from database.catalog import Catalog, connect
from database.model.schema import Schema
from database.model.wording import Wording
from database.search import explain, snippet
from database.search.compiler import Question, ask, unit_match
from database.search.documents import Documents, Texts
from database.search.facets import count_facets, filter_clause
from database.search.ranking import Candidate, Ranked, rank
from database.search.request import SearchRequest
from database.search.results import Facet, Hit, SearchResults, Suggestion
from database.search.snippet import Marks
from database.search.vocabulary import Vocabulary
from i18n.locales import Locale

# How many of the best by frequency are ranked with care; a page shows fewer.
_CANDIDATES = 200
# With fewer complete hits than this, records that have most of the words follow.
_FEW = 10
# How much of a question, by number or by weight of its words, a record must have to follow.
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
        self._vocabulary = Vocabulary(connection, schema)
        self._documents = Documents(connection)
        connection.executescript(_TEMPORARY)

    @classmethod
    def open(cls, path: Path, schema: Schema) -> "SearchEngine":
        """Open the dossier at *path*; raises what ``database.catalog.connect`` raises."""
        return cls(connect(path), schema)

    def search(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits, total and facets; any text is a valid question."""
        results = self.hits(request)
        return replace(results, facets=self._count_facets(request))

    def hits(self, request: SearchRequest) -> SearchResults:
        """Answer *request* with hits and total, leaving the facets to ``facets``."""
        question = self._gather(request)
        where, parameters = filter_clause(request.filters, request.excluded)
        total = self._count(where, parameters)
        last = request.first + request.limit
        ranked = self._rank(question, where, parameters, last)
        return SearchResults(
            text=request.text,
            hits=self._hits(ranked[request.first : last], question, request.locale.code),
            total=total,
            facets=(),
            expansions=question.expansions,
            suggestions=self._suggestions(question) if not total else (),
            understood=self._understood(question, request.locale),
            first=request.first,
        )

    def facets(self, request: SearchRequest) -> tuple[Facet, ...]:
        """Count the answer to *request* by facet."""
        self._gather(request)
        return self._count_facets(request)

    def _gather(self, request: SearchRequest) -> Question:
        """Put every record that answers into ``hit``; filters are left to those who read it."""
        question = ask(
            request.text,
            self._vocabulary,
            unfinished=request.unfinished,
            without=request.without,
        )
        strict = self._collect(question)
        few = self._count("1", []) < _FEW
        if strict and few and question.is_plain and len(question.units) > 1:
            self._collect_most(question)
        return question

    def _count_facets(self, request: SearchRequest) -> tuple[Facet, ...]:
        wording = Wording(request.locale, self._schema, self._catalog.titles, self._catalog.places)
        return count_facets(self._db, self._schema, request.filters, request.excluded, wording)

    def _collect(self, question: Question) -> bool:
        """Begin ``hit`` afresh; tell whether words were asked for."""
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
        self._keep_what_fulfils(question)
        return bool(question.match)

    def _keep_what_fulfils(self, question: Question) -> None:
        condition = question.condition
        sql = f"DELETE FROM temp.hit WHERE NOT ({condition.sql})"
        self._db.execute(sql, condition.parameters)

    def _collect_most(self, question: Question) -> None:
        """Add the records that have half of the words, or rarer ones of the same weight."""
        total = sum(unit.weight for unit in question.units)
        for unit in question.units:
            self._db.execute(
                "INSERT INTO temp.part SELECT rowid, ? FROM search WHERE search MATCH ?",
                [unit.weight / total, unit_match(unit)],
            )
        self._db.execute(
            """INSERT OR IGNORE INTO temp.hit
               SELECT record, 0.0 FROM temp.part GROUP BY record
               HAVING sum(weight) >= ? OR count(*) >= ?""",
            [_MOST, _MOST * len(question.units)],
        )
        self._db.execute("DELETE FROM temp.part")
        self._keep_what_fulfils(question)

    def _count(self, where: str, parameters: list[str]) -> int:
        sql = f"SELECT count(*) FROM temp.hit WHERE {where}"
        return int(self._db.execute(sql, parameters).fetchone()[0])

    def _rank(
        self, question: Question, where: str, parameters: list[str], limit: int
    ) -> list[Ranked]:
        found = self._db.execute(
            f"""SELECT record, score FROM temp.hit WHERE {where}
                ORDER BY score DESC, record LIMIT ?""",
            [*parameters, max(_CANDIDATES, limit)],
        ).fetchall()
        forms = self._documents.forms(row["record"] for row in found)
        weights = {name: record_type.weight for name, record_type in self._schema.types.items()}
        candidates = (
            Candidate(
                number,
                weights[f.type],
                score,
                frozenset().union(*f.names),
                f.subjects,
                f.text,
                f.names,
            )
            for (number, score), f in zip(found, forms.values(), strict=True)
        )
        return rank(candidates, question.units)

    def _hits(self, ranked: list[Ranked], question: Question, language: str) -> tuple[Hit, ...]:
        texts = self._documents.texts(entry.number for entry in ranked)
        marks = Marks.of(question.units)
        home = str(self._catalog.about["id"])
        return tuple(_hit(entry, texts[entry.number], marks, language, home) for entry in ranked)

    def _understood(self, question: Question, locale: Locale) -> tuple[str, ...]:
        fields = self._vocabulary.fields
        return tuple(explain.sentence(part, fields, locale) for part in question.understood)

    def _suggestions(self, question: Question) -> tuple[Suggestion, ...]:
        """Return spellings of the dossier for the words that it does not have."""
        near = [
            self._vocabulary.written(fold)
            for unit in question.units
            for fold in self._vocabulary.similar(unit.word.form, limit=3, loose=True)
            if fold not in unit.forms
        ]
        return tuple(Suggestion(word, 1, "spelling") for word in tuple(dict.fromkeys(near))[:5])


def _hit(entry: Ranked, texts: Texts, marks: Marks, language: str, dossier: str) -> Hit:
    rule = "" if entry.rule is None else entry.rule.name.lower()
    return Hit(
        id=texts.id,
        type=texts.type,
        title=texts.title,
        facts=texts.facts[language],
        snippet=snippet.choose(texts.pieces, marks, language),
        title_fragments=snippet.mark(texts.title.within(language), marks),
        score=round(entry.score, 4),
        match=rule if entry.complete else "partial",
        dossier=dossier,
    )
