"""Saying why a record was found and how a question was understood, in a given language."""

import re
from collections.abc import Mapping
from decimal import Decimal

from database.model.values import StatedDate
from database.model.wording import Wording
from database.search.question.field_figures import DateReader, MoneyReader, YearReader
from database.search.question.field_values import ChoiceReader, PresenceReader
from database.search.question.field_words import FieldWords, field_label
from database.search.question.fields import Fields, QueryField
from database.search.question.understanding import Understood, Why, Zone
from database.search.results import Told
from i18n import formats
from i18n.locales import Locale
from i18n.messages import PN_, of

_SUM = re.compile(r"-?\d+(\.\d+)?( [A-Z]{3})?")
_OF_DATES = {
    "at-least": "later",
    "at-most": "earlier",
    "more-than": "after",
    "less-than": "before",
}
_DATE = re.compile(r"([a-z]+ )?\d{4}(-\d\d){0,2}")
# The first word of these was not read as a value: it stays as it was typed.
_UNREAD = frozenset({"bad-amount", "bad-date", "bad-year", "unknown-value"})
# Why a record was found, by the rule that found it.
_REASONS: Mapping[str, tuple[str, str]] = {
    "exact": PN_("search", "“{found}” as written"),
    "letters": PN_("search", "“{asked}” found as “{found}”: in other letters"),
    "folded": PN_("search", "“{asked}” found as “{found}”: without accents"),
    "stemmed": PN_("search", "“{asked}” found as “{found}”: another form of the word"),
    "prefix": PN_("search", "“{asked}” found as “{found}”: the beginning of a word"),
    "thesaurus": PN_("search", "“{asked}” found as “{found}”: the same in other words"),
    "broader": PN_("search", "“{asked}” found as “{found}”: a broader term"),
    "compound": PN_("search", "“{asked}” found as “{found}”: written apart or together"),
    "fuzzy": PN_("search", "“{asked}” found as “{found}”: a similar spelling"),
}
# Where a record has it, and whether only in a language that the reader does not see.
_PLACES: Mapping[tuple[Zone, bool], tuple[str, str]] = {
    ("name", False): PN_("search", "{reason}, in a name"),
    ("name", True): PN_("search", "{reason}, in the {language} title"),
    ("text", True): PN_("search", "{reason}, in the {language} text"),
}
# How a part of a question was understood, by its meaning.
_MEANINGS: Mapping[str, tuple[str, str]] = {
    "field": PN_("search", "{field}: {words}"),
    "between": PN_("search", "{field}: from {low} to {high}"),
    "at-least": PN_("search", "{field}: {low} or more"),
    "at-most": PN_("search", "{field}: {high} or less"),
    "more-than": PN_("search", "{field}: more than {low}"),
    "less-than": PN_("search", "{field}: less than {high}"),
    "has": PN_("search", "{field}: {words}"),
    "related": PN_("search", "{field}: {words}, and everything related to it"),
    "later": PN_("search", "{field}: {low} or later"),
    "earlier": PN_("search", "{field}: {high} or earlier"),
    "after": PN_("search", "{field}: after {low}"),
    "before": PN_("search", "{field}: before {high}"),
    "own-currency-only": PN_(
        "search", "Only amounts stated in {words} are compared: nothing is converted."
    ),
    "two-currencies": PN_(
        "search",
        "Amounts in different currencies ({words}) are not compared: searched as words.",
    ),
    "other-currencies": PN_(
        "search", "No amount is stated in {low}, only in: {others}. Nothing is converted."
    ),
    "any-currency": PN_(
        "search", "No currency is named: every amount is compared in its own currency."
    ),
    "unknown-field": PN_("search", "There is no field “{words}”: searched as words."),
    "misspelt-field": PN_(
        "search", "There is no field “{words}” (is it “{field}”?): searched as words."
    ),
    "unknown-value": PN_("search", "{field}: no such value: “{words}”. Searched as words."),
    "misspelt-value": PN_(
        "search", "{field}: no such value: “{low}” (is it “{high}”?). Searched as words."
    ),
    "no-value": PN_("search", "{field}: no value yet."),
    "bad-amount": PN_("search", "“{part}” is not read as an amount: searched as words."),
    "bad-date": PN_("search", "“{part}” is not read as a date: searched as words."),
    "bad-year": PN_("search", "“{part}” is not read as a year: searched as words."),
    "plain-words": PN_("search", "The signs make no sense together: searched as words."),
    "unclosed": PN_("search", "A quotation mark is missing: searched as words."),
    "odd-bracket": PN_("search", "A bracket has no partner: it is passed over."),
    "stray": PN_("search", "“{part}” means nothing here: it is passed over."),
    "missing": PN_("search", "No record has “{words}”."),
    "dangling": PN_("search", "A word is still missing beside “{part}”: it is passed over."),
    "lone-operator": PN_("search", "“{part}” stands alone: searched as a word."),
    "no-words": PN_("search", "No word to search for yet: all records are listed."),
    "phrase": PN_("search", "“{words}”: next to each other, in this order"),
    "near": PN_("search", "“{low}”: within {high} words of each other, in any order"),
    "excluded": PN_("search", "“{words}”: must not be there"),
    "required": PN_("search", "“{words}”: must be there even if little is found"),
    "all-of": PN_("search", "All of these must be there: {words}"),
    "any-of": PN_("search", "One of these is enough: {words}"),
    "pattern": PN_("search", "“{words}”: ? is one letter, * any number of them"),
    "fuzzy": PN_("search", "“{low}”: wrong letters allowed: {high}"),
}


def reason(found: Why, locale: Locale) -> str:
    """Return one reason as a sentence: ``“okosvárosban” found as “okosváros”: …``."""
    typed_so = found.rule != "exact" or found.asked.lower() == found.found.lower()
    rule = found.rule if typed_so else "letters"
    if rule not in _REASONS:
        return ""
    pattern = of(locale).pgettext(*_REASONS[rule])
    sentence = pattern.format(asked=found.asked, found=found.found)
    where = _PLACES.get((found.zone, bool(found.language)))
    if where is None:
        return sentence
    language = formats.language_name(found.language, locale) if found.language else ""
    return of(locale).pgettext(*where).format(reason=sentence, language=language)


def told(part: Understood, fields: Fields, locale: Locale) -> Told:
    """Return how one part of a question was understood, in the words of a dossier's *fields*."""
    field = fields.by_id(part.field)
    meaning = part.meaning
    if isinstance(field.reader if field else None, DateReader | YearReader):
        meaning = _OF_DATES.get(meaning, meaning)
    if meaning == "unknown-field" and field:
        meaning = "misspelt-field"
    if meaning == "unknown-value" and len(part.words) > 1:
        meaning = "misspelt-value"
    either = f" {FieldWords(fields, locale).operators[1]} "
    several = [word if part.field else word.replace(" OR ", either) for word in part.words]
    unread = int(part.meaning in _UNREAD)
    values = (_value(word, field, fields, locale) for word in several[unread:])
    words = (*several[:unread], *values)
    label = field_label(field, locale) if field else ""
    return Told(part.part, meaning, words, part.field, label, part.excluded)


def sentence(part: Told, locale: Locale) -> str:
    """Return how one part of a question was understood, as a sentence."""
    marked = _MEANINGS[part.meaning]
    if part.meaning == "other-currencies" and len(part.words) == 1:
        marked = PN_("search", "No amount is stated in {low}.")
    pgettext = of(locale).pgettext
    words = pgettext(*marked).format(
        part=part.part,
        field=part.label,
        words=" · ".join(part.words),
        low=part.words[0] if part.words else "",
        high=part.words[-1] if part.words else "",
        others=" · ".join(part.words[1:]),
    )
    if part.excluded:
        return pgettext("search", "Excluded – {told}").format(told=words)
    return words


def _value(word: str, field: QueryField | None, fields: Fields, locale: Locale) -> str:
    """Return a value as the language writes it; words that were typed stay as they are."""
    match field.reader if field else None:
        case MoneyReader() if _SUM.fullmatch(word):
            amount, _blank, currency = word.partition(" ")
            return formats.money(Decimal(amount), currency, locale)
        case DateReader() | YearReader() if _DATE.fullmatch(word):
            schema = fields.schema
            stated = StatedDate.parse(word, schema.codes("date-modifier"))
            return Wording(locale, schema, {}, {}).date(stated)
        case ChoiceReader() as reader:
            return reader.said(word, locale.code)
        case PresenceReader() if named := fields.by_id(word):
            return field_label(named, locale)
        case _:
            return word
