"""What an export wrote, and what its format could not carry, in words."""

from collections.abc import Iterator

from database.exchange.writing.account import Account
from database.exchange.writing.formats import Format
from database.model.wording import Wording
from i18n import formats
from i18n.locales import Locale
from i18n.messages import _, ngettext


def written(account: Account, into: Format, locale: Locale) -> str:
    """Return how much was written: ``12 records exported``."""
    if into.carries == "sources":
        told = ngettext("{number} source exported", "{number} sources exported", account.written)
    else:
        told = ngettext("{number} record exported", "{number} records exported", account.written)
    return told.format(number=formats.number(account.written, locale))


def lost_heading(into: Format) -> str:
    """Return the heading over what was lost."""
    return _("What this format cannot carry: {format}").format(format=_(into.name))


def lost(account: Account, wording: Wording) -> Iterator[tuple[str, str]]:
    """Yield what was lost and how many there were of it, in the order of the schema."""
    for loss in account.losses(wording):
        yield loss.label, formats.number(loss.total, wording.locale)
