"""The answers to one question, put in order as far as somebody has asked to see them."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, count, islice, takewhile

from database.search.answer import records
from database.search.answer.compiler import CompiledQuestion
from database.search.answer.documents import Documents
from database.search.answer.gather import Gatherer
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
        documents: Documents,
        gatherer: Gatherer,
        weights: Mapping[str, float],
    ) -> None:
        self._documents = documents
        self._gatherer = gatherer
        self._picker = Picker(connection, gatherer, weights)
        self._orders = Orders(connection)
        self._weights = weights

    def relevance(
        self, question: CompiledQuestion, complete: Records, partial: Records
    ) -> "Relevance":
        """Return the answers with the best first; *partial* ones follow all *complete* ones."""
        picks = self._picks(question, complete, partial)
        return Relevance(lambda some: self.rank(question, some, partial), picks)

    def page(
        self, question: CompiledQuestion, within: Records, request: SearchRequest
    ) -> list[Ranked]:
        """Return the page of *within* that a request with another order asks for."""
        numbers = self.numbers(within, request)
        ranked = {entry.number: entry for entry in self.rank(question, numbers)}
        return [ranked[number] for number in numbers]

    def places(self, page: list[Ranked], request: SearchRequest) -> dict[int, Key]:
        """Return what the records of a page are in order by, the least first."""
        if request.order == "relevance":
            return {entry.number: (not entry.complete, -entry.score) for entry in page}
        return self._keys([entry.number for entry in page], request)

    def places_only(self, within: Records, request: SearchRequest) -> list[Key]:
        """Return what the ``page`` of *within* is in order by, without looking at its records."""
        numbers = self.numbers(within, request)
        keys = self._keys(numbers, request)
        return [keys[number] for number in numbers]

    def numbers(self, within: Records, request: SearchRequest) -> list[int]:
        """Return the numbers of the records of the ``page`` of *within*, in their order."""
        last = request.first + request.limit
        return self._orders.first(request.order, request.locale.code, within, last)[request.first :]

    def _keys(self, numbers: list[int], request: SearchRequest) -> dict[int, Key]:
        return self._orders.keys(request.order, request.locale.code, numbers)

    def rank(
        self, question: CompiledQuestion, picks: list[int], partial: Records = records.NONE
    ) -> Iterator[Ranked]:
        """Yield a few picks, by their numbers, ranked with care; *partial* ones come last."""
        lacking = records.packed(partial)
        candidates = [
            Candidate(number, self._weights[forms.type], forms, not records.has(lacking, number))
            for number, forms in self._documents.forms(picks).items()
        ]
        if question.pointing:
            near = {entry.number: entry.score for entry in rank(candidates, question.pointing)}
        else:
            surely = records.packed(self._gatherer.surely(question))
            near = {number: 1.0 for number in picks if records.has(surely, number)}
        if near:
            candidates = [one._replace(nearness=near.get(one.number, 0.0)) for one in candidates]
        return rank(candidates, question.units)

    def _picks(
        self, question: CompiledQuestion, complete: Records, partial: Records
    ) -> Iterator[int]:
        if complete:
            yield from self._picker.picks(question, complete)
        if partial:
            yield from self._picker.missing_some(question, partial)


class Relevance:
    """Answers in order of relevance; only those that somebody wants to see are ranked."""

    def __init__(self, rank: Callable[[list[int]], Iterator[Ranked]], picks: Iterator[int]) -> None:
        self._rank = rank
        self._picks = picks
        self._picked: list[int] = []
        self._pieces: dict[int, Iterable[Ranked]] = {}

    def page(self, first: int, limit: int) -> list[Ranked]:
        """Return *limit* answers from number *first* on."""
        piece, before = divmod(first, AT_A_TIME)
        pieces = takewhile(bool, map(self._piece, count(piece)))
        return list(islice(chain.from_iterable(pieces), before, before + limit))

    def _piece(self, number: int) -> Iterable[Ranked]:
        """Return one piece of the answers, ``()`` beyond the last one."""
        if number not in self._pieces:
            first, last = number * AT_A_TIME, (number + 1) * AT_A_TIME
            self._picked += islice(self._picks, max(0, last - len(self._picked)))
            picks = self._picked[first:last]
            self._pieces[number] = _Piece(self._rank(picks)) if picks else ()
        return self._pieces[number]


class _Piece:
    """A piece of the answers, ranked as far as somebody has looked at it."""

    def __init__(self, ranked: Iterator[Ranked]) -> None:
        self._known: list[Ranked] = []
        self._waiting = ranked

    def __iter__(self) -> Iterator[Ranked]:
        yield from self._known
        for entry in self._waiting:
            self._known.append(entry)
            yield entry
