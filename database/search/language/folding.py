"""Letters that stand for each other: Serbian Cyrillic in Latin letters, and no accents."""

import re
import unicodedata

from whoosh.support.charset import accent_map

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

_FOLDING = accent_map | {
    ord(letter): plain
    for letter, plain in {
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ı": "i",
        "þ": "th",
    }.items()
}

# A run of j goes with its d, so that folding twice changes nothing more.
_DJ = re.compile("dj+")


def latin(form: str) -> str:
    """Return a lower-case *form* in Latin letters."""
    return form if form.isascii() else form.translate(_SERBIAN)


def _fold(form: str) -> str:
    """Return *form* without accents, so that ``Djordjevic`` meets ``Đorđević``."""
    if not form.isascii():
        apart = unicodedata.normalize("NFKD", form)
        bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
        form = bare.translate(_FOLDING)
    return _DJ.sub("d", form) if "dj" in form else form


#: Returns a form without accents, as ``_fold`` does.
fold = Remembered(_fold).__getitem__
