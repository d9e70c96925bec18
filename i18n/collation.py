"""Alphabetical order without the operating system's help: the same on every machine."""

import re
import unicodedata
from collections.abc import Iterator

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

#: A letter without its accent, and the weight of the accent.
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
        ranks, weighed = _HUNGARIAN, list(_hungarian(small))
    else:
        ranks, weighed = _PLAIN, list(_plain(small))
    letters = "".join(chr(ranks.get(letter, ord(letter[0]))) for letter, _ in weighed)
    accents = "".join(accent for _, accent in weighed)
    cases = "".join("\2" if sign.isupper() else "\1" for sign in composed if sign.isalnum())
    return "\0".join((letters, accents, cases, composed)).encode("utf-8", "surrogatepass")


def _hungarian(text: str) -> Iterator[_Weighed]:
    for match in _LETTER.finditer(text):
        written = match.group()
        if len(written) > 1:
            yield from _compound(written)
        elif written in _LONG:
            yield _LONG[written], _LENGTH
        elif written in _HUNGARIAN:
            yield written, _NONE
        else:
            yield from _foreign(written)


def _compound(written: str) -> Iterator[_Weighed]:
    """Yield a compound letter, twice when it is written long."""
    if written[0] == written[1]:
        yield written[1:], _NONE
        yield written[1:], _NONE
    else:
        yield written, _NONE


def _plain(text: str) -> Iterator[_Weighed]:
    for sign in text:
        if sign in _PLAIN:
            yield sign, _NONE
        elif sign == "-" or sign.isspace():
            yield " ", _NONE
        else:
            yield from _foreign(sign)


def _foreign(sign: str) -> Iterator[_Weighed]:
    """Yield the base of a letter, two for a ligature; nothing for a sign that is no letter."""
    if sign.isalnum():
        for base in _BASES.get(sign) or unicodedata.normalize("NFD", sign)[0]:
            yield base, _NONE if base == sign else sign
