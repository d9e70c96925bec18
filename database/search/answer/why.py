"""Finding out why a record answers to a question; ``explain`` puts it into words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from database.search.answer.documents import Texts
from database.search.answer.said import Said
from database.search.answer.unit import RULE_NAMES, PhraseForms, Rule, Unit, has
from database.search.language import analysis
from database.search.question.understanding import Why, Zone, as_typed

T = TypeVar("T")


# A word that may have been meant is the weakest reason of all.
_GUESSED = RULE_NAMES[Rule.FUZZY]
# What stands there, which phrase it is, and whether it is in another language.
_Way = tuple[str, PhraseForms, bool]


class _Reason(NamedTuple):
    """Why one word answers, and the phrase that answers *instead* of it, if it is not there."""

    why: Why
    instead: PhraseForms = ()


def why(
    said: Said,
    units: Sequence[Unit],
    texts: Texts,
    language: str,
    chinese: tuple[str, ...] = (),
) -> tuple[Why, ...]:
    """Return why a record that has *said* this answers, word by word; what it lacks is left out.

    Words that it has in other words are told together with all that these stand for.

    Of forms that tell it as well one is taken that stands in the *texts* in the language of the
    word, or in the reader's *language* where that could be of any. Of each run of *chinese*
    characters, which are units of their own, one reason is told.
    """
    found = {unit.word.form: _told(unit, said, texts, language) for unit in units}
    told = {asked: reason for asked, reason in found.items() if reason}
    if not chinese:
        every = told.values()
        if not any(reason.instead for reason in every):
            return tuple([reason.why for reason in every])
        return tuple(dict.fromkeys(_of_labels(units, told)))
    runs = {character: run for run in chinese for character in run}
    several = (
        _of_run(runs[asked], told) if asked in runs else reason.why
        for asked, reason in told.items()
    )
    return tuple(dict.fromkeys(reason for reason in several if reason))


def _of_labels(units: Sequence[Unit], told: Mapping[str, _Reason]) -> Iterator[Why]:
    """Yield reasons; what is said in other words is told with all words that these stand for.

    A word among those, which the other words have too, needs no reason of its own: 9,5 mrd.
    """
    reasons = [told.get(unit.word.form) for unit in units]
    spans = [
        _span(units, n, reason.instead) if reason and reason.instead else range(n, n + 1)
        for n, reason in enumerate(reasons)
    ]
    labels = [(span, r.why) for span, r in zip(spans, reasons, strict=True) if r and r.instead]
    for n, reason in enumerate(reasons):
        if not reason:
            continue
        if reason.instead:
            yield _of_label(reason, _asked(units, spans[n]))
        elif not any(n in span and _has(label, reason.why) for span, label in labels):
            yield reason.why


def _of_label(reason: _Reason, asked: str) -> Why:
    """Return the reason why all words *asked* answer: where as many stand there, none is joined."""
    as_many = len(asked.split()) == len(reason.instead) > 1
    rule = reason.why.rule
    if rule == "compound" and as_many:
        rule = RULE_NAMES[Rule.STEMMED]
    return reason.why._replace(asked=asked, rule=rule)


def _has(label: Why, word: Why) -> bool:
    return word.found in analysis.forms(label.found) and word.zone >= label.zone


def _span(units: Sequence[Unit], n: int, instead: PhraseForms) -> range:
    """Return the words around number *n* that another phrase answers *instead* of."""
    first, last = n, n + 1
    while first and instead in units[first - 1].alternatives:
        first -= 1
    while last < len(units) and instead in units[last].alternatives:
        last += 1
    return range(first, last)


def _asked(units: Sequence[Unit], span: range) -> str:
    first, *others = (units[n].word for n in span)
    return " ".join((first.form, *(f"{word.led_by} {word.form}".strip() for word in others)))


def as_asked(
    several: tuple[Why, ...], typed: Mapping[str, str], texts: Texts, language: str
) -> tuple[Why, ...]:
    """Return reasons with the words as the reader ``typed`` them.

    9,5 is one of them, but 23,24 are two where the *texts* have *23 and 24*.
    """
    if not typed:
        return several
    marked = {forms: number for forms, number in typed.items() if " " in forms}
    told = _numbers_as_one(several, marked, texts, language) if marked else several
    return tuple(_as_asked(reason, typed) for reason in told)


def told_where(several: tuple[Why, ...], texts: Texts, language: str) -> tuple[Why, ...]:
    """Return the reasons of a hit in which nothing is marked, with the language where that stands.

    The reader of *language* sees no such word, neither in the list nor on the page.
    """
    others = [other for other in texts.passages.languages if other != language]
    return tuple([_told_where(reason, texts, others) for reason in several])


def _told_where(reason: Why, texts: Texts, others: Sequence[str]) -> Why:
    forms = analysis.forms(reason.found)
    if reason.zone == "name":  # which need be no title
        there = (one for one in others if all(texts.title_says(form, one) for form in forms))
        return reason._replace(language=next(there, ""))
    *others, last = others
    there = (one for one in others if all(texts.say(form, one) for form in forms))
    return reason._replace(language=next(there, last))


def _numbers_as_one(
    several: Iterable[Why], marked: Mapping[str, str], texts: Texts, language: str
) -> list[Why]:
    """Return reasons, those of the figures before and after a decimal mark as one."""
    found: list[Why] = []
    for reason in several:
        before = found[-1] if found else reason
        number = f"{before.asked} {reason.asked}"
        is_one = number in marked and before.rule == reason.rule == "exact"
        if is_one and _stands_as_one(number, texts, language):
            found[-1] = Why(number, marked[number], max(before.zone, reason.zone), "exact")
        else:
            found.append(reason._replace(found=as_typed(reason.found, marked)))
    return found


def _stands_as_one(number: str, texts: Texts, language: str) -> bool:
    figures = tuple(frozenset([figure]) for figure in number.split())
    written, _language = texts.written(figures, language)
    return written.replace(",", ".") == number.replace(" ", ".")


def _as_asked(reason: Why, typed: Mapping[str, str]) -> Why:
    asked = as_typed(reason.asked, typed)
    return Why(
        asked, asked if asked.lower() == reason.found else reason.found, reason.zone, reason.rule
    )


def _of_run(run: str, told: Mapping[str, _Reason]) -> Why | None:
    """Return one reason for a whole run: it stands there itself, or in other words."""
    reasons = [told[character].why for character in run if character in told]
    otherwise = [reason for reason in reasons if reason.rule != "exact"]
    if otherwise:
        return otherwise[0]._replace(asked=run)
    if len(reasons) < len(run):
        return None
    return Why(run, run, max(reason.zone for reason in reasons), "exact")  # text, if any is


def _told(unit: Unit, said: Said, texts: Texts, language: str) -> _Reason | None:
    own = analysis.language_of(unit.word.form) or language
    foreign = partial(_is_foreign, texts=texts, language=own)
    direct = _directly(unit, said, foreign) or (
        _begun(unit, said, foreign) if unit.begins_more else None
    )
    if direct and not (direct.rule == _GUESSED and unit.alternatives):
        return _Reason(direct)
    otherwise = _otherwise(unit, said, texts, own) if unit.alternatives else None
    return otherwise or (_Reason(direct) if direct else None)


def _is_foreign(form: str, texts: Texts, language: str) -> bool:
    return not texts.say(form, language)


def _directly(unit: Unit, said: Said, foreign: Callable[[str], bool]) -> Why | None:
    """Names come before text; in each the word itself counts, then the language, then the rule."""
    rules = unit.forms
    zone: Zone = "name"
    here = [form for form in said.names if form in rules]
    if not here:
        zone = "text"
        here = [form for form in said.text if form in rules]
    if len(here) > 1:
        here.sort(key=lambda form: (rules[form], len(form), form))
    elif not here:
        return None
    best = _first(here, lambda form: rules[form] > Rule.FOLDED and foreign(form))
    return Why(unit.word.form, best, zone, RULE_NAMES[rules[best]])


def _begun(unit: Unit, said: Said, foreign: Callable[[str], bool]) -> Why | None:
    """More forms may begin so than were listed."""
    said.begin(analysis.fold(unit.word.form))
    rules = dict.fromkeys(said.begun, Rule.PREFIX)
    return _directly(Unit(unit.word, rules, unit.weight), said, foreign)


def _otherwise(unit: Unit, said: Said, texts: Texts, language: str) -> _Reason | None:
    """Names come before text here as well; in each the language counts."""
    here = said.every
    phrases = {
        whole: tuple(part & here for part in whole)
        for whole in unit.alternatives
        if has(here, whole)
    }
    zone: Zone = "name"
    way = _best(_in_names(phrases, said, texts, language))
    if not way:
        zone = "text"
        way = _best(_in_text(phrases, texts, language))
    if not way:
        return None
    found, whole, _other_language = way
    by = unit.alternatives[whole]
    rule = "compound" if by == Rule.STEMMED else RULE_NAMES[by]
    return _Reason(Why(unit.word.form, found, zone, rule), whole)


def _in_names(
    phrases: Mapping[PhraseForms, PhraseForms], said: Said, texts: Texts, language: str
) -> Iterator[_Way]:
    foreign = partial(_is_foreign, texts=texts, language=language)
    for whole, phrase in phrases.items():
        for name in said.forms.names.each:
            within = [part.intersection(name) for part in phrase]
            if all(within):
                words = [_word(forms, foreign) for forms in within]
                yield " ".join(words), whole, any(map(foreign, words))


def _in_text(
    phrases: Mapping[PhraseForms, PhraseForms], texts: Texts, language: str
) -> Iterator[_Way]:
    """Yield what stands there so; a record may have the words of a phrase far from each other."""
    foreign = partial(_is_foreign, texts=texts, language=language)
    for whole, phrase in phrases.items():
        if len(phrase) == 1:
            form = _word(phrase[0], foreign)
            yield form, whole, foreign(form)
        else:
            found, its_language = texts.written(phrase, language)
            if found:
                yield found, whole, its_language != language


def _best(ways: Iterable[_Way]) -> _Way | None:
    """Return the first way that is not in another language, or else the first."""
    first = None
    for way in ways:
        _found, _whole, is_in_another_language = way
        if not is_in_another_language:
            return way
        first = first or way
    return first


def _word(forms: Iterable[str], foreign: Callable[[str], bool]) -> str:
    return _first(sorted(forms, key=lambda form: (len(form), form)), foreign)


def _first(ordered: Sequence[T], foreign: Callable[[T], bool]) -> T:
    """Return the first that is not *foreign*, or else the first; one alone is not looked at."""
    if len(ordered) > 1:
        for one in ordered:
            if not foreign(one):
                return one
    return ordered[0]
