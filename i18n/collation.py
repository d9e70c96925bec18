"""Alphabetical order without the operating system's help: the same on every machine."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from i18n.locales import HUNGARIAN, Locale

_SERBIAN = [*"абвгдђежзијклљмнњопрстћуфхцчџш"]

#: Ranks of letters. One that has none stands after them all, by its code point: Chinese, for one.
_SIGNS = [*" 0123456789abcdefghijklmnopqrstuvwxyz", *_SERBIAN]
_PLAIN = {letter: rank for rank, letter in enumerate(_SIGNS, 1)}

#: A magyar helyesírás szabályai, 12th edition, 14. Long vowels rank with the short ones.
_ALPHABET = [*"abc", "cs", "d", "dz", "dzs", *"efg", "gy", *"hijkl", "ly", *"mn", "ny", *"oöpqrs"]
_ALPHABET += ["sz", "t", "ty", *"uüvwxyz", "zs"]
#: Compound letters as single signs, for private use: no text has them.
_SINGLE = {letter: chr(0xF0000 + n) for n, letter in enumerate(_ALPHABET) if len(letter) > 1}
_HUNGARIAN = {
    _SINGLE.get(letter, letter): rank
    for rank, letter in enumerate([*"0123456789", *_ALPHABET, *_SERBIAN], 1)
}
_LONG = dict(zip("áéíóőúű", "aeioöuü", strict=True))

#: A compound letter as written. Doubled, it doubles its first sign only: ssz is sz and sz.
_COMPOUND = re.compile(r"(?=[cdglnstz])(?:d?dzs|d?dz|c?cs|g?gy|l?ly|n?ny|s?sz|t?ty|z?zs)")

#: Letters that Unicode does not take apart into a base and an accent.
_FOREIGN = ("d", "d", "h", "i", "l", "o", "ae", "oe", "ss", "th")
_BASES = dict(zip("đðħıłøæœßþ", _FOREIGN, strict=True))

#: Weights of accents; a foreign accent weighs as much as its letter's code point.
_NONE, _LENGTH = "\1", "\2"

#: Letters without their accents, and the weights of the accents.
_Weighed = tuple[str, str]


def sort_key(text: str, locale: Locale) -> bytes:
    """Return what to sort *text* by for readers of *locale*; it may be stored beside the text.

    Keys compare the letters first; then accents, from left to right; then case, small before
    capital; then the text itself, so that only equal texts tie. Cyrillic comes after Latin.
    Hungarian ignores spaces and signs, and knows its compound letters and long vowels (A magyar
    helyesírás szabályai, 12th edition, 14–15). Every other language goes word by word and takes
    accented letters for their bases.
    """
    composed = unicodedata.normalize("NFC", text).strip()
    small = composed.lower()
    if locale == HUNGARIAN:
        small, weights = _COMPOUND.sub(_as_single, small), _HUNGARIAN_WEIGHTS
    else:
        weights = _PLAIN_WEIGHTS
    letters, accents = map(small.translate, weights)
    cases = composed.translate(_CASES)
    return "\0".join((letters, accents, cases, composed)).encode("utf-8", "surrogatepass")


def _as_single(compound: re.Match[str]) -> str:
    """Return a compound letter as a single sign, twice when it is written long."""
    written = compound.group()
    return _SINGLE[written[1:]] * 2 if written[0] == written[1] else _SINGLE[written]


def _hungarian(sign: str) -> _Weighed:
    """Return what a letter, alone or compound, weighs in Hungarian."""
    if sign in _LONG:
        return _ranked([(_LONG[sign], _LENGTH)], _HUNGARIAN)
    if sign in _HUNGARIAN:
        return _ranked([(sign, _NONE)], _HUNGARIAN)
    return _ranked(_foreign(sign), _HUNGARIAN)


def _plain(sign: str) -> _Weighed:
    """Return what a sign weighs where every letter is one sign."""
    if sign in _PLAIN:
        return _ranked([(sign, _NONE)], _PLAIN)
    if sign == "-" or sign.isspace():
        return _ranked([(" ", _NONE)], _PLAIN)
    return _ranked(_foreign(sign), _PLAIN)


def _case(sign: str) -> str:
    if not sign.isalnum():
        return ""
    return "\2" if sign.isupper() else "\1"


def _ranked(weighed: Iterable[_Weighed], ranks: Mapping[str, int]) -> _Weighed:
    """Return the ranks of letters as signs, and their accents."""
    several = list(weighed)
    letters = "".join(chr(ranks.get(letter, ord(letter[0]))) for letter, _accent in several)
    return letters, "".join(accent for _letter, accent in several)


def _foreign(sign: str) -> Iterator[_Weighed]:
    """Yield the base of a letter, two for a ligature; nothing for a sign that is no letter."""
    if sign.isalnum():
        for base in _BASES.get(sign) or unicodedata.normalize("NFD", sign)[0]:
            yield base, _NONE if base == sign else sign


class _Weights(dict[int, str]):
    """A table for ``str.translate``, filled as signs come."""

    def __init__(self, weigh: Callable[[str], str]) -> None:
        self._weigh = weigh

    def __missing__(self, code: int) -> str:
        weight = self[code] = self._weigh(chr(code))
        return weight


def _both(weigh: Callable[[str], _Weighed]) -> tuple[_Weights, _Weights]:
    return _Weights(lambda sign: weigh(sign)[0]), _Weights(lambda sign: weigh(sign)[1])


_PLAIN_WEIGHTS, _HUNGARIAN_WEIGHTS = _both(_plain), _both(_hungarian)
_CASES = _Weights(_case)
