"""From text to word forms, from forms to the keys under which related forms meet.

The index keeps *forms*: words as written, in lower case, Serbian Cyrillic in Latin letters. Two
more layers live in the dossier's table of forms only, so that a better stemmer never means indexing
anew:

* the *fold* of a form has no accents left (``vučić`` → ``vucic``, ``đ`` and ``dj`` → ``d``);
* its *keys* are its stems in each language, so that inflected forms meet.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import chain, islice, product
from typing import NamedTuple

from database.search.language import endings, english, hungarian, serbian, usual
from database.search.language.folding import fold, latin
from database.search.language.remembered import Remembered

__all__ = [
    "ANY_LANGUAGE",
    "LABEL_LANGUAGES",
    "Word",
    "fold",
    "folded",
    "folds",
    "forms",
    "is_character",
    "joined",
    "kept_keys",
    "keys",
    "label_form_keys",
    "label_keys",
    "language_of",
    "latin",
    "read",
    "words",
]  # fmt: skip

# Languages of the labels of the thesaurus; a name may be told without its language.
ANY_LANGUAGE = ""
LABEL_LANGUAGES = ("en", "hu", "sr", ANY_LANGUAGE)

_HUNGARIAN_LETTERS = frozenset("áéíóöőúüű")

# So many words of a question are looked up together in the thesaurus.
LONGEST_LABEL = 4
# Words of three letters and less have no endings to speak of (Kína, kín).
_SHORTEST_STEMMED = 4
# A label of the thesaurus has few words, each with a few stems; this many combinations will do.
_MOST_LABEL_KEYS = 48


class Word(NamedTuple):
    """A form and where it stands in the text it was read from."""

    form: str
    start: int
    end: int


# Chinese writes no blanks, so each character is a form of its own (CJK Unified Ideographs, their
# extensions and compatibility forms).
_CHARACTER = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_is_character = re.compile(f"[{_CHARACTER}]").fullmatch
_BETWEEN_CHARACTERS = re.compile(f"(?<=[{_CHARACTER}]) (?=[{_CHARACTER}])")
_TOKENS = re.compile(rf"[{_CHARACTER}]|[^\W_{_CHARACTER}]+")


def _read(written: str) -> tuple[str, ...]:
    """Return the forms of what stands between two blanks."""
    with suppress(UnicodeError):
        return tuple(usual.forms(written))
    composed = unicodedata.normalize("NFC", written)
    if _TOKENS.fullmatch(composed):  # one word, of which Whoosh would make the same
        return (unicodedata.normalize("NFC", latin(composed.lower())),)
    from database.search.language import chain  # Whoosh, for whose loading no window should wait

    tokens = chain.through(_TOKENS)(composed)
    return tuple(unicodedata.normalize("NFC", token.text) for token in tokens)


_forms_of = Remembered(_read).__getitem__


@lru_cache(maxsize=1 << 11)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of *text* in order; offsets count in the text as given."""
    found = _TOKENS.finditer(endings.without(text))
    return tuple(Word(_forms_of(word.group())[0], word.start(), word.end()) for word in found)


def forms(text: str) -> list[str]:
    """Return the forms of *text* in order, repeats included."""
    text = endings.without(text)
    try:
        return usual.forms(text)
    except UnicodeError:
        return [*chain.from_iterable(map(_forms_of, text.split()))]


def folded(text: str) -> str:
    """Return *text* as the folds of its forms, with blanks between them."""
    try:
        return usual.folded(endings.without(text))
    except UnicodeError:
        return " ".join(map(fold, forms(text)))


def folds(text: str) -> list[str]:
    """Return the folds of the forms of *text*, one for each."""
    return folded(text).split()


def read(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the forms of each of several texts, and their folds, blanks between them.

    It is quicker than to read one text after the other.
    """
    try:
        return usual.read([*map(endings.without, texts)])
    except ValueError:
        return [" ".join(forms(text)) for text in texts], [*map(folded, texts)]


def joined(several: Iterable[str]) -> str:
    """Return forms as a text: blanks between them, but none between Chinese characters."""
    return _BETWEEN_CHARACTERS.sub("", " ".join(several))


def language_of(form: str) -> str:
    """Return the language whose letters *form* has, ``""`` where it could be of any."""
    return "" if _HUNGARIAN_LETTERS.isdisjoint(form) else "hu"


def is_character(form: str) -> bool:
    """Tell whether *form* is a Chinese character."""
    return _is_character(form) is not None


@lru_cache(maxsize=1 << 12)
def keys(form: str, is_english: bool = False) -> frozenset[str]:
    """Return the keys of *form*: forms that share one are forms of one word.

    Each language has its own keys (``hu:``, ``en:``), for a form does not tell its language. One
    that *is_english* has no Hungarian endings.
    """
    in_hungarian = hungarian.loan_stems(form) if is_english else _stems(form, "hu")
    return frozenset(
        [f"hu:{stem}" for stem in in_hungarian] + [f"en:{stem}" for stem in _stems(form, "en")]
    )


def label_form_keys(form: str, language: str) -> frozenset[str]:
    """Return those keys of a word of a label, which names a thing: tartozás is no tartozik."""
    every = (key for key in keys(form) if key.startswith(f"{language}:"))
    return frozenset(key for key in every if not key.endswith(hungarian.VERBAL))


def kept_keys(label: str, language: str) -> frozenset[str]:
    """Return the keys under which a label of the thesaurus is kept: as it stands, and stemmed.

    As it stands it is met in every case ("adatközpontban"), stemmed also by its singular.
    """
    stem = {"en": english.stem, "hu": hungarian.stem}.get(language, serbian.stem)
    words = forms(label)
    return frozenset({" ".join(map(fold, words)), " ".join(map(stem, words))}) - {""}


@lru_cache(maxsize=1 << 12)
def label_keys(label: str, language: str) -> frozenset[str]:
    """Return every key under which a label and the words of a question may meet."""
    several = [_label_stems(word, language) for word in forms(label)]
    joined = (" ".join(stems) for stems in islice(product(*several), _MOST_LABEL_KEYS))
    return frozenset({*kept_keys(label, language), *joined}) - {""}


# A word may be part of several labels, and each of them asks for its stems again.
@lru_cache(maxsize=1 << 10)
def _label_stems(form: str, language: str) -> Sequence[str]:
    return sorted(_stems(form, language)) if language in {"en", "hu"} else serbian.stems(form)


@lru_cache(maxsize=1 << 10)
def _stems(form: str, language: str) -> frozenset[str]:
    if language == "hu":
        return hungarian.stems(form)
    folded = fold(form)
    stemmed = language == "en" and len(folded) >= _SHORTEST_STEMMED
    return english.stems(form) if stemmed else frozenset({folded})
