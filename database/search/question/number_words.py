"""Numbers that a question writes out, as dossiers write them: half a billion is 500 million."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from database.search.language import analysis

# A number is made of so many words: six hundred and six million.
MOST_WORDS = 6
# Smaller ones that count no millions are everyday words: one, het, tri.
_LEAST = 100
_MILLION, _BILLION = 10**6, 10**9
# What dossiers count in.
_SCALES_IN = {"en": ("million", "billion"), "hu": ("millió", "milliárd")}
# Up to so many letters a scale is an abbreviation, and sto a table; longer ones take endings.
_SHORT, _LONGEST_ENDING = 3, 4
# Figures whose mark the analyser drops: 0,5 and 1 500.
_FIGURES = re.compile(r"(\d{1,6})(?: (\d{1,3}))?")
_GROUP = len("000")
# Figures with every nought written out: 65 000 000, 2.500.000, 65000000.
_WHOLE = re.compile(r"\d{1,3}(?: \d{3})+|\d{7,12}")
# What dossiers write as millions has two decimals at most.
_LEAST_SHARE = _MILLION // 100
_WORDS = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class _Language:
    """The words of one language, folded: what they are worth, and a pattern of each and of all."""

    numbers: Mapping[str, Decimal]
    times: Mapping[str, int]
    word: re.Pattern[str]
    whole: re.Pattern[str]

    @classmethod
    def of(
        cls, numbers: Mapping[str, float], times: Mapping[str, int], between: Sequence[str]
    ) -> "_Language":
        """Read one table of the file."""
        one = _one_of([*numbers, *times, *between])
        worth = {word: Decimal(str(number)) for word, number in numbers.items()}
        # What is read as one number is never read as two: a run of them could be parted too often.
        return cls(worth, times, re.compile(one), re.compile(f"(?>{one})++"))

    def read(self, together: str) -> Decimal | None:
        """Return the number that a text without blanks is, ``None`` where it is none."""
        if not self.whole.fullmatch(together):
            return None
        number = Decimal(0)
        for word in self.word.findall(together):
            if word in self.times:
                number = (number or Decimal(1)) * self.times[word]
            number += self.numbers.get(word, 0)
        return number or None


def in_figures(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return how dossiers write the number that *words* are: ``(language, label)`` pairs.

    ``[]`` where they are none, or one in figures that counts no millions.
    """
    return list(_labels(analysis.joined(map(analysis.fold, words))))


def may_begin(word: str) -> bool:
    """Tell, soon, whether a number could begin with *word*."""
    return bool(_beginning().match(analysis.fold(word)))


def may_grow(word: str) -> bool:
    """Tell whether *word* is so short that another one may begin with it: 65 mil."""
    return len(word) <= _SHORT


def _labels(folded: str) -> Iterator[tuple[str, str]]:
    written, scale = _parted(folded)
    number = (_figures(written) if scale else _whole(written)) or _in_words(written)
    if number is None:
        return
    number *= scale or 1
    if scale or _counts_millions(number):
        large = number >= _BILLION
        figure = f"{(number / (_BILLION if large else _MILLION)).normalize():f}"
        yield "en", f"{figure} {_SCALES_IN['en'][large]}"
        yield "hu", f"{figure.replace('.', ',')} {_SCALES_IN['hu'][large]}"
    elif number >= _LEAST and number == int(number) and _is_in_words(folded):
        yield "en", f"{int(number):,}"
        yield "hu", f"{int(number)}"


def _is_in_words(folded: str) -> bool:
    return len(folded) > _SHORT and not folded[0].isdigit()


def _parted(folded: str) -> tuple[str, int]:
    """Part a number from what it counts, if that is millions: ``half a``, ``felmilliardos``."""
    counted = next(filter(None, (kind.fullmatch(folded) for kind in _counted())), None)
    return (counted[1].strip(), _scales()[counted[2]]) if counted else (folded, 0)


def _figures(written: str) -> Decimal | None:
    found = _FIGURES.fullmatch(written)
    if not found:
        return None
    whole, rest = found.groups("")
    return Decimal(f"{whole}{rest}" if len(rest) == _GROUP else f"{whole}.{rest or 0}")


def _whole(written: str) -> Decimal | None:
    return Decimal(written.replace(" ", "")) if _WHOLE.fullmatch(written) else None


def _counts_millions(number: Decimal) -> bool:
    return number >= _MILLION and not number % _LEAST_SHARE


def _in_words(written: str) -> Decimal | None:
    together = written.replace(" ", "")
    read = (language.read(together) for language in _languages())
    return next((number for number in read if number is not None), None)


@cache
def _counted() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What counts millions: a long word for them with any ending, or a short one after figures."""
    long = _one_of([word for word in _scales() if len(word) > _SHORT])
    short = _one_of([word for word in _scales() if len(word) <= _SHORT])
    return (
        re.compile(rf"(.+?)({long})[a-z]{{0,{_LONGEST_ENDING}}}"),
        re.compile(rf"([\d ]+)({short})"),
    )


@cache
def _beginning() -> re.Pattern[str]:
    return re.compile("|".join([r"\d", *(one.word.pattern for one in _languages())]))


@cache
def _scales() -> Mapping[str, int]:
    return {word: int(scale) for scale, words in _tables()["scales"].items() for word in words}


@cache
def _languages() -> tuple[_Language, ...]:
    return tuple(_Language.of(**table) for name, table in _tables().items() if name != "scales")


@cache
def _tables() -> Mapping[str, Any]:
    return tomllib.loads(_WORDS.read_text("utf-8"))


def _one_of(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
