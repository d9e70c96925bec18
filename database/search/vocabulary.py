"""The words of a dossier: which of them belong to a word that was asked for, and by which rule."""

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from database.search import analysis
from database.search.query import Word

# Beyond this many forms a prefix is too short to tell anything; the index still finds them all.
_MOST_PREFIX_FORMS = 400


class Rule(IntEnum):
    """Why a form of the dossier answers to a word that was asked for; the surest rule first."""

    EXACT = 0
    FOLDED = 1
    STEMMED = 2
    PREFIX = 3
    THESAURUS = 4
    FUZZY = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """One word asked for, with everything that answers to it.

    ``forms`` tells the rule by which each form of the dossier answers. ``alternatives`` are phrases
    of the thesaurus that say the same: for each of their words, the forms that it may have.
    ``weight`` is high for rare words (inverse document frequency).
    """

    word: Word
    forms: dict[str, Rule]
    weight: float
    alternatives: tuple[tuple[frozenset[str], ...], ...] = ()


class Vocabulary:
    """Looks words up in the dossier's tables of forms and labels."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def unit(self, word: Word) -> Unit:
        """Return *word* with its forms; where there are none, with the closest spellings."""
        forms = self.forms(word)
        if not forms:
            near = [form for fold in self.similar(word.form) for form in self._folding_to(fold)]
            forms = dict.fromkeys(near, Rule.FUZZY)
        return Unit(word, forms, self._weight(forms))

    def forms(self, word: Word) -> dict[str, Rule]:
        """Return the forms that are *word*, with or without accents, inflected, or begun by it."""
        folded = analysis.fold(word.form)
        found: dict[str, Rule] = {}
        if word.prefix:
            found |= dict.fromkeys(self._beginning_with(folded), Rule.PREFIX)
        found |= dict.fromkeys(self._sharing_a_key(word.form), Rule.STEMMED)
        found |= dict.fromkeys(self._folding_to(folded), Rule.FOLDED)
        if word.form in found:
            found[word.form] = Rule.EXACT
        return found

    def similar(self, form: str, limit: int = 5, *, loose: bool = False) -> list[str]:
        """Return the folds closest in spelling to *form*, the closest and then most frequent first.

        Distance is optimal string alignment, in which two letters that changed places count once.
        Two slips are too many for a short word, unless *loose*: Szíria is no misspelt Szerbia.
        """
        folded = analysis.fold(form)
        most = (len(folded) > 3) + (len(folded) > (4 if loose else 6))
        if not most:
            return []
        counts = self._folds
        near = process.extract(
            folded, counts.keys(), scorer=OSA.distance, score_cutoff=most, limit=50
        )
        near.sort(key=lambda found: (found[1], found[0][:1] != folded[:1], -counts[found[0]]))
        closest = near[0][1] if near else 0
        return [found[0] for found in near if found[1] == closest][:limit]

    def written(self, fold: str) -> str:
        """Return the most frequent form that folds to *fold*."""
        row = self._db.execute(
            "SELECT form FROM form WHERE fold = ? ORDER BY records DESC, form LIMIT 1", [fold]
        ).fetchone()
        return row[0] if row else fold

    def same_meaning(self, forms: tuple[str, ...]) -> list[tuple[str, str]]:
        """Return what the thesaurus has for a run of words: ``(language, label)`` pairs.

        All labels of the concepts that have *forms* as a label, the label itself left out.
        """
        text = " ".join(forms)
        keys = {language: analysis.label_key(text, language) for language in ("en", "hu", "sr")}
        rows = self._db.execute(
            """SELECT DISTINCT other.language, other.label, other.key FROM label AS asked
               JOIN label AS other ON other.term = asked.term
               WHERE (asked.language, asked.key) IN (VALUES ('en', ?), ('hu', ?), ('sr', ?))
               ORDER BY other.language, other.label""",
            [keys["en"], keys["hu"], keys["sr"]],
        )
        own = set(keys.values())
        return [(row[0], row[1]) for row in rows if row[2] not in own]

    @cached_property
    def _folds(self) -> dict[str, int]:
        rows = self._db.execute("SELECT fold, sum(records) FROM form GROUP BY fold")
        return {row[0]: row[1] for row in rows}

    @cached_property
    def _records(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM record").fetchone()[0])

    def _folding_to(self, folded: str) -> list[str]:
        return self._column("SELECT form FROM form WHERE fold = ?", [folded])

    def _beginning_with(self, folded: str) -> list[str]:
        sql = "SELECT form FROM form WHERE fold >= ? AND fold < ? LIMIT ?"
        return self._column(sql, [folded, folded + "\U0010ffff", _MOST_PREFIX_FORMS])

    def _sharing_a_key(self, form: str) -> list[str]:
        keys = sorted(analysis.keys(form))
        marks = ", ".join("?" * len(keys))
        return self._column(f"SELECT DISTINCT form FROM form_key WHERE key IN ({marks})", keys)

    def _column(self, sql: str, parameters: Sequence[str | int]) -> list[str]:
        return [row[0] for row in self._db.execute(sql, parameters)]

    def _weight(self, forms: dict[str, Rule]) -> float:
        """Return ln(1 + records / records that have the word): the usual weight of rarity."""
        if not forms:
            return math.log(1 + self._records)
        best = min(forms.values())
        surest = [form for form, rule in forms.items() if rule == best][:20]
        marks = ", ".join("?" * len(surest))
        sql = f"SELECT max(records) FROM form WHERE form IN ({marks}) OR fold IN ({marks})"
        (records,) = self._db.execute(sql, [*surest, *surest]).fetchone()
        return math.log(1 + self._records / max(1, records or 1))
