"""What is typed over a list meets what a search for it would meet."""

import pytest

from desktop_app.presentation.narrowing import folded


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("vucic", "Вучић"),
        ("Вучић", "Aleksandar Vučić"),
        ("djordjevic", "Jovan Đorđević"),
        ("Ђорђевић", "Djordjevic"),
        ("њего", "Njegoš"),
        ("MŰVÉSZ", "művészet"),
        ("muve", "művészet"),
        ("mu\u0301v", "Művészet"),
        ("strasse", "Straße"),
        ("华", "华为"),
    ],
)
def test_case_accents_and_alphabet_make_no_difference(typed: str, words: str) -> None:
    assert folded(typed) in folded(words)


@pytest.mark.parametrize("typed", ['"smart', "-smart", "smart:", "smart*"])
def test_signs_make_one(typed: str) -> None:
    assert folded(typed) not in folded("smart city")
    assert folded(typed) in folded(f"the {typed.upper()}")
