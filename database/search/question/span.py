"""Comparisons as they are typed: ``2017..2020``, ``>100M EUR``, ``..2018-06``, ``≥ 2019``."""

import re
from dataclasses import dataclass

_SIGNS = {"≥": ">=", "=>": ">=", "≤": "<=", "=<": "<=", "==": "=", "": "="}
_COMPARISON = re.compile(r"\s*(?P<sign>[<>]=|=[<>=]|[<>≥≤=]?)\s*(?P<value>.*?)\s*", re.DOTALL)
# What Hungarian has for from and up to, in and the like: 2017-től 2020-ig, 2019-ben.
_FROM_TO = re.compile(r"(?:(?P<low>\S.*?)-t[óőoö]l)?\s*(?:(?P<high>\S.*?)-ig)?", re.IGNORECASE)
_IN = re.compile(r"-(?:b[ae]n|n[áaée]l|j?[áaée]n|i|[oeöa]s)$", re.IGNORECASE)
# The en dash and the ellipsis are what word processors make of a hyphen and of dots.
_RANGE = re.compile(r"(?P<low>.*?)(?:\.{2,}|…|–)(?P<high>.*)", re.DOTALL)


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


def read(text: str) -> Span | None:
    """Read a comparison; ``None`` where there is nothing to compare with."""
    typed = _COMPARISON.fullmatch(text)
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
