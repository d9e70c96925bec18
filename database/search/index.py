"""Writing the full-text index of a dossier, in the same file as the records.

Tables, all filled in one transaction with the records:

* ``search``: FTS5 over folded forms, columns ``title`` and ``text``; ranks and finds;
* ``named``: FTS5 over the folded forms of names alone, to find those soon among many;
* ``forms``: the distinct forms of each record, to tell an exact hit from a folded one;
* ``form``, ``form_key``: every form of the dossier, its fold, its keys and how many records have
it;
* ``pieces``: the texts of a record for snippets, as JSON: a list of passages with all languages
  abreast, each as ``[prose, {language: text}, {language: forms}]``; the first one holds the facts
  of its headline;
* ``label``: the thesaurus by key, to carry a question across languages;
* ``headword``: every name of a record, folded, to find it by the whole name or its beginning.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sqlite_utils import Database

from database.model.record import Place, Record, RecordId, Term
from database.model.schema import Schema
from database.model.text import Text
from database.model.values import LANGUAGES, Plain, Value
from database.model.wording import Wording
from database.search import analysis
from i18n.locales import LOCALES

# Parts the facts of a headline from each other.
FACT_SEPARATOR = "\t"
# Parts the names of a record from each other, so that one can be asked for as a whole.
NAME_SEPARATOR = "\t"


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a record in every language.

    A ``name`` finds before a ``subject`` (how the editors classify the record), and that before
    other text; ``prose`` reads well as a snippet, a subject or another ``label`` less so.
    """

    text: Text
    kind: Literal["name", "subject", "prose", "label"] = "prose"


def create_tables(db: Database) -> None:
    """Create the empty index; the ``ascii`` tokenizer leaves our folded forms as they are."""
    db.executescript("""
        CREATE VIRTUAL TABLE search USING fts5(title, text, content='', tokenize='ascii',
            prefix='1 2');
        CREATE VIRTUAL TABLE named USING fts5(title, content='', tokenize='ascii', prefix='1 2');
        CREATE TABLE forms (record INTEGER PRIMARY KEY, title TEXT NOT NULL,
            subject TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE form (form TEXT PRIMARY KEY, fold TEXT NOT NULL, records INTEGER NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE form_key (key TEXT NOT NULL, form TEXT NOT NULL, PRIMARY KEY (key, form))
            WITHOUT ROWID;
        CREATE TABLE pieces (record INTEGER PRIMARY KEY, pieces TEXT NOT NULL);
        CREATE TABLE label (key TEXT NOT NULL, term TEXT NOT NULL, language TEXT NOT NULL,
            label TEXT NOT NULL, PRIMARY KEY (key, term, language, label)) WITHOUT ROWID;
        CREATE TABLE headword (fold TEXT NOT NULL, record INTEGER NOT NULL,
            PRIMARY KEY (fold, record)) WITHOUT ROWID;
        CREATE INDEX form_by_fold ON form (fold);
    """)


def write(
    db: Database,
    records: Iterable[Record],
    numbers: Mapping[RecordId, int],
    schema: Schema,
    titles: Mapping[RecordId, Text],
    places: Mapping[str, Place],
) -> None:
    """Index *records*; ``numbers`` are their rows in the table ``record``."""
    wordings = {x.code: Wording(x, schema, titles, places) for x in LOCALES}
    known: Counter[str] = Counter()
    for record in records:
        pieces = list(pieces_of(record, wordings))
        facts = _headline(record, schema, wordings)
        known.update(_write_record(db, numbers[record.id], pieces, facts))
    _write_forms(db, known)


def _write_record(db: Database, number: int, pieces: list[Piece], facts: Text) -> set[str]:
    names = [text for piece in pieces if piece.kind == "name" for text in piece.text]
    title = [form for name in dict.fromkeys(names) for form in _forms_of(name)]
    subject = [form for piece in pieces if piece.kind == "subject" for form in _forms(piece)]
    text = [form for piece in pieces if piece.kind != "name" for form in _forms(piece)]
    folded = [" ".join(map(analysis.fold, forms)) for forms in (title, text)]
    db.execute("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", [number, *folded])
    db.execute("INSERT INTO named (rowid, title) VALUES (?, ?)", [number, folded[0]])
    single = NAME_SEPARATOR.join(dict.fromkeys(_distinct(_forms_of(name)) for name in names))
    columns = [number, single, _distinct(subject), _distinct(text)]
    db.execute("INSERT INTO forms VALUES (?, ?, ?, ?)", columns)
    headwords = {" ".join(map(analysis.fold, _forms_of(name))) for name in names} - {""}
    db.conn.executemany(
        "INSERT INTO headword VALUES (?, ?)", ((fold, number) for fold in sorted(headwords))
    )
    shown = [Piece(facts, "label"), *(piece for piece in pieces if piece.kind != "name")]
    written = json.dumps(list(map(_written, shown)), ensure_ascii=False, separators=(",", ":"))
    db.execute("INSERT INTO pieces VALUES (?, ?)", [number, written])
    return {*title, *text}


def _written(piece: Piece) -> tuple[bool, dict[str, str | None], dict[str, str]]:
    """Return a piece as ``snippet.Piece`` wants it: each form with a blank before and after it."""
    texts = {language: piece.text.by_language.get(language) for language in LANGUAGES}
    forms = {x: f" {_distinct(_forms_of(text))} " if text else "" for x, text in texts.items()}
    return piece.kind == "prose", texts, forms


def _distinct(forms: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(forms))


def _forms(piece: Piece) -> list[str]:
    return [form for text in dict.fromkeys(piece.text) for form in _forms_of(text)]


@lru_cache(maxsize=1 << 12)
def _forms_of(text: str) -> tuple[str, ...]:
    """Read a text once; labels and titles of related records come again and again."""
    return tuple(analysis.forms(text))


def _write_forms(db: Database, known: Counter[str]) -> None:
    ordered = sorted(known)
    db.conn.executemany(
        "INSERT INTO form VALUES (?, ?, ?)",
        ((form, analysis.fold(form), known[form]) for form in ordered),
    )
    pairs = ((key, form) for form in ordered for key in sorted(analysis.keys(form)))
    db.conn.executemany("INSERT INTO form_key VALUES (?, ?)", pairs)


def _headline(record: Record, schema: Schema, wordings: Mapping[str, Wording]) -> Text:
    """Return the few facts that stand beside the title in a list of hits."""
    lines = {}
    for language, wording in wordings.items():
        facts = []
        for field in schema.types[record.type].headline:
            values = [wording.claim(claim) for claim in record.claimed(field)][-1:]
            facts += values or [wording.value(v) for v in record.attributes.get(field, ())]
        lines[language] = FACT_SEPARATOR.join(facts)
    return Text(lines)


def pieces_of(record: Record, wordings: Mapping[str, Wording]) -> Iterator[Piece]:
    """Yield every text by which a record can be found, the most telling first."""
    yield Piece(record.title, "name")
    for name in record.names:
        yield Piece(Text.of(en=name.text, hu=name.text), "name")
    yield Piece(record.description)
    for passage in record.summary:
        yield Piece(passage.text)
    yield from _claim_pieces(record, wordings)
    yield from _attribute_pieces(record, wordings)
    yield from _relation_pieces(record, wordings)


def _in_each(wordings: Mapping[str, Wording], words: Mapping[str, str]) -> Text:
    return Text({language: words[language] for language in wordings})


def _claim_pieces(record: Record, wordings: Mapping[str, Wording]) -> Iterator[Piece]:
    for claim in record.claims:
        field = next(w for w in wordings.values()).schema.types[record.type].field(claim.field)
        if field is None:
            continue
        lines = {}
        for language, wording in wordings.items():
            note = claim.note.within(language) if claim.note else ""
            date = wording.date(claim.date) if claim.date else ""
            parts = [f"{wording.label(field)}: {wording.claim(claim)}", note, date]
            lines[language] = " · ".join(part for part in parts if part)
        yield Piece(_in_each(wordings, lines))


def _attribute_pieces(record: Record, wordings: Mapping[str, Wording]) -> Iterator[Piece]:
    lines = {}
    for language, wording in wordings.items():
        values = [value for group in record.attributes.values() for value in group]
        values.sort(key=_is_address)  # an address is for finding, not for reading
        lines[language] = " · ".join(wording.value(value) for value in values)
    yield Piece(_in_each(wordings, lines), "subject")
    places = next(iter(wordings.values())).places
    for value in record.attributes.get("place", ()):
        place = places.get(value.text) if isinstance(value, Plain) else None
        if place and place.also:
            yield Piece(Text.of(en=" · ".join(place.also), hu=" · ".join(place.also)), "label")


def _relation_pieces(record: Record, wordings: Mapping[str, Wording]) -> Iterator[Piece]:
    for relation in record.relations:
        lines = {}
        for language, wording in wordings.items():
            label = relation.label.within(language) if relation.label else ""
            role = wording.role(relation.role, reverse=False)
            date = wording.date(relation.date) if relation.date else ""
            parts = [f"{role}: {wording.title(relation.target)}", label, date]
            lines[language] = " · ".join(part for part in parts if part)
        yield Piece(_in_each(wordings, lines), "label")


def _is_address(value: Value) -> bool:
    return isinstance(value, Plain) and value.kind == "url"


def write_terms(db: Database, terms: Iterable[Term]) -> None:
    """Index the thesaurus by key."""
    rows = sorted(
        {
            (analysis.label_key(label, language), term.id, language, label)
            for term in terms
            for language, labels in term.labels.items()
            for label in labels
        }
    )
    db.conn.executemany("INSERT INTO label VALUES (?, ?, ?, ?)", rows)
