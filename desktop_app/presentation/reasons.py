"""Why a record was found: in a word or two, and in sentences."""

import re

from database.search.question.understanding import Why
from database.search.results import Hit, plain
from i18n import formats
from i18n.locales import Locale
from i18n.messages import PN_, of

_NOTES = {
    "thesaurus": PN_("match", "other words"),
    "broader": PN_("match", "broader term"),
    "compound": PN_("match", "written apart or together"),
    "stemmed": PN_("match", "word form"),
    "prefix": PN_("match", "beginning of a word"),
    "fuzzy": PN_("match", "similar spelling"),
    "folded": PN_("match", "without accents"),
    "partial": PN_("match", "some of the words"),
}
# What matches by these is marked in the row, unless it stands in a text of another language.
_AS_TYPED = ("exact", "prefix")


def match_note(rule: str, locale: Locale) -> str:
    """Return the words for a rule of matching, ``""`` where the match speaks for itself."""
    return of(locale).pgettext(*_NOTES[rule]) if rule in _NOTES else ""


def note(hit: Hit, locale: Locale) -> str:
    """Return why a hit was found in a word or two, ``""`` where its marked words tell it.

    Of words that stand only in a text that the reader does not see, it names the language.
    """
    languages = {found.language for found in hit.why}
    if hit.match in _AS_TYPED and len(languages) == 1 and (language := languages.pop()):
        pattern = of(locale).pgettext("match", "{language} text")
        return pattern.format(language=formats.language_name(language, locale))
    return match_note(hit.match, locale)


def reasons(hit: Hit, locale: Locale) -> tuple[str, ...]:
    """Return a sentence for every word that was found, in the order in which they were asked.

    Where words are missing the last sentence says so. Nothing is said of a record that is listed
    without a question.
    """
    from database.search.answer import explain  # here, since it takes time to import

    told = [explain.reason(_as_written(found, hit), locale) for found in hit.why]
    if hit.match == "partial":
        told.append(of(locale).pgettext("search", "The other words are missing."))
    return tuple(sentence for sentence in told if sentence)


def _as_written(found: Why, hit: Hit) -> Why:
    """Return a reason with the capitals of the title or the snippet: Huawei, Vučić.

    Those of the first word of a sentence tell nothing; a name is told as the title has it.
    """
    if found.rule == "exact" and found.asked.lower() == found.found.lower():
        return found  # it is told as the reader typed it
    word = rf"{re.escape(found.found)}(?!\w)"
    titles = tuple(filter(None, hit.title.by_language.values()))
    places = [(rf"(?<=\w[ -]){word}", (*titles, plain(hit.snippet)))]
    if found.zone == "name":
        places.append((rf"^{word}", titles))
    several = (
        re.search(pattern, text, re.IGNORECASE) for pattern, texts in places for text in texts
    )
    written = next((there[0] for there in several if there), found.found)
    return found._replace(found=written)
