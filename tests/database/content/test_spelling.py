"""Every word is in the dictionary, is a name of the dossier, or is in ``tests/words.txt``."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from database.compile.content import Content
from tests.database.content.conftest import Written

WORDS = Path(__file__).parents[2] / "words.txt"
DICTIONARIES = {"en": "en_GB", "hu": "hu_HU"}

# What Hungarian adds to a word that its dictionary lacks: cases, possessives, plurals, -i, -s.
SUFFIXES = re.findall(r"\w+", """
    t at et ot öt a á e é i it n on en ön án én ban ben ba be ból ből ra re ról ről nál nél hoz hez
    höz tól től nak nek val vel ig ként ért ja já je jé ju jáb k ak ek ok ök ai ei jai jei s os es
    ös bal cal cel dal del gal gel jel kal kel lal lel mal mel nal nel pal pel ral rel sal sel tal
    tel zal zel
""")  # fmt: skip
SUFFIX = re.compile(f"(?:{'|'.join(sorted(SUFFIXES, key=len, reverse=True))}){{1,3}}")
LONG_VOWEL = {"a": "á", "e": "é", "o": "ó", "ö": "ő"}


def _names(content: Content) -> list[str]:
    named = [text for r in content.records.values() for text in r.title if r.type != "source"]
    named += [name.text for r in content.records.values() for name in r.names]
    named += [text for place in content.places.values() for text in (*place.name, *place.also)]
    for record in content.records.values():
        for field in ("publisher", "author"):
            named += [getattr(value, "text", "") for value in record.attributes.get(field, ())]
    return named


def _known(content: Content) -> set[str]:
    """Return the words of names, as the records give them, and those of ``words.txt``."""
    names = {word for text in _names(content) for word in _spelt(text) if not word.islower()}
    lines = WORDS.read_text("utf-8").splitlines()
    return names | {word for line in lines for word in line.partition("#")[0].split()}


def _spelt(text: str) -> list[str]:
    """Return the words of a text without web addresses and without suffixes behind a hyphen."""
    text = re.sub(r"\S*\w[._]\w\S*", " ", text)
    text = re.sub(rf"(?<=\S)-{SUFFIX.pattern}\b", " ", text)
    return re.findall(r"[^\W\d_]{2,}(?:[’'](?=\w)[^\W\d_]+)?", text)


def _is_known(word: str, known: set[str]) -> bool:
    """Tell whether a word is a known one, with a Hungarian suffix or an English genitive or not."""
    bare = re.sub(r"[’']s?$", "", word)
    if bare in known or bare.lower() in known:
        return True
    for stem in {stem for name in known for stem in (name, _lengthened(name))}:
        rest = bare[len(stem) :]
        if len(stem) > 2 and bare.lower().startswith(stem.lower()) and SUFFIX.fullmatch(rest):
            return True
    return False


def _lengthened(name: str) -> str:
    return name[:-1] + LONG_VOWEL.get(name[-1:], name[-1:])


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_word_is_spelt_as_the_dictionary_has_it(
    real_content: Content, everything: list[Written], language: str
) -> None:
    program = shutil.which("hunspell")
    if not program:
        pytest.skip("hunspell is not installed")
    # Little words within a name, such as "and", are words of no other place.
    names = [name for name in _names(real_content) if re.search(r"\b[A-Z].* [a-z]|:", name)]
    longest_first = map(re.escape, sorted(names, key=len, reverse=True))
    name = re.compile(rf"(?:{'|'.join(longest_first)})(?!\w)")
    places = {
        word: text.place
        for text in everything
        if text.language == language and not re.match("source/.*: title", text.place)
        for word in _spelt(name.sub("X", text.words))
    }
    ran = subprocess.run(
        [program, "-l", "-i", "utf-8", "-d", DICTIONARIES[language]],
        input="\n".join(places), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if ran.returncode or ran.stderr:
        pytest.skip(f"hunspell has no dictionary {DICTIONARIES[language]}: {ran.stderr.strip()}")
    known = _known(real_content)
    unknown = [word for word in sorted(set(ran.stdout.split())) if not _is_known(word, known)]
    assert not unknown, "\n".join(f"{word} ({places.get(word)})" for word in unknown)
