"""The definite article: in Hungarian it goes by the first sound of what follows."""

import re
import unicodedata

from i18n.locales import ENGLISH, HUNGARIAN, Locale

#: Letters whose Hungarian names begin with a vowel (ef, el, em, en, er, es, iksz, ipszilon …).
_VOWEL_NAMES = frozenset("aáeéfiílmnoóöőrsuúüűxy")
_VOWELS = frozenset("aeiouаеиоу")

#: Capitals that are read as a word, not by their letters: nato, not en-a-té-o. Only those need a
#: place here that begin with a consonant whose name begins with a vowel.
READ_AS_WORDS = frozenset(
    {"FIFA", "LIBE", "MÁV", "MERICS", "MOL", "MUP", "NASA", "NATO", "NIS", "NORINCO", "RAND"}
    | {"RATEL", "REM", "ROM", "SHARE", "SIM", "SIPRI", "SMIC", "SWIFT"}
)

#: Words that begin with another sound than they are written with.
_SOUND_DIFFERS = {"oneweb": "a"}

_FIRST_WORD = re.compile(r"[^\W_]+")
_FIRST_NUMBER = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]+")


def article(word: str, locale: Locale) -> str:
    """Return the definite article before *word*: Hungarian ``a`` or ``az``, English ``the``.

    A language without a rule here has none, ``""``. Better are sentences that need no article:
    ``Projekt: {name}``. Capitals are spelt letter by letter unless ``READ_AS_WORDS`` has them.
    Roman numerals are not recognised.
    """
    if locale == HUNGARIAN:
        return "az" if _begins_with_vowel(word) else "a"
    return "the" if locale == ENGLISH else ""


def _begins_with_vowel(text: str) -> bool:
    found = _FIRST_WORD.search(text)
    if found is None:
        return False
    if number := _FIRST_NUMBER.match(text, found.start()):
        return _number_begins_with_vowel(re.sub(r"[^0-9]", "", number.group()))
    word = found.group()
    if word.casefold() in _SOUND_DIFFERS:
        return _SOUND_DIFFERS[word.casefold()] == "az"
    if _is_spelt(word):
        return word[0].casefold() in _VOWEL_NAMES
    return _word_begins_with_vowel(word.casefold())


def _number_begins_with_vowel(digits: str) -> bool:
    """Tell whether a whole number is read egy…, öt… or ezer…: 1, 5, 50, 1000, 1 000 000."""
    return digits[0] == "5" or (digits[0] == "1" and len(digits) % 3 == 1)


def _is_spelt(word: str) -> bool:
    """Tell whether a word is an acronym read by its letters: EU, FBI, MoU, or one letter alone."""
    capitals = sum(letter.isupper() for letter in word)
    return len(word) == 1 or (capitals * 2 > len(word) and word not in READ_AS_WORDS)


def _word_begins_with_vowel(word: str) -> bool:
    """Tell the sound of a word from its letters; x and y are vowels before consonants only."""
    base = [unicodedata.normalize("NFD", letter)[0] for letter in word[:2]]
    if base[0] == "y":
        return base[1] not in _VOWELS
    return base[0] in _VOWELS
