"""Alphabetical order without the operating system's help: the same on every machine."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from i18n.locales import HUNGARIAN, Locale

_SERBIAN = [*"абвгдђежзијклљмнњопрстћуфхцчџш"]

#: Ranks of letters. One that has none stands after them all, by its code point: Chinese, for one.
_SIGNS = [*" 0123456789abcdefghijklmnopqrstuvwxyz", *_SERBIAN]
_PLAIN = {letter: rank for rank, letter in enumerate(_SIGNS, 1)}

#: A magyar helyesírás szabályai, 12th edition, 14. Long vowels rank with the short ones.
_ALPHABET = [*"abc", "cs", "d", "dz", "dzs", *"efg", "gy", *"hijkl", "ly", *"mn", "ny", *"oöpqrs"]
_ALPHABET += ["sz", "t", "ty", *"uüvwxyz", "zs"]
_HUNGARIAN = {letter: rank for rank, letter in enumerate([*"0123456789", *_ALPHABET, *_SERBIAN], 1)}
_LONG = dict(zip("áéíóőúű", "aeioöuü", strict=True))

#: One Hungarian letter as written. Doubled, it doubles its first sign only: ssz is sz and sz.
_LETTER = re.compile(r"d?dzs|d?dz|c?cs|g?gy|l?ly|n?ny|s?sz|t?ty|z?zs|.", re.DOTALL)

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
        weighed = [_hungarian(written) for written in _LETTER.findall(small)]
    else:
        weighed = [_plain(sign) for sign in small]
    letters = "".join([letter for letter, _accent in weighed])
    accents = "".join([accent for _letter, accent in weighed])
    cases = "".join(map(_case, composed))
    return "\0".join((letters, accents, cases, composed)).encode("utf-8", "surrogatepass")


@lru_cache(maxsize=1 << 12)
def _hungarian(written: str) -> _Weighed:
    """Return what a letter, as it is written in Hungarian, weighs."""
    if len(written) > 1:
        return _ranked(_compound(written), _HUNGARIAN)
    if written in _LONG:
        return _ranked([(_LONG[written], _LENGTH)], _HUNGARIAN)
    if written in _HUNGARIAN:
        return _ranked([(written, _NONE)], _HUNGARIAN)
    return _ranked(_foreign(written), _HUNGARIAN)


@lru_cache(maxsize=1 << 12)
def _plain(sign: str) -> _Weighed:
    """Return what a sign weighs where every letter is one sign."""
    if sign in _PLAIN:
        return _ranked([(sign, _NONE)], _PLAIN)
    if sign == "-" or sign.isspace():
        return _ranked([(" ", _NONE)], _PLAIN)
    return _ranked(_foreign(sign), _PLAIN)


@lru_cache(maxsize=1 << 12)
def _case(sign: str) -> str:
    if not sign.isalnum():
        return ""
    return "\2" if sign.isupper() else "\1"


def _ranked(weighed: Iterable[_Weighed], ranks: Mapping[str, int]) -> _Weighed:
    """Return the ranks of letters as signs, and their accents."""
    several = list(weighed)
    letters = "".join(chr(ranks.get(letter, ord(letter[0]))) for letter, _accent in several)
    return letters, "".join(accent for _letter, accent in several)


def _compound(written: str) -> Iterator[_Weighed]:
    """Yield a compound letter, twice when it is written long."""
    if written[0] == written[1]:
        yield written[1:], _NONE
        yield written[1:], _NONE
    else:
        yield written, _NONE


def _foreign(sign: str) -> Iterator[_Weighed]:
    """Yield the base of a letter, two for a ligature; nothing for a sign that is no letter."""
    if sign.isalnum():
        for base in _BASES.get(sign) or unicodedata.normalize("NFD", sign)[0]:
            yield base, _NONE if base == sign else sign
