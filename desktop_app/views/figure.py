"""Counts as they stand in a column."""

from functools import lru_cache

from i18n import formats
from i18n.locales import Locale


@lru_cache(maxsize=2048)
def figure(count: int, locale: Locale) -> str:
    """Write a count; kept, because every answer brings the same small numbers by the dozen."""
    return formats.number(count, locale, column=True)
