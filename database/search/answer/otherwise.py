"""What can be said in other words: through the thesaurus, and compounds written apart or together.

``data centre`` is also ``adatközpont``; ``okos város`` is also ``okosváros``, and ``hua wei`` is
``huawei``. A concept of which no record tells is searched by the next broader ones: ``roaming`` by
``mobile network``; so is a Hungarian compound by its head: ``légszennyezés`` by ``szennyezés``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeGuard

from database.search.answer import compounds, labels
from database.search.answer.alternative import Alternative
from database.search.answer.thesaurus import Label
from database.search.answer.unit import PhraseForms, Rule, Unit
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis
from database.search.question import number_words
from database.search.question.tree import (
    All,
    Node,
    Not,
    Phrase,
    Related,
    Word,
    is_chinese,
    parts,
)

_RULES = {"compound": Rule.STEMMED, "thesaurus": Rule.THESAURUS, "broader": Rule.BROADER}

Alternatives = Mapping[Word, Sequence[Alternative]]


def alternatives(
    tree: Node,
    vocabulary: Vocabulary,
    meant: Mapping[Word, str],
    without: frozenset[str] = frozenset(),
    unheard: Iterable[tuple[Word, ...]] = (),
) -> Alternatives:
    """Return the other words for each word of *tree*; *without* lists labels to leave out.

    Of misspelt words it tells what is *meant*. One such word is a guess and no more, but several
    that make a concept with a known name are surely meant so. Names *unheard* of in the dossier
    are searched by what is broader only.
    """
    found: dict[Word, list[Alternative]] = defaultdict(list)
    for run, others in _said_otherwise(tree, vocabulary, meant, unheard):
        for other in others:
            if other.label.lower() not in without:
                for word in run:
                    found[word].append(other)
    return found


def unheard_names(tree: Node, vocabulary: Vocabulary) -> Iterator[tuple[Word, ...]]:
    """Yield names of several words that the thesaurus knows and no record has.

    Their words mean nothing else: the *Sad* of Novi Sad is no SAD, the Serbian United States.
    """
    for run in _runs(tree):
        if len(run) > 1 and _is_name(run, vocabulary):
            is_told = any(True for _other in _same_meaning(run, vocabulary))
            if not is_told and not _is_told(run, vocabulary):
                yield run


def _is_name(run: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    others = vocabulary.same_meaning(tuple(word.form for word in run))
    return bool(others) and all(label[:1].isupper() for _language, label in others)


def _said_otherwise(
    tree: Node,
    vocabulary: Vocabulary,
    meant: Mapping[Word, str],
    unheard: Iterable[tuple[Word, ...]],
) -> Iterator[tuple[tuple[Word, ...], list[Alternative]]]:
    """Yield runs of words with the other words for them.

    Words within a name of a concept mean that one: the *road* of Belt and Road is none to drive on.
    """
    named: set[Word] = set()
    for run in unheard:
        named.update(run)
        yield run, _broader(run, vocabulary)
    for run, figures in _numbers(tree, vocabulary):
        named.update(run)
        yield run, figures
    for run in _runs(tree):
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
    found: dict[PhraseForms, Rule] = {}
    for rule, n in surest_first:
        found.setdefault(others[n].words, rule)
    known = {other.words: other.records for other in others if other.records is not None}
    is_known = any(o.asked == unit.word.form and o.rule == "broader" for o in others)
    is_guess = set(unit.forms.values()) == {Rule.FUZZY} and not unit.word.slips
    forms = {} if is_known and is_guess else unit.forms
    return replace(unit, forms=forms, alternatives=found, known=known)


def _numbers(
    tree: Node, vocabulary: Vocabulary
) -> Iterator[tuple[tuple[Word, ...], list[Alternative]]]:
    """Yield the longest runs of words that are a number, with its figures as some record has it."""
    words = [part for part in _at_top(tree) if _is_plain(part)]
    after = 0
    for start, word in enumerate(words):
        if start < after or not number_words.may_begin(word.form):
            continue
        for length in range(min(number_words.MOST_WORDS, len(words) - start), 0, -1):
            run = tuple(words[start : start + length])
            *_others, forms = _as_typed(run)
            if several := number_words.in_figures(forms):
                after = start + length
                yield run, [*_told(forms, several, vocabulary)]
                break


def _same_meaning(run: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[Alternative]:
    """Yield the other names of a concept, as far as some record has them."""
    for forms in _as_typed(run):
        yield from _told(forms, vocabulary.same_meaning(forms), vocabulary)


def _told(
    forms: tuple[str, ...], several: Sequence[Label], vocabulary: Vocabulary
) -> Iterator[Alternative]:
    """Yield those of *several* labels that some record has."""
    for (_language, label), told in labels.known(several, vocabulary).items():
        yield Alternative(analysis.joined(forms), label, "thesaurus", told.words, told.records)


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
    typed = [forms for forms in _as_typed(run) if not forms[1:] or vocabulary.same_meaning(forms)]
    if not typed:
        return True
    own = (labels.inflected(forms, analysis.ANY_LANGUAGE, vocabulary) for forms in typed)
    return any(labels.stand(words, vocabulary) for words in own)


def _broader(run: tuple[Word, ...], vocabulary: Vocabulary) -> list[Alternative]:
    """Return what the concepts right above are called, as far as some record tells of them."""
    return [
        Alternative(analysis.joined(forms), label, "broader", told.words, told.records)
        for forms in _as_typed(run)
        for (_language, label), told in labels.known(vocabulary.broader(forms), vocabulary).items()
    ]


def _as_typed(run: tuple[Word, ...]) -> Iterable[tuple[str, ...]]:
    """Return the words of *run* alone, then with the stop words between and right before them."""
    first, *others = run
    alone = tuple(word.form for word in run)
    between = (first.form, *(form for w in others for form in (*w.led_by.split(), w.form)))
    before = first.led_by.split()
    led = ((*before[n:], *between) for n in range(len(before) + 1))
    return dict.fromkeys((alone, *led))


def _runs(tree: Node) -> Iterator[tuple[Word, ...]]:
    """Yield every run of neighbouring words that could be a label, the longest first."""
    together = _at_top(tree)
    for length in range(analysis.LONGEST_LABEL, 0, -1):
        for start in range(len(together) - length + 1):
            run = tuple(filter(_is_plain, together[start : start + length]))
            if len(run) == length:
                yield run
    for part in together:
        if isinstance(part, Phrase) and _is_chinese_label(part):  # others were quoted: just so
            yield tuple(map(Word, part.forms))
        elif not isinstance(part, Word | Phrase | Not | Related):
            for inner in parts(part):
                yield from _runs(inner)


def _at_top(tree: Node) -> tuple[Node, ...]:
    return tree.parts if isinstance(tree, All) else (tree,)


def _is_chinese_label(phrase: Phrase) -> bool:
    return len(phrase.forms) <= analysis.LONGEST_LABEL and is_chinese(phrase)


def _is_plain(node: Node) -> TypeGuard[Word]:
    return isinstance(node, Word) and not node.pattern and not node.slips
