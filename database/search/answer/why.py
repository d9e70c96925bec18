"""Finding out why a record answers to a question; ``explain`` puts it into words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from database.search.answer.documents import Texts
from database.search.answer.said import Said
from database.search.answer.unit import RULE_NAMES, PhraseForms, Rule, Unit, has
from database.search.language import analysis
from database.search.question.understanding import Why, Zone, as_typed

T = TypeVar("T")
# The rules by which several words may be said in others.
_OTHERWISE = frozenset({"thesaurus", "broader", "compound"})


def why(
    said: Said,
    units: Sequence[Unit],
    texts: Texts,
    language: str,
    chinese: tuple[str, ...] = (),
) -> tuple[Why, ...]:
    """Return why a record that has *said* this answers, word by word; what it lacks is left out.

    Words next to each other that it has in the same other words are told as one.

    Of forms that tell it as well one is taken that stands in the *texts* in the language of the
    word, or in the reader's *language* where that could be of any. Of each run of *chinese*
    characters, which are units of their own, one reason is told.
    """
    found = (_told(unit, said, texts, language) for unit in units)
    told = {reason.asked: reason for reason in found if reason}
    if not chinese:
        return tuple(_told_as_one(units, told))
    runs = {character: run for run in chinese for character in run}
    several = (
        _of_run(runs[asked], told) if asked in runs else reason for asked, reason in told.items()
    )
    return tuple(dict.fromkeys(reason for reason in several if reason))


def _told_as_one(units: Sequence[Unit], told: dict[str, Why]) -> Iterator[Why]:
    before: Why | None = None
    for unit in units:
        here = told.pop(unit.word.form, None)
        if before and here and here.rule in _OTHERWISE and here[1:] == before[1:]:
            asked = (before.asked, unit.word.led_by, here.asked)
            before = before._replace(asked=" ".join(filter(None, asked)))
            continue
        if before:
            yield before
        before = here
    if before:
        yield before


def as_asked(several: tuple[Why, ...], typed: Mapping[str, str]) -> tuple[Why, ...]:
    """Return reasons with the words as the reader ``typed`` them; 9,5 is one of them."""
    if not typed:
        return several
    decimals = {forms: written for forms, written in typed.items() if " " in forms}
    told = _decimals_as_one(several, decimals) if decimals else several
    return tuple(_as_asked(reason, typed) for reason in told)


def _decimals_as_one(several: Iterable[Why], decimals: Mapping[str, str]) -> list[Why]:
    """Return reasons, those of the figures before and after a decimal mark as one."""
    found: list[Why] = []
    for reason in several:
        before = found[-1] if found else reason
        number = f"{before.asked} {reason.asked}"
        if number in decimals and before.rule == reason.rule == "exact":
            found[-1] = Why(number, decimals[number], max(before.zone, reason.zone), "exact")
        else:
            found.append(reason._replace(found=as_typed(reason.found, decimals)))
    return found


def _as_asked(reason: Why, typed: Mapping[str, str]) -> Why:
    asked = as_typed(reason.asked, typed)
    return Why(
        asked, asked if asked.lower() == reason.found else reason.found, reason.zone, reason.rule
    )


def _of_run(run: str, told: Mapping[str, Why]) -> Why | None:
    """Return one reason for a whole run: it stands there itself, or in other words."""
    reasons = [told[character] for character in run if character in told]
    otherwise = [reason for reason in reasons if reason.rule != "exact"]
    if otherwise:
        return otherwise[0]._replace(asked=run)
    if len(reasons) < len(run):
        return None
    return Why(run, run, max(reason.zone for reason in reasons), "exact")  # text, if any is


def _told(unit: Unit, said: Said, texts: Texts, language: str) -> Why | None:
    own = analysis.language_of(unit.word.form) or language
    foreign = partial(_is_foreign, texts=texts, language=own)
    return (
        _directly(unit, said, foreign)
        or (_begun(unit, said, foreign) if unit.word.prefix else None)
        or (_otherwise(unit, said, foreign) if unit.alternatives else None)
    )


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


def _otherwise(unit: Unit, said: Said, foreign: Callable[[str], bool]) -> Why | None:
    """Names come before text here as well; in each the language counts."""
    named: list[tuple[PhraseForms, str]] = []
    others: list[tuple[PhraseForms, str]] = []
    here = said.every
    for whole, by in unit.alternatives.items():
        if not has(here, whole):
            continue
        phrase = tuple(part & here for part in whole)
        rule = "compound" if by == Rule.STEMMED else RULE_NAMES[by]
        others.append((phrase, rule))
        for name in said.forms.names.each:
            within = tuple(part.intersection(name) for part in phrase)
            if all(within):
                named.append((within, rule))
    told = [(_words(phrase, foreign), rule) for phrase, rule in named or others]
    if not told:
        return None
    words, rule = _first(told, lambda way: any(map(foreign, way[0])))
    return Why(unit.word.form, " ".join(words), "name" if named else "text", rule)


def _words(phrase: PhraseForms, foreign: Callable[[str], bool]) -> list[str]:
    return [_first(sorted(forms, key=lambda form: (len(form), form)), foreign) for forms in phrase]


def _first(ordered: Sequence[T], foreign: Callable[[T], bool]) -> T:
    """Return the first that is not *foreign*, or else the first; one alone is not looked at."""
    familiar = (one for one in ordered if len(ordered) == 1 or not foreign(one))
    return next(familiar, ordered[0])
