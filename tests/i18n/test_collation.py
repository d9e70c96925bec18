"""Alphabetical order, against the Academy's rules and what ICU was seen to do."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from i18n.collation import sort_key
from i18n.locales import ENGLISH, HUNGARIAN, Locale

ACADEMY = Path(__file__).parents[3] / "shared" / "data" / "collation" / "hu_HU.UTF-8.in"


def in_order(texts: list[str], locale: Locale) -> list[str]:
    shuffled = random.Random(7).sample(texts, len(texts))
    return sorted(shuffled, key=lambda text: sort_key(text, locale))


@pytest.mark.parametrize(
    "ordered",
    [
        "cukor csak",
        "gumi gyár",
        "sok Subotica Szabadka szerb",
        "Ub Újvidék Užice",
        "zab Zsablya",
        "cérna Černý címez cukor Czuczor csapat",
        "kasza kaszinó kassza kaszt",  # ssz is sz and sz
        "eger Eger egér Egér egres",  # length counts before case, both only when all else ties
        "szel szél szeles széles",
        "oboa óra örök őröl",
        "dal dudva dzeta dzsessz elem",
        "lom lyuk mag",
        "tűz tyúk",
        "Beograd Čačak Ćuprija Cvetke Đorđević Dragaš Niš Šabac Žabalj Zemun",  # as their bases
        "5G Belgrád Zsablya Београд Нови 中国",
    ],
)
def test_hungarian_readers_find_it_where_they_look(ordered: str) -> None:
    words = ordered.split()
    assert in_order(words, HUNGARIAN) == words


@pytest.mark.parametrize(
    "ordered",
    [
        ["kis részben", "kissé", "Kiss Ernő", "kis sorozat", "kis számban", "kistányér"],
        ["márvány", "márvány sírkő", "Márvány-tenger", "Márvány Zsolt"],
    ],
)
def test_hungarian_ignores_spaces_and_hyphens(ordered: list[str]) -> None:
    assert in_order(ordered, HUNGARIAN) == ordered


@pytest.mark.parametrize(
    "ordered",
    [
        ["chess", "Cukor", "czar", "zebra"],
        ["resume", "Resume", "résumé", "resumes"],
        ["Dalmatia", "Đorđević", "Drina"],
        ["New York", "Newark"],  # word by word
        ["e-government", "egg"],
        ["Niš", "Užice", "Београд", "中国"],
        ["5G", "Belgrade"],
    ],
)
def test_english_readers_find_it_where_they_look(ordered: list[str]) -> None:
    assert in_order(ordered, ENGLISH) == ordered


@pytest.mark.parametrize("locale", [ENGLISH, HUNGARIAN])
def test_only_equal_texts_tie(locale: Locale) -> None:
    texts = ["", " ", "a", "A", "a-", "á", "à", "ccs", "cscs", "…", "\ud800", "ß", "ss", "İ"]
    keys = {sort_key(text, locale) for text in texts}
    assert len(keys) == len(texts) - 1  # a space more or less at the ends is no difference


def test_a_letter_is_the_same_however_it_is_encoded() -> None:
    assert sort_key("u\u0301t", HUNGARIAN) == sort_key("út", HUNGARIAN)


@pytest.mark.skipif(not ACADEMY.exists(), reason="the Academy's list is not beside this checkout")
def test_every_section_of_the_academys_list_is_in_order() -> None:
    """Each line of glibc's list, "section text ; comment", is compared with the next."""
    lines = ACADEMY.read_text("utf-8").splitlines()
    entries = [line.partition(";")[0].strip().split(" ", maxsplit=1) for line in lines]
    pairs = [(one[1], two[1]) for one, two in pairwise(entries) if one[0] == two[0]]
    keys = [(sort_key(one, HUNGARIAN), sort_key(two, HUNGARIAN)) for one, two in pairs]
    wrong = [pair for pair, (one, two) in zip(pairs, keys, strict=True) if one >= two]
    assert len(pairs) > 500
    assert wrong == []
