"""The line of text under a hit: the passage that answers best, with the words that matched."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from database.search.answer.places import Places, of_phrase, places_in, together
from database.search.answer.unit import PhraseForms, Rule, Unit, has
from database.search.index.entries import PROSE
from database.search.results import Fragment, Span, fragments

# About two lines of a result list (characters).
LENGTH = 180
_BEFORE = 60
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
        self._kinds = kinds
        self._texts = texts
        self._read: dict[str, list[tuple[int, Places]]] = {}

    def read(self, language: str) -> list[tuple[int, "Places"]]:
        """Return the texts in a language, with the number of the line each begins with.

        To look through one long text takes a fraction of the time of many short ones, so as many
        lines as can be stay together.
        """
        if language not in self._read:
            self._read[language] = list(together(self._texts[language]))
        return self._read[language]

    def have(self, form: str, language: str) -> bool:
        """Tell whether *form* stands in a text in *language*."""
        return any(places.of(form) for _first, places in self.read(language))

    def phrase(self, phrase: PhraseForms, language: str) -> str:
        """Return *phrase* as a text in *language* has it, in small letters; ``""`` if none has."""
        for _first, places in self.read(language):
            spans = list(of_phrase(phrase, places))
            for n in range(0, len(spans), len(phrase)):
                written = places.between(spans[n], spans[n + len(phrase) - 1])
                if "\n" not in written:
                    return written
        return ""

    def line(self, number: int, language: str) -> str:
        """Return one text in *language*, or else in the first other language that has it."""
        languages = (language, *(other for other in self.languages if other != language))
        for one in languages:
            if line := self._texts[one].split("\n", number + 1)[number]:
                return line
        return ""

    def worth(self, number: int) -> float:
        """Return what it is worth that one of the texts answers."""
        return 1.0 if self._kinds[number] == PROSE else _LABEL

    def __bool__(self) -> bool:
        """Tell whether the record has any text."""
        return bool(self._kinds)


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
                    several = of_phrase(phrase, places)
                    found |= {first + places.line(span): _OTHERWISE for span in several}
        return found

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where *text* is to be marked, as offsets, in order and apart from each other."""
        if not self:
            return []
        places = places_in(text)
        marked = {span for form in self.forms for span in places.of(form)}
        for phrase in self.phrases:
            marked.update(of_phrase(phrase, places))
        return sorted(marked)


def mark(text: str, marks: Marks) -> tuple[Fragment, ...]:
    """Split *text* into runs, those that answer to the question marked."""
    return fragments(text, marks.spans(text))


def choose(passages: Passages, marks: Marks, language: str) -> tuple[Fragment, ...]:
    """Return the snippet of a record in *language*.

    The text that answers best is taken; where words match in another language only, the same text
    is shown in *language*, so that the reader sees what answered.
    """
    if not passages:
        return ()
    best = _best(passages, marks, (language,))
    if best is None:
        best = _best(passages, marks, [x for x in passages.languages if x != language])
    text = passages.line(best or 0, language)
    return _shortened(text, marks.spans(text))


def _best(passages: Passages, marks: Marks, languages: Sequence[str]) -> int | None:
    worths = [
        (worth * passages.worth(number), -number)
        for language in languages
        for number, worth in marks.worths(passages, language).items()
    ]
    return -max(worths)[1] if worths else None


def _shortened(text: str, spans: Sequence[Span]) -> tuple[Fragment, ...]:
    """Split the part of *text* around its first match, cut at blanks that stand beside it.

    There may be none near: addresses and Chinese are cut where the room ends.
    """
    first, over = spans[0] if spans else (0, 0)
    start, end = 0, len(text)
    if end > LENGTH and first > _BEFORE:
        start = text.find(" ", first - _BEFORE, first) + 1 or first - _BEFORE
    if end - start > LENGTH:
        last = text.rfind(" ", over, start + LENGTH)
        end = last if last > start else start + LENGTH
    before, after = "… " if start else "", " …" if end < len(text) else ""
    by = len(before) - start
    inside = ((one + by, min(other, end) + by) for one, other in spans if start <= one < end)
    return fragments(before + text[start:end] + after, inside)
