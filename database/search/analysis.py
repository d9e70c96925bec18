"""From text to word forms, from forms to the keys under which related forms meet.

The index keeps *forms*: words as written, in lower case, Serbian Cyrillic in Latin letters. Two
more layers live in the dossier's table of forms only, so that a better stemmer never means indexing
anew:

* the *fold* of a form has no accents left (``vučić`` → ``vucic``, ``đ`` and ``dj`` → ``d``);
* its *keys* are its stems in each language, so that inflected forms meet.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from whoosh.analysis import Analyzer, Filter, LowercaseFilter, RegexTokenizer
from whoosh.lang.snowball.english import EnglishStemmer
from whoosh.lang.snowball.hungarian import HungarianStemmer
from whoosh.support.charset import accent_map

# Raise it whenever tokens, folds or keys change; a dossier of another version is compiled again.
VERSION = 1

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

# Whoosh 2.7.4 lists the Hungarian double acutes as õ and û; its stemmer sees them only so.
_TO_WHOOSH = str.maketrans("őű", "õû")
_FROM_WHOOSH = str.maketrans("õû", "őű")

# Stems of three letters and less join what does not belong together (Kína, kín).
_SHORTEST_STEMMED = 4

# Nouns whose stem changes inside the word, beyond the reach of a suffix stripper: form → lemma
# stem.
_HUNGARIAN_ENDINGS = (("műv", "mű"), ("művek", "mű"), ("lov", "ló"), ("tav", "tó"), ("hav", "hó"))

# British spellings and their American sisters, brought to one form.
_BRITISH = (
    (re.compile(r"centre(s?)$"), r"center\1"),
    (re.compile(r"programme(s?)$"), r"program\1"),
    (re.compile(r"licence(s?)$"), r"license\1"),
    (re.compile(r"defence"), "defense"),
    (re.compile(r"^fibre"), "fiber"),
    (re.compile(r"(?<=\w{3})is(e|es|ed|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=\w{3})our(s?)$"), r"or\1"),
    (re.compile(r"(?<=\w{3})ll(ed|ing)$"), r"l\1"),
)


class Word(NamedTuple):
    """A form and where it stands in the text it was read from."""

    form: str
    start: int
    end: int


class _SerbianLatin(Filter):  # type: ignore[misc]  # Whoosh has no types
    """Turns Serbian (and Macedonian) Cyrillic letters into Latin ones."""

    def __call__(self, tokens: Iterator[object]) -> Iterator[object]:
        for token in tokens:
            token.text = latin(token.text)  # type: ignore[attr-defined]
            yield token


def latin(form: str) -> str:
    """Return a lower-case *form* in Latin letters."""
    return form if form.isascii() else form.translate(_SERBIAN)


_CHAIN: Analyzer = RegexTokenizer(r"[^\W_]+") | LowercaseFilter() | _SerbianLatin()
_english = EnglishStemmer()
_hungarian = HungarianStemmer()


@lru_cache(maxsize=1 << 11)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of *text* in order; offsets count in the text as given."""
    return tuple(
        Word(unicodedata.normalize("NFC", token.text), token.startchar, token.endchar)
        for token in _CHAIN(text, chars=True)
    )


def forms(text: str) -> list[str]:
    """Return the forms of *text* in order, repeats included."""
    composed = unicodedata.normalize("NFC", text)
    return [token.text for token in _CHAIN(composed)]


@lru_cache(maxsize=1 << 16)
def fold(form: str) -> str:
    """Return *form* without accents, so that ``Djordjevic`` meets ``Đorđević``."""
    if not form.isascii():
        form = unicodedata.normalize("NFKD", form.translate(_FOLDING))
        form = "".join(letter for letter in form if not unicodedata.combining(letter))
    return form.replace("dj", "d")


def hungarian_stem(form: str) -> str:
    """Return the Snowball stem of a Hungarian form, folded afterwards."""
    stem = _hungarian.stem(form.translate(_TO_WHOOSH)).translate(_FROM_WHOOSH)
    for ending, lemma in _HUNGARIAN_ENDINGS:
        if stem.endswith(ending):
            return fold(stem.removesuffix(ending) + lemma)
    return fold(stem)


def english_stem(form: str) -> str:
    """Return the Snowball stem of an English form; British and American spellings agree."""
    for british, american in _BRITISH:
        form = british.sub(american, form)
    return fold(_english.stem(form))


@lru_cache(maxsize=1 << 16)
def keys(form: str) -> frozenset[str]:
    """Return the keys of *form*: forms that share one are forms of one word.

    Each language has its own keys (``hu:``, ``en:``). A form is its own key too, since a stemmer
    may cut the dictionary form shorter than the inflected one: ``kamera`` → ``kam``, ``kamerák`` →
    ``kamera``.
    """
    folded = fold(form)
    if len(folded) < _SHORTEST_STEMMED:
        return frozenset({f"hu:{folded}", f"en:{folded}"})
    hungarian = {hungarian_stem(form), hungarian_stem(folded), folded}
    if form.endswith("i"):  # the adjective of a place: belgrádi, szerbiai; Snowball leaves its -i
        hungarian |= {hungarian_stem(form[:-1]), folded[:-1]}
    english = {english_stem(form), folded}
    return frozenset(
        {f"hu:{stem}" for stem in hungarian if len(stem) >= _SHORTEST_STEMMED - 1}
        | {f"en:{stem}" for stem in english}
    )


def label_key(label: str, language: str) -> str:
    """Return the key under which a label of the thesaurus and words of a question meet."""
    words = forms(label)
    match language:
        case "en":
            return " ".join(english_stem(word) for word in words)
        case "hu":
            return " ".join(hungarian_stem(word) for word in words)
        case _:
            return " ".join(fold(word) for word in words)
