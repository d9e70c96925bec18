"""Letters that stand for each other: Serbian Cyrillic in Latin letters, and no accents."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from database.search.language.remembered import Remembered

# Serbian Cyrillic to Latin, one way only: Latin "nj" may be one Cyrillic letter or two.
_SERBIAN = str.maketrans(
    dict(
        zip(
            "абвгдђежзијклмнопрстћуфхцчш",
            "abvgdđežzijklmnoprstćufhcčš",
            strict=True,
        )
    )
    | {"љ": "lj", "њ": "nj", "џ": "dž", "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "ѐ": "e", "ѝ": "i"}
)

_FOLDING = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ı": "i",
        "þ": "th",
    }
)

# A run of j goes with its d, so that folding twice changes nothing more.
_DJ = re.compile("dj+")


def latin(form: str) -> str:
    """Return a lower-case *form* in Latin letters."""
    return form if form.isascii() else form.translate(_SERBIAN)


def _fold(form: str) -> str:
    """Return *form* without accents, so that ``Djordjevic`` meets ``Đorđević``."""
    return without_dj(form if form.isascii() else form.translate(_BARE))


def without_dj(text: str) -> str:
    """Return *text* with a d for each dj, which is another spelling of đ."""
    return _DJ.sub("d", text) if "dj" in text else text


def bounds(beginning: str) -> tuple[str, str]:
    """Return what folds that begin so stand between: the first may be one, the second is beyond."""
    return beginning, f"{beginning}\U0010ffff"


def _bare(letter: str) -> str:
    """Return a letter without accents, in plain letters."""
    apart = unicodedata.normalize("NFKD", letter).lower()  # 𝐇 is no small letter before
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_FOLDING)
    return bare if bare.isascii() else bare.translate(_rare_letters())


@cache
def _rare_letters() -> Mapping[int, str]:
    """Return the letters that hardly anybody writes hereabouts, such as ŧ, with plain ones."""
    from whoosh.support.charset import accent_map  # here, since it takes time to import

    return dict(accent_map)


class _Bare(dict[int, str]):
    """A table for ``str.translate``, filled as letters come."""

    def __missing__(self, code: int) -> str:
        bare = self[code] = _bare(chr(code))
        return bare


_BARE = _Bare()

#: Returns a form without accents, as ``_fold`` does.
fold = Remembered(_fold).__getitem__
