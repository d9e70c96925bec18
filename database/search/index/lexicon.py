"""The words of the thesaurus and their languages: what is known to be spelt right, and as what.

A word that stands here is no slip of another one. Where it is English, it has no Hungarian ending:
*bribe* is not “in BRI”, a *plant* no *plan*. Names of records are left out, for there are odd
spellings among them.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from database import rows
from database.model.record import Term
from database.search.language import analysis

if TYPE_CHECKING:  # only writing needs it, and its import takes a tenth of a second
    from sqlite_utils import Database

_EXISTS = "SELECT 1 FROM sqlite_master WHERE name = 'lexicon'"
_KEPT = 512
# A longer English word is likely to be the same one in Hungarian: technology, technológia.
_LONGEST_OTHER = 7


def create_tables(db: "Database") -> None:
    """Create the empty table; words stand under keys of their language, like labels."""
    db.execute("""
        CREATE TABLE lexicon (key TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (key, word))
            WITHOUT ROWID""")


def write(db: "Database", terms: Iterable[Term]) -> None:
    """Write the words of all labels and definitions."""
    words = {
        (language, word)
        for term in terms
        for language, text in _texts(term)
        for word in analysis.forms(text)
    }
    found = {
        (f"{language}:{key}", word)
        for language, word in words
        for key in analysis.kept_keys(word, language)
    }
    rows.insert(db.conn, "lexicon", sorted(found))


def _texts(term: Term) -> Iterator[tuple[str, str]]:
    """Yield labels and definition, but of Serbian only what is a label by itself.

    What else is Serbian has no translation, and no record is written in it: *sistem* finds nothing
    unless it is taken for a slip of *system*.
    """
    yield from term.definition.by_language.items()
    for language, labels in term.labels.items():
        for label in labels:
            if language != "sr" or len(analysis.forms(label)) == 1:
                yield language, label


def english_among(connection: sqlite3.Connection, forms: Iterable[str]) -> frozenset[str]:
    """Return those of any number of forms of which ``Lexicon.is_english`` tells so."""
    likely = {form: f"en:{analysis.fold(form)}" for form in forms if len(form) <= _LONGEST_OTHER}
    sql = "SELECT word FROM lexicon WHERE key IN (SELECT value FROM json_each(?))"
    words = connection.execute(sql, [json.dumps([*likely.values()])])
    return frozenset(word for (word,) in words if word in likely)


class Lexicon:
    """Looks up single words; a dossier that an older version has made knows none."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._exists = connection.execute(_EXISTS).fetchone() is not None
        self.is_english = lru_cache(maxsize=_KEPT)(self._is_english)

    def knows(self, form: str) -> bool:
        """Tell whether *form* is a word of any language, or a form of one."""
        several = [
            f"{language}:{key}"
            for language in analysis.LABEL_LANGUAGES
            for key in analysis.label_keys(form, language)
        ]
        return self._has("key IN (SELECT value FROM json_each(?))", json.dumps(several))

    def keys(self, form: str) -> frozenset[str]:
        """Return the keys of *form*, as ``form_key`` has those of the dossier."""
        return analysis.keys(form, self.is_english(form))

    def _is_english(self, form: str) -> bool:
        own = ("key = ? AND word = ?", f"en:{analysis.fold(form)}", form)
        return len(form) <= _LONGEST_OTHER and self._has(*own)

    def _has(self, which: str, *parameters: str) -> bool:
        sql = f"SELECT 1 FROM lexicon WHERE {which} LIMIT 1"
        return self._exists and self._db.execute(sql, parameters).fetchone() is not None
