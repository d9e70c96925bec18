"""Why a record was found, in a word or two."""

from i18n.messages import pgettext


def match_note(rule: str) -> str:
    """Return the words for a rule of matching, ``""`` where the match speaks for itself."""
    match rule:
        case "thesaurus":
            return pgettext("match", "translation")
        case "compound":
            return pgettext("match", "written apart or together")
        case "stemmed":
            return pgettext("match", "word form")
        case "prefix":
            return pgettext("match", "beginning of a word")
        case "fuzzy":
            return pgettext("match", "similar spelling")
        case "folded":
            return pgettext("match", "without accents")
        case "partial":
            return pgettext("match", "some of the words")
    return ""
