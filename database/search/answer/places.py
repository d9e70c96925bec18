"""Where forms and phrases stand in a text as it is written."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from database.search.answer.unit import PhraseForms
from database.search.language import analysis
from database.search.results import Span

# While a reader types, the same titles and lines come again.
_KEPT = 512
# Letters that are not their own form: combining ones, Cyrillic, and those of languages that write
# without blanks. Whatever else there is, a word is found by looking for it. UTF-8 tells them by
# their first byte, which is three times as fast as looking at letters.
_ODD = {0xCC, 0xCD, *range(0xD0, 0xD5), *range(0xE3, 0x100)}
_USUAL = bytes(set(range(0x100)) - _ODD)


def _is_odd(text: str) -> bool:
    return not text.isascii() and bool(text.encode(errors="replace").translate(None, _USUAL))


def together(text: str) -> Iterator[tuple[int, "Places"]]:
    """Yield the lines of *text* as long texts, with the number of the line each begins with."""
    if not _is_odd(text):
        yield 0, _written(text)
        return
    first = 0
    for odd, run in groupby(text.split("\n"), key=_is_odd):
        lines = list(run)
        for part in lines if odd else ["\n".join(lines)]:
            yield first, _Read(part) if odd else _written(part)
            first += 1 if odd else len(lines)


@lru_cache(maxsize=_KEPT)
def places_in(text: str) -> "Places":
    """Return where to look for forms in *text*."""
    return _Read(text) if _is_odd(text) else _written(text)


def _written(text: str) -> "Places":
    small = text.lower()
    return _Written(small) if len(small) == len(text) else _Read(text)


class Places(ABC):
    """Finds forms in a text."""

    _text: str

    @abstractmethod
    def of(self, form: str) -> list[Span]:
        """Return where *form* stands."""

    @abstractmethod
    def lines(self, form: str) -> list[int]:
        """Return the numbers of the lines on which *form* stands, each once."""

    @abstractmethod
    def follow(self, one: Span, other: Span) -> bool:
        """Tell whether there is no word between two spans."""

    def between(self, first: Span, last: Span) -> str:
        """Return the text from one span to another, both included, in small letters."""
        return self._text[first[0] : last[1]].lower()

    def line(self, span: Span) -> int:
        """Return the number of the line on which a span stands, counted from 0."""
        return self._text.count("\n", 0, span[0])


class _Written(Places):
    """A text in small letters whose words are their own forms."""

    def __init__(self, small: str) -> None:
        self._text = f"{small} "  # so that something stands beside every word, the first one too

    def of(self, form: str) -> list[Span]:
        found = []
        text = self._text
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not (text[at - 1].isalnum() or text[end].isalnum()):
                found.append((at, end))
            at = text.find(form, at + 1)
        return found

    def lines(self, form: str) -> list[int]:
        found = []
        text = self._text
        line = counted = 0
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not (text[at - 1].isalnum() or text[end].isalnum()):
                line += text.count("\n", counted, at)
                found.append(line)
                counted = at
                at = text.find("\n", end)
                if at < 0:
                    break
            at = text.find(form, at + 1)
        return found

    def follow(self, one: Span, other: Span) -> bool:
        between = self._text[one[1] : other[0]]
        return one[1] < other[0] and not any(map(str.isalnum, between))


class _Read(Places):
    """Any text, read word by word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: dict[str, list[Span]] = defaultdict(list)
        self._numbers: dict[Span, int] = {}
        for number, word in enumerate(analysis.words(text)):
            span = (word.start, word.end)
            self._spans[word.form].append(span)
            self._numbers[span] = number

    def of(self, form: str) -> list[Span]:
        return self._spans.get(form, [])

    def lines(self, form: str) -> list[int]:
        return list(dict.fromkeys(map(self.line, self.of(form))))

    def follow(self, one: Span, other: Span) -> bool:
        return self._numbers[other] == self._numbers[one] + 1


def of_phrase(phrase: PhraseForms, places: Places) -> Iterator[Span]:
    """Yield the words of *phrase*, wherever it stands as a whole."""
    runs: list[tuple[Span, ...]] = [(s,) for form in phrase[0] for s in places.of(form)]
    for part in phrase[1:]:
        spans = [span for form in part for span in places.of(form)]
        runs = [(*run, span) for run in runs for span in spans if places.follow(run[-1], span)]
    for run in runs:
        yield from run


def stands(form: str, text: str) -> bool:
    """Tell whether *form* stands in *text*."""
    return bool(places_in(text).of(form))
