"""Texts in the usual letters, those of English, Hungarian and Serbian, read as a whole.

Hardly a text has others. With a byte for each sign, a table does at the speed of memory what
otherwise is done to one word after the other.
"""

from database.search.language.folding import fold, without_dj

# All these letters, and the quotation marks and dashes of print.
_SIGNS = "cp1250"
# Those that no single plain letter stands for, and a byte that is none either.
_ODD, _NONE = frozenset("ßµˇ"), 0xFF


def _small(sign: str) -> int:
    return sign.lower().encode(_SIGNS)[0] if sign.isalnum() else ord(" ")


def _bare(sign: str) -> int:
    if sign in _ODD:
        return _NONE
    return ord(fold(sign.lower()) if sign.isalnum() else " ")


_ALL = [bytes([n]).decode(_SIGNS, "replace") for n in range(256)]
_SMALL, _BARE = bytes(map(_small, _ALL)), bytes(map(_bare, _ALL))


def forms(text: str) -> list[str]:
    """Return the forms of a text, as ``analysis`` does.

    Raises:
        UnicodeError: it has other letters.
    """
    signs = "ascii" if text.isascii() else _SIGNS
    return text.encode(signs).translate(_SMALL).decode(signs).split()


def folded(text: str) -> str:
    """Return the folds of these forms, blanks between them.

    Raises:
        UnicodeError: it has other letters.
    """
    return without_dj(text.encode(_SIGNS).translate(_BARE).decode("ascii"))
