"""From a question to what SQLite can answer: its words looked up, its tree as an FTS5 expression.

Words go in as quoted strings of letters and digits, so no input can be taken for FTS5 syntax.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from database.search import analysis
from database.search.query import All, Any, Node, Not, Phrase, Word, leaves, parse
from database.search.results import Expansion
from database.search.vocabulary import Rule, Unit, Vocabulary

# A label of the thesaurus stands in the records in several forms; this many of their combinations
# are tried.
_MOST_COMBINATIONS = 32
_LONGEST_LABEL = 4


@dataclass(frozen=True, slots=True)
class Question:
    """A question ready to be asked.

    ``match`` is an FTS5 expression, ``""`` when nothing positive was asked for; ``excluded`` is
    what must not be there, ``""`` when nothing is excluded. ``units`` are the words in order.
    """

    tree: Node
    units: tuple[Unit, ...]
    match: str
    excluded: str
    expansions: tuple[Expansion, ...]

    @property
    def is_plain(self) -> bool:
        """Tell whether it is just words; some of them may then be missing if little is found."""
        return isinstance(self.tree, All) and all(isinstance(p, Word) for p in self.tree.parts)


def ask(text: str, vocabulary: Vocabulary, *, unfinished: bool = False) -> Question:
    """Look up every word of *text* and compile it."""
    tree = parse(text, unfinished=unfinished)
    words = [w for leaf in leaves(tree) for w in _words_of(leaf)]
    units = {word: vocabulary.unit(word) for word in dict.fromkeys(words)}
    translated = dict(_translated(tree, units, vocabulary))
    units |= {word: unit for word, (unit, _) in translated.items()}
    positive, negative = _split(tree)
    return Question(
        tree=tree,
        units=tuple(units.values()),
        match=_match(positive, units),
        excluded=" OR ".join(f"({_match(node, units)})" for node in negative),
        expansions=tuple(_expansions(units, translated, vocabulary)),
    )


def _words_of(leaf: Word | Phrase) -> tuple[Word, ...]:
    return (leaf,) if isinstance(leaf, Word) else tuple(map(Word, leaf.forms))


def _split(tree: Node) -> tuple[Node, list[Node]]:
    """Part what is asked for from what is excluded at the top of the tree."""
    parts = tree.parts if isinstance(tree, All) else (tree,)
    excluded = [part.part for part in parts if isinstance(part, Not)]
    return All(tuple(part for part in parts if not isinstance(part, Not))), excluded


def unit_match(unit: Unit) -> str:
    """Return the FTS5 expression for one word and everything that answers to it."""
    folds = sorted(
        {analysis.fold(form) for form, rule in unit.forms.items() if rule != Rule.PREFIX}
    )
    terms = [f'"{fold}"' for fold in folds]
    if unit.word.prefix:
        terms.append(f'"{analysis.fold(unit.word.form)}" *')
    terms += [
        f'"{" ".join(phrase)}"'
        for alternative in unit.alternatives
        for phrase in islice(product(*map(_folds, alternative)), _MOST_COMBINATIONS)
    ]
    if not terms:
        terms = [f'"{analysis.fold(unit.word.form)}"']
    return " OR ".join(terms)


def _folds(forms: frozenset[str]) -> list[str]:
    return sorted({analysis.fold(form) for form in forms})


def _match(node: Node, units: Mapping[Word, Unit]) -> str:
    match node:
        case Word():
            return unit_match(units[node])
        case Phrase():
            return '"' + " ".join(analysis.fold(form) for form in node.forms) + '"'
        case All() | Any():
            joint = " AND " if isinstance(node, All) else " OR "
            parts = [_match(part, units) for part in node.parts if not isinstance(part, Not)]
            return joint.join(f"({part})" for part in parts if part)
        case Not():
            return ""


Translated = tuple[Unit, list[str]]


def _translated(
    tree: Node, units: Mapping[Word, Unit], vocabulary: Vocabulary
) -> Iterator[tuple[Word, Translated]]:
    """Yield the units for which the thesaurus knows other words, and those words."""
    found: dict[Word, Translated] = {}
    for run in _runs(tree):
        labels = vocabulary.same_meaning(tuple(word.form for word in run))
        spellings = {label: _spelling(label, vocabulary) for _language, label in labels}
        labels = [(language, label) for language, label in labels if all(spellings[label])]
        alternatives = [spellings[label] for _language, label in labels]
        for word in run if labels else ():
            unit, known = found.get(word, (units[word], []))
            wider = (*unit.alternatives, *alternatives)
            found[word] = (
                Unit(unit.word, unit.forms, unit.weight, wider),
                [*known, *(label for _language, label in labels)],
            )
    yield from found.items()


def _spelling(label: str, vocabulary: Vocabulary) -> tuple[frozenset[str], ...]:
    """Return the forms that each word of *label* has in the dossier; none for an unknown word."""
    words = map(Word, analysis.forms(label))
    return tuple(frozenset(vocabulary.forms(word)) for word in words)


def _runs(tree: Node) -> Iterator[tuple[Word, ...]]:
    """Yield every run of neighbouring words that could be a label, the longest first."""
    parts = tree.parts if isinstance(tree, All) else (tree,)
    taken: set[int] = set()
    for length in range(_LONGEST_LABEL, 0, -1):
        for start in range(len(parts) - length + 1):
            run = parts[start : start + length]
            places = set(range(start, start + length))
            if not places & taken and all(isinstance(part, Word) for part in run):
                yield tuple(part for part in run if isinstance(part, Word))
    for part in parts:
        if isinstance(part, Phrase) and len(part.forms) <= _LONGEST_LABEL:
            yield tuple(map(Word, part.forms))


def _expansions(
    units: Mapping[Word, Unit], translated: Mapping[Word, Translated], vocabulary: Vocabulary
) -> Iterator[Expansion]:
    told: set[str] = set()
    for word, unit in units.items():
        fuzzy = [form for form, rule in unit.forms.items() if rule == Rule.FUZZY]
        if fuzzy:
            yield Expansion(word.form, fuzzy[0], "fuzzy")
        for label in translated.get(word, (unit, []))[1]:
            if label not in told:
                told.add(label)
                yield Expansion(word.form, label, "thesaurus")
