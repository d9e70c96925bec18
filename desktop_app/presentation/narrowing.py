"""How a list is narrowed to what the reader types over it."""

from database.search.language.folding import fold


def folded(text: str) -> str:
    """Return *text* as it is compared: as in a search, case and accents make no difference."""
    return fold(text.casefold())
