"""What can be said in other words: through the thesaurus, and compounds written apart or together.

``data centre`` is also ``adatközpont``; ``okos város`` is also ``okosváros``, and ``hua wei`` is
``huawei``. A concept of which no record tells is searched by the next broader ones: ``roaming`` by
``mobile network``; so is a Hungarian compound by its head: ``légszennyezés`` by ``szennyezés``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeGuard

from database.search.answer import labels
from database.search.answer.records import Records
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

_SHORTEST_PART, _SHORTEST_COMPOUND, _SHORTEST_HEAD = 3, 6, 7
_MOST_SPLITS = 2
_RULES = {"compound": Rule.STEMMED, "thesaurus": Rule.THESAURUS, "broader": Rule.BROADER}


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other words for some that were ``asked`` for; ``label`` is how to show them.

    ``records`` have them, where that is known.
    """

    asked: str
    label: str
    rule: Literal["thesaurus", "broader", "compound"]
    words: PhraseForms
    records: Records | None = None


Alternatives = Mapping[Word, Sequence[Alternative]]


def alternatives(
    tree: Node,
    vocabulary: Vocabulary,
    meant: Mapping[Word, str],
    without: frozenset[str] = frozenset(),
) -> Alternatives:
    """Return the other words for each word of *tree*; *without* lists labels to leave out.

    Of misspelt words it tells what is *meant*. One such word is a guess and no more, but several
    that make a concept with a known name are surely meant so.
    """
    found: dict[Word, list[Alternative]] = defaultdict(list)
    for run, others in _said_otherwise(tree, vocabulary, meant):
        for other in others:
            if other.label.lower() not in without:
                for word in run:
                    found[word].append(other)
    return found


def _said_otherwise(
    tree: Node, vocabulary: Vocabulary, meant: Mapping[Word, str]
) -> Iterator[tuple[tuple[Word, ...], list[Alternative]]]:
    """Yield runs of words with the other words for them.

    Words within a name of a concept mean that one: the *road* of Belt and Road is none to drive on.
    """
    named: set[Word] = set()
    for run, figures in _numbers(tree, vocabulary):
        named.update(run)
        yield run, figures
    for run in _runs(tree):
        same = [] if named.issuperset(run) else [*_same_meaning(run, vocabulary)]
        if named.isdisjoint(run):
            same = _or_broader(run, same, vocabulary)
        if same:
            named.update(run)
        others = [*same, *_rejoined(run, vocabulary)]
        if len(run) > 1 and not meant.keys().isdisjoint(run):
            spelt = tuple(replace(word, form=meant.get(word, word.form)) for word in run)
            guessed = (*_same_meaning(spelt, vocabulary), *_rejoined(spelt, vocabulary))
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
    return same or ([*_by_its_head(run[0], vocabulary)] if len(run) == 1 else [])


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


def _by_its_head(word: Word, vocabulary: Vocabulary) -> Iterator[Alternative]:
    """Yield the longest end of a Hungarian compound that no record has, in which it is broader."""
    if vocabulary.forms(word) or vocabulary.unit(word, frozenset()).forms:
        return
    is_hungarian = bool(analysis.language_of(word.form))
    for n in range(_SHORTEST_PART, len(word.form) - _SHORTEST_HEAD + 1):
        head = word.form[n:]
        known = vocabulary.forms(Word(head), "hu")
        begins = analysis.fold(head[: _SHORTEST_HEAD - 1])
        forms = frozenset(
            form
            for form in known
            if (is_hungarian or analysis.language_of(form))
            and analysis.fold(form).startswith(begins)
        )
        if forms:
            label = min(forms, key=lambda form: (known[form], len(form), form))
            yield Alternative(word.form, label, "broader", (forms,))
            return


def _as_typed(run: tuple[Word, ...]) -> Iterable[tuple[str, ...]]:
    """Return the words of *run* alone, then with the stop words between and right before them."""
    first, *others = run
    alone = tuple(word.form for word in run)
    between = (first.form, *(form for w in others for form in (*w.led_by.split(), w.form)))
    before = first.led_by.split()
    led = ((*before[n:], *between) for n in range(len(before) + 1))
    return dict.fromkeys((alone, *led))


def _rejoined(run: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[Alternative]:
    if any(analysis.is_character(word.form) for word in run):
        return
    if len(run) > 1:
        yield from _together([word.form for word in run], vocabulary, prefix=run[-1].prefix)
        return
    yield from _apart(run[0], vocabulary)
    if run[0].preverb:
        yield from _together([run[0].preverb, run[0].form], vocabulary)


def _together(
    several: Sequence[str], vocabulary: Vocabulary, *, prefix: bool = False
) -> Iterator[Alternative]:
    """Yield how *several* words are written as one."""
    joined = Word("".join(several), prefix)
    if len(joined.form) < _SHORTEST_COMPOUND - 1:
        return
    before = len(joined.form) - len(several[-1])
    beginning = analysis.fold(joined.form[: before + _SHORTEST_PART])
    forms = {
        form: rule
        for form, rule in vocabulary.forms(joined).items()
        if analysis.fold(form).startswith(beginning)
    }
    apart = [" ".join(map(analysis.fold, several))]
    folds = sorted(set(map(analysis.fold, forms)))
    if folds and vocabulary.has_phrase(*([fold] for fold in folds), without=apart):
        label = min(forms, key=lambda form: (forms[form], len(form), form))
        yield Alternative(" ".join(several), label, "compound", (frozenset(forms),))


def _apart(word: Word, vocabulary: Vocabulary) -> Iterator[Alternative]:
    """Yield how *word* is written as two words, if some record has it so and not as one."""
    folded = analysis.fold(word.form)
    if len(folded) < _SHORTEST_COMPOUND:
        return
    places = range(_SHORTEST_PART, len(folded) - _SHORTEST_PART + 1)
    beginnings = vocabulary.has([folded[:n] for n in places])
    together = set(map(analysis.fold, vocabulary.forms(word)))
    told = 0
    for n in reversed(places):
        if folded[:n] not in beginnings or told == _MOST_SPLITS:
            continue
        forms = vocabulary.forms(Word(folded[n:]))
        ends = sorted({analysis.fold(form) for form, rule in forms.items() if rule < Rule.PREFIX})
        if follow := _following(folded[:n], ends, vocabulary, together):
            told += 1
            begin = frozenset(vocabulary.forms(Word(folded[:n])))
            label = f"{vocabulary.written(folded[:n])} {vocabulary.written(follow[0])}"
            end = frozenset(form for form in forms if analysis.fold(form) in follow)
            yield Alternative(word.form, label, "compound", (begin, end))


def _following(
    begin: str, ends: list[str], vocabulary: Vocabulary, without: Iterable[str]
) -> list[str]:
    """Return those of *ends* that follow *begin* in some record.

    Mostly none does, and to ask for all at once takes hardly longer than to ask for one.
    """

    def follow(*several: str) -> bool:
        return vocabulary.has_phrase(*([begin, end] for end in several), without=without)

    return [end for end in ends if follow(end)] if ends and follow(*ends) else []


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
