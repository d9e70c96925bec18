"""Spellings of the dossier that are close to one that it does not have."""

import json
import math
import sqlite3
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from database.search.language.folding import bounds
from database.search.language.serbian import cases, nominatives

_HABITS = Path(__file__).with_suffix(".toml")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
# Ten times as frequent makes up for so much of one wrong letter; a wrong first letter, rare in
# slips of the hand (Pollock and Zamora 1984), counts for this much more.
_FREQUENCY, _FIRST_LETTER = 0.3, 0.5
# Two wrong letters are looked for among this many words with the same first letter.
_MOST_COMPARED = 20_000
# A slip is looked for in so many letters, or in half of a longer word, by every spelling there is.
_BEGINNING = 4
_LONGEST = 40
# What is shorter is no name that is spelt out of habit: who begins with ``sz`` goes on.
_SHORTEST_NAME = 3
_KEPT = 64
# What so few records have is no sure answer to a slip.
_RARE = 2
# What so many times as many records have is far more usual.
FAR_MORE = 5


@dataclass(frozen=True, slots=True)
class Near:
    """A fold of the dossier: how many letters are wrong, and how many records have it."""

    fold: str
    distance: int
    records: int

    def is_odd_among(self, others: Iterable["Near"]) -> bool:
        """Tell whether another one is as close and far more usual: “Huaweii” beside “Huawei”."""
        return any(
            other.distance <= self.distance and other.records > FAR_MORE * self.records
            for other in others
        )


class Spelling:
    """Looks for close spellings without ever reading the whole vocabulary."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        # Who looks for two slips has looked for one before.
        self._one_away = lru_cache(maxsize=_KEPT)(self._one_letter_away)

    def near(self, folded: str, most: int) -> list[Near]:
        """Return folds at most *most* letters away, the likeliest first: close and frequent.

        Distance is optimal string alignment, in which two letters that changed places count once.
        """
        if not most or len(folded) > _LONGEST:
            return []
        found = self._one_away(folded)
        if most > 1 and sum(found.values()) <= _RARE:  # it may be another slip, listed as a name
            found = found | self.known(self._two_letters_away(folded))
        near = [Near(f, _letters_apart(folded, f), records) for f, records in found.items()]
        return sorted(near, key=lambda n: (_cost(n, folded), n.fold))

    def serbian(self, folded: str) -> list[str]:
        """Return folds of which *folded* is a Serbian case: ``vucicem`` → ``vucic``."""
        return sorted(self.known(nominatives(folded)))

    def serbian_names(self, folded: str) -> list[str]:
        """Return whole names of records of which *folded* is a Serbian case."""
        sql = "SELECT DISTINCT fold FROM headword WHERE fold IN (SELECT value FROM json_each(?))"
        several = sorted(set(nominatives(folded)) - {folded})
        return [row[0] for row in self._db.execute(sql, [json.dumps(several)])] if several else []

    def serbian_cases(self, folded: str) -> list[str]:
        """Return folds that are cases of *folded*, a Serbian nominative: ``oblak`` → ``oblaku``."""
        return sorted(self.known(cases(folded)))

    def habitual(self, folded: str) -> list[str]:
        """Return Serbian folds spelt as if they were English or Hungarian: ``vucsics``."""
        several = {_respelt(folded, habit) for habit in _habits().values()} - {folded}
        spelt = {fold for fold in several if len(fold) >= _SHORTEST_NAME}
        if not spelt:
            return []
        return sorted(self.known({*spelt, *(form for s in spelt for form in nominatives(s))}))

    def known(self, folds: Iterable[str]) -> dict[str, int]:
        """Return those of *folds* that the dossier has, with the number of their records."""
        rows = self._db.execute(
            """SELECT fold, sum(records) FROM form
               WHERE fold IN (SELECT value FROM json_each(?)) GROUP BY fold""",
            [json.dumps(sorted(set(folds)))],
        )
        return {row[0]: row[1] for row in rows}

    def _one_letter_away(self, folded: str) -> dict[str, int]:
        """Return the folds with one slip: in the beginning of the word, or after it.

        Every spelling of the beginning is looked up. Few words go on otherwise after it.
        """
        begun = max(_BEGINNING, len(folded) // 2)
        rows = self._db.execute(
            """SELECT fold, sum(records) FROM form
               WHERE fold >= ? AND fold < ? AND length(fold) BETWEEN ? AND ? GROUP BY fold""",
            [*bounds(folded[:begun]), len(folded) - 1, len(folded) + 1],
        )
        after = {row[0]: row[1] for row in rows if _letters_apart(folded, row[0]) == 1}
        return self.known(_slips(folded, begun)) | after

    def _two_letters_away(self, folded: str) -> list[str]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        rows = self._db.execute(
            """SELECT DISTINCT fold FROM form
               WHERE fold >= ? AND fold < ? AND length(fold) BETWEEN ? AND ? LIMIT ?""",
            [*bounds(folded[0]), len(folded) - 2, len(folded) + 2, _MOST_COMPARED],
        )
        near = process.extract(
            folded, [row[0] for row in rows], scorer=OSA.distance, score_cutoff=2, limit=50
        )
        return [match[0] for match in near]


def begins_alike(one: str, other: str) -> bool:
    """Tell whether two words have one first letter, or one of them has lost it: “uawei”."""
    return one[0] == other[0] or one[1:] == other or other[1:] == one


def is_slip(typed: str, meant: str) -> bool:
    """Tell whether two letters changed places, one was typed twice, or one is left out.

    The first letter is right. A wrong letter or one too many makes another word as easily.
    """
    if typed[:1] != meant[:1] or _letters_apart(typed, meant) != 1:
        return False
    doubled = (typed[:n] + typed[n + 1 :] for n in range(1, len(typed)) if typed[n] == typed[n - 1])
    return len(meant) > len(typed) or sorted(meant) == sorted(typed) or meant in doubled


def _letters_apart(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA  # here, since only slips need what takes time to import

    return OSA.distance(one, other)


def _cost(near: Near, folded: str) -> float:
    other_beginning = _FIRST_LETTER * (near.fold[:1] != folded[:1])
    return near.distance + other_beginning - _FREQUENCY * math.log10(near.records)


def _slips(word: str, most: int) -> set[str]:
    """Return every spelling with one slip at one of the first *most* letters.

    One letter is dropped, added before it, or changed, or it changed places with the next one.
    """
    halves = [(word[:n], word[n:]) for n in range(min(most, len(word)))]
    dropped = {a + b[1:] for a, b in halves}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    changed = {a + letter + b[1:] for a, b in halves for letter in _LETTERS}
    added = {a + letter + b for a, b in halves for letter in _LETTERS}
    return (dropped | swapped | changed | added) - {word, ""}


def _respelt(folded: str, habit: Mapping[str, str]) -> str:
    for written, meant in habit.items():
        folded = folded.replace(written, meant)
    return folded


@cache
def _habits() -> dict[str, dict[str, str]]:
    habits: dict[str, dict[str, str]] = tomllib.loads(_HABITS.read_text("utf-8"))["habits"]
    return habits
