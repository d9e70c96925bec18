"""The terms of the thesaurus, found by the beginning of any of their words."""

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from database.search.language import analysis
from i18n.locales import LOCALES, Locale

# Longer runs of words are nobody's label.
_MOST_WORDS = 4
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A label that goes on as typed, from the word at ``start`` of the text on.

    ``meaning`` is a label of the same term in another language, ``""`` where there is none.
    """

    label: str
    meaning: str
    start: int


@dataclass(frozen=True, slots=True)
class _Label:
    term: str
    language: str
    text: str
    folds: tuple[str, ...]


class KnownTerms:
    """All labels of one dossier, in memory: there are as many of them for any number of records."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._labels = tuple(_labels(connection))
        places = ((w, n, at) for n, x in enumerate(self._labels) for at, w in enumerate(x.folds))
        self._words = sorted(places)
        self._by_term: dict[str, list[_Label]] = {}
        for label in self._labels:
            self._by_term.setdefault(label.term, []).append(label)

    def find(self, text: str, locale: Locale) -> Iterator[KnownTerm]:
        """Yield terms that the end of *text* begins, each once, the longest run of words first."""
        words = analysis.words(text)
        told: set[str] = set()
        for count in range(min(_MOST_WORDS, len(words)), 0, -1):
            run = words[-count:]
            if not f" {text}"[run[0].start].isspace():  # the end of a word with hyphens is no word
                continue
            typed = tuple(analysis.fold(word.form) for word in run)
            begun = self._begun(typed, anywhere=count == len(words))
            for label in sorted(begun, key=lambda x: _order(x, typed, locale)):
                if label.term not in told:
                    told.add(label.term)
                    yield KnownTerm(label.text, self._meaning(label, locale), run[0].start)
            if any(label.folds == typed for label in self._begun(typed, anywhere=False)):
                return

    def _begun(self, typed: tuple[str, ...], *, anywhere: bool) -> set[_Label]:
        """Return the longer labels in which *typed* stands, its last word perhaps only begun.

        After other words only labels that begin with it are meant, and not by a letter or two.
        """
        if not anywhere and len("".join(typed)) < _SHORTEST:
            return set()
        first = typed[0]
        at = bisect_left(self._words, (first,))
        near = takewhile(lambda place: place[0].startswith(first), self._words[at:])
        return {
            self._labels[number]
            for _word, number, place in near
            if (anywhere or not place) and _stands(typed, self._labels[number].folds[place:])
        }

    def _meaning(self, label: _Label, locale: Locale) -> str:
        """Return the term in the reader's language, or in another one if it is in that already."""
        codes = [locale.code, *(x.code for x in LOCALES if x != locale)]
        others = [x for x in self._by_term[label.term] if x.text != label.text]
        found = (
            x.text
            for code in codes
            for x in others
            if x.language == code != label.language and x.folds != label.folds
        )
        return next(found, "")


def _labels(connection: sqlite3.Connection) -> Iterator[_Label]:
    """Yield every label, the usual one of each language first."""
    for term, written in connection.execute("SELECT id, labels FROM term ORDER BY id"):
        for language, several in json.loads(written).items():
            for text in several:
                if folds := _folds(text):
                    yield _Label(term, language, text, folds)


def _folds(text: str) -> tuple[str, ...]:
    return tuple(analysis.folds(text))


def _stands(typed: tuple[str, ...], folds: Iterable[str]) -> bool:
    here = tuple(folds)[: len(typed)]
    whole, last = typed[:-1], typed[-1]
    return len(here) == len(typed) and here[:-1] == whole and here[-1].startswith(last)


def _order(label: _Label, typed: tuple[str, ...], locale: Locale) -> tuple[object, ...]:
    """Labels that begin as typed come first, then those in the reader's language, then short."""
    begins = _stands(typed, label.folds)
    return not begins, label.language != locale.code, len(label.text), label.text
