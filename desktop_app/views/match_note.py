"""Why a record was found, in a word or two."""

from collections.abc import Mapping
from functools import cache

from i18n import messages
from i18n.locales import Locale


def match_note(rule: str) -> str:
    """Return the words for a rule of matching, ``""`` where the match speaks for itself."""
    return _notes(messages.current()).get(rule, "")


@cache
def _notes(locale: Locale) -> Mapping[str, str]:
    pgettext = messages.of(locale).pgettext
    return {
        "thesaurus": pgettext("match", "translation"),
        "broader": pgettext("match", "broader term"),
        "compound": pgettext("match", "written apart or together"),
        "stemmed": pgettext("match", "word form"),
        "prefix": pgettext("match", "beginning of a word"),
        "fuzzy": pgettext("match", "similar spelling"),
        "folded": pgettext("match", "without accents"),
        "partial": pgettext("match", "some of the words"),
    }
