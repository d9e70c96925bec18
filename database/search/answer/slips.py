"""What a word that was asked for may be a slip of."""

from collections.abc import Callable

from database.search.language import analysis, spelling
from database.search.question.stop_words import is_stop_word

_MOST_NEAR = 20
# From so many letters on a word may have a slip, one in its first letter, and a second slip.
SHORTEST, _FIRST_LETTER, _TWO_SLIPS = 5, 6, 9
# So short a word has one only if nothing else can be meant: gold is no good, laon is a loan.
_SURE_SLIP = 4
# What is only suggested may be bolder: one slip, or two, from these lengths on.
_ONE_LOOSELY, _TWO_LOOSELY = 4, 5


class Slips:
    """Finds words of a dossier that are close to another one.

    *written* returns the most frequent form of a fold, *is_name* tells whether it has a capital.
    """

    def __init__(
        self,
        near: spelling.Spelling,
        written: Callable[[str], str],
        is_name: Callable[[str], bool],
    ) -> None:
        self._spelling = near
        self._written = written
        self._is_name = is_name

    def similar(self, form: str, limit: int = 5, *, loose: bool = False) -> list[str]:
        """Return the folds that *form* may be a slip of, the closest and most frequent first.

        Two slips are too many for a short word, and so is another first letter. With *loose*,
        shorter words may have slips, and a name two of them: Szíria is no misspelt Szerbia, but
        Szerbia may be meant. Odd spellings of a word as close are left out, and words that nobody
        looks for.
        """
        folded = analysis.fold(form)
        if len(folded) == _SURE_SLIP and not loose:
            return self._surely_meant(folded)
        one, two = (_ONE_LOOSELY, _TWO_LOOSELY) if loose else (SHORTEST, _TWO_SLIPS)
        near = self._spelling.near(folded, (len(folded) >= one) + (len(folded) >= two))
        if len(folded) < _FIRST_LETTER:
            near = [found for found in near if spelling.begins_alike(found.fold, folded)]
        near = [found for found in near if not found.is_odd_among(near)][:_MOST_NEAR]
        if len(folded) < _TWO_SLIPS:
            near = [found for found in near if found.distance < 2 or self._is_name(found.fold)]
        return [found.fold for found in near if not is_stop_word(found.fold)][:limit]

    def _surely_meant(self, folded: str) -> list[str]:
        """Return the one word that a short one is a slip of the hand from, in each of its forms."""
        near = [found for found in self._spelling.near(folded, 1) if found.fold[0] == folded[0]]
        folds = [found.fold for found in near if not found.is_odd_among(near)]
        keys = [analysis.keys(self._written(fold)) | analysis.keys(fold) for fold in folds]
        if not keys or not frozenset.intersection(*keys):
            return []
        return [
            fold
            for fold in folds
            if spelling.is_slip(folded, fold) and (len(fold) >= _SURE_SLIP or self._is_name(fold))
        ]
