"""How a list is narrowed to what the reader types over it."""

from database.search.language.folding import fold, latin


def folded(text: str) -> str:
    """Return *text* as it is compared: as in a search, case, accents and alphabet do not matter.

    Signs do, for the questions of a reader have them.
    """
    return fold(latin(text.casefold()))
