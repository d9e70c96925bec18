"""Saying why a record was found and how a question was understood, in a given language."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TypeVar

from database.search.answer.documents import Forms, Texts
from database.search.answer.unit import Rule, Unit, Wording
from database.search.language import analysis
from database.search.question.field_values import (
    ChoiceReader,
    DateReader,
    MoneyReader,
    PresenceReader,
    YearReader,
)
from database.search.question.field_words import field_label
from database.search.question.fields import Fields, QueryField
from database.search.question.understanding import Understood, Why, as_typed
from i18n import formats
from i18n.dates import PartialDate
from i18n.locales import Locale
from i18n.messages import of
from i18n.numerals import number

T = TypeVar("T")
_SUM = re.compile(r"-?\d+(\.\d+)?( [A-Z]{3})?")
_OF_DATES = {
    "at-least": "later",
    "at-most": "earlier",
    "more-than": "after",
    "less-than": "before",
}
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def why(
    forms: Forms,
    units: Iterable[Unit],
    texts: Texts,
    language: str,
    chinese: Iterable[str] = (),
) -> tuple[Why, ...]:
    """Return why a record with these forms answers, word by word; what it lacks is left out.

    *units* are those of the question, each cut to what the record has (``Unit.within``). Of forms
    that tell it as well one is taken that stands in the *texts* in the language of the word, or in
    the reader's *language* where that could be of any. Of each run of *chinese* characters, which
    are units of their own, one reason is told.
    """
    found = (_told(unit, forms, texts, language) for unit in units)
    told = {reason.asked: reason for reason in found if reason}
    runs = {character: run for run in chinese for character in run}
    several = (
        _of_run(runs[asked], told) if asked in runs else reason for asked, reason in told.items()
    )
    return tuple(dict.fromkeys(reason for reason in several if reason))


def as_asked(several: tuple[Why, ...], typed: Mapping[str, str]) -> tuple[Why, ...]:
    """Return reasons with the words as the reader ``typed`` them."""
    return tuple(_as_asked(reason, typed) for reason in several) if typed else several


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


def _told(unit: Unit, forms: Forms, texts: Texts, language: str) -> Why | None:
    own = analysis.language_of(unit.word.form) or language
    foreign = partial(_is_foreign, texts=texts, language=own)
    return _directly(unit, forms, foreign) or _otherwise(unit, forms, foreign)


def _is_foreign(form: str, texts: Texts, language: str) -> bool:
    return not texts.say(form, language)


def _directly(unit: Unit, forms: Forms, foreign: Callable[[str], bool]) -> Why | None:
    """Names come before text; in each the word itself counts, then the language, then the rule."""
    if not unit.forms:
        return None
    named = forms.names.among(frozenset(unit.forms))
    ordered = sorted(named or unit.forms, key=lambda form: (unit.forms[form], len(form), form))
    best = _first(ordered, lambda form: unit.forms[form] > Rule.FOLDED and foreign(form))
    rule = unit.forms[best].name.lower()
    return Why(unit.word.form, best, "name" if named else "text", rule)


def _otherwise(unit: Unit, forms: Forms, foreign: Callable[[str], bool]) -> Why | None:
    """Names come before text here as well; in each the language counts."""
    named: list[tuple[Wording, str]] = []
    others: list[tuple[Wording, str]] = []
    for phrase in unit.alternatives:
        rule = "compound" if phrase in unit.compounds else Rule.THESAURUS.name.lower()
        others.append((phrase, rule))
        for name in forms.names.each:
            here = tuple(part.intersection(name) for part in phrase)
            if all(here):
                named.append((here, rule))
    told = [(_words(phrase, foreign), rule) for phrase, rule in named or others]
    if not told:
        return None
    words, rule = _first(told, lambda way: any(map(foreign, way[0])))
    return Why(unit.word.form, " ".join(words), "name" if named else "text", rule)


def _words(phrase: Wording, foreign: Callable[[str], bool]) -> list[str]:
    return [_first(sorted(forms, key=lambda form: (len(form), form)), foreign) for forms in phrase]


def _first(ordered: Sequence[T], foreign: Callable[[T], bool]) -> T:
    """Return the first that is not *foreign*, or else the first; one alone is not looked at."""
    familiar = (one for one in ordered if len(ordered) == 1 or not foreign(one))
    return next(familiar, ordered[0])


def reason(found: Why, locale: Locale) -> str:
    """Return one reason as a sentence: ``“okosvárosban” found as “okosváros”: …``."""
    pattern = _reasons(locale).get(found.rule)
    sentence = (pattern or "").format(asked=found.asked, found=found.found)
    if found.zone == "name" and sentence:
        in_name = of(locale).pgettext("search", "{reason}, in a name")
        return in_name.format(reason=sentence)
    return sentence


def _reasons(locale: Locale) -> Mapping[str, str]:
    pgettext = of(locale).pgettext
    return {
        "exact": pgettext("search", "“{found}” as written"),
        "folded": pgettext("search", "“{asked}” found as “{found}”: without accents"),
        "stemmed": pgettext("search", "“{asked}” found as “{found}”: another form of the word"),
        "prefix": pgettext("search", "“{asked}” found as “{found}”: the beginning of a word"),
        "thesaurus": pgettext("search", "“{asked}” found as “{found}”: the same in other words"),
        "compound": pgettext("search", "“{asked}” found as “{found}”: written apart or together"),
        "fuzzy": pgettext("search", "“{asked}” found as “{found}”: a similar spelling"),
    }


def sentence(part: Understood, fields: Fields, locale: Locale) -> str:
    """Return how one part of a question was understood, as a sentence."""
    field = fields.by_id(part.field)
    meaning = part.meaning
    if isinstance(field.reader if field else None, DateReader | YearReader):
        meaning = _OF_DATES.get(meaning, meaning)
    if meaning == "unknown-field" and field:
        meaning = "misspelt-field"
    pattern = _meanings(locale).get(meaning, "{part}")
    values = [_value(word, field, fields, locale) for word in part.words]
    return pattern.format(
        part=part.part,
        field=field_label(field, locale) if field else "",
        words=" · ".join(values),
        low=values[0] if values else "",
        high=values[-1] if values else "",
        others=" · ".join(values[1:]),
    )


def _meanings(locale: Locale) -> Mapping[str, str]:
    pgettext = of(locale).pgettext
    return {
        "field": pgettext("search", "{field}: {words}"),
        "between": pgettext("search", "{field}: from {low} to {high}"),
        "at-least": pgettext("search", "{field}: {low} or more"),
        "at-most": pgettext("search", "{field}: {high} or less"),
        "more-than": pgettext("search", "{field}: more than {low}"),
        "less-than": pgettext("search", "{field}: less than {high}"),
        "has": pgettext("search", "{field}: {words}"),
        "related": pgettext("search", "{field}: {words}, and everything related to it"),
        "later": pgettext("search", "{field}: {low} or later"),
        "earlier": pgettext("search", "{field}: {high} or earlier"),
        "after": pgettext("search", "{field}: after {low}"),
        "before": pgettext("search", "{field}: before {high}"),
        "own-currency-only": pgettext(
            "search", "Only amounts stated in {words} are compared: nothing is converted."
        ),
        "other-currencies": pgettext(
            "search", "No amount is stated in {low}, only in: {others}. Nothing is converted."
        ),
        "any-currency": pgettext(
            "search", "No currency is named: every amount is compared in its own currency."
        ),
        "unknown-field": pgettext("search", "There is no field “{words}”: searched as words."),
        "misspelt-field": pgettext(
            "search", "There is no field “{words}” (is it “{field}”?): searched as words."
        ),
        "unknown-value": pgettext("search", "{field} has no “{words}”: searched as words."),
        "no-value": pgettext("search", "{field}: no value yet."),
        "bad-amount": pgettext("search", "“{part}” is not read as an amount: searched as words."),
        "bad-date": pgettext("search", "“{part}” is not read as a date: searched as words."),
        "bad-year": pgettext("search", "“{part}” is not read as a year: searched as words."),
        "plain-words": pgettext("search", "The signs make no sense together: searched as words."),
        "unclosed": pgettext("search", "A quotation mark is missing: searched as words."),
        "odd-bracket": pgettext("search", "A bracket has no partner: it is passed over."),
        "dangling": pgettext(
            "search", "A word is still missing beside “{part}”: it is passed over."
        ),
        "lone-operator": pgettext("search", "“{part}” stands alone: searched as a word."),
        "no-words": pgettext("search", "No word to search for yet: all records are listed."),
        "phrase": pgettext("search", "“{words}”: next to each other, in this order"),
        "near": pgettext("search", "“{low}”: at most {high} words apart"),
        "excluded": pgettext("search", "“{part}”: must not be there"),
        "required": pgettext("search", "“{part}”: must be there even if little is found"),
        "all-of": pgettext("search", "All of these must be there: {words}"),
        "any-of": pgettext("search", "One of these is enough: {words}"),
        "pattern": pgettext("search", "“{words}”: ? is one letter, * any number of them"),
        "fuzzy": pgettext("search", "“{low}”: wrong letters allowed: {high}"),
    }


def _value(word: str, field: QueryField | None, fields: Fields, locale: Locale) -> str:
    """Return a value as the language writes it; words that were typed stay as they are."""
    match field.reader if field else None:
        case MoneyReader() if _SUM.fullmatch(word):
            amount, _blank, currency = word.partition(" ")
            figure = Decimal(amount)
            return formats.money(figure, currency, locale) if currency else number(figure, locale)
        case DateReader() | YearReader() if _DATE.fullmatch(word):
            return formats.format_date(PartialDate.parse(word), locale)
        case ChoiceReader() as reader:
            return reader.said(word, locale.code)
        case PresenceReader() if named := fields.by_id(word):
            return field_label(named, locale)
        case _:
            return word
