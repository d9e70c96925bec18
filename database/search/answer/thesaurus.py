"""What the thesaurus has for a run of words: other names of the same concept, and broader ones.

A dossier also keeps what its records have of each label (``database.compile.label_forms``).
"""

import json
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from database.search.answer import records
from database.search.answer.records import Records
from database.search.answer.unit import PhraseForms
from database.search.index.lexicon import Lexicon
from database.search.language import analysis
from database.search.language.folding import bounds

_KEEPS = "SELECT 1 FROM sqlite_master WHERE name = 'label_forms'"
# Labels have words in common, and a reader who types the next word keeps those before it.
_KEPT = 512
# The language of a label and its text.
Label = tuple[str, str]
Labels = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class KnownLabel:
    """The forms of each word of a label; the records that have it, where somebody counted them."""

    words: PhraseForms
    records: Records | None = None


class Thesaurus:
    """Looks up runs of words in the labels of a dossier; it remembers what was asked for lately."""

    def __init__(self, connection: sqlite3.Connection, lexicon: Lexicon) -> None:
        self._db = connection
        self._lexicon = lexicon
        # One that an older version has made keeps nothing of its labels.
        self._keeps = connection.execute(_KEEPS).fetchone() is not None
        self.same_meaning = lru_cache(maxsize=_KEPT)(self._same_meaning)
        self.broader = lru_cache(maxsize=_KEPT)(self._broader)
        self.kept = lru_cache(maxsize=_KEPT)(self._read)

    def _same_meaning(self, forms: tuple[str, ...]) -> list[Label]:
        """Return other labels of the concepts that have *forms* as one.

        Those of one language stand together, the usual one first, as the thesaurus lists them. A
        label that is written so counts before those that only share a stem: ``gradi`` builds,
        ``grad`` is the city.
        """
        keys = self._keys(forms)
        rows = self._db.execute(
            """SELECT DISTINCT term, language, key, label FROM label
               WHERE key IN (SELECT value FROM json_each(?))""",
            [json.dumps(sorted(frozenset().union(*keys.values())))],
        )
        # What is of one word with the forms in its own language is met by them already.
        own = {(term, (of, label)) for term, of, key, label in rows if key in keys[of]}
        if not own:
            return []
        met = {label for _term, label in own}
        labels = self._labels({term for term, _label in own})
        found = [(term, label) for term, label in labels if label not in met]
        written = analysis.folded(" ".join(forms))
        exactly = {term for term, (_of, label) in own if analysis.folded(label) == written}
        if not exactly.isdisjoint(term for term, _label in found):
            found = [(term, label) for term, label in found if term in exactly]
        listed = self._listed({term for term, _label in found})
        several = dict.fromkeys(label for _term, label in found)
        return sorted(several, key=lambda label: (label[0], listed.get(label, 0)))

    def _labels(self, terms: set[str]) -> list[tuple[str, Label]]:
        """Return the labels of some terms, each with its term, by language."""
        rows = self._db.execute(
            """SELECT DISTINCT term, language, label FROM label
               WHERE term IN (SELECT value FROM json_each(?)) AND language <> ?
               ORDER BY language, label""",
            [json.dumps(sorted(terms)), analysis.ANY_LANGUAGE],
        )
        return [(row[0], (row[1], row[2])) for row in rows]

    def _broader(self, forms: tuple[str, ...]) -> list[Label]:
        """Return the labels of the concepts right above those that *forms* name.

        Those of one concept and language stand together, the usual one first.
        """
        keys = self._keys(forms)
        rows = self._db.execute(
            """SELECT DISTINCT language, key, term FROM label
               WHERE key IN (SELECT value FROM json_each(?))""",
            [json.dumps(sorted(frozenset().union(*keys.values())))],
        )
        asked = sorted({term for of, key, term in rows if key in keys[of]})
        above = self._db.execute(
            """SELECT DISTINCT above.id, above.labels
               FROM term JOIN json_each(term.broader) AS link JOIN term AS above ON above.id = value
               WHERE term.id IN (SELECT value FROM json_each(?)) ORDER BY above.id""",
            [json.dumps(asked)],
        )
        several = (item for _id, labels in above for item in json.loads(labels).items())
        return [(language, label) for language, labels in several for label in labels]

    def begins_label(self, form: str) -> bool:
        """Tell whether *form* is the first word of a label: the *radio* of radio frequency."""
        key = analysis.fold(form)
        sql = "SELECT 1 FROM label WHERE key >= ? AND key < ? LIMIT 1"
        return self._db.execute(sql, [f"{key} ", f"{key}!"]).fetchone() is not None

    def goes_on(self, forms: Sequence[str]) -> bool:
        """Tell whether a label or a name begins with *forms*, the last one unfinished: novi sa."""
        begun = analysis.joined(map(analysis.fold, forms))
        sql = """SELECT EXISTS (SELECT 1 FROM label WHERE key >= ?1 AND key < ?2)
                     OR EXISTS (SELECT 1 FROM headword WHERE fold >= ?1 AND fold < ?2)"""
        _whole, beyond = bounds(begun)
        found: int = self._db.execute(sql, [f"{begun}!", beyond]).fetchone()[0]
        return bool(found)

    def _read(self, labels: tuple[Label, ...]) -> dict[Label, KnownLabel | None]:
        """Return what the dossier keeps of *labels*: ``None`` where no record has one."""
        if not labels or not self._keeps:
            return {}
        rows = self._db.execute(
            """SELECT kept.language, kept.label, words, records FROM json_each(?) AS asked
               JOIN label_forms AS kept ON kept.language = json_extract(asked.value, '$[0]')
                                       AND kept.label = json_extract(asked.value, '$[1]')""",
            [json.dumps(labels)],
        )
        return {(row[0], row[1]): _unpacked(row[2], row[3]) for row in rows}

    def _keys(self, forms: tuple[str, ...]) -> Labels:
        """Return under which keys a label could be kept, by the language it would be of."""
        text = " ".join(forms)
        languages = analysis.LABEL_LANGUAGES
        keys = {language: analysis.label_keys(text, language) for language in languages}
        if all(map(self._lexicon.is_english, forms)):  # whose híd it is, hidden is no bridge
            keys["hu"] = frozenset({analysis.folded(text)})
        return keys

    def _listed(self, terms: set[str]) -> dict[Label, int]:
        """Return which place each label of some terms has among those of its language."""
        if not terms:
            return {}
        rows = self._db.execute(
            "SELECT labels FROM term WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(sorted(terms))],
        )
        several = (item for row in rows for item in json.loads(row[0]).items())
        return {
            (language, label): place
            for language, labels in several
            for place, label in enumerate(labels)
        }


def row(label: Label, found: KnownLabel | None) -> tuple[str, str, str, bytes | None]:
    """Return what ``Thesaurus.kept`` reads, as a row of the table ``label_forms``."""
    words, several = (found.words, found.records) if found else ((), None)
    packed = None if several is None else zlib.compress(records.packed(several))
    return *label, json.dumps([sorted(part) for part in words], ensure_ascii=False), packed


def _unpacked(words: str, packed: bytes | None) -> KnownLabel | None:
    parts = tuple(map(frozenset, json.loads(words)))
    if not parts:
        return None
    return KnownLabel(parts, None if packed is None else records.unpacked(zlib.decompress(packed)))
