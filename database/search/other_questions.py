"""Other questions to ask: where little was found, and where fields say what words do not."""

import sqlite3
from collections.abc import Callable, Iterator

from database.search.answer import records
from database.search.answer.facets import Facets
from database.search.answer.found import Found
from database.search.answer.instead import Count, suggestions, unquoted
from database.search.answer.vocabulary import Vocabulary
from database.search.request import SearchRequest
from database.search.results import MOST_SUGGESTIONS, Suggestion

# Where fewer records have all of a question, another one may be meant.
FEW = 10

# Finds what answers to another text within the filters of the reader.
Answering = Callable[[str], Found]


class OtherQuestions:
    """Knows what else to ask one dossier. Use it from one thread at a time."""

    def __init__(
        self, connection: sqlite3.Connection, vocabulary: Vocabulary, facets: Facets
    ) -> None:
        self._db = connection
        self._vocabulary = vocabulary
        self._facets = facets

    def beside(
        self, found: Found, narrowed: Found, request: SearchRequest, answering: Answering
    ) -> tuple[Suggestion, ...]:
        """Return what to ask beside a *request*, whose filters have *narrowed* what was *found*."""
        question = found.question

        def count(text: str) -> int:
            several = answering(text)
            return records.size(several.every) if several.complete else 0

        in_fields = self.in_fields(request, count)
        if found.every:
            if records.size(found.complete) >= FEW:
                return tuple(in_fields)
            answers = records.size(narrowed.complete)
            return (*unquoted(request.text, question, answers, count), *in_fields)
        nearby = self._nearby(found, request, answering)
        others = suggestions(request.text, question, self._vocabulary, nearby, count)
        return (*in_fields, *others)[:MOST_SUGGESTIONS]

    def in_fields(self, request: SearchRequest, count: Count) -> Iterator[Suggestion]:
        """Yield a question of mere words asked by fields, if it has figures and an answer so."""
        if not any(map(str.isdecimal, request.text)):
            return
        from database.search.form import form_writing, in_fields  # which few questions need
        from database.search.question.field_words import FieldWords

        words = FieldWords(self._vocabulary.fields, request.locale)
        if form := in_fields.read(request.text, words):
            written = form_writing.write(form, [words])
            if not written.troubles and (total := count(written.text)):
                yield Suggestion(written.text, total, "fields")

    def _nearby(self, found: Found, request: SearchRequest, answering: Answering) -> Iterator[str]:
        """Yield the question with other values in its fields."""
        if not found.question.understood:
            return
        from database.search.answer.nearby import Nearby  # fields, which most questions do without
        from database.search.question.field_words import FieldWords

        words = FieldWords(self._vocabulary.fields, request.locale)
        yield from Nearby(self._db, self._facets).texts(
            request.text, found.question, words, lambda text: answering(text).complete
        )
