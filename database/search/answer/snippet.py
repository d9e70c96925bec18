"""The line of text under a hit: the passage that answers best, with the words that matched."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from database.search.answer.unit import PhraseForms, Rule, Unit, has
from database.search.index.entries import PROSE
from database.search.language import analysis
from database.search.results import Fragment

# About two lines of a result list (characters).
LENGTH = 180
_BEFORE = 60
# While a reader types, the same titles and lines come again.
_KEPT = 512
# What a phrase of the thesaurus is worth beside a word that was asked for.
_OTHERWISE = 0.5
# What a row of labels is worth beside a sentence with the same words.
_LABEL = 0.4


class Passages:
    """All texts of a record, the description first, ready to be looked through.

    *texts* has them by language, each on a line, which is empty where the record has no such text.
    *kinds* tells of each, by a letter, whether it is prose or a row of labels.
    """

    def __init__(self, kinds: str, texts: Mapping[str, str]) -> None:
        self.languages = tuple(texts)
        self.worth = tuple(1.0 if kind == PROSE else _LABEL for kind in kinds)
        self._texts = texts
        self._read: dict[str, list[tuple[int, _Places]]] = {}

    def read(self, language: str) -> list[tuple[int, "_Places"]]:
        """Return the texts in a language, with the number of the line each begins with.

        To look through one long text takes a fraction of the time of many short ones, so as many
        lines as can be stay together.
        """
        if language not in self._read:
            self._read[language] = list(_together(self._texts[language]))
        return self._read[language]

    def have(self, form: str, language: str) -> bool:
        """Tell whether *form* stands in a text in *language*."""
        return any(places.of(form) for _first, places in self.read(language))

    def phrase(self, phrase: PhraseForms, language: str) -> str:
        """Return *phrase* as a text in *language* has it, in small letters; ``""`` if none has."""
        for _first, places in self.read(language):
            spans = list(_phrase(phrase, places))
            for n in range(0, len(spans), len(phrase)):
                written = places.between(spans[n], spans[n + len(phrase) - 1])
                if "\n" not in written:
                    return written
        return ""

    def line(self, number: int, language: str) -> str:
        """Return one text in *language*, or else in the first other language that has it."""
        languages = (language, *(other for other in self.languages if other != language))
        several = (self._texts[one].split("\n", number + 1)[number] for one in languages)
        return next(filter(None, several), "")


@dataclass(frozen=True, slots=True)
class Marks:
    """What is worth marking: single forms with their rules, and phrases that say the same."""

    forms: Mapping[str, Rule]
    phrases: tuple[PhraseForms, ...]

    @classmethod
    def of(cls, units: Sequence[Unit]) -> "Marks":
        """Gather the marks of a question."""
        forms = {form: rule for unit in units for form, rule in unit.forms.items()}
        phrases = tuple(dict.fromkeys(p for unit in units for p in unit.alternatives))
        return cls(forms, phrases)

    def among(self, here: frozenset[str]) -> "Marks":
        """Return what of these a text can have whose forms are *here*."""
        rules = self.forms
        forms = {form: rules[form] for form in here if form in rules}
        phrases = [phrase for phrase in self.phrases if has(here, phrase)]
        return Marks(forms, tuple([tuple([part & here for part in phrase]) for phrase in phrases]))

    def also(self, begun: frozenset[str]) -> "Marks":
        """Return these with forms that begin as a word does."""
        return Marks({**dict.fromkeys(begun, Rule.PREFIX), **self.forms}, self.phrases)

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        return bool(self.forms or self.phrases)

    def worths(self, passages: Passages, language: str) -> dict[int, float]:
        """Return how well each line answers, by its number; what does not is left out."""
        found: dict[int, float] = defaultdict(float)
        for first, places in passages.read(language) if self else ():
            for form, rule in self.forms.items():
                for line in places.lines(form):
                    found[first + line] += 1.0 - 0.1 * rule
            if not found:
                for phrase in self.phrases:
                    several = _phrase(phrase, places)
                    found |= {first + places.line(span): _OTHERWISE for span in several}
        return found

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where *text* is to be marked, as offsets, in order and apart from each other."""
        if not self:
            return []
        places = _places(text)
        marked = {span for form in self.forms for span in places.of(form)}
        for phrase in self.phrases:
            marked.update(_phrase(phrase, places))
        return sorted(marked)


# Where one form stands: its first letter, and the one after its last.
_Span = tuple[int, int]
# Letters that are not their own form: combining ones, Cyrillic, and those of languages that write
# without blanks. Whatever else there is, a word is found by looking for it. UTF-8 tells them by
# their first byte, which is three times as fast as looking at letters.
_ODD = {0xCC, 0xCD, *range(0xD0, 0xD5), *range(0xE3, 0x100)}
_USUAL = bytes(set(range(0x100)) - _ODD)


def _is_odd(text: str) -> bool:
    return not text.isascii() and bool(text.encode(errors="replace").translate(None, _USUAL))


def _together(text: str) -> Iterator[tuple[int, "_Places"]]:
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
def _places(text: str) -> "_Places":
    return _Read(text) if _is_odd(text) else _written(text)


def _written(text: str) -> "_Places":
    small = text.lower()
    return _Written(small) if len(small) == len(text) else _Read(text)


class _Places(ABC):
    """Finds forms in a text."""

    _text: str

    @abstractmethod
    def of(self, form: str) -> list[_Span]:
        """Return where *form* stands."""

    @abstractmethod
    def lines(self, form: str) -> list[int]:
        """Return the numbers of the lines on which *form* stands, each once."""

    @abstractmethod
    def follow(self, one: _Span, other: _Span) -> bool:
        """Tell whether there is no word between two spans."""

    def between(self, first: _Span, last: _Span) -> str:
        """Return the text from one span to another, both included, in small letters."""
        return self._text[first[0] : last[1]].lower()

    def line(self, span: _Span) -> int:
        """Return the number of the line on which a span stands, counted from 0."""
        return self._text.count("\n", 0, span[0])


class _Written(_Places):
    """A text in small letters whose words are their own forms."""

    def __init__(self, small: str) -> None:
        self._text = f"{small} "  # so that something stands beside every word, the first one too

    def of(self, form: str) -> list[_Span]:
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

    def follow(self, one: _Span, other: _Span) -> bool:
        between = self._text[one[1] : other[0]]
        return one[1] < other[0] and not any(map(str.isalnum, between))


class _Read(_Places):
    """Any text, read word by word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: dict[str, list[_Span]] = defaultdict(list)
        self._numbers: dict[_Span, int] = {}
        for number, word in enumerate(analysis.words(text)):
            span = (word.start, word.end)
            self._spans[word.form].append(span)
            self._numbers[span] = number

    def of(self, form: str) -> list[_Span]:
        return self._spans.get(form, [])

    def lines(self, form: str) -> list[int]:
        return list(dict.fromkeys(map(self.line, self.of(form))))

    def follow(self, one: _Span, other: _Span) -> bool:
        return self._numbers[other] == self._numbers[one] + 1


def _phrase(phrase: PhraseForms, places: _Places) -> Iterator[_Span]:
    """Yield the words of *phrase*, wherever it stands as a whole."""
    runs: list[tuple[_Span, ...]] = [(s,) for form in phrase[0] for s in places.of(form)]
    for part in phrase[1:]:
        spans = [span for form in part for span in places.of(form)]
        runs = [(*run, span) for run in runs for span in spans if places.follow(run[-1], span)]
    for run in runs:
        yield from run


def stands(form: str, text: str) -> bool:
    """Tell whether *form* stands in *text*."""
    return bool(_places(text).of(form))


def mark(text: str, marks: Marks) -> tuple[Fragment, ...]:
    """Split *text* into runs, those that answer to the question marked."""
    return _split(text, marks.spans(text))


def _split(text: str, spans: Iterable[_Span]) -> tuple[Fragment, ...]:
    fragments: list[Fragment] = []
    done = 0
    for start, end in spans:
        if start > done:
            fragments.append(Fragment(text[done:start]))
        fragments.append(Fragment(text[start:end], matched=True))
        done = end
    if done < len(text):
        fragments.append(Fragment(text[done:]))
    return tuple(fragments)


def choose(passages: Passages, marks: Marks, language: str) -> tuple[Fragment, ...]:
    """Return the snippet of a record in *language*.

    The text that answers best is taken; where words match in another language only, the same text
    is shown in *language*, so that the reader sees what answered.
    """
    if not passages.worth:
        return ()
    best = _best(passages, marks, (language,))
    if best is None:
        best = _best(passages, marks, [x for x in passages.languages if x != language])
    text = passages.line(best or 0, language)
    return _shortened(text, marks.spans(text))


def _best(passages: Passages, marks: Marks, languages: Sequence[str]) -> int | None:
    worths = [
        (worth * passages.worth[number], -number)
        for language in languages
        for number, worth in marks.worths(passages, language).items()
    ]
    return -max(worths)[1] if worths else None


def _shortened(text: str, spans: Sequence[_Span]) -> tuple[Fragment, ...]:
    """Split the part of *text* around its first match, cut at blanks."""
    first = spans[0][0] if spans else 0
    start, end = 0, len(text)
    if end > LENGTH and first > _BEFORE:
        start = text.find(" ", first - _BEFORE) + 1
    if end - start > LENGTH:
        last = text.rfind(" ", start, start + LENGTH)
        end = last if last > start else start + LENGTH
    before, after = "… " if start else "", " …" if end < len(text) else ""
    by = len(before) - start
    inside = ((one + by, other + by) for one, other in spans if start <= one and other <= end)
    return _split(before + text[start:end] + after, inside)
