"""What Unicode's CLDR knows of a language, as Babel has it: read once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import babel

    from i18n.locales import Locale


def of(locale: Locale) -> babel.Locale:
    """Return the dates, numbers and names of one of our languages."""
    return tagged(locale.babel)


@lru_cache(maxsize=64)
def tagged(identifier: str) -> babel.Locale:
    """Return those of any language, such as ``sr_Latn``.

    Raises:
        babel.UnknownLocaleError: CLDR does not know it.
        ValueError: the identifier is none.
    """
    import babel  # here, since it takes time to import

    return babel.Locale.parse(identifier)
