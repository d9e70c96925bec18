"""The list of exceptions is right, and every one of them is needed."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from database.search.language import english, hungarian, serbian
from database.search.language.analysis import kept_keys
from database.search.language.exceptions import exceptions_of
from database.search.language.folding import fold

SAMPLES = tomllib.loads(Path(__file__).with_name("exceptional.toml").read_text("utf-8"))
MODULES: dict[str, ModuleType] = {
    "hungarian": hungarian,
    "english": english,
    "serbian": serbian,
}
LISTED = {language: exceptions_of(language) for language in MODULES}
ARRANGED: dict[str, Callable[[Mapping[str, list[str]]], object]] = {
    "hungarian": hungarian.by_beginning,
    "english": english.by_beginning,
    "serbian": serbian.by_adjective,
}
EVERY = [(language, word) for language, words in SAMPLES.items() for word in words]


def mistakes(language: str, word: str) -> list[str]:
    """Return forms of *word* that miss it, and words that meet it without being its forms."""
    stems, sample = MODULES[language].stems, SAMPLES[language][word]
    forms = sample["forms"].split()
    # Short stems are believed with their accents only: ökröt, not okrot.
    if language == "hungarian" and all(len(stem) > 3 for stem in LISTED[language][word]):
        forms += [fold(form) for form in forms]
    # Serbian stems are only known of labels, some of which are several words: Crna Gora.
    own = kept_keys(word, "sr") if language == "serbian" else stems(forms[0])
    missed = [form for form in forms if own.isdisjoint(stems(form))]
    return missed + [other for other in sample["apart"].split() if not own.isdisjoint(stems(other))]


@pytest.mark.parametrize("language", MODULES)
def test_every_exception_has_its_sample(language: str) -> None:
    assert list(LISTED[language]) == list(SAMPLES[language])


@pytest.mark.parametrize(("language", "word"), EVERY)
def test_an_exception_is_right(language: str, word: str) -> None:
    assert mistakes(language, word) == []


@pytest.mark.parametrize(("language", "word"), EVERY)
def test_an_exception_is_needed(language: str, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = MODULES[language]
    without = {name: words for name, words in LISTED[language].items() if name != word}
    monkeypatch.setattr(module, "exceptions", lambda: ARRANGED[language](without))
    assert mistakes(language, word) != []
