"""Tükör in the comparison."""

import sqlite3
from pathlib import Path

from database.model import schema as schema_files
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from database.search.results import SearchResults
from i18n.locales import ENGLISH
from tests.benchmarks.engines import ROWS, Page
from tests.benchmarks.questions import Question


class Ours:
    """The engine of the program, asked as the program asks it."""

    name = "Tükör"

    def __init__(self, path: Path) -> None:
        self._engine = SearchEngine.open(path, schema_files.load())
        self._engine.prepare()
        with sqlite3.connect(path) as db:
            rows = db.execute("SELECT id FROM record ORDER BY id")
            self._numbers = {row[0]: number for number, row in enumerate(rows, 1)}
        self._ids = {number: record_id for record_id, number in self._numbers.items()}

    def first(self, question: Question) -> Page:
        return self._page(self._engine.hits(_request(question, written(question))))

    def complete(self, question: Question) -> Page:
        return self._page(self._engine.search(_request(question, written(question))))

    def has(self, question: Question, number: int) -> bool:
        text = f"id:{self._ids[number]} {written(question)}"
        results = self._engine.hits(_request(question, text))
        return any(hit.match != "partial" for hit in results.hits)

    def _page(self, results: SearchResults) -> Page:
        return Page(
            tuple(self._numbers[hit.id] for hit in results.hits),
            results.total,
            tuple("".join(f.text for f in hit.snippet) for hit in results.hits),
            sum(len(facet.counts) for facet in results.facets),
        )


def written(question: Question) -> str:
    """Return the question as a reader writes it."""
    words = " ".join(question.words)
    match question.kind:
        case "phrase":
            return f'"{words}"'
        case "fuzzy":
            return f"{words}~"
        case "field and range":
            first, last = question.years
            return f"{words} type:{question.type} year:{first}..{last}"
    return words


def _request(question: Question, text: str) -> SearchRequest:
    return SearchRequest(text, ENGLISH, limit=ROWS, unfinished=question.is_prefix)
