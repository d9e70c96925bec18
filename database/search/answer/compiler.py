"""From a question to what SQLite can answer: its words looked up, its tree written out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from database.search.answer.figures import as_one, figures
from database.search.answer.match import expression
from database.search.answer.otherwise import Alternatives, alternatives, unheard_names, widened
from database.search.answer.unit import Rule, Unit
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis
from database.search.question import signs
from database.search.question.query import read
from database.search.question.tree import (
    All,
    Condition,
    Node,
    Not,
    Phrase,
    Related,
    Word,
    every_leaf,
    is_chinese,
    leaves,
    parts,
    words,
)
from database.search.question.understanding import Understood, as_typed
from database.search.results import Expansion


@dataclass(frozen=True, slots=True)
class CompiledQuestion:
    """A question ready to be asked.

    A record answers if it answers to all that is ``wanted``, to nothing that is ``excluded``, and
    to all ``conditions``, the parts of the tree that FTS5 cannot be asked. ``required`` must hold
    even when little is found. ``fields`` are the wanted ones, as typed. ``units`` are the words in
    order, ``pointing`` those that name a related record; ``by_word`` are both and the words of
    conditions. ``typed`` is how their forms were typed, where they were typed otherwise.
    """

    tree: Node
    units: tuple[Unit, ...]
    expansions: tuple[Expansion, ...]
    wanted: tuple[Node, ...] = ()
    excluded: tuple[Node, ...] = ()
    pointing: tuple[Unit, ...] = ()
    by_word: Mapping[Word, Unit] = field(default_factory=dict)
    conditions: tuple[Node, ...] = ()
    required: tuple[Node, ...] = ()
    understood: tuple[Understood, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[str, ...] = ()

    @property
    def chinese(self) -> tuple[str, ...]:
        """The runs of Chinese characters that are asked for, each of which is one word."""
        runs = (leaf for leaf in leaves(self.tree) if is_chinese(leaf))
        return tuple(analysis.joined(word.form for word in words(run)) for run in runs)

    @property
    def is_plain(self) -> bool:
        """Tell whether it is just words; some of them may then be missing if little is found.

        The conditions hold all the same.
        """
        return isinstance(self.tree, All) and all(
            isinstance(part, Word | Condition | Related) for part in self.tree.parts
        )


def ask(
    text: str,
    vocabulary: Vocabulary,
    *,
    unfinished: bool = False,
    without: frozenset[str] = frozenset(),
) -> CompiledQuestion:
    """Look up every word of *text* and compile it; any text is a question.

    *without* lists what is not to be searched besides: expansions as they were ``searched``.
    """
    # Mere words name no field, and a window that only lists its records need not load any.
    fields = None if signs.are_absent(text) else vocabulary.fields
    parsed = read(text, unfinished=unfinished, fields=fields, goes_on=vocabulary.thesaurus.goes_on)
    removed = frozenset(searched.lower() for searched in without)
    units = _units(parsed.tree, vocabulary, frozenset(map(analysis.fold, removed)))
    unheard = [*unheard_names(parsed.tree, vocabulary)]
    units |= _as_names(unheard, units)
    numbers = [*figures(parsed.tree, vocabulary)]
    units |= as_one(numbers, units)
    others = alternatives(parsed.tree, vocabulary, _meant(units), removed, unheard, numbers)
    units = {word: widened(unit, others.get(word, ())) for word, unit in units.items()}
    asked = dict.fromkeys(word for leaf in leaves(parsed.tree) for word in words(leaf))
    sorted_parts = _Parts.of(parsed.tree, units)
    # Of a question with signs it is told what became of each part.
    missing = _missing([units[word] for word in asked], parsed.typed) if fields is None else ()
    return CompiledQuestion(
        tree=parsed.tree,
        units=tuple(units[word] for word in asked),
        expansions=tuple(
            replace(expansion, asked=as_typed(expansion.asked, parsed.typed))
            for expansion in _expansions([units[word] for word in asked], others, vocabulary)
        ),
        wanted=tuple(sorted_parts.wanted),
        excluded=tuple(sorted_parts.excluded),
        pointing=tuple(
            units[word] for word in dict.fromkeys(_wanted(parsed.tree)) if word not in asked
        ),
        by_word=units,
        conditions=tuple(sorted_parts.conditions),
        required=parsed.required,
        understood=(*parsed.understood, *missing),
        typed=parsed.typed,
        fields=parsed.fields,
    )


@dataclass(slots=True)
class _Parts:
    """The parts at the top of a tree, sorted by where they are to be looked up."""

    wanted: list[Node] = field(default_factory=list)
    excluded: list[Node] = field(default_factory=list)
    conditions: list[Node] = field(default_factory=list)

    @classmethod
    def of(cls, tree: Node, units: Mapping[Word, Unit]) -> "_Parts":
        """Sort the parts; FTS5 takes what it can, and a word it always can."""
        several = cls()
        for part in tree.parts if isinstance(tree, All) else (tree,):
            inner = part.part if isinstance(part, Not) else part
            asked = isinstance(inner, Word) or expression(inner, units)
            if asked is None:
                several.conditions.append(part)
            elif asked and inner is not part:
                several.excluded.append(inner)
            elif asked:
                several.wanted.append(part)
        return several


def _missing(units: Sequence[Unit], typed: Mapping[str, str]) -> Iterator[Understood]:
    """Tell which words no record has where others are found: Hikvision cameras.

    Who reads the hits would take them for an answer. What is only begun may go on otherwise.
    """
    unheard = [unit.word for unit in units if not unit.forms and not unit.alternatives]
    if len(unheard) < len(units):
        for word in unheard:
            if not word.prefix and not analysis.is_character(word.form):
                shown = as_typed(word.form, typed)
                yield Understood(shown, "missing", (shown,))


def _units(tree: Node, vocabulary: Vocabulary, removed: frozenset[str]) -> dict[Word, Unit]:
    """Look up every word once; of what is excluded, only what is surely meant."""
    wanted = dict.fromkeys(_wanted(tree))
    every = list(every_leaf(tree))
    # A phrase is taken at its word.
    guessed = {leaf for leaf in every if isinstance(leaf, Word)}
    units = {
        word: vocabulary.unit(word, removed, guessing=word in guessed, alone=len(wanted) == 1)
        for word in wanted
    }
    units |= {
        word: vocabulary.surely(word)
        for leaf in every
        for word in words(leaf)
        if word not in wanted
    }
    return units


def _as_names(names: Iterable[tuple[Word, ...]], units: Mapping[Word, Unit]) -> dict[Word, Unit]:
    """Return the words of *names* as units that answer to the whole name only."""
    return {
        word: replace(
            units[word],
            word=replace(word, prefix=False),
            forms={},
            alternatives={tuple(frozenset({part.form}) for part in name): Rule.THESAURUS},
        )
        for name in names
        for word in name
    }


def _meant(units: Mapping[Word, Unit]) -> dict[Word, str]:
    """Return the likeliest spelling of the words that are misspelt."""
    guesses = {
        word: [form for form, rule in unit.forms.items() if rule == Rule.FUZZY]
        for word, unit in units.items()
        if not word.slips
    }
    return {word: likeliest[0] for word, likeliest in guesses.items() if likeliest}


def _wanted(node: Node) -> Iterator[Word]:
    match node:
        case Word() | Phrase():
            yield from words(node)
        case Not():
            return
        case _:
            for part in parts(node):
                yield from _wanted(part)


def _expansions(
    units: Iterable[Unit], others: Alternatives, vocabulary: Vocabulary
) -> Iterator[Expansion]:
    """Yield what is searched besides, each thing once; of a guess its most usual spelling."""
    told: set[str] = set()
    for unit in units:
        asked = unit.word.form
        likely = map(vocabulary.as_written, _guessed(unit))
        shown = [Expansion(asked, guess, "fuzzy") for guess in likely]
        shown += [Expansion(o.asked, o.label, o.rule) for o in others.get(unit.word, ())]
        for expansion in shown:
            if expansion.searched not in told:
                told.add(expansion.searched)
                yield expansion


def _guessed(unit: Unit) -> Iterator[str]:
    """Yield the guesses at a word, one form of each, the likeliest first."""
    known: frozenset[str] = frozenset()
    for form, rule in unit.forms.items():
        if rule == Rule.FUZZY:
            own = frozenset((analysis.fold(form),)) | analysis.keys(form)
            if known.isdisjoint(own):
                yield form
            known |= own
