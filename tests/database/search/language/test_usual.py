"""Tests of texts that are read as a whole: nothing is read differently than word by word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.search.language import analysis, chain, usual

SIGNS = st.characters(codec="cp1250")
WORDS = re.compile(r"[^\W_]+")


def word_by_word(text: str) -> list[str]:
    words = chain.through(WORDS)
    return [token.text for blank_free in text.split() for token in words(blank_free)]


@given(st.text(SIGNS) | st.text("dDjJđĐ é-„a"))
def test_forms_are_those_of_the_chain(text: str) -> None:
    assert usual.forms(text) == word_by_word(text)


@given(st.text(SIGNS) | st.text("dDjJđĐ é-„aßµˇ"))
def test_each_fold_is_that_of_its_form(text: str) -> None:
    assert analysis.folds(text) == [analysis.fold(form) for form in word_by_word(text)]


@pytest.mark.parametrize("text", ["Смедерево", "Nis · Ниш", "北京", "Gyo\u030br"])
def test_other_letters_are_refused(text: str) -> None:
    with pytest.raises(UnicodeError):
        usual.forms(text)
    with pytest.raises(UnicodeError):
        usual.folded(text)
