"""What a place says of a question, as the bits of one whole number: they are compared at once."""

from collections.abc import Iterable, Sequence

from database.search.answer.unit import PhraseForms, Rule, Unit

# A bit for each word by each rule, and one for each part of a phrase that stands for words.
Bits = int
SILENT: Bits = 0
# The rule by which a word is said that is not.
UNSAID = len(Rule)

_EVERY_RULE = (1 << len(Rule)) - 1
# The surest of the rules that bits stand for, which is the lowest one.
_SUREST = (
    UNSAID,
    *(min(rule for rule in Rule if bits >> rule & 1) for bits in range(1, _EVERY_RULE + 1)),
)


class Shorthand:
    """Takes down what a place says of several words, and reads it."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._signs: dict[str, Bits] = {}
        self._parts: dict[frozenset[str], Bits] = {}
        self._first_part = len(Rule) * len(units)
        self._units: list[tuple[int, list[tuple[Bits, Rule]]]] = []
        for n, unit in enumerate(units):
            shift = len(Rule) * n
            for form, rule in unit.forms.items():
                self._sign(form, 1 << shift + rule)
            ways = [(self._phrase(phrase), rule) for phrase, rule in unit.alternatives.items()]
            self._units.append((shift, ways))

    def of(self, forms: Iterable[str]) -> Bits:
        """Take down what *forms* say."""
        bits, signs = SILENT, self._signs
        for form in forms:
            if form in signs:
                bits |= signs[form]
        return bits

    def rules(self, bits: Bits) -> list[int]:
        """Return the surest rule by which a place says each word, in whatever words."""
        return [
            _surest(_SUREST[bits >> shift & _EVERY_RULE], ways, bits) for shift, ways in self._units
        ]

    def _phrase(self, phrase: PhraseForms) -> Bits:
        """Return the bits of a phrase; its parts may be those of others, too."""
        bits = SILENT
        for part in phrase:
            if part not in self._parts:
                self._parts[part] = 1 << self._first_part + len(self._parts)
                for form in part:
                    self._sign(form, self._parts[part])
            bits |= self._parts[part]
        return bits

    def _sign(self, form: str, bit: Bits) -> None:
        self._signs[form] = self._signs.get(form, SILENT) | bit


def _surest(direct: int, ways: Iterable[tuple[Bits, Rule]], bits: Bits) -> int:
    """Return the rule of the word itself or of other words for it; the surest ones come first."""
    for needed, rule in ways:
        if direct <= rule:
            break
        if needed & bits == needed:
            return rule
    return direct
