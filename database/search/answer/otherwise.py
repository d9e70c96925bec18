"""What can be said in other words: through the thesaurus, and compounds written apart or together.

``data centre`` is also ``adatközpont``; ``okos város`` is also ``okosváros``, and ``hua wei`` is
``huawei``. A concept of which no record tells is searched by the next broader ones: ``roaming`` by
``mobile network``; so is a Hungarian compound by its head: ``légszennyezés`` by ``szennyezés``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from database.search.answer import compounds, labels
from database.search.answer.alternative import Alternative, each_once, told
from database.search.answer.figures import Figure
from database.search.answer.runs import as_typed, runs
from database.search.answer.unit import PhraseForms, Rule, Unit
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis
from database.search.question.tree import Node, Word

_RULES = {"compound": Rule.STEMMED, "thesaurus": Rule.THESAURUS, "broader": Rule.BROADER}

Alternatives = Mapping[Word, Sequence[Alternative]]


def alternatives(
    tree: Node,
    vocabulary: Vocabulary,
    meant: Mapping[Word, str],
    without: frozenset[str] = frozenset(),
    unheard: Iterable[tuple[Word, ...]] = (),
    figures: Iterable[Figure] = (),
) -> Alternatives:
    """Return the other words for each word of *tree*; *without* lists labels to leave out.

    Of misspelt words it tells what is *meant*. One such word is a guess and no more, but several
    that make a concept with a known name are surely meant so. Names *unheard* of in the dossier
    are searched by what is broader only, *figures* by how else they are written.
    """
    found: dict[Word, list[Alternative]] = defaultdict(list)
    for run, others in _said_otherwise(tree, vocabulary, meant, unheard, figures):
        for other in each_once(others):
            if other.label.lower() not in without:
                for word in run:
                    found[word].append(other)
    return found


def unheard_names(tree: Node, vocabulary: Vocabulary) -> Iterator[tuple[Word, ...]]:
    """Yield names of several words that the thesaurus knows and no record has.

    Their words mean nothing else: the *Sad* of Novi Sad is no SAD, the Serbian United States.
    """
    for run in runs(tree):
        if len(run) > 1 and _is_name(run, vocabulary):
            is_told = any(True for _other in _same_meaning(run, vocabulary))
            if not is_told and not _is_told(run, vocabulary):
                yield run


def _is_name(run: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    others = vocabulary.thesaurus.same_meaning(tuple(word.form for word in run))
    return bool(others) and all(label[:1].isupper() for _language, label in others)


def _said_otherwise(
    tree: Node,
    vocabulary: Vocabulary,
    meant: Mapping[Word, str],
    unheard: Iterable[tuple[Word, ...]],
    figures: Iterable[Figure],
) -> Iterator[tuple[tuple[Word, ...], list[Alternative]]]:
    """Yield runs of words with the other words for them.

    Words within a name of a concept mean that one: the *road* of Belt and Road is none to drive on.
    """
    named: set[Word] = set()
    for run in unheard:
        named.update(run)
        yield run, _broader(run, vocabulary)
    numbers = {figure.run: figure for figure in figures}
    for run, figure in numbers.items():
        named.update(run)
        yield run, [*figure.others]
    ones = {word: run for run, figure in numbers.items() if figure.is_one for word in run}
    for run in runs(tree):
        if any(ones.get(word, run) != run for word in run):  # the 5 billion of 9.5 billion
            continue
        same = [] if named.issuperset(run) else [*_same_meaning(run, vocabulary)]
        if named.isdisjoint(run):
            same = _or_broader(run, same, vocabulary)
        if same:
            named.update(run)
        others = [*same, *compounds.rejoined(run, vocabulary)]
        if len(run) > 1 and not meant.keys().isdisjoint(run):
            spelt = tuple(replace(word, form=meant.get(word, word.form)) for word in run)
            guessed = (*_same_meaning(spelt, vocabulary), *compounds.rejoined(spelt, vocabulary))
            others += [replace(o, asked=_asked(run), rule="thesaurus") for o in guessed]
        yield run, others


def _asked(run: Sequence[Word]) -> str:
    return analysis.joined(word.form for word in run)


def widened(unit: Unit, others: Sequence[Alternative]) -> Unit:
    """Return *unit* with everything that answers besides.

    A word that is known to the thesaurus, if to no record, is no slip of another one.
    """
    if not others:
        return unit
    surest_first = sorted((_RULES[other.rule], n) for n, other in enumerate(others))
    found: dict[PhraseForms, Rule] = {**unit.alternatives}
    for rule, n in surest_first:
        found.setdefault(others[n].words, rule)
    known = {other.words: other.records for other in others if other.records is not None}
    is_known = any(o.asked == unit.word.form and o.rule == "broader" for o in others)
    is_guess = set(unit.forms.values()) == {Rule.FUZZY} and not unit.word.slips
    forms = {} if is_known and is_guess else unit.forms
    return replace(unit, forms=forms, alternatives=found, known=known)


def _same_meaning(run: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[Alternative]:
    """Yield the other names of a concept, as far as some record has them."""
    for forms in as_typed(run):
        yield from told(forms, vocabulary.thesaurus.same_meaning(forms), vocabulary)


def _or_broader(
    run: tuple[Word, ...], same: list[Alternative], vocabulary: Vocabulary
) -> list[Alternative]:
    """Return what says the *same*, or what says less where no record tells of it."""
    if not same and not _is_told(run, vocabulary):
        same = _broader(run, vocabulary)
    return same or ([*compounds.by_its_head(run[0], vocabulary)] if len(run) == 1 else [])


def _is_told(run: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether some record has a run of words; no concept needs to."""
    # A single word may be called the same everywhere: propaganda.
    same_meaning = vocabulary.thesaurus.same_meaning
    typed = [forms for forms in as_typed(run) if not forms[1:] or same_meaning(forms)]
    if not typed:
        return True
    own = (labels.inflected(forms, analysis.ANY_LANGUAGE, vocabulary) for forms in typed)
    return any(labels.stand(words, vocabulary) for words in own)


def _broader(run: tuple[Word, ...], vocabulary: Vocabulary) -> list[Alternative]:
    """Return what the concepts right above are called, as far as some record tells of them."""
    several = ((forms, vocabulary.thesaurus.broader(forms)) for forms in as_typed(run))
    return [one for forms, above in several for one in told(forms, above, vocabulary, "broader")]
