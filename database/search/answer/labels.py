"""Labels as the records of a dossier have them: in which forms, and in which records.

It takes several statements to find that out for a label, and a question may meet dozens. So a
dossier keeps it for all labels of its thesaurus (``database.compile.label_forms``), until a record
of it changes.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from database.search.answer import records
from database.search.answer.records import Records
from database.search.answer.unit import MOST_COMBINATIONS, PhraseForms, Rule
from database.search.language import analysis
from database.search.question.tree import Word

if TYPE_CHECKING:
    from database.search.answer.vocabulary import Vocabulary

_ROUNDING = 1e-9  # the fifth root of 32 is 2, or a little less for a computer
_KEEPS = "SELECT 1 FROM sqlite_master WHERE name = 'label_forms'"
# The language of a label and its text.
Label = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """The forms of each word of a label; the records that have it, where somebody counted them."""

    words: PhraseForms
    records: Records | None = None


def told(labels: Sequence[Label], vocabulary: "Vocabulary") -> dict[Label, Told]:
    """Return those of *labels* that some record has, in their order."""
    kept = vocabulary.kept_labels(tuple(labels))
    every = {label: kept[label] if label in kept else _found(label, vocabulary) for label in labels}
    return {label: one for label, one in every.items() if one}


def kept(connection: sqlite3.Connection, labels: Sequence[Label]) -> dict[Label, Told | None]:
    """Return what the dossier keeps of *labels*: ``None`` where no record has one."""
    if not connection.execute(_KEEPS).fetchone():  # one that another version has made
        return {}
    rows = connection.execute(
        """SELECT kept.language, kept.label, words, records FROM json_each(?) AS asked
           JOIN label_forms AS kept ON kept.language = json_extract(asked.value, '$[0]')
                                   AND kept.label = json_extract(asked.value, '$[1]')""",
        [json.dumps(labels)],
    )
    return {(row[0], row[1]): _read(row[2], row[3]) for row in rows}


def row(label: Label, found: Told | None) -> tuple[str, str, str, bytes | None]:
    """Return what ``kept`` reads, as a row of the table ``label_forms``."""
    words, several = (found.words, found.records) if found else ((), None)
    packed = None if several is None else zlib.compress(records.packed(several))
    return *label, json.dumps([sorted(part) for part in words], ensure_ascii=False), packed


def _read(words: str, packed: bytes | None) -> Told | None:
    parts = tuple(map(frozenset, json.loads(words)))
    if not parts:
        return None
    return Told(parts, None if packed is None else records.unpacked(zlib.decompress(packed)))


def _found(label: Label, vocabulary: "Vocabulary") -> Told | None:
    language, text = label
    words = inflected(analysis.forms(text), language, vocabulary)
    return Told(words) if stand(words, vocabulary) else None


def inflected(label: Sequence[str], language: str, vocabulary: "Vocabulary") -> PhraseForms:
    """Return the forms of each word of a label; in Hungarian the last one alone has endings.

    Of one with several words these are the surest and most frequent, as many as can be combined.
    """
    return tuple(_inflected(label, language, vocabulary))


def _inflected(
    label: Sequence[str], language: str, vocabulary: "Vocabulary"
) -> Iterator[frozenset[str]]:
    most = int(MOST_COMBINATIONS ** (1 / len(label)) + _ROUNDING) if len(label) > 1 else None
    for left, form in enumerate(label, 1 - len(label)):
        forms = vocabulary.forms(Word(form), language)
        surely = language == "hu" and left < 0
        several = [f for f in forms if forms[f] <= Rule.FOLDED or not surely]
        yield frozenset(sorted(several, key=lambda form: forms[form])[:most])


def stand(words: PhraseForms, vocabulary: "Vocabulary") -> bool:
    """Tell whether some record has these words next to each other."""
    if len(words) == 1 or not all(words):
        return all(words)
    return vocabulary.has_phrase(*in_folds(words))


def in_folds(words: PhraseForms) -> Iterator[tuple[str, ...]]:
    """Yield the phrases of folds that say these words."""
    return product(*(sorted(set(map(analysis.fold, part))) for part in words))
