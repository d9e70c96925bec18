"""Texts in the usual letters, those of English, Hungarian and Serbian, read as a whole.

Serbian may be written in either alphabet.

Hardly a text has others. With a byte for each sign, a table does at the speed of memory what
otherwise is done to one word after the other.
"""

import codecs
from collections.abc import Sequence

from database.search.language.folding import fold, latin, without_dj

# All these letters, and the quotation marks and dashes of print.
_SIGNS = "cp1250"
# Those that no single plain letter stands for, and a byte that is none either.
_ODD, _NONE = frozenset("ßµˇ"), 0xFF
# Parts texts that are read together, and stays as it is: a blank, but in no text.
_BETWEEN = "\x1f"
_SERBIAN = "serbian"


def _small(sign: str) -> int:
    if sign == _BETWEEN:
        return ord(sign)
    return sign.lower().encode(_SIGNS)[0] if sign.isalnum() else ord(" ")


def _bare(sign: str) -> int:
    if sign in _ODD:
        return _NONE
    if sign == _BETWEEN:
        return ord(sign)
    return ord(fold(sign.lower()) if sign.isalnum() else " ")


def _in_latin(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for letters that have no byte, and where the text goes on after them."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return latin(error.object[error.start : error.end].lower()), error.end


codecs.register_error(_SERBIAN, _in_latin)

_ALL = [bytes([n]).decode(_SIGNS, "replace") for n in range(256)]
_SMALL, _BARE = bytes(map(_small, _ALL)), bytes(map(_bare, _ALL))


def forms(text: str) -> list[str]:
    """Return the forms of a text, as ``analysis`` does.

    Raises:
        UnicodeError: it has other letters.
    """
    signs = "ascii" if text.isascii() else _SIGNS
    return text.encode(signs, _SERBIAN).translate(_SMALL).decode(signs).split()


def folded(text: str) -> str:
    """Return the folds of these forms, blanks between them.

    Raises:
        UnicodeError: it has other letters.
    """
    return without_dj(text.encode(_SIGNS, _SERBIAN).translate(_BARE).decode("ascii"))


def read(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the forms of each of several texts, and their folds, blanks between them.

    Raises:
        ValueError: one of them has other letters.
    """
    signs = _BETWEEN.join(texts).encode(_SIGNS, _SERBIAN)
    forms = signs.translate(_SMALL).decode(_SIGNS).split(_BETWEEN)
    if len(forms) != len(texts):
        raise ValueError("what parts texts stands in one")
    return forms, without_dj(signs.translate(_BARE).decode("ascii")).split(_BETWEEN)
