"""Tests of texts that are read as a whole: nothing is read differently than word by word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.search.language import analysis, chain, endings, usual

SIGNS = st.characters(codec="cp1250") | st.sampled_from("АБЂљЊћџшѕЃќѐ")
WORDS = re.compile(r"[^\W_]+")


def word_by_word(text: str) -> list[str]:
    words = chain.through(WORDS)
    return [token.text for blank_free in text.split() for token in words(blank_free)]


@given(st.text(SIGNS) | st.text("dDjJđĐ é-„a"))
def test_forms_are_those_of_the_chain(text: str) -> None:
    assert usual.forms(text) == word_by_word(text)


@given(st.text(SIGNS) | st.text("dDjJđĐ é-„aßµˇ"))
def test_each_fold_is_that_of_its_form(text: str) -> None:
    words = word_by_word(endings.without(text))
    assert analysis.folds(text) == [analysis.fold(form) for form in words]


@pytest.mark.parametrize("text", ["北京", "Gyo\u030br", "Алексей", "Смедерево · 北京"])
def test_other_letters_are_refused(text: str) -> None:
    with pytest.raises(UnicodeError):
        usual.forms(text)
    with pytest.raises(UnicodeError):
        usual.folded(text)
    with pytest.raises(UnicodeError):
        usual.read(["Niš", text])


@given(st.lists(st.text(SIGNS) | st.sampled_from(["", "北京", "Gyo\u030br", "a\x1fb", "đ djjđ"])))
def test_several_texts_are_read_as_each_of_them_is(texts: list[str]) -> None:
    forms, folds = analysis.read(texts)
    assert [several.split() for several in forms] == [*map(analysis.forms, texts)]
    assert [several.split() for several in folds] == [*map(analysis.folds, texts)]
