"""A Whoosh index in the comparison, set up as its documentation teaches."""

from pathlib import Path

from whoosh import analysis, fields, query, sorting
from whoosh.index import create_in, open_dir
from whoosh.support.charset import accent_map

from tests.benchmarks.documents import Document
from tests.benchmarks.engines import FACETS, ROWS, Page
from tests.benchmarks.questions import Question

_WEIGHTS = {"title_en": 8.0, "title_hu": 8.0, "text_en": 1.0, "text_hu": 1.0}


def _analyser(language: str):
    folded = analysis.CharsetFilter(accent_map)
    return analysis.LanguageAnalyzer(language, cachesize=50_000) | folded


def _schema() -> fields.Schema:
    texts = {
        name: fields.TEXT(
            analyzer=_analyser(name[-2:]), stored=True, phrase=True, field_boost=weight
        )
        for name, weight in _WEIGHTS.items()
    }
    facets = {_field(facet): fields.KEYWORD(commas=True) for facet in FACETS}
    return fields.Schema(number=fields.NUMERIC(stored=True, unique=True), **texts, **facets)


class Whoosh:
    """Whoosh 2.7.4."""

    name = "Whoosh"

    def __init__(self, path: Path) -> None:
        self._index = open_dir(path)
        self._searcher = self._index.searcher()

    def first(self, question: Question) -> Page:
        return self._page(self._searcher.search(self._asked(question), limit=ROWS), 0)

    def complete(self, question: Question) -> Page:
        facets = sorting.Facets()
        for facet in FACETS:
            facets.add_field(_field(facet), allow_overlap=True)
        found = self._searcher.search(self._asked(question), limit=ROWS, groupedby=facets)
        counts = (found.groups(name) for name in found.facet_names())
        return self._page(found, sum(map(len, counts)))

    def has(self, question: Question, number: int) -> bool:
        one = query.And([self._asked(question), query.Term("number", number)])
        return len(self._searcher.search(one, limit=1)) > 0

    def _page(self, found, facets: int) -> Page:
        rows = found[:ROWS]
        return Page(
            tuple(row["number"] for row in rows),
            len(found),
            tuple(row.highlights("text_en") or row.highlights("text_hu") for row in rows),
            facets,
        )

    def _asked(self, question: Question) -> query.Query:
        if question.kind == "phrase":
            whole = query.Or([self._phrase(field, question.words) for field in _WEIGHTS])
        else:
            words = [self._word(question, word) for word in question.words]
            whole = query.And([word for word in words if len(word)])  # the others are stop words
        if question.years is None:
            return whole.normalize()
        years = range(question.years[0], question.years[1] + 1)
        within = query.Or([query.Term("year", str(year)) for year in years])
        return query.And([whole, query.Term("type", question.type), within]).normalize()

    def _word(self, question: Question, word: str) -> query.Query:
        several: list[query.Query] = []
        for field in _WEIGHTS:
            if question.is_prefix:
                several.append(query.Prefix(field, _folded(word)))
            else:
                term = query.FuzzyTerm if question.kind == "fuzzy" else query.Term
                several += [term(field, form) for form in self._forms(field, word)]
        return query.Or(several)

    def _phrase(self, field: str, words: tuple[str, ...]) -> query.Query:
        return query.Phrase(field, [form for w in words for form in self._forms(field, w)])

    def _forms(self, field: str, word: str) -> list[str]:
        return [token.text for token in self._index.schema[field].analyzer(word, mode="query")]


class WhooshBuilder:
    """Writes the index."""

    def __init__(self, path: Path) -> None:
        path.mkdir()
        self._writer = create_in(path, _schema()).writer(limitmb=256)

    def add(self, document: Document) -> None:
        texts = {f"title_{code}": title for code, title in document.titles.items()}
        texts |= {f"text_{code}": text for code, text in document.texts.items()}
        facets = {_field(facet): ",".join(document.values(facet)) for facet in FACETS}
        self._writer.add_document(number=document.number, **texts, **facets)

    def close(self) -> None:
        self._writer.commit()


def _field(facet: str) -> str:
    return facet.replace("-", "_")


def _folded(word: str) -> str:
    return word.lower().translate(accent_map)
