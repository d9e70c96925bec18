"""Which Hungarian words a form may be a form of.

Three ways, for none is enough: Snowball's stem, a list of exceptions, and every stem that is left
when a plausible chain of endings is taken off. All of it works without accents as well. Verbs meet
what is made of them: who asks when something was ``megnyitották`` finds its ``megnyitása``.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from database.search.language.exceptions import exceptions_of
from database.search.language.folding import fold
from database.search.language.snowball import Snowball

snowball = Snowball("hungarian")

# Endings without accents: plural or possessor, then case. The possessors I and thou are left out:
# kezd is no form of kéz.
_NUMBERS = """
    k ak ek ok a e ja je uk jak jek juk onk unk
    i ik ink ai aik aink ei eik eink ji jik jink jai jaik jaink jei jeik jeink
""".split()  # noqa: SIM905  # one a line would fill a screen
_CASES = """
    ba ban be ben bol rol tol nak nek ra re nal nel hoz hez val vel jal jel ert ig kent n on en
    t at et ot kor bli beli ul kepp keppen
""".split()  # noqa: SIM905
_BEFORE_CASES = ("", "i", "ie", *_NUMBERS, *(f"i{number}" for number in _NUMBERS))
# These begin with a vowel after consonants only: no form of stat is stat-i-on.
_LINKED_CASES = frozenset({"on", "en", "at", "et", "ot"})
_CHAINS = frozenset(
    before + case
    for before in _BEFORE_CASES
    for case in ("", *_CASES)
    if case not in _LINKED_CASES or before[-1:] not in {"a", "e", "i"}
)
# With val and vel the last consonant is doubled: adattal, kormánnyal. A Serbian ć sounds like ty:
# Vučićtyal.
_DOUBLED = re.compile(
    r"(?P<stem>.*?)(?:(?P<one>[bcdfghjklmnprstvz])(?P=one)|(?P<digraph>nny|ssz|ccs|ggy|zzs|tty|lly)"
    r"|(?<=c)ty)[ae]l"
)
# What makes verbs of their stem, and nouns of it again: vásárolt, vásárló, vásárlás. Hardly a stem
# ends in a vowel, as the beginnings of foreign words do: relat-io.
_OF_VERB = re.compile(
    r"(?P<verb>.{3,}?[^aeiou])"
    r"(?:as|es|ni|o|va|ve|ja|jak|jek|nak|nek|(?:[oe]t)?t(?:ak|ek|a|e)?|(?<=[eor]z|it|zt|el)ik?)"
)
# The last letters of these endings: half of all words have another.
_LAST_OF_VERB = tuple("aeikost")
# Ends the stem of a verb, so that a noun of the same letters does not meet it.
VERBAL = "-"
# A vowel that these lose in some forms: vásárol, ellenőriz.
_FLEETING = re.compile(r"(?<=[^aeiou])[aeio](?=[lrz]$)")
# What somebody épít (builds) épül (is built).
_MADE = re.compile(r"(?<=..)ul$")
# Nouns in -alom and -elem lose the vowel before endings: hatalmi, védelmet.
_LOST_VOWELS = {"alm": "alom", "elm": "elem"}
_SHORTEST_WITHOUT_VOWEL = 5
_VOWELS, _LINKING = frozenset("aeiou"), frozenset("aeo")
_SHORT = str.maketrans("áéíóőúű", "aeioöuü")
_FRONT_AND_BACK = ({"o", "ö"}, {"u", "ü"})
# A short stem needs a long chain to be believed: so many letters left after endings of so many.
_SHORTEST = {1: 5, 2: 5}
_SHORTEST_OTHERWISE = 4
_SHORTEST_STEMMED = 4
_SHORTEST_LOAN = 5
_LONGEST_CHAIN = 8
# From this length on accents make no difference to an exception.
_LONG_EXCEPTION = 4
# Compounds end in these as the words alone do: erőmű, acélmű.
_HEADS = {"muv": "mu"}
# The last vowel tells which endings go with a word: after an a hardly any with an e. In English ea
# and y are spoken with other vowels: teamek, Harrynek.
_ENDS_IN_A = re.compile(r"(?<!e)a(?:[^aeiouy]|(?<=[gnlt])y)*$").search
# These go with all words, also without their accents.
_SAME_AFTER_ALL = re.compile(r"(?:ert|kent|beli|k[eé]pp(?:en)?)$")
# What a form has somewhere that ends in any of these or in a lost vowel; hardly any has.
_MAY_BE_CHANGED = re.compile("|".join([*_LOST_VOWELS, *_HEADS])).search
# What chains end in, and whether it is one itself: after any other ending no longer one is tried.
_ENDS_OF_CHAINS = {
    chain[at:]: chain[at:] in _CHAINS for chain in _CHAINS for at in range(len(chain))
}


def stem(form: str) -> str:
    """Return the Snowball stem of *form* without accents, or the word that it is known to be.

    What is too short for a stem is the form itself: ``adat`` is no form of ``ad``.
    """
    bare = _exception(form, fold(form)) or fold(snowball.stem(form))
    return bare if bare in stems(form) else fold(form)


def stems(form: str) -> frozenset[str]:
    """Return every stem, without accents, that *form* may have; forms of a word share one."""
    folded = fold(form)
    if known := _exception(form, folded):
        return frozenset({known})
    if len(folded) < _SHORTEST_STEMMED:
        return frozenset({folded})
    found = {folded, _believed(fold(snowball.stem(form)), folded), *_without_endings(folded)}
    if len(form) == len(folded):  # else nobody knows which letters of the form are the ending
        found = {bare for bare in found if _go_together(bare, form[len(bare) :])}
    if _MAY_BE_CHANGED(folded):
        found |= {_head(bare) for bare in found}
        found |= {_with_vowel(bare) for bare in found}
    found.update([f"{verb}{VERBAL}" for bare in found if (verb := _verb(bare))])
    return frozenset([bare for bare in found if len(bare) >= _SHORTEST_STEMMED - 1])


def loan_stems(form: str) -> frozenset[str]:
    """Return the stems of an English word: it has no ending, though loans take some: ``tendert``.

    These leave out a silent e: ``intelligence``, ``intelligencia``. What is short without it is
    likely to be another word: ``plane``, ``plan``.
    """
    folded = fold(form)
    bare = folded.removesuffix("e")
    return frozenset({folded, bare if len(bare) >= _SHORTEST_LOAN else folded})


def may_be_one_word(form: str, other: str) -> bool:
    """Tell whether *form* and *other*, of one stem without accents, can be forms of one word.

    Endings make vowels long or short (kéz, kezek), and never front or back: kör is not kórok. What
    is written without any accents may be anything.
    """
    if form.isascii() or other.isascii():
        return True
    both = zip(form.translate(_SHORT), other.translate(_SHORT), strict=False)
    for one, two in both:
        if one != two:
            return {one, two} not in _FRONT_AND_BACK
    return True


def _exception(form: str, folded: str) -> str | None:
    """Return the exception, without accents, that *form* is a form of."""
    several = exceptions().get(folded[:2])
    if not several:
        return None
    undoubled = _undoubled(folded)
    for beginning, bare, lemma in several:
        if undoubled == bare:
            return lemma
        if not folded.startswith(bare):
            continue
        if form.startswith(beginning) and _is_ending(form[len(beginning) :]):
            return lemma
        if len(bare) >= _LONG_EXCEPTION and _is_ending(folded[len(bare) :]):
            return lemma
    return None


def _believed(bare: str, folded: str) -> str:
    """Return a Snowball stem, if a short one with the vowel that belongs to it.

    After a consonant -i makes an adjective, never a plural: ``házinak`` is of ``házi``, ``putin``
    not of ``put``. After a vowel no ending begins with another one but i: ``csien``. Nothing ends
    in -i and -on, or in -m after a consonant: ``station`` is not of ``stat``, ``firm`` of ``fir``.
    """
    ends = folded[len(bare) :]
    if ends == "ion" or (ends == "m" and bare[-1:] not in _VOWELS):
        return folded
    if len(bare) >= _SHORTEST_STEMMED or not bare:
        return bare
    if bare[-1] in _VOWELS:
        return folded if ends[:1] in _LINKING else bare
    return f"{bare}i" if ends[:1] == "i" and ends[1:] in _CASES else bare


def _go_together(bare: str, ending: str) -> bool:
    """Tell whether *ending* can follow *bare* by its vowels: ``date`` is no form of ``dat``.

    Where the last one is an a, no e follows, but in what is the same after all words. An o or u may
    be an ö or ü without its dots, and words with an i go both ways. Whose é has lost its accent is
    taken at its letters: ``Kovacsek`` is not of ``Kovács``.
    """
    if "e" not in ending or not _ENDS_IN_A(bare):
        return True
    return "e" not in _SAME_AFTER_ALL.sub("", ending)


def _is_ending(rest: str) -> bool:
    return fold(rest) in _CHAINS


def _without_endings(folded: str) -> list[str]:
    """Return what is left when a chain of endings is taken off."""
    bare = _undoubled(folded)
    found = [bare, *_without_endings(bare)] if bare and len(bare) >= _SHORTEST_OTHERWISE else []
    for length in range(1, min(_LONGEST_CHAIN, len(folded) - 2)):
        left, is_chain = folded[:-length], _ENDS_OF_CHAINS.get(folded[-length:])
        if is_chain is None or len(left) < _SHORTEST.get(length, _SHORTEST_OTHERWISE):
            break
        if is_chain:
            found.append(left)
    return found


def _verb(bare: str) -> str:
    """Return the stem of the verb that a word may be a form of, ``""`` for none."""
    found = _OF_VERB.fullmatch(bare) if bare.endswith(_LAST_OF_VERB) else None
    if not found or not _go_together(found["verb"], bare[found.end("verb") :]):
        return ""
    return _MADE.sub("it", _FLEETING.sub("", found["verb"]))


def _undoubled(folded: str) -> str | None:
    """Return what is left without -val or -vel and the doubling before it."""
    doubled = _DOUBLED.fullmatch(folded) if folded.endswith(("al", "el")) else None
    return doubled and doubled["stem"] + (doubled["one"] or (doubled["digraph"] or "")[1:])


def _with_vowel(bare: str) -> str:
    whole = _LOST_VOWELS.get(bare[-3:]) if len(bare) >= _SHORTEST_WITHOUT_VOWEL else None
    return bare[:-3] + whole if whole else bare


def _head(bare: str) -> str:
    for inflected, lemma in _HEADS.items():
        if bare.endswith(inflected):
            return bare.removesuffix(inflected) + lemma
    return bare


@cache
def exceptions() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Return the exceptions as ``by_beginning`` has them."""
    return by_beginning(exceptions_of("hungarian"))


def by_beginning(
    listed: Mapping[str, list[str]],
) -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Return stems, as they are and without accents, with their words, which have none either.

    They are sorted by the first two plain letters.
    """
    found = defaultdict(list)
    for lemma, several in listed.items():
        for one in sorted(several, key=len, reverse=True):
            bare = fold(one)
            found[bare[:2]].append((one, bare, fold(lemma)))
    return {beginning: tuple(pairs) for beginning, pairs in found.items()}
