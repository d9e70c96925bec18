"""The line of text under a hit: the passage that answers best, with the words that matched."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from database.search import analysis
from database.search.results import Fragment
from database.search.vocabulary import Rule, Unit

# About two lines of a result list (characters).
LENGTH = 180
_BEFORE = 60
# What a phrase of the thesaurus is worth beside a word that was asked for.
_OTHERWISE = 0.5
# What a row of labels is worth beside a sentence with the same words.
_LABEL = 0.4


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a record: its wording and its forms, by language.

    ``prose`` reads as sentences; other texts are rows of labels, shown where nothing else answers.
    """

    prose: bool
    texts: Mapping[str, str]
    forms: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is worth marking: single forms with their rules, and phrases that say the same."""

    forms: Mapping[str, Rule]
    phrases: tuple[tuple[frozenset[str], ...], ...]
    begun: tuple[str, ...] = ()

    @classmethod
    def of(cls, units: Sequence[Unit]) -> "Marks":
        """Gather the marks of a question."""
        forms = {form: rule for unit in units for form, rule in unit.forms.items()}
        phrases = tuple(dict.fromkeys(p for unit in units for p in unit.alternatives))
        begun = tuple(analysis.fold(unit.word.form) for unit in units if unit.word.prefix)
        return cls(forms, phrases, begun)

    def within(self, forms: frozenset[str]) -> "Marks":
        """Return the marks that can be found in a record with these forms."""
        here = {form: self.forms[form] for form in forms & self.forms.keys()}
        if not here and self.begun:  # not every form was listed that begins so
            begun = (form for form in forms if analysis.fold(form).startswith(self.begun))
            here = dict.fromkeys(begun, Rule.PREFIX)
        cut = (tuple(part & forms for part in phrase) for phrase in self.phrases)
        return Marks(here, tuple(phrase for phrase in cut if all(phrase)))

    def worth(self, forms: frozenset[str]) -> float:
        """Return how well a text with these forms answers, 0 where it does not."""
        direct = sum(1.0 - 0.1 * self.forms[form] for form in forms & self.forms.keys())
        if direct:
            return direct
        return _OTHERWISE * any(all(forms & part for part in phrase) for phrase in self.phrases)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where *text* is to be marked, as offsets, in order and apart from each other."""
        words = analysis.words(text)
        at = 0
        while at < len(words):
            length = 1 if words[at].form in self.forms else self._phrase(words, at)
            for word in words[at : at + length]:
                yield word.start, word.end
            at += max(1, length)

    def _phrase(self, words: Sequence[analysis.Word], at: int) -> int:
        """Return how many words of a phrase stand at this place."""
        for phrase in self.phrases:
            here = words[at : at + len(phrase)]
            if len(here) == len(phrase) and all(
                word.form in part for word, part in zip(here, phrase, strict=True)
            ):
                return len(phrase)
        return 0


def mark(text: str, marks: Marks) -> tuple[Fragment, ...]:
    """Split *text* into runs, those that answer to the question marked."""
    fragments: list[Fragment] = []
    done = 0
    for start, end in marks.spans(text):
        if start > done:
            fragments.append(Fragment(text[done:start]))
        fragments.append(Fragment(text[start:end], matched=True))
        done = end
    if done < len(text):
        fragments.append(Fragment(text[done:]))
    return tuple(fragments)


def choose(pieces: Sequence[Piece], marks: Marks, language: str) -> tuple[Fragment, ...]:
    """Return the snippet of a record in *language*.

    *pieces* are its texts with all languages abreast, the description first. The piece that answers
    best is taken; where words match in another language only, the same piece is shown in
    *language*, so that the reader sees what answered.
    """
    if not pieces:
        return ()
    best = _best(pieces, marks, (language,)) or _best(pieces, marks, tuple(pieces[0].texts))
    piece = best or pieces[0]
    text = piece.texts.get(language) or next((t for t in piece.texts.values() if t), "")
    return mark(_cut(text, marks), marks)


def _best(pieces: Sequence[Piece], marks: Marks, languages: Sequence[str]) -> Piece | None:
    best, most = None, 0.0
    for piece in pieces:
        for language in languages:
            worth = marks.worth(piece.forms[language])
            worth *= 1.0 if piece.prose else _LABEL
            if worth > most:
                best, most = piece, worth
    return best


def _cut(text: str, marks: Marks) -> str:
    """Return the part of *text* around its first match, cut at blanks."""
    if len(text) <= LENGTH:
        return text
    first = next(marks.spans(text), (0, 0))[0]
    start = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE) + 1
    if len(text) - start <= LENGTH:
        return ("… " if start else "") + text[start:]
    end = text.rfind(" ", start, start + LENGTH)
    return ("… " if start else "") + text[start : end if end > start else start + LENGTH] + " …"
