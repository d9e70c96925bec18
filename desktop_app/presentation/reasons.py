"""Why a record was found, in sentences."""

from database.search.results import Hit
from i18n.locales import Locale
from i18n.messages import of


def reasons(hit: Hit, locale: Locale) -> tuple[str, ...]:
    """Return a sentence for every word that was found, in the order in which they were asked.

    Where words are missing the last sentence says so. Nothing is said of a record that is listed
    without a question.
    """
    from database.search.answer import explain  # here, since it takes time to import

    told = [explain.reason(found, locale) for found in hit.why]
    if hit.match == "partial":
        told.append(of(locale).pgettext("search", "The other words are missing."))
    return tuple(sentence for sentence in told if sentence)
