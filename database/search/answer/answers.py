"""The answers to one question, put in order as far as somebody has asked to see them."""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from database.model.schema import Schema
from database.search.answer.compiler import Question
from database.search.answer.documents import Documents
from database.search.answer.order import Key, Orders
from database.search.answer.picking import AT_A_TIME, Picker
from database.search.answer.ranking import Candidate, Ranked, rank
from database.search.answer.records import Records
from database.search.request import SearchRequest


class Sorter:
    """Puts answers in the order that a request wants. Use it from one thread at a time."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        schema: Schema,
        documents: Documents,
        picker: Picker,
    ) -> None:
        self._documents = documents
        self._picker = picker
        self._orders = Orders(connection)
        self._weights = {name: entry.weight for name, entry in schema.types.items()}

    def relevance(self, question: Question, complete: Records, partial: Records) -> "Relevance":
        """Return the answers with the best first; *partial* ones follow all *complete* ones."""
        return Relevance(self, question, self._picks(question, complete, partial))

    def page(self, question: Question, within: Records, request: SearchRequest) -> list[Ranked]:
        """Return the page of *within* that a request with another order asks for."""
        last = request.first + request.limit
        language = request.locale.code
        numbers = self._orders.first(request.order, language, within, last)[request.first :]
        ranked = {entry.number: entry for entry in self.rank(question, numbers)}
        return [ranked[number] for number in numbers]

    def places(self, page: list[Ranked], request: SearchRequest) -> dict[int, Key]:
        """Return what the records of a page are in order by, the least first."""
        if request.order == "relevance":
            return {entry.number: (not entry.complete, -entry.score) for entry in page}
        numbers = [entry.number for entry in page]
        return self._orders.keys(request.order, request.locale.code, numbers)

    def rank(self, question: Question, picks: list[int]) -> list[Ranked]:
        """Return a few picks, by their numbers, ranked with care."""
        candidates = (
            Candidate(number, self._weights[forms.type], forms)
            for number, forms in self._documents.forms(picks).items()
        )
        return rank(candidates, question.units)

    def _picks(self, question: Question, complete: Records, partial: Records) -> Iterator[int]:
        if complete:
            yield from self._picker.picks(question, complete)
        if partial:
            yield from self._picker.missing_some(question, partial)


class Relevance:
    """Answers in order of relevance, worked out piece by piece."""

    def __init__(self, sorter: Sorter, question: Question, picks: Iterator[int]) -> None:
        self._sorter = sorter
        self._question = question
        self._picks = picks
        self._ranked: list[Ranked] = []

    def page(self, first: int, limit: int) -> list[Ranked]:
        """Return *limit* answers from number *first* on."""
        while len(self._ranked) < first + limit:
            picks = list(islice(self._picks, AT_A_TIME))
            if not picks:
                break
            self._ranked += self._sorter.rank(self._question, picks)
        return self._ranked[first : first + limit]
