"""tantivy in the comparison: stemming and folding as it offers them."""

from pathlib import Path

import tantivy
from tantivy import Filter, Occur, Query, Tokenizer

from tests.benchmarks.documents import Document
from tests.benchmarks.engines import FACETS, ROWS, Page
from tests.benchmarks.questions import Question

_TEXTS = {"title_en": 8.0, "title_hu": 8.0, "text_en": 1.0, "text_hu": 1.0}
_LANGUAGES = {"en": "english", "hu": "hungarian"}


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=True, indexed=True, fast=True)
    builder.add_integer_field("years", indexed=True, fast=True)
    for field in _TEXTS:
        builder.add_text_field(field, stored=True, tokenizer_name=field[-2:])
    for facet in FACETS:
        builder.add_text_field(_field(facet), fast=True, tokenizer_name="raw")
    return builder.build()


def _analyser(language: str):
    return (
        tantivy.TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(60))
        .filter(Filter.lowercase())
        .filter(Filter.stemmer(language))
        .filter(Filter.ascii_fold())
        .build()
    )


def _opened(path: Path) -> tantivy.Index:
    index = tantivy.Index(_schema(), path=str(path))
    for code, language in _LANGUAGES.items():
        index.register_tokenizer(code, _analyser(language))
    return index


class Tantivy:
    """tantivy by its Python binding."""

    name = "tantivy"

    def __init__(self, path: Path) -> None:
        self._index = _opened(path)
        self._schema = self._index.schema
        self._searcher = self._index.searcher()
        self._analysers = {code: _analyser(name) for code, name in _LANGUAGES.items()}

    def first(self, question: Question) -> Page:
        asked = self._asked(question)
        found = self._searcher.search(asked, limit=ROWS)
        rows = [self._searcher.doc(address) for _score, address in found.hits]
        marks = {
            field: tantivy.SnippetGenerator.create(self._searcher, asked, self._schema, field)
            for field in ("text_en", "text_hu")
        }
        return Page(
            tuple(row.get_first("number") for row in rows),
            found.count,
            tuple(_snippet(row, marks) for row in rows),
        )

    def complete(self, question: Question) -> Page:
        page = self.first(question)
        counts = {f: {"terms": {"field": _field(f), "size": 1000}} for f in FACETS}
        told = self._searcher.aggregate(self._asked(question), counts)
        several = sum(len(facet["buckets"]) for facet in told.values())
        return Page(page.numbers, page.total, page.snippets, several)

    def has(self, question: Question, number: int) -> bool:
        one = Query.term_query(self._schema, "number", number)
        both = Query.boolean_query([(Occur.Must, self._asked(question)), (Occur.Must, one)])
        return self._searcher.search(both, limit=1).count > 0

    def _asked(self, question: Question) -> Query:
        if question.kind == "phrase":
            whole = self._any(
                Query.phrase_query(self._schema, field, self._forms(field, question.words))
                for field in _TEXTS
            )
        else:
            words = [self._word(question, word) for word in question.words]
            whole = Query.boolean_query([(Occur.Must, word) for word in words])
        if question.years is None:
            return whole
        first, last = question.years
        kind = Query.term_query(self._schema, "type", question.type)
        years = Query.range_query(self._schema, "years", tantivy.FieldType.Integer, first, last)
        return Query.boolean_query([(Occur.Must, part) for part in (whole, kind, years)])

    def _word(self, question: Question, word: str) -> Query:
        if question.is_prefix:
            pattern = f"{_folded(word)}.*"
            return self._any(Query.regex_query(self._schema, f, pattern) for f in _TEXTS)
        ask = Query.fuzzy_term_query if question.kind == "fuzzy" else Query.term_query
        return self._any(
            Query.boost_query(ask(self._schema, field, form), weight)
            for field, weight in _TEXTS.items()
            for form in self._forms(field, (word,))
        )

    def _any(self, queries) -> Query:
        return Query.boolean_query([(Occur.Should, one) for one in queries])

    def _forms(self, field: str, words: tuple[str, ...]) -> list[str]:
        return self._analysers[field[-2:]].analyze(" ".join(words))


class TantivyBuilder:
    """Writes the index."""

    def __init__(self, path: Path) -> None:
        path.mkdir()
        self._index = _opened(path)
        self._writer = self._index.writer(heap_size=128_000_000, num_threads=1)

    def add(self, document: Document) -> None:
        written = tantivy.Document()
        written.add_unsigned("number", document.number)
        for code in _LANGUAGES:
            written.add_text(f"title_{code}", document.titles[code])
            written.add_text(f"text_{code}", document.texts[code])
        for name, value in document.facets:
            written.add_text(_field(name), value)
        for year in document.values("year"):
            written.add_integer("years", int(year))
        self._writer.add_document(written)

    def close(self) -> None:
        self._writer.commit()
        self._writer.wait_merging_threads()


def _snippet(row: tantivy.Document, marks) -> str:
    several = (generator.snippet_from_doc(row).to_html() for generator in marks.values())
    return next(filter(None, several), "")


def _field(facet: str) -> str:
    return facet.replace("-", "_")


_FOLDING = tantivy.TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.lowercase())
_FOLDING = _FOLDING.filter(Filter.ascii_fold()).build()


def _folded(word: str) -> str:
    return _FOLDING.analyze(word)[0]
