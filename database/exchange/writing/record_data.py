"""A record as plain data in every language at once, for other programs to read."""

from collections.abc import Iterable
from typing import Any

from database.library import Library
from database.model.reading import written_citation
from database.model.record import Citation, Claim, Record, RecordId, Relation
from database.model.text import Text
from database.model.values import to_json
from i18n.locales import LOCALES

Data = dict[str, Any]


class RecordData:
    """Puts records into dictionaries of JSON types: English keys, words in all languages."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._addresses: dict[RecordId, str] = {}  # of the sources, which are cited again and again
        self._wordings = {locale.code: library.wording(locale) for locale in LOCALES}

    def of(self, record: Record) -> Data:
        """Return everything the dossier has on *record*: fields, claims, relations, citations."""
        return {
            "id": record.id,
            "type": record.type,
            "type_label": self._each(lambda w: w.type_name(record.type)),
            "title": dict(record.title.by_language),
            "description": dict(record.description.by_language),
            "names": [
                {"text": name.text, "language": name.language, "kind": name.kind}
                for name in record.names
            ],
            "attributes": self._attributes(record),
            "summary": [
                {"text": dict(p.text.by_language), "citations": self._citations(p.citations)}
                for p in record.summary
            ],
            "claims": [self._claim(record, claim) for claim in record.claims],
            "relations": [*self._relations(record), *self._mentions(record)],
            "origin": self._citations(record.origin),
        }

    def _each(self, words: Any) -> dict[str, str]:
        return {language: words(wording) for language, wording in self._wordings.items()}

    def _attributes(self, record: Record) -> Data:
        found = {}
        for field in self._library.schema.types[record.type].attributes:
            values = record.attributes.get(field.id, ())
            if values:
                found[field.id] = {
                    "label": self._each(lambda w, f=field: w.label(f)),
                    "values": [
                        {"value": to_json(v), "text": self._each(lambda w, v=v: w.value(v))}
                        for v in values
                    ],
                }
        return found

    def _claim(self, record: Record, claim: Claim) -> Data:
        field = self._library.schema.types[record.type].field(claim.field)
        return {
            "field": claim.field,
            "label": self._each(lambda w: w.label(field)) if field else {},
            "value": to_json(claim.value),
            "text": self._each(lambda w: w.claim(claim)),
            "qualifier": claim.qualifier,
            "date": str(claim.date) if claim.date else "",
            "note": _words(claim.note),
            "citations": self._citations(claim.citations),
        }

    def _relations(self, record: Record) -> Iterable[Data]:
        for relation in record.relations:
            yield self._relation(relation, relation.target, reverse=False)

    def _mentions(self, record: Record) -> Iterable[Data]:
        for mention in self._library.mentions(record.id):
            yield self._relation(mention.relation, mention.source, reverse=True)

    def _relation(self, relation: Relation, end: str, *, reverse: bool) -> Data:
        return {
            "role": relation.role,
            "reverse": reverse,
            "label": self._each(lambda w: w.role(relation.role, reverse=reverse)),
            "record": end,
            "title": dict(self._library.titles[end].by_language),
            "date": str(relation.date) if relation.date else "",
            "detail": _words(relation.label),
            "citations": self._citations(relation.citations),
        }

    def _citations(self, citations: Iterable[Citation]) -> list[Data]:
        return [self._citation(citation) for citation in citations]

    def _citation(self, citation: Citation) -> Data:
        return {
            "source": citation.source,
            "title": dict(self._library.titles[citation.source].by_language),
            "page": citation.page,
            "section": citation.section,
            "line": citation.line,
            "quotation": citation.quotation,
            "url": self._address(citation.source),
            "written": written_citation(citation),
        }

    def _address(self, source_id: RecordId) -> str:
        if source_id not in self._addresses:
            self._addresses[source_id] = self._library.record(source_id).plain("url")
        return self._addresses[source_id]


def _words(text: Text | None) -> dict[str, str]:
    return dict(text.by_language) if text else {}
