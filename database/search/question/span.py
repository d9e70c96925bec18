"""Comparisons as they are typed: ``2017..2020``, ``>100M EUR``, ``≥ 2019``, ``2018 után``."""

import re
from dataclasses import dataclass

from database.search.language.folding import fold


def _spelt(words: str) -> str:
    """Return a pattern of *words* that may be typed without their accents."""
    return re.sub("[^ -~]", lambda letter: f"[{letter[0]}{fold(letter[0])}]", words)


def in_words(before: str, after: str) -> re.Pattern[str]:
    """Return a pattern of a value with some words *before* it, or others *after* it."""
    pattern = rf"(?:{before})(?:\s+|-)(.+)|(.+?)\s+(?:{after})"
    return re.compile(_spelt(pattern), re.IGNORECASE)


_SIGNS = {"≥": ">=", "=>": ">=", "≤": "<=", "=<": "<=", "==": "=", "": "="}
_COMPARISON = re.compile(r"\s*(?P<sign>[<>]=|=[<>=]|[<>≥≤=]?)\s*(?P<value>.*?)\s*", re.DOTALL)
# What Hungarian has for from and up to, in and the like: 2017-től 2020-ig, 2019-ben, 5 eurótól.
_FROM_TO = re.compile(
    r"(?:(?P<low>\S.*?)(?:-|(?<=[^\W\d]))t[óőoö]l)?\s*"
    r"(?:(?P<high>\S.*?)(?:-|(?<=[^\W\d]))ig)?",
    re.IGNORECASE,
)
_IN = re.compile(r"-(?:b[ae]n|b[őoö]l|r[ae]|n[áaée]l|j?[áaée]n|i|[oeöa]s)$", re.IGNORECASE)
# What says the same in words, before the value or after it.
_IN_WORDS = tuple(
    (sign, in_words(before, after))
    for sign, before, after in (
        (">", "after|later than|newer than|over|above|more than|greater than|exceeding"
         "|több mint|nagyobb mint|posle|preko|više od", "után|utáni|felett|feletti|fölött|fölötti"),
        (">=", "since|from|at least|no less than|not less than|no earlier than|legalább|od"
         "|najmanje", "óta|or later|or more|vagy később|vagy több"),
        ("<", "before|earlier than|older than|under|below|less than|smaller than"
         "|kevesebb mint|kisebb mint|pre|ispod|manje od", "előtt|előtti|alatt|alatti"),
        ("<=", "until|up to|at most|no more than|not more than|no later than|not later than"
         "|legfeljebb|do|najviše", "or earlier|or less|vagy korábban|vagy kevesebb"),
    )
)  # fmt: skip
# Hungarian has endings for it, too: 100 millió eurónál több, eurót meghaladó, 2019-nél korábbi.
_WITH_ENDINGS = tuple(
    (sign, re.compile(_spelt(f"(.+?){words}"), re.IGNORECASE))
    for sign, words in (
        (">", r"-?n(?:á|é)l\s+(?:több|nagyobb|magasabb|későbbi?|újabb)"),
        (">", r"-?(?:(?<!milli)ot|t)\s+meghaladó"),
        ("<", r"-?n(?:á|é)l\s+(?:kevesebb|kisebb|alacsonyabb|korábbi|korábban|régebbi)"),
    )
)
_BETWEEN = re.compile(
    _spelt(
        r"between\s+(.+?)\s+and\s+(.+)|(.+?)\s+és\s+(.+?)\s+köz(?:ött|ötti|t)"
        r"|između\s+(.+?)\s+i\s+(.+)"
        r"|from\s+(.+?)\s+to\s+(.+)|(\S*\d.*?)\s+to\s+(\S*\d.*)|od\s+(.+?)\s+do\s+(.+)"
    ),
    re.IGNORECASE,
)
# What says that a value need not be exactly so, before it or after it.
_ABOUT = in_words(
    r"about|around|approximately|roughly|circa|(?:approx|cca|ca|kb)\.?"
    r"|körülbelül|mintegy|nagyjából|oko|otprilike",
    "körül|körüli",
)
_ABOUT_SIGN = re.compile(r"^[~≈]")
# Dashes and the ellipsis are what word processors make of a hyphen and of dots.
_RANGE = re.compile(r"(?P<low>.*?)(?:\.{2,}|…|–|—)(?P<high>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of values as written: ``""`` where it is open, ``strict`` where ends are out."""

    low: str
    high: str
    strict: bool = False

    @property
    def meaning(self) -> str:
        """Return the code of ``understanding`` that says it."""
        if self.low and self.high:
            return "field" if self.low == self.high else "between"
        if self.low:
            return "more-than" if self.strict else "at-least"
        return "less-than" if self.strict else "at-most"

    def __str__(self) -> str:
        """Return it as a question has it after the colon: ``2017..2020``, ``>2018``."""
        if self.low and self.high:
            return self.low if self.low == self.high else f"{self.low}..{self.high}"
        return f"{'>' if self.low else '<'}{'' if self.strict else '='}{self.low or self.high}"


def read(text: str) -> Span | None:
    """Read a comparison; ``None`` where there is nothing to compare with."""
    typed = _COMPARISON.fullmatch(_in_signs(text.strip()))
    if not typed or not typed["value"]:
        return None
    sign, value = _SIGNS.get(typed["sign"], typed["sign"]), _IN.sub("", typed["value"])
    if sign.startswith(">"):
        return Span(value, "", strict=sign == ">")
    if sign.startswith("<"):
        return Span("", value, strict=sign == "<")
    between = _FROM_TO.fullmatch(value) or _RANGE.fullmatch(value)
    if between is None:
        return Span(value, value)
    low, high = ((between[end] or "").strip() for end in ("low", "high"))
    return Span(low, high) if low or high else None


def about(text: str) -> str:
    """Return the value in ``about 600M`` or ``600 millió körül``, ``""`` for an exact one."""
    rough = _ABOUT.fullmatch(_ABOUT_SIGN.sub("about ", text.strip()))
    return (rough[1] or rough[2]) if rough else ""


def _in_signs(text: str) -> str:
    """Return a comparison with signs for its words: ``2017 után`` → ``>2017``."""
    if between := _BETWEEN.fullmatch(text):
        return "..".join(filter(None, between.groups()))
    for sign, words in (*_WITH_ENDINGS, *_IN_WORDS):
        if found := words.fullmatch(text):
            return f"{sign}{next(filter(None, found.groups()))}"
    return text
