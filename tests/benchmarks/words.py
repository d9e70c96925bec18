"""Words for made records: those of real texts, and a long tail of rare ones as real text has it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from database.compile.content import Content
from tests.benchmarks.aid_projects import projects

SNOWBALL = Path(__file__).parents[3] / "shared" / "data" / "snowball"
_SYLLABLES = """
    ba ko vi ra dže mi lo šta ne gu ő ty sze rá kö la to per dan hol je ma ru sa ve li zo fe ki
""".split()  # noqa: SIM905  # one a line would fill a screen
_ENDINGS = ("", "", "", "ić", "grad", "ovo", "falva", "vár", "tech", "com", "net", "ev")


@dataclass(frozen=True)
class Words:
    """What sentences of one language are made of.

    ``passages`` are texts to begin with, ``usual`` the words of all of them (frequent ones often),
    ``rare`` words in any order: the first are drawn far more often than the last (Zipf).
    """

    passages: tuple[tuple[str, ...], ...]
    usual: Sequence[str]
    rare: Sequence[str]

    def passage(self, chance: random.Random, least: int, most: int, other: float = 0.25) -> str:
        """Return a passage of some length in which some words are others."""
        told: list[str] = []
        length = chance.randint(least, most)
        while len(told) < length:
            told += chance.choice(self.passages)
        return self.shaken(told[:length], chance, other)

    def shaken(self, words: Sequence[str], chance: random.Random, other: float) -> str:
        """Return *words* with a share of *other* ones, half of them from the long tail."""
        return " ".join(
            word if chance.random() >= other else self.another(chance) for word in words
        )

    def another(self, chance: random.Random) -> str:
        """Return a word of another text, or of the long tail."""
        if chance.random() < 0.5:
            return chance.choice(self.usual)
        return self.rare[int(len(self.rare) ** chance.uniform(0.2, 1)) - 1]


@cache
def snowball(language: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a language with their stems, those that are made of letters only."""
    folder = SNOWBALL / language
    if not folder.exists():
        return ()
    columns = ((folder / f"{n}.txt").read_text("utf-8").split("\n") for n in ("voc", "output"))
    return tuple((w, s) for w, s in zip(*columns, strict=True) if w.isalpha() and len(w) > 2)


def english(content: Content) -> Words:
    """Return the words of AidData's descriptions, or of our own records where they are missing."""
    passages = [p.description.split() for p in projects()] or _own(content, "en")
    return _words(passages, "english")


def hungarian(content: Content) -> Words:
    """Return the words of our own records, with the tail of a dictionary."""
    return _words(_own(content, "hu"), "hungarian")


def name(chance: random.Random) -> str:
    """Return a name that nobody has."""
    stem = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3)))
    return (stem + chance.choice(_ENDINGS)).capitalize()


def _own(content: Content, language: str) -> list[list[str]]:
    passages = (p.text for record in content.records.values() for p in record.summary)
    return [passage.by_language[language].split() for passage in passages]


def _words(passages: list[list[str]], dictionary: str) -> Words:
    usual = [word for passage in passages for word in passage]
    rare = [word for word, _stem in snowball(dictionary)] or sorted(set(usual))
    random.Random(dictionary).shuffle(rare)
    return Words(tuple(map(tuple, passages)), usual, rare)
